"""A second computation of every score in a store: plain Python on exact fractions.

No numpy, nothing of the project: only the store's facts (observation, target, catalogue) and the
written rules. ``compare`` recomputes each round and lists where the stored marts differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

Row = dict[str, Any]
Scores = dict[str, Fraction | None]
OLDEST = 5  # years a value may lie before the as-of year
MOVES = NOMINAL, STRICTER, LOOSER = Fraction(0), Fraction(1, 5), Fraction(-1, 5)
TOLERANCE = Fraction(2, 10**9)  # stored scores are rounded to 9 decimals


def compare(connection: Any, rounds: Iterable[tuple[str, int]] | None = None) -> list[str]:
    """Differences between the store's point_score and rollup and this computation.

    ``rounds``: (city id, as-of year) pairs, None = all of them. An empty list: all agree.
    """
    points = _rows(
        connection,
        "SELECT d.key, d.unit, d.direction, d.plausible_min, d.plausible_max, d.kpi_code, "
        "d.category, d.dimension, t.target_low, t.target_high, t.worst, t.confidence "
        "FROM data_point d JOIN target t ON t.point_key = d.key WHERE d.scored AND t.scored",
    )
    observed = defaultdict(list)
    rows = _rows(
        connection,
        "SELECT o.*, s.published_on, s.status AS submission_status FROM observation o "
        "JOIN submission s ON s.id = o.submission_id ORDER BY s.id DESC",
    )
    for row in rows:
        observed[row["city_id"], row["kind"], row["point_key"]].append(row)
    stored_points = {
        (r["city_id"], r["as_of"], r["point_key"]): r
        for r in _rows(connection, "SELECT * FROM point_score WHERE value IS NOT NULL")
    }
    stored_rollups = {
        (r["city_id"], r["as_of"], r["level"], "" if r["level"] == "overall" else r["key"]): r
        for r in _rows(connection, "SELECT * FROM rollup")
    }
    wanted = None if rounds is None else set(rounds)
    differences: list[str] = []
    for of in _rows(connection, "SELECT city_id, as_of, kind FROM round"):
        city, as_of = of["city_id"], of["as_of"]
        if wanted is not None and (city, as_of) not in wanted:
            continue
        newest = {p["key"]: _newest(observed[city, of["kind"], p["key"]], as_of) for p in points}
        asked = [p for p in points if newest[p["key"]].get("status") != "not_applicable"]
        values = {p["key"]: newest[p["key"]].get("value") for p in asked}
        score = {p["key"]: progress(p, values[p["key"]]) for p in asked}
        bands = {
            by: {p["key"]: band(progress(p, values[p["key"]], by)) for p in asked} for by in MOVES
        }
        for p in points:
            where = f"{city} {as_of} {p['key']}"
            mine: Row = {"value": values.get(p["key"]), "progress": score.get(p["key"])}
            mine["band"] = band(mine["progress"])
            differences += _differ(where, mine, stored_points.get((city, as_of, p["key"]), {}))
        for (level, key), members in _groups(asked).items():
            where = f"{city} {as_of} {level} {key}"
            mine = aggregate(members, score, bands, level)
            differences += _differ(where, mine, stored_rollups.get((city, as_of, level, key), {}))
    return differences


def progress(point: Row, value: float | None, by: Fraction = NOMINAL) -> Fraction | None:
    """METHODS §1 in fractions of the printed decimals, the target moved by the share ``by``."""
    if value is None:
        return None
    x, worst = _exact(value), _exact(point["worst"])
    low, high = moved(point, by)
    if point["direction"] == "higher_is_better":
        p = 100 * (x - worst) / (low - worst)
    elif point["direction"] == "lower_is_better":
        p = 100 * (worst - x) / (worst - high)
    elif low <= x <= high:
        p = Fraction(100)
    else:
        span = low - worst if worst < low else worst - high
        p = 100 - 100 * (low - x if x < low else x - high) / span
    return round(min(max(p, Fraction(0)), Fraction(100)), 9)


def moved(point: Row, by: Fraction) -> tuple[Fraction, Fraction]:
    """Ends of the target, stricter (by > 0) or looser; absolute ones and yes/no stay."""
    low, high, worst = (_exact(point[k]) for k in ("target_low", "target_high", "worst"))
    bounds = [None if point[k] is None else _exact(point[k]) for k in _BOUNDS]

    def end(old: Fraction, factor: Fraction) -> Fraction:
        whole = point["unit"] == "%" and old == 100
        if point["unit"] == "yes/no" or whole or old == 0 or old in bounds:
            return old
        new = old * factor
        new = new if bounds[0] is None else max(new, bounds[0])
        return new if bounds[1] is None else min(new, bounds[1])

    if point["direction"] == "target_range":
        ends = end(low, 1 + by), end(high, 1 - by)
        new_low, new_high = ((low + high) / 2,) * 2 if ends[0] > ends[1] else ends
    else:
        good = 1 + by if point["direction"] == "higher_is_better" else 1 - by
        new_low, new_high = end(low, good), end(high, good)
    past_worst = new_low <= worst if worst < low else new_high >= worst
    return (low, high) if past_worst else (new_low, new_high)


def band(score: Fraction | None) -> int | None:
    """1..4 at 33, 66 and 95; the edge goes up."""
    return None if score is None else 1 + (score >= 33) + (score >= 66) + (score >= 95)


def aggregate(members: list[Row], score: Scores, bands: dict[Fraction, Row], level: str) -> Row:
    """One row of the roll-up, from the applicable scoreable points under it."""
    held = [p for p in members if score[p["key"]] is not None]
    n, of = len(held), len(members)
    missing = of - n

    def points(by: Fraction = NOMINAL) -> int:
        return sum(bands[by][p["key"]] for p in held)

    def percent(sum_of_points: int, count: int) -> Fraction | None:
        return Fraction(100 * sum_of_points, 4 * count) if count else None

    def tree(fill: Fraction | None) -> Fraction | None:
        return _tree(members, {k: fill if v is None else v for k, v in score.items()}, level)

    s, continuous = points(), tree(None)
    return {
        "n_scored": n,
        "n_missing": missing,
        "n_scoreable": of,
        "n_judged": sum(p["confidence"] == "judgement" for p in held),
        "points_score": percent(s, n),
        "points_low": percent(s + missing, of),
        "points_high": percent(s + 4 * missing, of),
        "continuous": continuous,
        "continuous_low": tree(Fraction(0)),
        "continuous_high": tree(Fraction(100)),
        "band": band(percent(s, n)),
        "continuous_band": band(None if continuous is None else round(continuous, 9)),
        "band_stricter": band(percent(points(STRICTER), n)),
        "band_looser": band(percent(points(LOOSER), n)),
        "passes_gate": (n >= 3 and Fraction(n, of) >= Fraction(65, 100))
        or (of in (1, 2) and n == of),
    }


_BOUNDS = ("plausible_min", "plausible_max")
_LEVELS = ("dimension", "category", "kpi_code", "key")


def _tree(members: list[Row], score: Scores, level: str) -> Fraction | None:
    """Mean of means down the tree; a branch without a score drops out."""
    path = _LEVELS[("overall", "dimension", "category").index(level) :]

    def mean(of: list[Row], path: tuple[str, ...]) -> Fraction | None:
        if not path:
            return score[of[0]["key"]]
        branches = defaultdict(list)
        for p in of:
            branches[p[path[0]]].append(p)
        means = [m for b in branches.values() if (m := mean(b, path[1:])) is not None]
        return sum(means, Fraction(0)) / len(means) if means else None

    return mean(members, path)


def _groups(points: list[Row]) -> dict[tuple[str, str], list[Row]]:
    groups = defaultdict(list)
    for p in points:
        for level, key in (
            ("category", p["category"]),
            ("dimension", p["dimension"]),
            ("overall", ""),
        ):
            groups[level, key].append(p)
    return groups


def _newest(rows: list[Row], as_of: int) -> Row:
    """Row in force at the as-of year, a printed status included; {} = not held.

    Of two rows of a year: published last, then verified, then the first submission by id.
    """
    newest: Row = {}
    best: Any = ()
    for r in rows:
        published = r["published_on"]
        rank = (r["year"], str(published or ""), r["submission_status"] == "verified")
        if as_of - OLDEST <= r["year"] <= as_of and rank >= best:
            newest, best = r, rank
    return newest


def _differ(where: str, mine: Row, stored: Row) -> list[str]:
    def same(a: Any, b: Any) -> bool:
        if a is None or b is None or isinstance(a, bool | int):
            return bool(a == b)
        return b == b and abs(Fraction(a) - Fraction(b)) <= TOLERANCE  # NaN is no NULL

    return [
        f"{where} {name}: stored {stored.get(name)}, here "
        f"{float(mine[name]) if isinstance(mine[name], Fraction) else mine[name]}"
        for name in mine
        if not same(mine[name], stored.get(name))
    ]


@cache
def _exact(number: float) -> Fraction:
    """The printed decimal of a stored float: 51.85, not the nearest binary fraction."""
    return Fraction(Decimal(repr(number)))


def _rows(connection: Any, query: str) -> list[Row]:
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
