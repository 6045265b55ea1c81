"""Is a point on its way to the 2030 line? The order of cases of METHODS §9.

Many series at once: rows are series ``S`` (a data point of a city in one source), columns years
``Y``, NaN = no value. The build judges all series, the serving process those of one city when a
reader moves the first year or the as-of year: the same function.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis import trend_methods as methods
from analysis.level import NEAR, Scale, level, line, wanted
from analysis.scoring import progress
from analysis.trend_line import Line, fit
from analysis.trend_methods import GOAL_YEAR, Majority, Method

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Words = NDArray[np.int8]

SINCE = 2015
"""First year of a trend, the goals' own beginning; a control moves it."""

LEAST_SPAN = 3
"""Least years between the first and the newest value of a trend."""

STATES = (
    "emptied",  # the newest report prints a status in place of a value
    "too_old",  # the newest value is older than the window: history is drawn only
    "yes_no",  # met or not met, no trend
    "at_target",  # progress score 95 or more, no method is run
    "goal_year_over",  # the newest value is of 2030 or later: the level is the answer
    "no_trend",  # no two values of this source three years apart since the first year
    "no_direction",  # informational: neither rise nor fall is wanted
    "judged",  # by the methods
)
_EMPTIED, _TOO_OLD, _YES_NO, _AT_TARGET, _OVER, _NO_TREND, _NO_DIRECTION, _JUDGED = range(8)

HEADLINES = (*methods.VERDICTS, "one_method", "no_method")
_ONE_METHOD, _NO_METHOD = 4, 5


class Trends(NamedTuple):
    """One entry a series (S,), values and slopes in the unit of the point, NaN = none.

    year, value: the newest; progress 0..100. level, state, headline: positions in ``LEVELS``,
    ``STATES``, ``HEADLINES``; an emptied series has no progress and level, one that no method was
    asked about no headline (-1). t0, first: where the trend begins; n: values since then.
    line: Theil–Sen and the trend test. fitted: the line at the newest year;
    projected: it in 2030, with the interval that opens from the newest year, within the bounds.
    needed: change a year from the newest value to the line in 2030, NaN where it is met.
    slipping: at the target, and the interval of the slope lies wholly on the wrong side of zero.
    sign_differs: a method sees the change go the other way than Theil–Sen does.
    """

    year: Floats
    value: Floats
    progress: Floats
    level: Words
    state: Words
    t0: Floats
    first: Floats
    n: NDArray[np.int64]
    canada: Method
    sdsn: Method
    un: Method
    majority: Majority
    headline: Words
    growth: Floats
    line: Line
    fitted: Floats
    projected: Floats
    projected_low: Floats
    projected_high: Floats
    needed: Floats
    slipping: Bools
    sign_differs: Bools


