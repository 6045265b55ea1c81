"""Charts of a comparison: dumbbell or dot plot of the points, waterfall of the score gap."""

from __future__ import annotations

from collections.abc import Sequence

from dash.development.base_component import Component
from markupsafe import Markup

from components.chart_panel import Panel, chart_panel
from components.charts.dumbbell.city_dots import PHONE_FRAME, WIDE_FRAME, Row, city_dots
from components.charts.dumbbell.dumbbell import LEVEL, City, Gap, dumbbell
from components.charts.waterfall.waterfall import DIGITS, Bridge, Step, signed, waterfall
from components.html import render
from components.view import View
from components.words import catalogue as words
from components.words.i18n import _, ngettext, number
from components.words.values import score_text, unit_text, value_text
from data.rows import PointRow
from pages.compare import words as compare_words
from pages.compare.reading import Compared, Pair, SharedPoint, SharedRow

MOST_ROWS = 24
"""Points a chart draws; beyond, it keeps the widest gaps and its table has them all."""

MOST_BARS = 14
"""Contributions drawn one by one; the rest are one bar, so that the sum stays exact."""

PATH = "/compare"


def files(view: View, what: str) -> list[tuple[str, str]]:
    """Links to the data behind a part of the page, as label and address."""
    return [(kind.upper(), view.href(f"{PATH}/{what}.{kind}")) for kind in ("csv", "xlsx")]


def gap_panel(view: View, pair: Pair, source: str) -> Component:
    """The dumbbell of two cities, sorted by signed gap."""
    shown = _widest(pair.points)
    rows = [_gap(p) for p in shown]
    cities = (_city(pair.ahead), _city(pair.behind))
    title = compare_words.gaps_title(pair)
    return chart_panel(
        Panel(
            id="chart-gaps",
            title=title,
            subtitle=_("Progress to target on each shared point, 0 = worst, 100 = target"),
            summary=f"{title}. {_extremes(pair)}",
            figure=dumbbell(cities, rows),
            phone=dumbbell(cities, rows, phone=True),
            table=gap_table(pair),
            source=source,
            css="chart-rows",
            note=_note(view, "gaps", source, _left_out(len(shown), len(pair.points))),
        )
    )


def gap_table(pair: Pair) -> Markup:
    """Every shared point with both values, scores and the gap."""
    return render(
        "compare/gaps",
        pair=pair,
        level=LEVEL,
        score_text=score_text,
        rows=[
            (p, value_text(p.first.value or 0, p.first.unit),
             value_text(p.second.value or 0, p.second.unit))
            for p in pair.points
        ],
    )  # fmt: skip


def bridge_panel(view: View, pair: Pair, source: str) -> Component:
    """The waterfall from the score of the city behind to that of the one ahead."""
    bars = sum(bool(p.step) for p in pair.points)
    bridge = Bridge(pair.start, _bridge_steps(pair.points), pair.end, pair.beyond)
    cities = (_city(pair.ahead), _city(pair.behind))
    title = compare_words.bridge_title(pair, view.score)
    return chart_panel(
        Panel(
            id="chart-bridge",
            title=title,
            subtitle=_(
                "%(score)s on the %(n)s shared points",
                score=words.score_name(view.score),
                n=len(pair.points),
            ),
            summary=_(
                "%(title)s. %(behind)s %(start)s, %(ahead)s %(end)s: %(n)s contributions that "
                "sum to %(gap)s.",
                title=title,
                behind=pair.behind.name,
                start=number(pair.start, DIGITS),
                ahead=pair.ahead.name,
                end=number(pair.end, DIGITS),
                n=bars,
                gap=signed(pair.gap),
            ),
            figure=waterfall(cities, bridge),
            phone=waterfall(cities, bridge, phone=True),
            table=render("compare/bridge", pair=pair, signed=signed, digits=DIGITS),
            source=source,
            css="chart-rows",
            note=_note(view, "contributions", source, _nothing_added(pair, bars)),
        )
    )


