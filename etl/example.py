"""The example set: fictional cities that report all points, in the form real submissions take.

``generate`` writes ``cities.csv``, ``countries.csv``, ``manifest.csv`` and one submission file a
round. It shows what full submissions look like and feeds the benchmarks; the word "Synthetic"
stands in every row. Same arguments, same bytes.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from data.settings import settings
from etl.example_model import Point, decimals, values
from etl.example_places import places
from etl.extract import COLUMNS
from etl.vocabulary import slug

SEED = 20260101
SYNTHETIC = "Synthetic"
ORIGIN = "Synthetic: made by a model, measured nowhere"

N_STOPS_AFTER = 4
"""Rounds after which the second city stops reporting."""
N_JOINS_LATE = 2
"""Rounds the third city has: it joins only then."""

# Shares of all rows; together 2–8 % of a city's points are missing in a round.
NEVER, NOT_APPLICABLE = 0.018, 0.006
NO_ROW, LAPSED, NOT_REPORTED, NOT_VERIFIED, CAVEAT = 0.012, 0.015, 0.006, 0.004, 0.012
"""Of a round: no row; of a city's points: none from some round on (the older value still counts);
a printed "not reported"; "not verified"; a value with a caveat."""

ROOTS = (
    "Alven", "Ambral", "Bervin", "Calder", "Celdor", "Corven", "Dorvel", "Drovan", "Elmar",
    "Ervald", "Estrin", "Fallow", "Fenrol", "Garvin", "Gildor", "Harlow", "Hesper", "Istra",
    "Ivrel", "Jorven", "Kelvan", "Kostrel", "Lorim", "Luvian", "Marven", "Mirvel", "Nerol",
    "Norvald", "Orsen", "Pelvar", "Quill", "Rovan", "Selvin", "Tarvel", "Ulmer", "Vendor",
    "Welvin", "Yarrow", "Zeldin",
)  # fmt: skip
ENDINGS = (
    "bridge", "ford", "haven", "mere", "mont", "port", "quay", "stead", "ville", "wick", "ara",
    "essa", "ina", "olis", "onde", "orra", "una", "vale", "dal", "mouth",
)  # fmt: skip
"""Any root with any ending is a name that no place in GeoNames bears (checked in the tests)."""

# Letter of the country, UN region, income group, latitude bands of its cities.
COUNTRIES = (
    ("A", "Northern Europe", "High income", ("temperate", "cold")),
    ("B", "Western Europe", "High income", ("temperate",)),
    ("C", "Western Europe", "High income", ("temperate",)),
    ("D", "Eastern Europe", "Upper middle income", ("temperate",)),
    ("E", "Eastern Europe", "High income", ("temperate", "cold")),
    ("F", "South America", "Upper middle income", ("tropical", "subtropical")),
    ("G", "South America", "Lower middle income", ("tropical",)),
    ("H", "Southern Asia", "Lower middle income", ("tropical", "subtropical")),
    ("I", "South-eastern Asia", "Upper middle income", ("tropical",)),
    ("J", "South-eastern Asia", "High income", ("tropical",)),
    ("L", "Eastern Africa", "Low income", ("tropical",)),
    ("M", "Northern Africa", "Lower middle income", ("subtropical",)),
)
CITY_COLUMNS = (
    "id", "name", "country_iso3", "latitude", "longitude", "latitude_band", "population",
    "population_source", "area_km2", "fictional", "publication_status", "publication_date",
    "publication_url",
)  # fmt: skip
COUNTRY_COLUMNS = ("iso3", "iso2", "name", "un_region", "income_group", "income_source")
MANIFEST_COLUMNS = (
    "file", "publication", "kind", "status", "extent", "year", "published_on", "source_url",
)  # fmt: skip


def generate(
    target_dir: Path,
    seed: int = SEED,
    n_cities: int = 60,
    first_year: int = 2018,
    n_rounds: int = 8,
) -> None:
    """Write the example set into ``target_dir`` (made when missing): cities × yearly rounds.

    The catalogue's points, targets and bounds come from the reference folder of the settings.
    """
    rng = np.random.default_rng(seed)
    points = read_points(settings().reference_dir)
    target_dir.mkdir(parents=True, exist_ok=True)
    names = city_names(rng, n_cities)
    homes = rng.integers(len(COUNTRIES), size=n_cities)
    _write(target_dir / "countries.csv", COUNTRY_COLUMNS, _country_rows())
    _write(target_dir / "cities.csv", CITY_COLUMNS, _city_rows(rng, names, homes, seed))

    value = values(rng, points, [COUNTRIES[home][2] for home in homes], n_rounds)
    status = _statuses(rng, value.shape)
    digits = decimals(points)
    files = []
    for r, year in enumerate(range(first_year, first_year + n_rounds)):
        file, publication = f"example-{year}.csv", f"Synthetic example data, round {year}"
        files.append(
            (file, publication, "city_submission", "self_reported", "complete", year,
             f"{year}-12-01", "")
        )  # fmt: skip
        rows = _rows(names, homes, points, digits, value[:, r], status[:, r], year, publication)
        _write(target_dir / file, COLUMNS, rows)
    _write(target_dir / "manifest.csv", MANIFEST_COLUMNS, files)


def read_points(reference_dir: Path) -> list[Point]:
    """The catalogue's points in its order, each with target, worst and plausible bounds."""
    with (reference_dir / "targets.csv").open(encoding="utf-8", newline="") as file:
        targets = {row["point_key"]: row for row in csv.DictReader(file)}

    def number(text: str) -> float:
        return float(text) if text else float("nan")

    with (reference_dir / "data_points.csv").open(encoding="utf-8", newline="") as file:
        return [
            Point(
                row["key"], row["unit"], row["direction"], row["dimension"], row["category"],
                number(targets[row["key"]]["target_low"]), number(targets[row["key"]]["worst"]),
                float(row["plausible_min"]), float(row["plausible_max"]),
            )
            for row in csv.DictReader(file)
        ]  # fmt: skip


