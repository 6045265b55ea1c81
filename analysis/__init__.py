"""The science: pure functions on numbers and arrays. Knows no files, no database, no web."""
