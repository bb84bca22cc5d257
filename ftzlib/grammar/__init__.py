"""How a language is read: classes of words, patterns over them, and in ``english/`` the words themselves."""
