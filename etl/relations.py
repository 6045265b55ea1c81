"""Rules between values of one city (METHODS §11): warnings that are kept with the value.

Each is a query over ``held``: the values of one submission, city and year, a row a data point. It gives
the row a reader should look at first, the value as written and the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import duckdb

from etl.extract import LISTED, Staged
from etl.findings import Finding

Connection = duckdb.DuckDBPyConnection

WHOLES = {
    "modal_shares": ("mode_public", "mode_private", "mode_walking", "mode_cycling", "mode_para"),
    "waste_shares": (
        "waste_landfill", "waste_burnt", "waste_incinerated", "waste_open_dump", "waste_recycled",
        "waste_other",
    ),
}  # fmt: skip
"""Data points that are shares of one whole."""

_SLACK = 2  # percentage points that rounding may leave
_MANY = 100  # a value so many times under its own scale has lost a factor of a thousand


class Relation(NamedTuple):
    """rule, fix: as shown; query: rows of (row_id, value, message)."""

    rule: str
    query: str
    fix: str


def _whole(rule: str, keys: Sequence[str]) -> Relation:
    return Relation(
        rule,
        f"""
        SELECT max(row_id), NULL, city || ', ' || year || ': ' || count(*) || ' of {len(keys)} shares of one '
            || 'whole add up to ' || round(sum(value), 2) || ' %.'
        FROM held WHERE key IN {tuple(keys)} GROUP BY file_id, city, year
        HAVING sum(value) > {100 + _SLACK} OR (count(*) = {len(keys)} AND sum(value) < {100 - _SLACK})
        """,  # noqa: S608 (the rules are ours)
        "Check that each is a share of the same whole.",
    )


def _not_above(rule: str, part: str, whole: str, message: str) -> Relation:
    return Relation(
        rule,
        f"""
        SELECT a.row_id, a.value::VARCHAR, '{message}: ' || a.value || ' % and ' || b.value || ' %.'
        FROM held a JOIN held b USING (file_id, city, year)
        WHERE a.key = '{part}' AND b.key = '{whole}' AND a.value > b.value
        """,  # noqa: S608 (the rules are ours)
        "Check both values.",
    )


RELATIONS = (
    *(_whole(rule, keys) for rule, keys in WHOLES.items()),
    _not_above(
        "potable_over_basic", "potable_water_supply", "basic_water_supply",
        "More have potable water than have basic water",
    ),
    _not_above(
        "water_meters", "smart_water_meters", "smart_electricity_meters",
        "Smart water meters are more common than smart electricity meters, which is rare",
    ),
    Relation(
        "fraction",
        """
        SELECT a.row_id, a.value::VARCHAR, a.value || ' % is a hundredth of what ' || a.city
            || ' gives for other years: a fraction in place of a percentage?'
        FROM held a
        WHERE starts_with(a.unit, '%') AND a.value > 0 AND a.value <= 1 AND EXISTS (
            FROM held b WHERE b.city = a.city AND b.key = a.key AND b.year <> a.year
                AND a.value * 100 BETWEEN b.value / 2 AND b.value * 2)
        """,
        "Write percentages on 0 to 100.",
    ),
    Relation(
        "thousands",
        f"""
        SELECT row_id, value::VARCHAR, value || ' ' || unit || ' is far below what is usual: is the dot a '
            || 'thousands separator?'
        FROM held
        WHERE regexp_full_match(trim(written), '[1-9][0-9]{{0,2}}[.][0-9]{{3}}')
            AND least(nullif(target_high, 0), nullif(worst, 0)) > {_MANY} * value
            AND value * 1000 <= plausible_max
        """,  # noqa: S608 (the rules are ours)
        "Write numbers without thousands separators.",
    ),
)  # fmt: skip

_HELD = """
    CREATE OR REPLACE TEMP TABLE held AS
    SELECT t.row_id, t.entry_pos, t.file_id, c.name AS city, t.year, p.key, p.unit, t.value,
        s.value AS written, p.target_high, p.worst, p.plausible_max
    FROM typed t JOIN point_dim p ON p.pos = t.point_pos JOIN city_dim c ON c.pos = t.city_pos
    JOIN staged s ON s.rowid = t.row_id
    WHERE t.value IS NOT NULL AND t.year IS NOT NULL
        AND (p.key IN (SELECT unnest($keys)) OR (starts_with(p.unit, '%') AND t.value <= 1)
            OR regexp_full_match(trim(s.value), '[1-9][0-9]{0,2}[.][0-9]{3}')
            OR (t.city_pos, t.point_pos) IN (
                SELECT (city_pos, point_pos) FROM typed JOIN point_dim ON pos = point_pos
                WHERE starts_with(unit, '%') AND value > 0 AND value <= 1))
"""
"""Only rows that a relation can say something of: two million rows are gone through once."""


def related(connection: Connection, files: Sequence[Staged]) -> Iterator[Finding]:
    """Findings of all relations; at most ``LISTED`` of each."""
    keys = [key for whole in WHOLES.values() for key in whole]
    keys += [
        "potable_water_supply", "basic_water_supply", "smart_water_meters",
        "smart_electricity_meters",
    ]  # fmt: skip
    connection.execute(_HELD, {"keys": keys})
    by_id = {f.file_id: f for f in files}
    for relation in RELATIONS:
        rows = connection.execute(
            f"""
            SELECT t.entry_pos, t.file_id, f.*
            FROM ({relation.query}) f(row_id, value, message) JOIN typed t USING (row_id)
            ORDER BY row_id LIMIT {LISTED}
            """  # noqa: S608 (the rules are ours)
        ).fetchall()
        for entry, file_id, row_id, value, message in rows:
            file = by_id[file_id]
            yield Finding(entry, row_id, file.path.name, file.row(row_id), "value", relation.rule,
                          "warning", value, message, relation.fix)  # fmt: skip
    connection.execute("DROP TABLE held")
