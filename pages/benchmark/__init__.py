"""One data point across all cities."""
