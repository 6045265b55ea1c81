"""A view as a file."""
