"""Antecedents: who *he* is, which zone *the area* is, what *and 96* counts, who *we* are.

Links a mention where one candidate remains, and else leaves it with the reason. Candidates are what
stands before, nearest first; nothing is guessed.
"""
