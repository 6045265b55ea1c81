"""A city's scorecard: every data point with what the city holds of it."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import numpy as np

from data.queries.cached import few_by_version
from data.queries.definitions import definitions
from data.rows import PointRow
from data.store import Snapshot, joined


class _Fact(NamedTuple):
    """One stored value or printed status of the city; ``stands`` on the scorecard asked for.

    dated: the year is that of the data, not of publication.
    """

    point: str
    year: int | None
    value: float | None
    kind: str
    status: str
    progress: float | None
    band: int | None
    note: str | None
    page: str | None
    origin: str | None
    dated: bool
    stands: bool


class _Line(NamedTuple):
    """Values of one source over the years."""

    kind: str | None
    years: tuple[int, ...]
    values: tuple[float, ...]


_NOTHING = _Fact("", None, None, "", "not_held", None, None, None, None, None, True, False)
_NO_LINE = _Line(None, (), ())


@few_by_version
def scorecard(
    snapshot: Snapshot, city_id: str, as_of: int | None, peers: tuple[str, ...]
) -> tuple[PointRow, ...]:
    """All data points of a city at an as-of year in official order, held or not.

    With ``as_of`` None (a city without a round) only other statistics and definitions are filled.
    """
    facts: dict[str, list[_Fact]] = defaultdict(list)
    for fact in snapshot.rows(
        _Fact,
        """
        SELECT f.point::VARCHAR, f.year, f.value, f.kind::VARCHAR, f.status::VARCHAR, f.progress,
               f.band, s.note, s.page, s.origin, b.dated, f.id IN (
                   SELECT fact FROM standing
                   WHERE round = (SELECT id FROM round WHERE city_id = $city AND as_of = $as_of))
        FROM fact f JOIN source s ON s.id = f.source
        JOIN submission b ON b.id = f.submission::VARCHAR
        WHERE f.city = TRY_CAST($city AS city_word) ORDER BY b.dated, f.year, s.origin, f.id
        """,
        {"city": city_id, "as_of": as_of},
    ):
        facts[fact.point].append(fact)
    scores = _peer_scores(snapshot, as_of, peers)
    points = []
    for d in definitions(snapshot):
        stands = next((fact for fact in facts[d.key] if fact.stands), _NOTHING)
        line = _longest(facts[d.key], as_of)
        other = next((fact for fact in reversed(facts[d.key]) if _is_other(fact)), _NOTHING)
        points.append(
            PointRow(
                key=d.key,
                name=d.name,
                position=d.position,
                kpi_code=d.kpi_code,
                kpi_name=d.kpi_name,
                level=d.level,
                dimension=d.dimension,
                category=d.category,
                category_name=d.category_name,
                unit=d.unit,
                direction=d.direction,
                scored=d.scored,
                target_low=d.target_low,
                target_high=d.target_high,
                worst=d.worst,
                basis=d.basis,
                confidence=d.confidence,
                status=stands.status,
                value=stands.value,
                year=stands.year,
                note=stands.note,
                page=stands.page,
                progress=stands.progress,
                band=stands.band,
                peer_scores=scores.get(d.key, ()),
                history_years=line.years,
                history_values=line.values,
                history_kind=line.kind,
                other_value=other.value,
                other_year=other.year,
                other_dated=other.dated,
            )
        )
    return tuple(points)


def _is_other(fact: _Fact) -> bool:
    """A value of other statistics than the city's own submissions and publications."""
    return fact.kind == "other_statistics" and fact.value is not None


def _longest(facts: list[_Fact], as_of: int | None) -> _Line:
    """The longest line of one source; among equals that of the kind last in the alphabet.

    A line has two values at least and one a year. Other statistics are not cut at the as-of year:
    they are shown beside the scorecard, not on it.
    """
    sources: dict[tuple[str, str | None], list[tuple[int, float]]] = defaultdict(list)
    for fact in facts:
        if fact.value is None or fact.year is None or not fact.dated:
            continue
        if _is_other(fact):
            sources[fact.kind, fact.origin].append((fact.year, fact.value))
        elif as_of is None or fact.year <= as_of:
            sources[fact.kind, None].append((fact.year, fact.value))
    lines = []
    for (kind, _origin), pairs in sources.items():
        years, values = zip(*pairs, strict=True)
        if 1 < len(years) == len(set(years)):
            lines.append(_Line(kind, years, values))
    return max(lines, key=lambda line: (len(line.years), line.kind), default=_NO_LINE)


def _peer_scores(
    snapshot: Snapshot, as_of: int | None, peers: tuple[str, ...]
) -> dict[str, tuple[float, ...]]:
    """Progress scores of the peers by point, ascending.

    As arrays: a thousand peers hold a hundred thousand scores, which lists take twice as long to
    bring.
    """
    if not peers:
        return {}
    cursor = snapshot.cursor()
    found = cursor.execute(
        """
        SELECT enum_code(point)::SMALLINT AS point, score FROM peer_point
        WHERE as_of = $as_of AND score IS NOT NULL
          AND city::VARCHAR IN (SELECT unnest(string_split($peers, ',')))
        ORDER BY point, score
        """,
        {"as_of": as_of, "peers": joined(peers)},
    ).fetchnumpy()
    words = cursor.execute("SELECT enum_range(NULL::point_word)").fetchall()[0][0]
    codes, starts = np.unique(found["point"], return_index=True)
    parts = np.split(found["score"], starts[1:])
    return {words[code]: tuple(part.tolist()) for code, part in zip(codes, parts, strict=False)}
