"""A second judgement of every series: plain Python, scipy's Theil–Sen and pymannkendall.

Nothing of the project: only the store's facts and the written rules (METHODS §9).
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from math import isclose
from typing import Any

import pymannkendall
from scipy import stats

Row = dict[str, Any]
SINCE, GOAL, WINDOW = 2015, 2030, 5
COURSE = {
    "on_track": "on_course", "acceleration_needed": "too_slow", "limited": "too_slow",
    "moderately_improving": "too_slow", "fair": "too_slow", "deterioration": "off_course",
    "stagnating": "off_course", "decreasing": "off_course",
    "stagnation_or_regression": "off_course",
}  # fmt: skip


def compare(connection: Any, as_of: int, cities: list[str] | None = None) -> list[str]:
    """Differences between the store's trends (of some cities) and this judgement; [] = none."""
    wanted = "" if cities is None else f"WHERE o.city_id IN {(*cities, '')}"
    points = {r["key"]: r for r in _rows(connection, "SELECT * FROM data_point")}
    for target in _rows(connection, "SELECT * FROM target"):
        names = ("target_low", "target_high", "worst")
        points[target["point_key"]] |= {n: target[n] if target["scored"] else None for n in names}
    held = defaultdict(list)
    for row in _rows(
        connection,
        "SELECT o.*, s.published_on, s.status AS trust FROM observation o JOIN submission s"
        f" ON s.id = o.submission_id AND s.dated {wanted}",
    ):
        other = row["publication"] if row["kind"] == "other_statistics" else None
        held[row["city_id"], row["point_key"], row["kind"], other].append(row)
    stored = {}
    for row in _rows(connection, f"SELECT * FROM trend o {wanted}"):
        other = row["publication"] if row["kind"] == "other_statistics" else None
        stored[row["city_id"], row["point"], row["kind"], other] = row
    differences = [f"{key}: not in both" for key in set(held) ^ set(stored)]
    for key in set(held) & set(stored):
        expected = judge(points[key[1]], held[key], as_of)
        differences += [
            f"{key} {name}: stored {stored[key][name]!r}, expected {value!r}"
            for name, value in expected.items()
            if not _same(stored[key][name], value)
        ]
    return differences


def judge(point: Row, rows: list[Row], as_of: int) -> Row:
    """What the store should say of a series."""
    by_year: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if row["year"] <= as_of:
            by_year[row["year"]].append(row)
    top = {year: max(sorted(own, key=lambda r: r["submission_id"], reverse=True), key=_recent)
           for year, own in by_year.items()}  # fmt: skip
    values = {year: top[year]["value"] for year in sorted(top) if top[year]["value"] is not None}
    newest = top[max(top)]
    emptied = newest["kind"] != "other_statistics" and newest["value"] is None
    out: Row = dict.fromkeys(
        ("year", "value", "progress", "level", "t0", "slope", "slope_low", "slope_high",
         "projected", "projected_low", "projected_high", "needed", "p_value", "trend", "headline",
         "canada", "sdsn", "un", "canada_ratio", "sdsn_ratio", "un_ratio")
    )  # fmt: skip
    out |= {"n_years": len(values), "state": "emptied", "slipping": False}
    out["n_doubled"] = sum(sum(r["value"] is not None for r in own) > 1 for own in by_year.values())
    begun = {year: value for year, value in values.items() if year >= SINCE}
    out["n"], out["t0"] = len(begun), min(begun, default=None)
    if values:
        out["year"], out["value"] = max(values), values[max(values)]
    if emptied or not values:
        return out
    t, y = out["year"], out["value"]
    p = score(point, y)
    out["progress"] = None if p is None else max(p, 0.0)
    out["level"] = _level(p)
    edge, sign = towards(point, y)
    if t < as_of - WINDOW:
        return out | {"state": "too_old"}
    if point["unit"] == "yes/no":
        return out | {"state": "yes_no"}
    if p is not None and p < 100:
        out["needed"] = (edge - y) / (GOAL - t)
    long = bool(begun) and t - min(begun) >= 3
    if p is not None and p >= 95:
        out["state"] = "at_target"
    elif not long:
        out["state"] = "no_trend"
    elif point["direction"] == "informational":
        out["state"] = "no_direction"
    else:
        out["state"] = "judged"
        out |= methods(point, begun, None if p is None else edge, sign)
    if long:
        out |= line(point, begun)
        if out["state"] == "at_target" and out["slope_low"] is not None:
            wrong = out["slope_high"] < 0 if sign > 0 else out["slope_low"] > 0
            out["slipping"] = sign != 0 and wrong
    return out


def score(point: Row, x: float) -> float | None:
    """Progress score, cut above only; None without a target."""
    low, high, worst = (point.get(n) for n in ("target_low", "target_high", "worst"))
    if worst is None or point["direction"] == "informational":
        return None
    if point["direction"] == "higher_is_better":
        p = (x - worst) / (low - worst)
    elif point["direction"] == "lower_is_better":
        p = (worst - x) / (worst - high)
    else:
        p = 1 - max(low - x, x - high, 0) / (low - worst if worst < low else worst - high)
    return round(min(100 * p, 100.0), 9)


