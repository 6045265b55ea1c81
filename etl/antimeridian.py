"""Polygons in longitude and latitude made ready for a flat map: cut where its edges are."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from antimeridian import fix_polygon
from numpy.typing import NDArray


def cut(shape: Any, central_meridian: float) -> Any:
    """The polygon or multipolygon between the map's edges, in degrees east of its middle.

    Longitudes come back from -180 to 180; what no longer has an area is left out.
    """

    def moved(points: NDArray[np.float64]) -> NDArray[np.float64]:
        east = (points[:, 0] - central_meridian + 180.0) % 360.0 - 180.0
        return np.column_stack([east, points[:, 1]])

    pieces = [
        fix_polygon(
            polygon,
            force_south_pole=_round_the_pole(polygon),
            fix_winding=True,
            great_circle=False,
        )
        for polygon in shapely.get_parts(shapely.transform(shape, moved))
    ]
    joined = shapely.union_all([shapely.make_valid(piece) for piece in pieces])
    areas = [p for p in shapely.get_parts(joined) if p.geom_type == "Polygon"]
    return shapely.multipolygons(areas) if areas else shapely.MultiPolygon()


def _round_the_pole(polygon: Any) -> bool:
    """Whether the outline makes a whole turn of the earth, as Antarctica's does; no island's does."""
    longitudes = np.unwrap(np.asarray(polygon.exterior.coords)[:, 0], period=360)
    return bool(abs(longitudes[-1] - longitudes[0]) > 180)
