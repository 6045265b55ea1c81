"""Build from a two-million-row CSV against DuckDB's own ``read_csv`` of it into a table."""

from __future__ import annotations

import csv
import os
import tempfile
import time
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

import duckdb

from benchmarks.measure import Row, compare
from data.settings import Settings, settings
from etl.build import build
from etl.extract import COLUMNS
from etl.inputs import MANIFEST, reference_inputs, submission_inputs
from etl.publish import locked

GOAL = 4.0
N_CITIES, N_YEARS = 1000, 18
FIRST_YEAR = 2007
CITY_COLUMNS = (
    "id", "name", "country_iso3", "latitude", "longitude", "latitude_band", "population",
    "population_source", "area_km2", "fictional", "publication_status", "publication_date",
    "publication_url",
)  # fmt: skip


def row(n: int) -> Row:
    """Both in turn in this process, from one file in a temporary folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = write_submission(folder / "in", N_CITIES, N_YEARS)
        chosen = Settings(submissions_dir=folder / "in", keep_versions=1)
        turns = count()
        return compare(
            f"Build from {N_CITIES * N_YEARS * n_points():,} rows, against read_csv",
            lambda: _seconds(lambda: build_once(folder, chosen, next(turns))),
            lambda: _seconds(lambda: read_only(file)),
            unit="s",
            goal=GOAL,
            n=n,
        )


def write_submission(folder: Path, n_cities: int, n_years: int) -> Path:
    """A complete submission of fictional cities, its manifest and its cities."""
    folder.mkdir()
    country = _country()
    with (folder / "cities.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(CITY_COLUMNS)
        writer.writerows(
            (f"benchmark-{i}", f"Benchmark {i}", country, "", "", "", 1000 * (i + 1), "synthetic",
             "", "true", "", "", "")
            for i in range(n_cities)
        )  # fmt: skip
    with (folder / MANIFEST).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("file", "publication", "kind", "status", "extent", "year"))
        writer.writerow(
            ("big.csv", "Synthetic rounds", "city_submission", "self_reported", "complete", "")
        )
    with duckdb.connect() as connection:
        connection.execute(
            """
            COPY (
                SELECT 'Benchmark ' || c AS city, $country AS country_iso3, y AS year,
                    key AS point_key,
                    CASE WHEN unit = 'yes/no' THEN round(random()) ELSE round(
                        plausible_min + random() * (plausible_max - plausible_min), 2) END AS value,
                    unit, 'reported' AS status, 'exact' AS quality, 'Synthetic' AS origin,
                    'Synthetic rounds' AS publication, 1 + position // 10 AS page,
                    'https://example.org/submissions/' || c || '/' || y AS source_url, '' AS note
                FROM range($n_cities) AS a(c), range($first, $first + $n_years) AS b(y),
                    read_csv($points)
                ORDER BY c, y, position
            ) TO $file (HEADER)
            """,
            {
                "country": country,
                "points": str(settings().reference_dir / "data_points.csv"),
                "n_cities": n_cities,
                "first": FIRST_YEAR,
                "n_years": n_years,
                "file": str(folder / "big.csv"),
            },
        )
    with (folder / "big.csv").open(encoding="utf-8") as file:
        if file.readline().strip() != ",".join(COLUMNS):
            raise SystemExit("The benchmark's columns are not those of a submission.")
    return folder / "big.csv"


def read_only(file: Path) -> None:
    """What the build is measured against."""
    with duckdb.connect(config={"threads": os.cpu_count() or 1}) as connection:
        connection.execute("CREATE TABLE raw AS SELECT * FROM read_csv($1)", [str(file)])


def build_once(folder: Path, chosen: Settings, turn: int) -> None:
    """Hash, stage, check, score and publish, as ``python -m etl build`` does."""
    out = folder / "out"
    with locked(out):
        build("benchmark", f"turn{turn}", reference_inputs(chosen.reference_dir),
              submission_inputs(chosen.submissions_dir), out, chosen,
              today=date(FIRST_YEAR + N_YEARS + 1, 1, 1))  # fmt: skip


def n_points() -> int:
    """Data points in the catalogue."""
    with (settings().reference_dir / "data_points.csv").open(encoding="utf-8") as file:
        return sum(1 for _ in csv.DictReader(file))


def _country() -> str:
    with (settings().reference_dir / "countries.csv").open(encoding="utf-8") as file:
        return next(csv.DictReader(file))["iso3"]


def _seconds(run: Callable[[], None]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start
