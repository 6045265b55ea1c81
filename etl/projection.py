"""Longitude and latitude to places on the map: Equal Earth, an equal-area projection, by PROJ.

B. Savric, T. Patterson, B. Jenny, "The Equal Earth map projection", International Journal of
Geographical Information Science 33 (2019), doi 10.1080/13658816.2018.1504949, on a sphere. The
map is measured in units of a drawing ``WIDTH`` wide, x to the right and y downwards.
"""

from __future__ import annotations

from pyproj import Transformer

CENTRAL_MERIDIAN = 11.0
"""Degrees east. The map's edge at 169 W passes between Chukotka and Alaska; Europe is central."""

WIDTH = 20_000.0
"""Units from edge to edge on the equator; one is about two kilometres."""

_SPHERE = Transformer.from_crs("+proj=longlat +R=1", "+proj=eqearth +R=1", always_xy=True)
_EAST, _NORTH = _SPHERE.transform(180, 0)[0], _SPHERE.transform(0, 90)[1]
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
    x, y = _SPHERE.transform(east, latitude)
    return on_map(x * SCALE, y * SCALE)


def on_map(x: float, y: float) -> tuple[float, float]:
    """From units round the centre, y upwards, to units from the upper left corner."""
    return x + WIDTH / 2, HEIGHT / 2 - y
