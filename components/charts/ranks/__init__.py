"""Rank intervals of an index."""
