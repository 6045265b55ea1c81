"""Profiles side by side: dimension tiles, radars or dot plots of the categories, wheels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from analysis.scoring import Score
from components.chart_panel import Panel, chart_panel
from components.charts.dumbbell.city_dots import COLUMN_FRAME, Row, city_dots
from components.charts.dumbbell.dumbbell import City
from components.charts.radar.categories import Axis, axes, radar_stands, summary
from components.charts.radar.overlay import overlay
from components.charts.radar.radar import radar
from components.html import render
from components.scores.statuses import category_statuses
from components.view import View
from components.words import catalogue as words
from components.words.i18n import _, number
from components.words.values import score_text
from data.rows import RollupRow
from pages.compare.panels import PATH
from pages.compare.reading import Compared


class _Profile(NamedTuple):
    """A city's categories of one dimension. reasons: category key -> why it has no score."""

    city: Compared
    rows: list[RollupRow]
    reasons: Mapping[str, str]
    axes: list[Axis]
    stands: bool


def profiles(view: View, cities: Sequence[Compared], source: str) -> html.Div:
    """A column a dimension: one radar for two cities, one each for more, or a dot plot of all."""
    return html.Div(
        [_dimension(view, row, cities, source) for row in _level(cities[0], "dimension")],
        className="cmp-profiles",
    )


def _dimension(
    view: View, dimension: RollupRow, cities: Sequence[Compared], source: str
) -> Component:
    found = [_profile(c, dimension.key, view.score) for c in cities]
    heading = html.H3(dimension.name, className="h3")
    if not any(axis.score is not None for p in found for axis in p.axes):
        why = _("No category is held fully enough to score in any of these cities.")
        return html.Section([heading, html.P(why, className="meta")])
    standing = [p for p in found if p.stands]
    if len(cities) == 2 and len(standing) == 2 and view.shape == "radar":
        charts = [_overlay(view, dimension, found, source)]
    elif len(cities) > 2 and standing and view.shape == "radar":
        charts = [_radar(view, dimension, p, source) for p in standing]
        out = [p.city.name for p in found if not p.stands]
        if out:
            text = _(
                "%(cities)s: fewer than three scored categories make no radar.",
                cities=words.listing(out),
            )
            charts.append(html.P(text, className="meta"))
    else:
        drawable = len(standing) == 2 if len(cities) == 2 else bool(standing)
        charts = [_dots(view, dimension, found, source, drawable)]
    return html.Section([heading, *charts])


def _profile(city: Compared, dimension: str, score: Score) -> _Profile:
    rows = [r for r in _level(city, "category") if r.dimension == dimension]
    reasons = category_statuses(city.card.points, rows)
    rows = [r for r in rows if r.n_scoreable or reasons.get(r.key) != "no_target"]
    return _Profile(city, rows, reasons, axes(rows, reasons, score), radar_stands(rows))


def _overlay(view: View, dimension: RollupRow, found: Sequence[_Profile], source: str) -> Component:
    first, second = found
    both = {a.key for a in first.axes} & {a.key for a in second.axes}
    drawn = tuple([a for a in p.axes if a.key in both] for p in found)
    figure = overlay((_named(first.city), _named(second.city)), (drawn[0], drawn[1]), view.score)
    broken = any(a.score is None for own in drawn for a in own)
    return _panel(
        view, dimension, found, figure, source, "chart-radar",
        switch=(_("Dot plot"), view.href(PATH, shape="dots")),
        why=_("A line breaks where a category has no score.") if broken else "",
    )  # fmt: skip


def _radar(view: View, dimension: RollupRow, profile: _Profile, source: str) -> Component:
    return _panel(
        view, dimension, [profile], radar(profile.rows, profile.reasons, view.score), source,
        "chart-radar", switch=(_("Dot plot"), view.href(PATH, shape="dots")),
    )  # fmt: skip


def _dots(
    view: View, dimension: RollupRow, found: Sequence[_Profile], source: str, stands: bool
) -> Component:
    by_city = [{a.key: a for a in p.axes} for p in found]
    keys = [a.key for a in found[0].axes if all(a.key in own for own in by_city)]
    rows = [
        Row(
            by_city[0][key].name,
            "",
            tuple(own[key].score for own in by_city),
            tuple(_shown(own[key]) for own in by_city),
            _why(own[key] for own in by_city),
        )
        for key in keys
    ]
    return _panel(
        view,
        dimension,
        found,
        city_dots([_named(p.city) for p in found], rows, COLUMN_FRAME),
        source,
        "chart-rows",
        switch=(_("Radar"), view.href(PATH, shape="radar")) if stands else None,
        why="" if stands else _("Dot plot: a radar needs three scored categories of each city."),
    )


def _panel(
    view: View,
    dimension: RollupRow,
    found: Sequence[_Profile],
    figure: dict[str, object],
    source: str,
    css: str,
    switch: tuple[str, str] | None,
    why: str = "",
) -> Component:
    names = words.listing([p.city.name for p in found])
    alone = len(found) == 1
    title = names if alone else _title(found)
    return chart_panel(
        Panel(
            id=f"chart-{dimension.key}" + (f"-{found[0].city.id}" if alone else ""),
            title=title,
            subtitle=f"{dimension.name}, {words.score_name(view.score)}",
            summary=f"{dimension.name}. "
            + " ".join(f"{p.city.name}: {summary(p.rows, p.reasons, view.score)}." for p in found),
            figure=figure,
            table=_twin(found),
            source=source,
            css=css,
            note=Markup("<p>{}</p>").format(why) if why else None,
            switch=switch,
        )
    )


def _title(found: Sequence[_Profile]) -> str:
    """The category where the scored cities lie furthest apart; else how little can be set so."""
    spread: dict[str, list[float]] = {}
    for profile in found:
        for axis in profile.axes:
            if axis.score is not None:
                spread.setdefault(axis.name, []).append(axis.score)
    shared = {name: max(s) - min(s) for name, s in spread.items() if len(s) > 1}
    if not shared:
        return _("No category is scored for more than one of them")
    widest = max(shared, key=lambda name: shared[name])
    if shared[widest] < 0.5:
        return _("Level in every category scored for more than one")
    return _(
        "Furthest apart in %(category)s: %(n)s points",
        category=widest,
        n=number(shared[widest], 0),
    )


def _twin(found: Sequence[_Profile]) -> Markup:
    by_city = [{a.key: a for a in p.axes} for p in found]
    names = {a.key: a.name for p in found for a in p.axes}
    return render(
        "compare/categories",
        cities=[p.city for p in found],
        rows=[
            (name, [(own[key].band, _shown(own[key])) if key in own else (None, "–")
                    for own in by_city])
            for key, name in names.items()
        ],
    )  # fmt: skip


def _why(axes_of_key: Iterable[Axis]) -> str:
    """Why no city has a score of a category; empty where one has."""
    own = list(axes_of_key)
    if any(a.score is not None for a in own):
        return ""
    notes = {a.note for a in own}
    return notes.pop() if len(notes) == 1 else _("too few points held")


def _shown(axis: Axis) -> str:
    return axis.note if axis.score is None else score_text(axis.score, axis.band)


def _level(city: Compared, level: str) -> list[RollupRow]:
    return [r for r in city.card.rollups if r.level == level]


def _named(city: Compared) -> City:
    return City(city.name, city.token)
