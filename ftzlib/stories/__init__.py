"""What the notebooks ask; goes into the notebooks."""
