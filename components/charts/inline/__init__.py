"""Small drawings inside a line of a table."""
