"""Two cities and more on one axis, sorted by their gap."""
