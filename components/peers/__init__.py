"""Which cities stand beside a city, and why."""