def towards(point: Row, x: float) -> tuple[Any, int]:
    """The edge of the target nearer to x, and in which direction x should change."""
    low, high = point.get("target_low"), point.get("target_high")
    if point["direction"] == "higher_is_better":
        return low, 1
    if point["direction"] == "lower_is_better":
        return high, -1
    if low is None or low <= x <= high:
        return x, 0
    return (low, 1) if x < low else (high, -1)


def methods(point: Row, begun: dict[int, float], target: Any, sign: int) -> Row:
    """The three methods and their majority."""
    t0, t = min(begun), max(begun)
    y0, y = begun[t0], begun[t]
    out: Row = dict.fromkeys(("canada", "sdsn", "un", "canada_ratio", "sdsn_ratio", "un_ratio"))
    jumped = point["direction"] == "target_range" and towards(point, y0)[1] != sign
    if y0 > 0 and y > 0 and not jumped:
        rate = (y / y0) ** (1 / (t - t0)) - 1
        if target is None:
            out["canada"] = _word(sign * rate, {"on_track": 0.015, "acceleration_needed": 0.005,
                                                "limited": 0, "deterioration": None})  # fmt: skip
            out["un"] = _word(sign * rate, {"on_track": 0.02, "fair": 0.005,
                                            "stagnation_or_regression": None})  # fmt: skip
        else:
            if target > 0 and target != y0:
                ratio = sign * rate / abs((target / y0) ** (1 / (GOAL - t0)) - 1)
                out["canada_ratio"] = ratio
                out["canada"] = _word(ratio, {"on_track": 0.95, "acceleration_needed": 0.6,
                                              "limited": 0, "deterioration": None})  # fmt: skip
            if sign * (target - y0) > 0:
                ratio = (y * (1 + rate) ** (GOAL - t) - y0) / (target - y0)
                out["un_ratio"] = ratio
                out["un"] = _word(ratio, {"on_track": 0.95, "fair": 0.1,
                                          "stagnation_or_regression": None})  # fmt: skip
    s0, s = score(point, y0), score(point, y)
    if s0 is not None and s is not None:
        asked, was = (100 - s0) / (GOAL - t0), (s - s0) / (t - t0)
        out["sdsn_ratio"] = was / asked if asked else None
        out["sdsn"] = (
            "decreasing" if was < 0
            else _word(was / asked, {"on_track": 1, "moderately_improving": 0.5,
                                     "stagnating": None})
        )  # fmt: skip
    said = [COURSE[out[m]] for m in ("canada", "sdsn", "un") if out[m]]
    most = [v for v in set(said) if said.count(v) == max(said.count(w) for w in said)]
    out["headline"] = (
        ("no_method", "one_method")[len(said)] if len(said) < 2
        else most[0] if len(most) == 1 else "disagree"
    )  # fmt: skip
    return out


def line(point: Row, begun: dict[int, float]) -> Row:
    """Slope, interval, projection and trend test from the libraries."""
    years, values = list(begun), list(begun.values())
    fitted = stats.theilslopes(values, years, 0.9)
    out: Row = {"slope": fitted.slope, "slope_low": None, "slope_high": None}
    out["projected"] = _within(point, fitted.intercept + fitted.slope * GOAL)
    # Under four values scipy's interval is the outermost slopes: Sen's ranks lie beyond them.
    if len(values) >= 4:
        out |= {"slope_low": fitted.low_slope, "slope_high": fitted.high_slope}
        start = fitted.intercept + fitted.slope * max(years)
        for end in ("low", "high"):
            ahead = start + out[f"slope_{end}"] * (GOAL - max(years))
            out[f"projected_{end}"] = _within(point, ahead)
    if len(values) >= 5:
        test = pymannkendall.original_test(values, alpha=0.1)
        out |= {"p_value": test.p, "trend": test.trend.replace("no trend", "none")}
    return out


def _within(point: Row, x: float) -> float:
    least, most = point["plausible_min"], point["plausible_max"]
    x = x if least is None else max(x, least)
    return x if most is None else min(x, most)


def _level(p: float | None) -> str:
    return "no_target" if p is None else "met" if p == 100 else "near" if p >= 95 else "below"


def _word(measure: float, least: dict[str, float | None]) -> str:
    measure = round(measure, 9)
    return next(word for word, edge in least.items() if edge is None or measure >= edge)


def _recent(row: Row) -> tuple[Any, ...]:
    return row["published_on"] or date.min, row["trust"] == "verified"


def _same(stored: Any, expected: Any) -> bool:
    if isinstance(expected, float) and isinstance(stored, float):
        return isclose(stored, expected, rel_tol=1e-8, abs_tol=2e-9)
    return bool(stored == expected)


def _rows(connection: Any, sql: str) -> list[Row]:
    found = connection.execute(sql)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
