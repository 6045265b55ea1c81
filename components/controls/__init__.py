"""Choices that several pages offer."""
