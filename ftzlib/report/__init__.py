"""From notebooks to a folder of HTML."""
