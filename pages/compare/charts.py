"""Charts of a comparison: dumbbell or dot plot of the points, waterfall of the score gap."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from components.chart_panel import Panel
from components.charts.dumbbell.city_dots import Row, city_dots
from components.charts.dumbbell.dumbbell import LEVEL, City, Gap, dumbbell
from components.charts.waterfall.waterfall import DIGITS, Bridge, Step, signed, waterfall
from components.html import render
from components.web.attachments import file_name
from components.words import catalogue
from components.words.i18n import _, ngettext, number
from components.words.values import band_name, band_text, target_parts, unit_text, value_text
from data.rows import PointRow
from exports.formats import FORMATS
from pages.compare import chart_words
from pages.compare.reading import PATH, CompareReading
from pages.compare.shared import Compared, Pair, SharedPoint

MOST_ROWS = 24
"""Points a chart draws; beyond, it keeps the widest gaps and its table has them all."""

MOST_BARS = 14
"""Contributions drawn one by one; the rest are one bar, so that the sum stays exact."""


def file_links(reading: CompareReading, what: str) -> tuple[tuple[str, str], ...]:
    """The rows behind a part of the page: (words, address) for every format."""
    return tuple(
        (
            _("Rows as %(kind)s", kind=kind.upper()),
            reading.view.href(f"{PATH}/{what}.{kind}"),
        )
        for kind in FORMATS
    )


def picture_name(reading: CompareReading, what: str) -> str:
    """Stem of a downloaded picture's name."""
    ids = "-".join(c.id for c in reading.cities)
    return file_name(reading.view, reading.build.version, f"compare-{ids}-{what}")


def source_note(reading: CompareReading, said: str = "") -> Markup:
    """Under a chart: what is left out, and where the data come from."""
    return Markup(" ").join(text for text in (said, reading.source_line) if text)


def named(city: Compared) -> City:
    """A city as charts name it."""
    return City(city.name, city.token)


def gap_panel(reading: CompareReading, pair: Pair) -> Panel:
    """The dumbbell of two cities, sorted by signed gap."""
    shown = _widest(pair.points)
    title = chart_words.gaps_title(pair)
    both = (pair.ahead, pair.behind)
    return Panel(
        id="chart-gaps",
        title=title,
        subtitle=_("Progress to target on each shared point, 0 = worst, 100 = target"),
        summary=" ".join((f"{title}.", *chart_words.extremes(pair))),
        figure=dumbbell(
            (named(pair.ahead), named(pair.behind)),
            [_gap(reading, both, p) for p in shown],
        ),
        table=gap_table(pair),
        source=reading.source_line,
        file=picture_name(reading, "gaps"),
        css="chart-rows",
        note=source_note(reading, chart_words.left_out(len(shown), len(pair.points))),
        links=file_links(reading, "gaps"),
    )


def gap_table(pair: Pair) -> Markup:
    """Every shared point with both values, scores and the gap."""
    return render(
        "compare/gaps",
        pair=pair,
        level=LEVEL,
        rows=[(p, _value(p.first), _value(p.second)) for p in pair.points],
    )


