"""What the list of cities leaves open: population, its bands and the place on the map.

A cell of the list is taken before a correction, a correction before GeoNames. ``store.city`` keeps
the place in units of ``etl.projection``, so that nothing is projected while serving.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from etl.geography import latitude_band, size_band
from etl.population import Place, Population, populations, read_corrections
from etl.projection import place
from etl.tables import create_table

CORRECTIONS = "population_corrections.csv"
_OPEN = {
    "id": "VARCHAR", "population": "BIGINT", "population_source": "VARCHAR",
    "size_band": "VARCHAR", "latitude_band": "VARCHAR", "map_x": "DOUBLE", "map_y": "DOUBLE",
}  # fmt: skip


def complete_cities(connection: duckdb.DuckDBPyConnection, reference: Path) -> None:
    """Fill in ``store.city``; what is in no source stays NULL. reference: folder of the files."""
    cities = connection.execute(
        "SELECT c.id, c.name, n.iso2, c.latitude, c.longitude, c.population, c.population_source,"
        " c.latitude_band FROM store.city c LEFT JOIN ref.countries n ON n.iso3 = c.country_iso3"
    ).fetchall()
    wanted = [
        Place(key, name, iso2, latitude, longitude)
        for key, name, iso2, latitude, longitude, people, _, _ in cities
        if people is None and iso2 is not None and latitude is not None and longitude is not None
    ]
    found = populations(wanted, read_corrections(reference / CORRECTIONS)) if wanted else {}
    rows = []
    for key, _, _, latitude, longitude, people, source, band in cities:
        count = found.get(key, Population(people, source))
        if band is None and latitude is not None:
            band = latitude_band(latitude)
        known = latitude is not None and longitude is not None
        x, y = place(longitude, latitude) if known else (None, None)
        rows.append((key, *count, size_band(count.population), band, x, y))
    create_table(connection, "city_open", _OPEN, rows)
    connection.execute(
        "UPDATE store.city c SET population = o.population, size_band = o.size_band,"
        " population_source = o.population_source, latitude_band = o.latitude_band,"
        " map_x = o.map_x, map_y = o.map_y"
        " FROM city_open o WHERE o.id = c.id"
    )
