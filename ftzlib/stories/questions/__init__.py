"""What the notebooks ask of an article: one module for each subject.

Each has a function `answers(facts)`, the values for its Claims under the names that the notebook uses, and
functions that return rows for its tables. They speak of facts, never of text or pages.
"""
