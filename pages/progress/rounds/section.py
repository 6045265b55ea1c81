"""Score over time on the page of a city's progress: its dimensions by round, then two rounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from components.chart_panel import Panel, chart_panel
from components.charts.level.rounds import RoundScore, score_over_time
from components.html import render
from components.shell.fragment import fragment
from components.view import View
from components.words import catalogue as words
from components.words.i18n import _, ngettext
from data import queries
from data.queries.progress import score_rounds
from data.rows import CityRow
from data.store import Snapshot
from data.trend_rows import ScoreRoundRow
from pages.progress.rounds import words as say
from pages.progress.rounds.bridge import bridge


def rounds_section(store: Snapshot, view: View, city: CityRow) -> Component:
    """The section, from its heading on; a city without a second round gets the honest sentence."""
    found = drawn_rounds(store, city.id)
    years = sorted({r.as_of for r in found})
    if len(years) < 2:
        return html.Section(
            fragment(_too_few(store, view, city, years)), className="s", id="rounds"
        )
    dimensions = by_dimension(found)
    source = _source(view, city, found, store)
    panels = [_panel(view, city, rows, (years[0], years[-1]), source) for rows in dimensions]
    head = render(
        "progress/rounds/section",
        title=say.headline(dimensions),
        source=source,
        synthetic=view.data == "example",
        apart=_apart(store, city.id, found),
        csv=view.href(f"/progress/{city.id}/rounds.csv"),
    )
    return html.Section(
        [
            fragment(head),
            html.Div(panels, className="rounds"),
            bridge(store, view, city, years, source),
        ],
        className="s",
        id="rounds",
    )


def drawn_rounds(store: Snapshot, city_id: str) -> tuple[ScoreRoundRow, ...]:
    """The aggregates of one kind of source, never of two in a line: of the kind with most rounds.

    The newest kind where several have as many.
    """
    rows = score_rounds(store, city_id)
    rounds = {(r.as_of, r.kind) for r in rows}
    counts = Counter(kind for _year, kind in rounds)
    kind = max(counts, key=lambda k: (counts[k], max(y for y, x in rounds if x == k)), default="")
    return tuple(r for r in rows if r.kind == kind)


def by_dimension(rows: Sequence[ScoreRoundRow]) -> list[list[ScoreRoundRow]]:
    """Rounds of each dimension in official order, oldest first."""
    held = [r for r in rows if r.level == "dimension"]
    keys = dict.fromkeys(r.key for r in sorted(held, key=lambda r: r.position))
    return [[r for r in held if r.key == key] for key in keys]


def _panel(
    view: View,
    city: CityRow,
    rows: Sequence[ScoreRoundRow],
    years: tuple[int, int],
    source: str,
) -> Component:
    key, name = rows[-1].key, rows[-1].name
    return chart_panel(
        Panel(
            id=f"rounds-{key}",
            title=say.title(rows),
            subtitle=_("%(city)s, %(name)s: scores by round", city=city.name, name=name),
            summary=say.summary(rows),
            figure=score_over_time(
                [
                    RoundScore(
                        r.as_of, r.points_score, r.points_low, r.points_high, r.continuous,
                        r.same_points, r.band if r.passes_gate else None, r.n_scored,
                        r.n_scoreable, say.pointer(r),
                    )
                    for r in rows
                ],
                years,
            ),
            table=render("progress/rounds/twin", name=name, rows=rows),
            source=source,
            css="chart-rounds",
        )
    )  # fmt: skip


def _apart(store: Snapshot, city_id: str, drawn: Sequence[ScoreRoundRow]) -> str:
    """A word on rounds of another kind, which are not drawn into the same line."""
    own = {r.as_of for r in drawn}
    others = [r for r in queries.rounds(store, city_id) if r.as_of not in own]
    if not others:
        return ""
    return ngettext(
        "One round of another kind (%(kinds)s) is not joined to these.",
        "%(num)s rounds of another kind (%(kinds)s) are not joined to these.",
        len(others),
        kinds=words.listing(sorted({words.kind(r.kind) for r in others})),
    )


def _too_few(store: Snapshot, view: View, city: CityRow, years: Sequence[int]) -> Markup:
    rounds = queries.rounds(store, city.id)
    return render(
        "progress/rounds/none",
        city=city.name,
        year=years[0] if years else None,
        n_scored=rounds[0].n_scored if rounds else 0,
        example=None if view.data == "example" else View(data="example").href("/progress"),
    )


def _source(view: View, city: CityRow, rows: Sequence[ScoreRoundRow], store: Snapshot) -> str:
    synthetic = _("Synthetic data, fictional cities. ") if view.data == "example" else ""
    years = [r.as_of for r in rows]
    return synthetic + _(
        "Source: %(city)s, %(kind)s %(first)s–%(last)s; U4SSC’s rule, targets of SSC Atlas; data "
        "version %(version)s.",
        city=city.name,
        kind=words.kind(rows[0].kind),
        first=min(years),
        last=max(years),
        version=store.version,
    )
