"""The world as one drawing."""
