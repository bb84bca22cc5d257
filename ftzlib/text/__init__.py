"""An article as characters, sentences and words, and where it came from."""
