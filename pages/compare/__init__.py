"""Two to six cities side by side."""