def bridge_panel(reading: CompareReading, pair: Pair) -> Panel:
    """The waterfall from the score of the city behind to that of the one ahead."""
    bars = sum(bool(p.step) for p in pair.points)
    bridge = Bridge(pair.start, _steps(pair.points), pair.end, pair.beyond)
    title = chart_words.bridge_title(pair, reading.view.score)
    return Panel(
        id="chart-bridge",
        title=title,
        subtitle=_(
            "%(score)s on the %(n)s shared points",
            score=catalogue.score_name(reading.view.score),
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
        figure=waterfall((named(pair.ahead), named(pair.behind)), bridge),
        table=render("compare/bridge", pair=pair, signed=signed, digits=DIGITS),
        source=reading.source_line,
        file=picture_name(reading, "contributions"),
        css="chart-rows",
        note=source_note(
            reading, chart_words.nothing_added([p.first.name for p in pair.points if not p.step])
        ),
        links=file_links(reading, "contributions"),
    )


def _steps(points: Sequence[SharedPoint]) -> list[Step]:
    """The bars of a waterfall by contribution; the smallest of many are one, so the sum stays."""
    bars = sorted((p for p in points if p.step), key=lambda p: -p.step)
    large = sorted(bars, key=lambda p: -abs(p.step))[: MOST_BARS - 1]
    drawn = bars if len(bars) <= MOST_BARS else [p for p in bars if p in large]
    rest = [p for p in bars if p not in drawn]
    steps = [Step(p.first.name, p.step, p.first.key) for p in drawn]
    if rest:
        total = round(sum(p.step for p in rest), DIGITS)
        steps.append(
            Step(ngettext("%(num)s other point", "%(num)s other points", len(rest)), total)
        )
    return steps


def dots_panel(reading: CompareReading) -> Panel:
    """Three to six cities on the points that two or more have, the widest spread first."""
    cities, rows = reading.cities, reading.rows
    title = chart_words.many_title(rows)
    return Panel(
        id="chart-gaps",
        title=title,
        subtitle=_("Progress to target, 0 = worst, 100 = target, the widest spread first"),
        summary=_(
            "%(title)s. Widest apart on %(point)s: %(n)s points of progress.",
            title=title,
            point=rows[0].points[0].name,
            n=number(rows[0].spread, 1),
        ),
        figure=city_dots(
            [named(c) for c in cities],
            [
                Row(
                    row.points[0].name,
                    unit_text(row.points[0].unit),
                    row.scores,
                    tuple(_hover(c, p) for c, p in zip(cities, row.points, strict=True)),
                    keys=tuple(
                        _key(reading, c, p) for c, p in zip(cities, row.points, strict=True)
                    ),
                )
                for row in rows[:MOST_ROWS]
            ],
        ),
        table=render(
            "compare/dots",
            cities=cities,
            rows=[(row, [_value(p) for p in row.points]) for row in rows],
        ),
        source=reading.source_line,
        file=picture_name(reading, "gaps"),
        css="chart-rows",
        note=source_note(reading, chart_words.left_out(min(len(rows), MOST_ROWS), len(rows))),
        links=file_links(reading, "gaps"),
    )


def _gap(reading: CompareReading, both: tuple[Compared, Compared], point: SharedPoint) -> Gap:
    first, second = point.first, point.second
    return Gap(
        first.name,
        unit_text(first.unit).removeprefix("%").strip(),
        (first.progress or 0.0, second.progress or 0.0),
        (_bare(first), _bare(second)),
        (_hover(both[0], first), _hover(both[1], second)),
        (_key(reading, both[0], first), _key(reading, both[1], second)),
    )


def _key(reading: CompareReading, city: Compared, point: PointRow) -> list[str]:
    """What a click on a mark names: the point, and the address of its source."""
    return [point.key, reading.source_href(city.id, point.key)]


def _hover(city: Compared, point: PointRow) -> str:
    """City, point, value with year, target, progress and band, a line each."""
    parts = target_parts(point.target_low, point.target_high, point.unit)
    target = " ".join(part for part in parts if part)
    lines = [f"<b>{city.name}</b>", point.name, _value(point)]
    if point.progress is not None and point.band:
        lines += [
            _("target %(target)s", target=target),
            _(
                "progress %(n)s of 100, %(band)s: %(edges)s",
                n=number(point.progress, 1),
                band=band_name(point.band),
                edges=band_text(point.band),
            ),
        ]
    return "<br>".join(lines)


def _bare(point: PointRow) -> str:
    """The value; its unit follows the name, except for a percent sign."""
    text = value_text(point.value or 0.0, point.unit, 3)
    unit = unit_text(point.unit).removeprefix("%").strip()
    return text.removesuffix(unit).strip() if unit else text


def _value(point: PointRow) -> str:
    """Value and year, – where there is none."""
    if point.value is None:
        return "–"
    return f"{value_text(point.value, point.unit)} ({point.year})"


def _widest(points: Sequence[SharedPoint]) -> Sequence[SharedPoint]:
    """The points a chart draws, in their order."""
    if len(points) <= MOST_ROWS:
        return points
    kept = sorted(points, key=lambda p: -abs(p.gap))[:MOST_ROWS]
    return [p for p in points if p in kept]