def judge(
    scale: Scale,
    years: ArrayLike,
    values: ArrayLike,
    emptied: ArrayLike = False,
    *,
    as_of: int,
    window: int,
    since: int = SINCE,
) -> Trends:
    """Level, state, methods, line and projection of every series.

    years (Y,) ascending, values (S, Y). Years after ``as_of`` are left out. emptied (S,): a
    status was printed after the newest value. window: years before ``as_of`` that still count.
    """
    when = np.asarray(years, dtype=np.float64)
    grid = np.asarray(values, dtype=np.float64)[:, when <= as_of]
    when = when[when <= as_of]
    year, value = _end(when[::-1], grid[:, ::-1])
    begun = when >= since
    t0, first = _end(when[begun], grid[:, begun])
    n = (~np.isnan(grid[:, begun])).sum(axis=1)

    targets = scale.targets
    p = progress(value, *targets, scale.worst)
    sign = wanted(value, *targets)
    held = ~np.isnan(value)
    enough = held & (year - t0 >= LEAST_SPAN)
    state = np.select(
        [
            np.broadcast_to(emptied, held.shape) | ~held, year < as_of - window, scale.yes_no,
            p >= NEAR, year >= GOAL_YEAR, ~enough, np.isnan(sign),
        ],
        range(_JUDGED),
        _JUDGED,
    ).astype(np.int8)  # fmt: skip

    p = np.where(state == _EMPTIED, np.nan, p)

    runs = enough & (year < GOAL_YEAR) & np.isin(state, (_AT_TARGET, _NO_DIRECTION, _JUDGED))
    fitted_line = _spread(fit(when[begun], grid[runs][:, begun]), runs)
    at_newest = fitted_line.at(year)
    left = GOAL_YEAR - year
    low, high = (at_newest + slope * left for slope in (fitted_line.low, fitted_line.high))

    goal = np.where(np.isnan(p), np.nan, line(value, *targets))
    judged = state == _JUDGED
    canada, sdsn, un = _methods(scale, judged, sign, goal, (first, value, t0, year))
    agreed = methods.majority(canada.word, sdsn.word, un.word)
    headline = np.where(agreed.n == 0, _NO_METHOD, np.where(agreed.n == 1, _ONE_METHOD,
                        agreed.verdict))  # fmt: skip
    towards = np.sign(fitted_line.slope) * sign
    told = np.stack([np.sign(value - first) * sign, np.sign(sdsn.measure)])
    says = np.stack([(canada.word >= 0) | (un.word >= 0), sdsn.word >= 0])
    return Trends(
        year=year, value=value, progress=p,
        level=np.where(state == _EMPTIED, -1, level(p)).astype(np.int8),
        state=state, t0=t0, first=first, n=n, canada=canada, sdsn=sdsn, un=un, majority=agreed,
        headline=np.where(judged, headline, -1).astype(np.int8),
        growth=np.where(runs, methods.growth(first, value, t0, year), np.nan),
        line=fitted_line,
        fitted=scale.within(at_newest),
        projected=scale.within(fitted_line.at(GOAL_YEAR)),
        projected_low=scale.within(low), projected_high=scale.within(high),
        needed=np.where(
            (p < 100.0) & (left > 0) & (state > _YES_NO), (goal - value) / left, np.nan
        ),
        slipping=(state == _AT_TARGET)
        & np.where(sign > 0, fitted_line.high < 0, (sign < 0) & (fitted_line.low > 0)),
        sign_differs=judged & (says & (told * towards < 0)).any(axis=0),
    )  # fmt: skip


def _methods(
    scale: Scale, judged: Bools, sign: Floats, goal: Floats, ends: tuple[Floats, ...]
) -> tuple[Method, Method, Method]:
    """The three methods where a series is judged, not applicable elsewhere."""
    first, value, t0, year = (np.where(judged, end, np.nan) for end in ends)
    targets = scale.targets
    # Growth rates cannot see that a value jumped from below a range to above it.
    ranged = scale.direction == "target_range"
    same_side = ~ranged | (wanted(first, *targets) == sign)
    y0 = np.where(same_side, first, np.nan)
    canada = methods.statistics_canada(y0, value, t0, year, goal, sign)
    un = methods.un_progress_chart(y0, value, t0, year, goal, sign)
    s0, s = (progress(end, *targets, scale.worst, floor=-np.inf) for end in (first, value))
    return canada, methods.sdsn(s0, s, t0, year), un


def _end(years: Floats, grid: Floats) -> tuple[Floats, Floats]:
    """Year and value of the first column of each row that holds one; NaN, NaN of an empty row."""
    if not years.size:
        nothing = np.full(len(grid), np.nan)
        return nothing, nothing
    held = ~np.isnan(grid)
    column = held.argmax(axis=1)
    value = grid[np.arange(len(grid)), column]
    return np.where(np.isnan(value), np.nan, years[column]), value


def _spread(part: Line, rows: Bools) -> Line:
    """Lines of some rows, in the place of all; the others have none."""

    def whole(column: NDArray[Any], empty: float) -> NDArray[Any]:
        out = np.full(rows.size, empty, dtype=column.dtype)
        out[rows] = column
        return out

    empty = {"n": 0, "trend": -1}
    columns = part._asdict().items()
    return Line(*(whole(column, empty.get(name, np.nan)) for name, column in columns))
