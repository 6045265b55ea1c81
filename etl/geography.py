"""Bands that say what kind of place a city is: by latitude and by population.

They serve to find like cities (METHODS §10), so they are wide. The edges are ours.
"""

from __future__ import annotations

from bisect import bisect_right

from analysis.likeness import LATITUDE_BANDS

LATITUDE_EDGES = (23.5, 35.0, 55.0)
"""Degrees from the equator, north or south; 23.5 is the tropic. A value on an edge goes up."""

SIZE_EDGES = (100_000, 500_000, 1_000_000)
"""Inhabitants; a value on an edge goes up."""
SIZE_BANDS = ("under 100 000", "100 000 to 500 000", "500 000 to 1 million", "over 1 million")


def latitude_band(latitude: float) -> str:
    """Band of a latitude in degrees (north positive)."""
    return LATITUDE_BANDS[bisect_right(LATITUDE_EDGES, abs(latitude))]


def size_band(population: int | None) -> str | None:
    """Band of a number of inhabitants, None where it is unknown."""
    return None if population is None else SIZE_BANDS[bisect_right(SIZE_EDGES, population)]
