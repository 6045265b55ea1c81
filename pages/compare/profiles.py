"""Profiles next to each other: radars or dot plots of the categories of each dimension."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from analysis.scoring import Score
from components.chart_panel import Panel
from components.charts.dumbbell.city_dots import Row, city_dots
from components.charts.kit.figure import Figure
from components.charts.radar.categories import Axis, axes, radar_stands, summary
from components.charts.radar.overlay import overlay
from components.charts.radar.radar import radar
from components.html import render
from components.scores.statuses import category_statuses
from components.words import catalogue
from components.words.i18n import _
from components.words.values import score_text, status_text
from data.rows import RollupRow
from pages.compare import chart_words
from pages.compare.charts import named, picture_name
from pages.compare.parts import Group, Item, Part
from pages.compare.reading import PATH, CompareReading
from pages.compare.shared import Compared

DIMENSIONS = ("economy", "environment", "society")


class Profile(NamedTuple):
    """A city's categories of one dimension. reasons: category key -> why it has no score."""

    city: Compared
    rows: list[RollupRow]
    reasons: Mapping[str, str]
    axes: list[Axis]
    stands: bool


def profiles(reading: CompareReading) -> list[Item]:
    """A column for each dimension, under the heading of all."""
    title = _("Where each stands, category by category")
    said = _("All on one scale from 0 to 100; the ring or line at 100 is the target.")
    head = render("compare/section", title=title, said=said)
    columns = [_column(reading, row) for row in _level(reading.cities[0], "dimension")]
    return [Part("compare-profiles-head", head), Group(columns, "cmp-profiles")]


def _column(reading: CompareReading, dimension: RollupRow) -> Group:
    """One radar for two cities, one each for more, or a dot plot of all."""
    found = [_profile(c, dimension.key, reading.view.score) for c in reading.cities]
    place = f"compare-{dimension.key}"
    heading = Part(f"{place}-head", Markup('<h3 class="h3">{}</h3>').format(dimension.name))
    if not any(axis.score is not None for p in found for axis in p.axes):
        why = _("No category has enough points for a score in any of these cities.")
        return Group([heading, _meta(f"{place}-why", why)], "cmp-profile")
    standing = [(number, p) for number, p in enumerate(found) if p.stands]
    radars = reading.view.shape == "radar"
    if len(found) == 2 and len(standing) == 2 and radars:
        return Group([heading, _overlay(reading, dimension, found)], "cmp-profile")
    if len(found) > 2 and standing and radars:
        drawn: list[Item] = [_radar(reading, dimension, p, n) for n, p in standing]
        out = chart_words.without_radar([p.city.name for p in found if not p.stands])
        rest = [_meta(f"{place}-why", out)] if out else []
        return Group([heading, *drawn, *rest], "cmp-profile")
    stands = len(standing) == 2 if len(found) == 2 else bool(standing)
    return Group([heading, _dots(reading, dimension, found, stands)], "cmp-profile")


def _profile(city: Compared, dimension: str, score: Score) -> Profile:
    rows = [r for r in _level(city, "category") if r.dimension == dimension]
    reasons = category_statuses(city.card.points, rows)
    rows = [r for r in rows if r.n_scoreable or reasons.get(r.key) != "no_target"]
    return Profile(city, rows, reasons, axes(rows, reasons, score), radar_stands(rows))


def _overlay(reading: CompareReading, dimension: RollupRow, found: Sequence[Profile]) -> Panel:
    first, second = found
    both = {a.key for a in first.axes} & {a.key for a in second.axes}
    drawn = tuple([a for a in p.axes if a.key in both] for p in found)
    figure = overlay(
        (named(first.city), named(second.city)), (drawn[0], drawn[1]), reading.view.score
    )
    broken = any(a.score is None for own in drawn for a in own)
    why = _("A line breaks where a category has no score.") if broken else ""
    return _panel(reading, dimension, found, figure, "dots", why)


def _radar(reading: CompareReading, dimension: RollupRow, profile: Profile, number: int) -> Panel:
    figure = radar(profile.rows, profile.reasons, reading.view.score)
    panel = _panel(reading, dimension, [profile], figure, "dots")
    return panel._replace(id=f"{panel.id}-{number}", title=profile.city.name)


def _dots(
    reading: CompareReading, dimension: RollupRow, found: Sequence[Profile], stands: bool
) -> Panel:
    by_city = [{a.key: a for a in p.axes} for p in found]
    rows = [
        Row(
            a.name,
            "",
            tuple(own[a.key].score for own in by_city),
            tuple(
                f"<b>{p.city.name}</b><br>{own[a.key].hover}"
                for p, own in zip(found, by_city, strict=True)
            ),
            _why(own[a.key] for own in by_city),
            tuple(a.key for _own in by_city),
        )
        for a in found[0].axes
        if all(a.key in own for own in by_city)
    ]
    figure = city_dots([named(p.city) for p in found], rows, on_left=True)
    why = "" if stands else _("Dot plot: a radar needs three scored categories for each city.")
    return _panel(reading, dimension, found, figure, "radar" if stands else "", why)


def _panel(
    reading: CompareReading,
    dimension: RollupRow,
    found: Sequence[Profile],
    figure: Figure,
    other: str,
    why: str = "",
) -> Panel:
    """A profile's chart; ``other``: the shape it can be switched to, empty where none is."""
    score = reading.view.score
    said = [f"{p.city.name}: {summary(p.rows, p.reasons, score)}." for p in found]
    names = {"radar": _("Radar"), "dots": _("Dot plot")}
    return Panel(
        id=f"chart-{dimension.key}",
        title=chart_words.widest_category([p.axes for p in found]),
        subtitle=f"{dimension.name}, {catalogue.score_name(score)}",
        summary=" ".join([f"{dimension.name}.", *said]),
        figure=figure,
        table=_twin(found),
        source=reading.source_line,
        file=picture_name(reading, dimension.key),
        css="chart-rows" if other != "dots" else "chart-radar",
        note=Markup("<p>{}</p>").format(why) if why else None,
        switch=(names[other], reading.view.href(PATH, shape=other)) if other else None,
    )


def _twin(found: Sequence[Profile]) -> Markup:
    by_city = [{a.key: a for a in p.axes} for p in found]
    names = {a.key: a.name for p in found for a in p.axes}
    return render(
        "compare/categories",
        cities=[p.city for p in found],
        rows=[(name, [_cell(own.get(key)) for own in by_city]) for key, name in names.items()],
    )


def _cell(axis: Axis | None) -> tuple[int | None, str]:
    if axis is None:
        return None, "–"
    return axis.band, axis.note if axis.score is None else score_text(axis.score, axis.band)


def _why(axes_of_key: Iterable[Axis]) -> str:
    """Why no city has a score of a category; empty where one has."""
    own = list(axes_of_key)
    if any(a.score is not None for a in own):
        return ""
    notes = {a.note for a in own}
    return notes.pop() if len(notes) == 1 else status_text("partly_held")


def _meta(place: str, text: str) -> Part:
    return Part(place, Markup('<p class="meta">{}</p>').format(text))


def _level(city: Compared, level: str) -> list[RollupRow]:
    return [r for r in city.card.rollups if r.level == level]
