"""Figures: pure functions from typed rows to plotly dicts and SVG strings."""
