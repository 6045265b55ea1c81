"""Profiles of categories: radar and dot plot."""