def city_names(rng: np.random.Generator, n: int) -> list[str]:
    """``n`` different invented names; past the stock of combinations they are numbered."""
    stock = len(ROOTS) * len(ENDINGS)
    order = rng.permutation(stock)
    names = []
    for i in range(n):
        root, ending = divmod(int(order[i % stock]), len(ENDINGS))
        turn = i // stock
        names.append(ROOTS[root] + ENDINGS[ending] + (f" {turn + 1}" if turn else ""))
    return names


def _country_rows() -> list[tuple[object, ...]]:
    # XAA–XZZ and XA–XZ are left to users by ISO 3166-1; XK and XKX are in wide use for Kosovo.
    return [
        (f"XE{letter}", f"X{letter}", f"Fictional country {letter}", region, income, SYNTHETIC)
        for letter, region, income, _ in COUNTRIES
    ]


def _city_rows(
    rng: np.random.Generator, names: Sequence[str], homes: NDArray[np.int64], seed: int
) -> list[tuple[object, ...]]:
    """Population is log-normal: a sixth under 100 000, one in seven over a million."""
    population = np.clip(np.exp(rng.normal(12.6, 1.1, len(names))), 8_000, 12_000_000)
    pick = rng.random(len(names))
    own = []
    for home, share in zip(homes, pick, strict=True):
        letter, _, _, bands = COUNTRIES[home]
        own.append((letter, bands[int(share * len(bands))]))
    spots = places(seed, own)
    rows: list[tuple[object, ...]] = []
    for i, name in enumerate(names):
        (letter, band), (latitude, longitude) = own[i], spots[i]
        people = int(round(population[i], -2))
        rows.append((slug(name), name, f"XE{letter}", latitude, longitude, band, people, SYNTHETIC,
                     "", "true", "", "", ""))  # fmt: skip
    return rows


REPORTED, ABSENT, PRINTED, UNVERIFIED, INAPPLICABLE, CAVEATED = range(6)
STATUS_WORDS = {
    REPORTED: "reported",
    PRINTED: "not_reported",
    UNVERIFIED: "not_verified",
    INAPPLICABLE: "not_applicable",
    CAVEATED: "reported_with_caveat",
}


def _statuses(rng: np.random.Generator, shape: tuple[int, int, int]) -> NDArray[np.int8]:
    """What stands in each cell (cities, rounds, points): see ``STATUS_WORDS``, or no row."""
    n_cities, n_rounds, n_points = shape
    status = np.full(shape, REPORTED, dtype=np.int8)
    draw = rng.random(shape)
    edge = 0.0
    for word, part in (
        (ABSENT, NO_ROW), (PRINTED, NOT_REPORTED), (UNVERIFIED, NOT_VERIFIED), (CAVEATED, CAVEAT),
    ):  # fmt: skip
        status[(draw >= edge) & (draw < edge + part)] = word
        edge += part

    lasting = rng.random((n_cities, n_points))
    # A point some cities stop measuring: its last value is one to three rounds old.
    last = n_rounds - rng.integers(1, 4, (n_cities, n_points))
    lapsed = (lasting < LAPSED)[:, None, :] & (np.arange(n_rounds)[None, :, None] >= last[:, None])
    status[lapsed] = ABSENT
    never = (lasting >= LAPSED) & (lasting < LAPSED + NEVER)
    status = np.where(never[:, None, :], np.where(rng.random(shape) < 0.5, ABSENT, PRINTED), status)
    inapplicable = lasting >= 1.0 - NOT_APPLICABLE
    status = np.where(inapplicable[:, None, :], INAPPLICABLE, status)

    if n_cities > 1:
        status[1, N_STOPS_AFTER:] = ABSENT
    if n_cities > 2:
        status[2, : max(n_rounds - N_JOINS_LATE, 0)] = ABSENT
    return status.astype(np.int8)


def _rows(
    names: Sequence[str],
    homes: NDArray[np.int64],
    points: Sequence[Point],
    digits: NDArray[np.int64],
    value: NDArray[np.float64],
    status: NDArray[np.int8],
    year: int,
    publication: str,
) -> Iterable[tuple[object, ...]]:
    """The rows of one round, city by city in the catalogue's order."""
    formats = [f"%.{n}f" for n in digits]
    for c, name in enumerate(names):
        iso3 = f"XE{COUNTRIES[homes[c]][0]}"
        cells = zip(points, formats, value[c].tolist(), status[c].tolist(), strict=True)
        for point, form, x, s in cells:
            if s == ABSENT:
                continue
            has_value = s in (REPORTED, CAVEATED)
            yield (
                name, iso3, year, point.key, form % x if has_value else "", point.unit,
                STATUS_WORDS[s], "exact" if has_value else "", ORIGIN, publication, "", "",
                "Synthetic; estimate from a partial count" if s == CAVEATED else SYNTHETIC,
            )  # fmt: skip


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
