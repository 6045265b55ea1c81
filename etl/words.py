"""Staged rows as typed rows; each distinct word is recognised once, rows are joined to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import duckdb

from etl.extract import Staged
from etl.manifest import ManifestEntry
from etl.rules import ROW_RULES, STATUSES
from etl.tables import create_table
from etl.vocabulary import Hints, slug, unit_key

Connection = duckdb.DuckDBPyConnection

_CELL = re.compile(r"\b([swc])\.(\w+)")
_YEAR = r"\s*[0-9]{4}\s*"
"""A year as written. Read as a number, "2023.6" would be 2024 and "2e3" the year 2000."""
WORDS = """
    LEFT JOIN word_city c ON s.city IS NOT DISTINCT FROM c.city
        AND s.country_iso3 IS NOT DISTINCT FROM c.country_iso3
    LEFT JOIN word_row w ON s.point_key IS NOT DISTINCT FROM w.point_key
        AND s.unit IS NOT DISTINCT FROM w.unit AND s.status IS NOT DISTINCT FROM w.given_status
"""


def recognise_words(connection: Connection) -> None:
    """word_city(city, iso3 → city_pos, hint), word_row(point, unit, status → ...), status_dim.

    And word_year(given → year), which holds only what is a year.
    """
    cities = connection.execute(
        "SELECT pos, id, name, country_iso3, aliases FROM city_dim"
    ).fetchall()
    # A city is known by its id, its name and its other names; one name may be that of several.
    by_name: dict[tuple[str, str], set[int]] = {}
    countries: dict[str, list[str]] = {}
    ids: dict[int, str] = {}
    names: dict[str, str] = {}
    for pos, city_id, name, iso3, aliases in cities:
        ids[pos] = city_id
        for known in (city_id, name, *(aliases or "").split(";")):
            key = slug(known)
            if key:
                by_name.setdefault((key, iso3), set()).add(pos)
                countries.setdefault(key, []).append(iso3)
                names.setdefault(key, name)
    rows: list[tuple[Any, ...]] = []
    hints = Hints(names)
    for city, iso3 in connection.execute(
        "SELECT city, country_iso3 FROM staged GROUP BY ALL ORDER BY min(rowid)"
    ).fetchall():
        key = slug(city or "")
        meant = by_name.get((key, (iso3 or "").strip().upper()), set())
        pos = next(iter(meant)) if len(meant) == 1 else None
        several = " or ".join(sorted(ids[p] for p in meant)) if len(meant) > 1 else None
        listed = ", ".join(dict.fromkeys(countries.get(key, ()))) or None
        near = hints.of(key) if pos is None and listed is None and key else None
        rows.append((city, iso3, pos, listed, names[near] if near else None, several))
    create_table(
        connection,
        "word_city",
        {
            "city": "VARCHAR",
            "country_iso3": "VARCHAR",
            "city_pos": "SMALLINT",
            "listed_in": "VARCHAR",
            "hint": "VARCHAR",
            "several": "VARCHAR",
        },
        rows,
    )

    points = {
        key: (pos, unit_key(unit))
        for pos, key, unit in connection.execute("SELECT pos, key, unit FROM point_dim").fetchall()
    }
    rows = []
    hints = Hints(points)
    for point, unit, status in connection.execute(
        "SELECT point_key, unit, status FROM staged GROUP BY ALL ORDER BY min(rowid)"
    ).fetchall():
        key = (point or "").strip().casefold()
        pos, expected = points.get(key, (None, None))
        fits = pos is None or unit_key(unit or "") == expected
        word = (status or "").strip().casefold().replace(" ", "_")
        near = hints.of(key) if pos is None and key else None
        said = (word, STATUSES.index(word)) if word in STATUSES else (None, None)
        rows.append((point, unit, status, pos, fits, *said, near))
    create_table(
        connection,
        "word_row",
        {
            "point_key": "VARCHAR",
            "unit": "VARCHAR",
            "given_status": "VARCHAR",
            "point_pos": "SMALLINT",
            "unit_fits": "BOOLEAN",
            "status": "VARCHAR",
            "status_pos": "TINYINT",
            "hint": "VARCHAR",
        },
        rows,
    )
    connection.execute(
        "CREATE OR REPLACE TABLE word_year AS"
        " SELECT given, TRY_CAST(given AS SMALLINT) AS year"
        " FROM (SELECT DISTINCT year AS given FROM staged) WHERE regexp_full_match(given, $1)",
        [_YEAR],
    )
    create_table(
        connection, "status_dim", {"pos": "TINYINT", "status": "VARCHAR"}, list(enumerate(STATUSES))
    )


def recognise_entries(
    connection: Connection, files: Iterable[Staged], entries: Sequence[ManifestEntry]
) -> None:
    """word_entry(file_id, publication → entry_pos); a publication is compared by its letters."""
    known = {(e.file, slug(e.publication)): pos for pos, e in enumerate(entries)}
    names = {f.file_id: f.path.name for f in files}
    rows = [
        (
            file_id,
            publication,
            slug(publication or ""),
            known.get((names[file_id], slug(publication or ""))),
        )
        for file_id, publication in connection.execute(
            "SELECT DISTINCT file_id, publication FROM staged"
        ).fetchall()
    ]
    create_table(
        connection,
        "word_entry",
        {
            "file_id": "INTEGER",
            "publication": "VARCHAR",
            "publication_slug": "VARCHAR",
            "entry_pos": "INTEGER",
        },
        rows,
    )


def type_rows(connection: Connection, build_year: int) -> int:
    """typed: one row a staged row that says anything; returns the rules broken anywhere, as bits.

    ``key`` packs city, point, year and entry; ``printed`` is a hash of what the row says of its
    source; ``broken`` has a bit for each rule the row breaks, so the two million rows of a clean
    file are gone through once, not once a rule.
    """
    cells = sorted({cell for rule in ROW_RULES for cell in _CELL.findall(rule.when)})
    exposed = ", ".join(f"{table}.{name} AS {table}_{name}" for table, name in cells)
    conditions = [_CELL.sub(r"t.\1_\2", rule.when) for rule in ROW_RULES]
    bits = " | ".join(
        f"(coalesce({when}, false)::BIGINT << {bit})" for bit, when in enumerate(conditions)
    )
    any_of = " OR ".join(f"({when})" for when in conditions)
    connection.execute(
        f"""
        CREATE OR REPLACE TABLE typed AS
        SELECT t.row_id, t.file_id, t.entry_pos, t.city_pos, t.point_pos, t.year, t.value,
            t.status_pos, t.key, t.printed,
            CASE WHEN {any_of} THEN {bits} ELSE 0 END AS broken
        FROM (
            SELECT s.rowid AS row_id, s.file_id, e.entry_pos, c.city_pos, w.point_pos,
                y.year,
                CASE WHEN isfinite(TRY_CAST(s.value AS DOUBLE)) AND NOT contains(s.value, '_')
                    THEN TRY_CAST(s.value AS DOUBLE) END AS value,
                w.status_pos, hash(s.quality, s.origin, s.note, s.page, s.source_url) AS printed,
                (((coalesce(e.entry_pos, -1 - s.file_id)::BIGINT * 32768 + c.city_pos) * 1024
                    + w.point_pos) * 32768 + y.year) AS key,
                {exposed}
            FROM staged s {WORDS}
            LEFT JOIN word_year y ON s.year = y.given
            LEFT JOIN word_entry e ON s.file_id = e.file_id
                AND s.publication IS NOT DISTINCT FROM e.publication
            WHERE s.city IS NOT NULL OR s.point_key IS NOT NULL OR s.value IS NOT NULL
                OR s.year IS NOT NULL
        ) t
        LEFT JOIN point_dim p ON p.pos = t.point_pos
        """,  # noqa: S608 (the rules are ours)
        {"build_year": build_year},
    )
    (broken,) = connection.execute("SELECT bit_or(broken) FROM typed").fetchone() or (0,)
    return int(broken or 0)
