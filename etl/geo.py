"""``python -m etl geo``: the land of the map, drawn once from the United Nations' boundaries.

Source: ``world_50m`` of npm plotly.js, which frontend/build.mjs takes out of it as GeoJSON. The
polygons are cut at the edges of the map, projected to Equal Earth, simplified as a coverage (so
that neighbours keep one border) and written as SVG path data in whole units of ``etl.projection``:

- ``assets/vendor/world.<hash>.json``: width, height, ``land`` (path data by ISO 3166 code of the
  country), ``special`` (areas whose status is not settled), ``lakes``, and ``coarse``, all land in
  few points for the small map;
- ``.make/countries.geojson``: the countries before simplification, in degrees, for the tests.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from etl.antimeridian import cut
from etl.geo_files import COUNTRIES, NAME, SOURCE, SPECIAL, VENDOR
from etl.projection import CENTRAL_MERIDIAN, HEIGHT, SCALE, WIDTH, on_map

RADIUS = 6_371_007.0
"""Metres; of a sphere, as ``etl.projection`` has it. It goes out again with the units."""
EQUAL_EARTH, DEGREES = f"+proj=eqearth +R={RADIUS}", f"+proj=longlat +R={RADIUS}"
FINE, COARSE = 0.7, 14.0
"""Simplification: root of the area in map units that a left out point may have spanned."""
LEAST_LAKE, LEAST_ISLAND = 150.0, 2.0
"""Smallest area in square map units (of about 4 km²) that is drawn."""
EDGE = 0.5
"""Longest way in degrees between two points of an outline before projection."""


def write_geodata(
    source: Path = SOURCE, vendor: Path = VENDOR, countries: Path = COUNTRIES
) -> Path:
    """Write both files and enter the first into the manifest of ``vendor``; returns its path.

    Raises FileNotFoundError where the front-end files have not been built.
    """
    layers = json.loads(source.read_text(encoding="utf-8"))
    land = _frame(layers["countries"])
    back = land.set_geometry(land.translate(CENTRAL_MERIDIAN))
    countries.write_text(
        back.set_crs(4326, allow_override=True).to_json(drop_id=True), encoding="utf-8"
    )
    content = json.dumps(_world(land, _frame(layers["lakes"])), separators=(",", ":")).encode()
    return _emit(vendor, content)


def _frame(layer: dict[str, Any]) -> gpd.GeoDataFrame:
    """A layer between the edges of the map, in degrees from its central meridian."""
    frame = gpd.GeoDataFrame.from_features(layer["features"], crs=DEGREES)
    frame["iso3"] = [feature.get("id") for feature in layer["features"]]
    frame["geometry"] = [cut(shape, CENTRAL_MERIDIAN) for shape in frame.geometry]
    return frame[~frame.is_empty][["iso3", "geometry"]]


def _world(land: gpd.GeoDataFrame, lakes: gpd.GeoDataFrame) -> dict[str, Any]:
    drawn = _projected(land.dissolve("iso3", as_index=False))
    fine = drawn.set_geometry(drawn.simplify_coverage(FINE))
    special = fine.iso3.isin(SPECIAL)
    own = fine[~special]
    paths = [_path(shape, LEAST_ISLAND) for shape in own.geometry]
    water = _projected(lakes)
    water = water[water.area >= LEAST_LAKE].simplify(FINE)
    coarse = drawn[drawn.iso3 != "ATA"].union_all().simplify(COARSE)
    return {
        "width": round(WIDTH),
        "height": round(HEIGHT),
        "land": {iso3: path for iso3, path in zip(own.iso3, paths, strict=True) if path},
        "special": "".join(_path(shape, LEAST_ISLAND) for shape in fine[special].geometry),
        "lakes": "".join(_path(shape, 0) for shape in water),
        "coarse": _path(coarse, COARSE**2),
    }


def _projected(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """In map units round the centre, y upwards; long straight edges get points to bend at."""
    flat = frame.segmentize(EDGE).to_crs(EQUAL_EARTH)
    units = SCALE / RADIUS
    return frame.set_geometry(flat.scale(units, units, origin=(0, 0)))


def _path(shape: Any, least: float) -> str:
    """SVG path data in whole units, relative after the first point of each ring.

    Of a shape that is all below ``least`` the largest part stays, so that island states do; empty
    where that is less than a unit.
    """
    parts = sorted(shapely.get_parts(shape), key=lambda part: -part.area)
    kept = [part for i, part in enumerate(parts) if part.area >= least or not i]
    rings = [ring for part in kept for ring in (part.exterior, *part.interiors)]
    return "".join(map(_ring, rings))


def _ring(ring: Any) -> str:
    points = np.rint(np.column_stack(on_map(*np.asarray(ring.coords).T))).astype(int)
    steps = np.diff(points, axis=0)
    steps = steps[np.any(steps != 0, axis=1)][:-1]  # Z closes
    if len(steps) < 2:
        return ""
    text = "".join(_pair(x, y) for x, y in steps.tolist()).lstrip(" ")
    return f"M{points[0][0]} {points[0][1]}l{text}z"


def _pair(x: int, y: int) -> str:
    """Numbers need a space before them only where no minus sign parts them."""
    return "".join(f"{n}" if n < 0 else f" {n}" for n in (x, y))


def _emit(vendor: Path, content: bytes) -> Path:
    manifest_file = vendor / "manifest.json"
    manifest = json.loads(manifest_file.read_text(encoding="utf-8"))
    digest = hashlib.sha256(content).hexdigest()[:12]
    path = vendor / f"world.{digest}.json"
    path.write_bytes(content)
    if manifest.get(NAME) not in (None, path.name):
        (vendor / manifest[NAME]).unlink(missing_ok=True)
    manifest[NAME] = path.name
    manifest_file.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return path
