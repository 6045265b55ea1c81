"""Helpers around the product: set-up, a live server for tests and pictures."""
