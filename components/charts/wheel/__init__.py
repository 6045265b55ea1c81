"""The U4SSC wheel of dimensions, categories and data points."""
