"""What a build would take away from what is published now: cities, submissions, single values.

A typo keeps a submission out, a wrong clock puts fifteen into the future, a file gets lost: none of it
may make a city vanish in silence. The build stops and names them, until it is told that they are meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb

_MOST_NAMED = 12

_LOST = """
    SELECT o.city_id, c.name, o.publication, o.submission_id,
           any_value(s.id) IS NULL AS whole_submission,
           o.city_id NOT IN (SELECT city_id FROM candidate.observation WHERE value IS NOT NULL)
               AS whole_city,
           count(*), any_value(o.point_key), any_value(o.year)
    FROM served.observation o
    JOIN served.city c ON c.id = o.city_id
    LEFT JOIN candidate.submission s ON s.city_id = o.city_id AND s.publication = o.publication
    WHERE o.value IS NOT NULL AND NOT EXISTS (
        FROM candidate.observation n
        WHERE n.city_id = o.city_id AND n.point_key = o.point_key AND n.year = o.year
          AND n.publication = o.publication AND n.value IS NOT NULL)
    GROUP BY ALL ORDER BY whole_city DESC, whole_submission DESC, c.name, o.publication
"""


class Lost(NamedTuple):
    """Values of one submission that would no longer be published."""

    city_id: str
    city: str
    publication: str
    submission_id: str
    whole_submission: bool
    whole_city: bool
    n_values: int
    point_key: str
    year: int

    def __str__(self) -> str:
        n = "1 value" if self.n_values == 1 else f"{self.n_values:,} values"
        if self.whole_city:
            return f"the city {self.city}: {n} of “{self.publication}”"
        if self.whole_submission:
            return f"the submission “{self.publication}” of {self.city}: {n}"
        return f"{n} of {self.city} in “{self.publication}”, for one {self.point_key} {self.year}"


def removals(served: Path, candidate: Path) -> list[Lost]:
    """What ``served`` has and ``candidate`` has not; whole cities first.

    Nothing where the served store is of a form that cannot be compared.
    """
    with duckdb.connect() as connection:
        try:
            for name, path in (("served", served), ("candidate", candidate)):
                quoted = str(path).replace("'", "''")
                connection.execute(f"ATTACH '{quoted}' AS {name} (READ_ONLY)")
            return [Lost._make(row) for row in connection.execute(_LOST).fetchall()]
        except duckdb.Error:
            return []


def told(lost: Sequence[Lost]) -> str:
    """The sentence a build stops with, and how to say that it is meant."""
    lines = [f"  - {each}" for each in lost[:_MOST_NAMED]]
    if len(lost) > _MOST_NAMED:
        lines.append(f"  - and {len(lost) - _MOST_NAMED} more")
    return "\n".join(
        [
            "This would take away what is published now:",
            *lines,
            "Nothing was published; the store from before is served. If it is meant, say so: "
            "python -m etl build --accept-removals",
        ]
    )
