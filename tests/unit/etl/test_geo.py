"""The map's geometry: PROJ agrees with the formula, the cut keeps areas, cities stand at home."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod, Transformer

from components.web.assets import ASSETS, vendor
from etl.antimeridian import cut
from etl.geo_files import COUNTRIES, SPECIAL
from etl.projection import CENTRAL_MERIDIAN, HEIGHT, SCALE, WIDTH, place

REFERENCE = Path(__file__).parents[3] / "data" / "reference"
NEAR_KM = 25.0
"""A harbour city may stand off a coast that is drawn with a dot of a millimetre."""
PROJ = Transformer.from_crs(
    "+proj=longlat +R=1", f"+proj=eqearth +R=1 +lon_0={CENTRAL_MERIDIAN}", always_xy=True
)


@given(st.floats(-180, 180), st.floats(-90, 90))
def test_the_formula_is_projs(longitude: float, latitude: float) -> None:
    x, y = PROJ.transform(longitude, latitude)
    if abs(abs(x * SCALE) - WIDTH / 2) < 1e-6:  # on the edge either side is right
        return
    assert place(longitude, latitude) == pytest.approx(
        (WIDTH / 2 + x * SCALE, HEIGHT / 2 - y * SCALE), abs=1e-3
    )


def test_nowhere_is_no_place() -> None:
    for longitude, latitude in ((181, 0), (0, 91), (float("nan"), 0)):
        with pytest.raises(ValueError, match="no place on earth"):
            place(longitude, latitude)


def test_a_country_across_180_degrees_is_one_piece_and_one_across_the_edge_two() -> None:
    """In the source a ring that crosses 180° jumps to the other side."""
    fiji = shapely.Polygon([(177, -19), (-178, -19), (-178, -16), (177, -16)])
    inside = cut(fiji, CENTRAL_MERIDIAN)
    assert len(inside.geoms) == 1
    assert inside.area == pytest.approx(15)
    assert inside.bounds == pytest.approx((166, -19, 171, -16))
    across = cut(shapely.box(-172, -1, -166, 1), CENTRAL_MERIDIAN)
    assert sorted(round(part.area, 6) for part in across.geoms) == [6, 6]
    assert across.bounds[0] == -180
    assert across.bounds[2] == 180


def test_a_coast_round_the_pole_is_closed_over_it() -> None:
    longitudes = np.arange(-180, 180, 10.0)
    coast = shapely.Polygon([(x, -70) for x in longitudes])
    assert cut(coast, CENTRAL_MERIDIAN).area == pytest.approx(360 * 20)


def test_an_island_near_the_pole_stays_an_island() -> None:
    """Whichever way its coast runs, and also across the edge of the map."""
    for west in (-60.0, -170.0):
        coast = shapely.box(west, -72, west + 3, -70, ccw=False)
        assert cut(coast, CENTRAL_MERIDIAN).area == pytest.approx(6)


@pytest.fixture(scope="module")
def countries() -> dict[str, Any]:
    """ISO 3166 code -> shape in degrees, from -169 to 191."""
    found: dict[str, list[Any]] = {}
    for feature in json.loads(COUNTRIES.read_text(encoding="utf-8"))["features"]:
        shape = shapely.geometry.shape(feature["geometry"])
        found.setdefault(feature["properties"]["iso3"], []).append(shape)
    return {iso3: shapely.union_all(shapes) for iso3, shapes in found.items()}


def km_away(shape: Any, longitude: float, latitude: float) -> float:
    """Kilometres from a place to a shape, on the ellipsoid; 0 inside."""
    here = shapely.Point(longitude, latitude)
    if shape.contains(here):
        return 0.0
    # The nearest point as seen from there: degrees of longitude are short in the north.
    squeeze = np.array([np.cos(np.radians(latitude)), 1.0])
    flat = shapely.transform(shape, lambda points: points * squeeze)
    way = shapely.shortest_line(flat, shapely.Point(np.array(here.coords[0]) * squeeze))
    x, y = way.coords[0]
    metres = Geod(ellps="WGS84").inv(longitude, latitude, x / squeeze[0], y)[2]
    return float(metres) / 1000


def test_every_published_city_stands_in_its_country(countries: dict[str, Any]) -> None:
    with (REFERENCE / "cities.csv").open(encoding="utf-8", newline="") as file:
        cities = [row for row in csv.DictReader(file) if row["latitude"]]
    away = {
        c["name"]: km_away(
            countries[c["country_iso3"]], float(c["longitude"]), float(c["latitude"])
        )
        for c in cities
    }
    assert len(away) == 85
    assert {name: km for name, km in away.items() if km > NEAR_KM} == {}
    # The measure itself: Oslo is far from Sweden's border and farther from Spain.
    assert 60 < km_away(countries["SWE"], 10.75, 59.91) < 110
    assert km_away(countries["ESP"], 10.75, 59.91) > 1500


def test_the_drawing_holds_every_country_and_stays_inside_its_frame() -> None:
    world = json.loads((ASSETS / "vendor" / vendor()["world.json"]).read_text(encoding="utf-8"))
    assert world["width"] == round(WIDTH)
    assert world["height"] == round(HEIGHT)
    assert not set(SPECIAL) & world["land"].keys()
    assert {"NOR", "RUS", "SGP", "MLT", "ATA", "FJI"} <= world["land"].keys()
    for path in (*world["land"].values(), world["special"], world["lakes"], world["coarse"]):
        starts = [tuple(map(int, pair)) for pair in re.findall(r"M(\d+) (\d+)", path)]
        assert all(0 <= x <= WIDTH + 1 and 0 <= y <= HEIGHT + 1 for x, y in starts)
    # Chukotka, east of 180°, is drawn at the right with the rest of Russia and not cut off.
    russia = [int(x) for x in re.findall(r"M(\d+) ", world["land"]["RUS"])]
    assert min(russia) > WIDTH / 2
