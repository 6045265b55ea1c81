"""Where the fictional cities stand on the map: invented places inside the region they claim.

An invented country has no shape, so its cities are scattered over a box of land in its UN region;
the latitudes of a box lie in the latitude band it is for. No city stands where its name says.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

# Country letter, latitude band -> west, east, south, north in degrees.
BOXES: dict[tuple[str, str], tuple[float, float, float, float]] = {
    ("A", "temperate"): (-2.5, 0.0, 51.5, 54.5),
    ("A", "cold"): (23.0, 29.0, 61.0, 66.0),
    ("B", "temperate"): (0.0, 5.0, 45.0, 48.5),
    ("C", "temperate"): (8.0, 12.5, 48.0, 53.0),
    ("D", "temperate"): (23.0, 29.0, 44.5, 50.0),
    ("E", "temperate"): (36.0, 48.0, 50.5, 54.5),
    ("E", "cold"): (36.0, 50.0, 55.5, 60.0),
    ("F", "tropical"): (-54.0, -42.0, -20.0, -8.0),
    ("F", "subtropical"): (-66.0, -60.0, -34.0, -24.0),
    ("G", "tropical"): (-74.0, -64.0, -3.0, 5.0),
    ("H", "tropical"): (75.0, 82.0, 15.0, 23.0),
    ("H", "subtropical"): (71.0, 80.0, 24.0, 30.0),
    ("I", "tropical"): (100.0, 105.0, 14.0, 18.5),
    ("J", "tropical"): (111.0, 116.0, -1.5, 3.0),
    ("L", "tropical"): (32.0, 38.0, -12.0, -2.0),
    ("M", "subtropical"): (-2.0, 10.0, 28.0, 34.0),
}


def places(seed: int, homes: Sequence[tuple[str, str]]) -> list[tuple[float, float]]:
    """Latitude and longitude of each city, given its country's letter and its latitude band.

    Draws of their own: the numbers of the example set do not move when places do.
    """
    share = np.random.default_rng([seed, 1]).random((len(homes), 2))
    found = []
    for (across, up), home in zip(share.tolist(), homes, strict=True):
        west, east, south, north = BOXES[home]
        found.append(
            (round(south + up * (north - south), 2), round(west + across * (east - west), 2))
        )
    return found