def _bridge_steps(points: Sequence[SharedPoint]) -> list[Step]:
    """The bars of a waterfall by contribution; the smallest of many are one, so the sum stays."""
    bars = sorted((p for p in points if p.step), key=lambda p: -p.step)
    drawn, rest = bars, []
    if len(bars) > MOST_BARS:
        large = sorted(bars, key=lambda p: -abs(p.step))[: MOST_BARS - 1]
        drawn, rest = [p for p in bars if p in large], [p for p in bars if p not in large]
    steps = [Step(p.first.name, p.step) for p in drawn]
    if rest:
        steps.append(
            Step(_("%(n)s other points", n=len(rest)), round(sum(p.step for p in rest), DIGITS))
        )
    return steps


def dots_panel(
    view: View, cities: Sequence[Compared], rows: Sequence[SharedRow], source: str
) -> Component:
    """Three to six cities on the points that two or more hold, the widest spread first."""
    shown = [
        Row(
            row.points[0].name,
            unit_text(row.points[0].unit),
            row.scores,
            tuple(_value(p) for p in row.points),
        )
        for row in rows[:MOST_ROWS]
    ]
    names = [_city(c) for c in cities]
    title = compare_words.many_title(rows)
    return chart_panel(
        Panel(
            id="chart-gaps",
            title=title,
            subtitle=_("Progress to target, 0 = worst, 100 = target, the widest spread first"),
            summary=_(
                "%(title)s. Widest apart on %(point)s: %(n)s points of progress.",
                title=title,
                point=rows[0].points[0].name,
                n=number(rows[0].spread, 1),
            ),
            figure=city_dots(names, shown, WIDE_FRAME),
            phone=city_dots(names, shown, PHONE_FRAME),
            table=render(
                "compare/dots",
                cities=cities,
                rows=[(row, [_value(p) for p in row.points]) for row in rows],
            ),
            source=source,
            css="chart-rows",
            note=_note(view, "gaps", source, _left_out(len(shown), len(rows))),
        )
    )


def _city(city: Compared) -> City:
    return City(city.name, city.token)


def _gap(point: SharedPoint) -> Gap:
    first, second = point.first, point.second
    return Gap(
        first.name,
        unit_text(first.unit).removeprefix("%").strip(),
        (first.progress or 0.0, second.progress or 0.0),
        (_bare(first), _bare(second)),
    )


def _bare(point: PointRow) -> str:
    """The value; its unit stands behind the name, but for a percent sign."""
    text = value_text(point.value or 0.0, point.unit, 3)
    unit = unit_text(point.unit).removeprefix("%").strip()
    return text.removesuffix(unit).strip() if unit else text


def _value(point: PointRow) -> str:
    """Value and year for a table or the pointer, – where there is none."""
    if point.value is None:
        return "–"
    return f"{value_text(point.value, point.unit)} ({point.year})"


def _widest(points: Sequence[SharedPoint]) -> Sequence[SharedPoint]:
    """The points a chart draws, in their order."""
    if len(points) <= MOST_ROWS:
        return points
    kept = sorted(points, key=lambda p: -abs(p.gap))[:MOST_ROWS]
    return [p for p in points if p in kept]


def _extremes(pair: Pair) -> str:
    said = []
    for city, point in ((pair.ahead, pair.points[0]), (pair.behind, pair.points[-1])):
        if abs(point.gap) >= LEVEL and (point.gap > 0) == (city is pair.ahead):
            said.append(
                _(
                    "%(city)s leads most on %(point)s, by %(n)s.",
                    city=city.name,
                    point=point.first.name,
                    n=number(abs(point.gap), 1),
                )
            )
    return " ".join(said)


def _left_out(shown: int, n: int) -> str:
    if shown == n:
        return ""
    return _("The %(shown)s widest of %(n)s are drawn; the table has them all.", shown=shown, n=n)


def _nothing_added(pair: Pair, n_bars: int) -> str:
    idle = [p.first.name for p in pair.points if not p.step]
    if not idle:
        return ""
    if len(idle) > 3:
        return ngettext(
            "One point adds nothing.", "%(num)s points add nothing.", len(pair.points) - n_bars
        )
    return _("%(points)s: nothing added.", points=words.listing(idle))


def _note(view: View, what: str, source: str, said: str) -> Markup:
    return render("compare/source", said=said, source=source, files=files(view, what))
