"""One data point over time, on its way to 2030."""
