"""Two data points against each other."""
