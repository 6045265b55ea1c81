"""Words of Progress: states, methods, and the sentences under a point's chart (METHODS §9)."""

from __future__ import annotations

from math import floor, log10

from markupsafe import Markup, escape

from analysis.trend_line import ALPHA
from components.words.i18n import _, half_up, ngettext, number
from components.words.values import MINUS, NBSP, value_text
from data.trend_rows import TrendRow
from pages.progress.points import OTHER, PointProgress

_FIGURES = 2
"""Figures of a yearly change: of the largest that stands beside it."""


def spoken(name: str) -> str:
    """A point's name inside a sentence, where its colon would stop the reader."""
    head, colon, tail = name.rpartition(": ")
    return f"{head} ({tail})" if colon else name


def changes(unit: str, *values: float) -> list[str]:
    """Changes a year with their signs, alike in decimals, points where the unit is a percent."""
    most = max(map(abs, values))
    digits = min(max(_FIGURES - 1 - floor(log10(most)), 0), 6) if most else 0
    after = f"{NBSP}{_('points')}" if unit.startswith("%") else ""
    found = []
    for value in values:
        rounded = half_up(value, digits)
        sign = "+" if rounded > 0 else MINUS if rounded < 0 else ""
        found.append(f"{sign}{number(float(abs(rounded)), digits=digits)}{after}")
    return found


def title(p: PointProgress) -> str:
    """What a point's chart shows, as its heading."""
    name, row = spoken(p.point.name), p.lead
    if row is None:
        return name
    if p.status == "at_line":
        if row.slipping:
            return _("%(name)s: meets its target, but slipping", name=name)
        return _("%(name)s: meets its target", name=name)
    if p.status == "near_line":
        if row.slipping:
            return _("%(name)s: within 5 %% of its target, but slipping", name=name)
        return _("%(name)s: within 5 %% of its target", name=name)
    moving = _moving(row)
    if p.status == "on_course":
        return {
            1: _("%(name)s: rising fast enough for 2030", name=name),
            -1: _("%(name)s: falling fast enough for 2030", name=name),
        }.get(moving, _("%(name)s: on course", name=name))
    if p.status == "too_slow":
        return {
            1: _("%(name)s: rising, but too slowly for 2030", name=name),
            -1: _("%(name)s: falling, but too slowly for 2030", name=name),
        }.get(moving, _("%(name)s: too slow for 2030", name=name))
    if p.status == "off_course":
        if row.trend == "none":
            return _("%(name)s: off course, without a clear trend", name=name)
        return {
            1: _("%(name)s: rising, away from its target", name=name),
            -1: _("%(name)s: falling, away from its target", name=name),
        }.get(moving if not _wanted(p, moving) else 0, _("%(name)s: off course", name=name))
    if p.status == "disagree":
        return _("%(name)s: the methods disagree", name=name)
    return name


def _moving(row: TrendRow) -> int:
    """1 up, -1 down where line and end points say the same, else 0."""
    if row.slope is None or row.value is None or row.first_value is None:
        return 0
    by = row.value - row.first_value
    return (row.slope > 0 and by > 0) - (row.slope < 0 and by < 0)


def _wanted(p: PointProgress, moving: int) -> bool:
    """Whether a move goes towards the target."""
    if p.lead is None or p.lead.needed is None:
        return moving == {"higher_is_better": 1, "lower_is_better": -1}.get(p.point.direction, 0)
    return p.lead.needed * moving > 0


def pace(p: PointProgress) -> Markup:
    """What is needed a year against what there is, in whole sentences."""
    row, unit, said = p.lead, p.point.unit, []
    if row is not None and row.needed is not None and row.value is not None:
        said.append(
            _(
                "Needs <b>%(needed)s a year</b> from %(value)s (%(year)s).",
                needed=escape(changes(unit, row.needed)[0]),
                value=escape(value_text(row.value, unit, significant=4)),
                year=row.year,
            )
        )
    if row is not None and row.slope is not None:
        said.append(
            _(
                "Has changed by <b>%(slope)s a year</b> since %(year)s.",
                slope=escape(_slopes(p)[0]),
                year=row.t0,
            )
        )
    return Markup(" ".join(said))


def interval(p: PointProgress) -> str:
    """How sure the yearly change is."""
    slopes = _slopes(p)
    if not slopes:
        return ""
    if len(slopes) == 1:
        return _("There are too few values to say how sure the yearly change is.")
    return _(
        "The yearly change lies between %(low)s and %(high)s with 90 %% confidence.",
        low=slopes[1],
        high=slopes[2],
    )


def _slopes(p: PointProgress) -> list[str]:
    """The yearly change and the ends of its interval, alike in decimals; empty without a trend."""
    row = p.lead
    if row is None or row.slope is None:
        return []
    ends = (row.slope_low, row.slope_high)
    return changes(
        p.point.unit, row.slope, *(end for end in ends if None not in ends and end is not None)
    )


def trend_test(row: TrendRow) -> str:
    """Mann–Kendall: is there a trend at all."""
    if row.slope is None:
        return ""
    if row.p_value is None or row.trend is None:
        return ngettext(
            "Mann–Kendall: too few values for a test (n\u00a0=\u00a0%(num)s).",
            "Mann–Kendall: too few values for a test (n\u00a0=\u00a0%(num)s).",
            row.n,
        )
    said = {
        "increasing": _("rising"),
        "decreasing": _("falling"),
        "none": _("no clear trend"),
    }[row.trend]
    p = (
        f"p{NBSP}={NBSP}{number(row.p_value, digits=2)}"
        if row.p_value >= 0.005
        else f"p{NBSP}<{NBSP}0.01"
    )
    return _(
        "Mann–Kendall: %(said)s (%(p)s, n\u00a0=\u00a0%(n)s, level %(alpha)s).",
        said=said,
        p=p,
        n=row.n,
        alpha=number(ALPHA, digits=2),
    )


def warning(row: TrendRow) -> str:
    """Where a method and the line through all values see the change go opposite ways."""
    if not row.sign_differs:
        return ""
    return _(
        "The first and newest values point one way, the line through all values another: "
        "read the verdict with care."
    )


def outlook(p: PointProgress) -> str:
    """Of a point at its target: whether the present pace keeps it there to 2030."""
    row = p.lead
    if row is None or row.state != "at_target":
        return ""
    if row.slipping:
        return _("At the target, so no method is needed; but the values are moving away from it.")
    return _("At the target, so no method is needed.")


def why_not(p: PointProgress, as_of: int, window: int) -> str:
    """Why a history is not judged."""
    row = p.lead
    if row is None:
        return ""
    if p.status == "too_old":
        return _("The newest value is from %(year)s: too old to judge.", year=row.year)
    if p.status == "printed":
        return _("The newest report prints a status in place of a value.")
    if p.status == "no_trend":
        return ngettext(
            "No trend yet: one value since %(since)s.",
            "No trend yet: %(num)s values, all less than three years apart.",
            row.n,
            since=row.t0 or as_of - window,
        )
    if p.status == "no_line":
        return _("No 2030 target is set, so past values only.")
    return ""


def source_name(row: TrendRow, synthetic: bool) -> str:
    """The source of a series in a few words."""
    if row.kind == OTHER:
        return row.publication
    if row.kind == "u4ssc_publication":
        return _("U4SSC: %(publication)s", publication=row.publication)
    return _("synthetic submissions") if synthetic else _("city submissions")
