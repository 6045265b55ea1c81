"""What 2030 could look like."""
