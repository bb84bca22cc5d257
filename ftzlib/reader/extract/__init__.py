"""One module, one table: each finds what it names in the tokens of a text. They never meet."""
