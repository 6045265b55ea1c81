"""How far a city is on its way to 2030."""
