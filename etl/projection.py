"""Longitude and latitude to places on the map: Equal Earth, an equal-area projection.

B. Savric, T. Patterson, B. Jenny, "The Equal Earth map projection", International Journal of
Geographical Information Science 33 (2019), doi 10.1080/13658816.2018.1504949, on a sphere. The
map is measured in units of a drawing ``WIDTH`` wide, x to the right and y downwards. A test holds
the formula against PROJ's.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

CENTRAL_MERIDIAN = 11.0
"""Degrees east. The map's edge at 169 W passes between Chukotka and Alaska; Europe is central."""

WIDTH = 20_000.0
"""Units from edge to edge on the equator; one is about two kilometres."""

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2


def equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    """Place on a sphere of radius one, the central meridian at x = 0, y upwards.

    ``longitude`` in degrees east of the central meridian, not wrapped; ``latitude`` in degrees.
    """
    theta = asin(_M * sin(radians(latitude)))
    t2 = theta * theta
    t6 = t2**3
    x = (
        radians(longitude)
        * cos(theta)
        / (_M * (_A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2)))
    )
    y = theta * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2))
    return x, y


_EAST, _NORTH = equal_earth(180, 0)[0], equal_earth(0, 90)[1]
SCALE = WIDTH / (2 * _EAST)
"""Units of the map for one radius of the earth."""
HEIGHT = 2 * _NORTH * SCALE


def place(longitude: float, latitude: float) -> tuple[float, float]:
    """Place on the map, in its units from the upper left corner.

    Raises ValueError for what is no place on earth.
    """
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
        raise ValueError(f"no place on earth: {longitude} E, {latitude} N")
    east = (longitude - CENTRAL_MERIDIAN + 180) % 360 - 180
    x, y = equal_earth(east, latitude)
    return on_map(x * SCALE, y * SCALE)


def on_map(x: float, y: float) -> tuple[float, float]:
    """From units round the centre, y upwards, to units from the upper left corner."""
    return x + WIDTH / 2, HEIGHT / 2 - y
