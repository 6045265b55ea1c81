"""Polygons in longitude and latitude made ready for a flat map: cut where its edges are.

In the source a country that crosses 180° jumps from one side to the other, and Antarctica runs
along the coast only. Here rings are first made continuous, Antarctica is closed over the pole, and
everything is cut at the two edges of the map. shapely and numpy only.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

POLE = -90.0
_STEP = 1.0
"""Degrees between points on the way over the pole: the edge of the map is curved."""
_TURNS = (-360.0, 0.0, 360.0)

Ring = NDArray[np.float64]


def cut(shape: Any, central_meridian: float) -> Any:
    """The polygon or multipolygon between the map's edges, in degrees east of its middle.

    Longitudes come back from -180 to 180; what no longer has an area is left out.
    """
    left = central_meridian - 180.0
    pieces = []
    for polygon in shapely.get_parts(shape):
        whole = shapely.make_valid(_continuous(polygon))
        for turn in _TURNS:
            window = shapely.box(left + turn, -90, left + 360 + turn, 90)
            piece = shapely.intersection(whole, window)
            pieces.append(shapely.transform(piece, _moved(-turn - central_meridian)))
    joined = shapely.union_all([p for p in pieces if not p.is_empty])
    areas = [p for p in shapely.get_parts(joined) if p.geom_type == "Polygon"]
    return shapely.multipolygons(areas) if areas else shapely.MultiPolygon()


def _moved(by: float) -> Any:
    return lambda points: points + np.array([by, 0.0])


def _continuous(polygon: Any) -> Any:
    """The polygon with rings that never jump by half a turn."""
    outer, *holes = (
        _unwrapped(np.asarray(r.coords)) for r in (polygon.exterior, *polygon.interiors)
    )
    middle = outer[:, 0].mean()
    # A hole lies in its polygon, whatever turn its own first point was written in.
    turned = [hole - [360 * round((hole[:, 0].mean() - middle) / 360), 0] for hole in holes]
    return shapely.Polygon(outer, turned)


def _unwrapped(ring: Ring) -> Ring:
    """The ring with continuous longitudes, closed over the pole where it runs round it."""
    longitudes = np.unwrap(ring[:, 0], period=360)
    out = np.column_stack([longitudes, ring[:, 1]])
    if abs(longitudes[-1] - longitudes[0]) < 180:
        return out
    first, last = longitudes[0], longitudes[-1]
    steps = np.linspace(last, first, round(abs(last - first) / _STEP) + 1)
    over = np.column_stack([steps, np.full(len(steps), POLE)])
    return np.vstack([out, over, out[:1]])
