"""A city's score over its rounds."""
