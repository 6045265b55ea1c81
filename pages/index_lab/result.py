"""What the draws say: the rank chart with its tiers, one change at a time, the points behind it."""

from __future__ import annotations

from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from analysis.draws import TARGET_SPREAD, WEIGHT_SPREAD
from analysis.ranks import DRAWS, SEED
from components.chart_panel import Panel, chart_panel
from components.charts.ranks.ranks import RankRow, interval, ranks
from components.charts.ranks.scores import ScoreRow, index_scores
from components.html import render
from components.view import View
from components.web.attachments import file_name
from components.words.i18n import _, number
from components.words.values import held_text, score_text, target_parts, value_parts
from data.queries.index import IndexCity
from pages.index_lab import words
from pages.index_lab.reading import IndexReading, Study, Thin

PATH = "/index"
MOST_COLUMNS = 8
"""Cities that stand side by side in a table; of more, the first ones and those of the address."""
MANY_POINTS = 12
"""A longer table of points opens only when it is asked for."""


class Cell(NamedTuple):
    """A value in the table of raw points, or why there is none."""

    text: str
    band: int | None
    status: str


def chart(reading: IndexReading) -> list[Component]:
    """The rank chart; scores where there are too few cities; nothing where there is none."""
    study = reading.study
    if not study.ranking.ids:
        return []
    heading = _("How sure the ranks are") if study.has_ranks else _("Scores")
    panel = _ranks_panel(reading) if study.has_ranks else _scores(reading)
    return [html.H2(heading, className="vh"), chart_panel(panel)]


def source_line(reading: IndexReading) -> str:
    """Where the numbers come from and what was drawn."""
    view, study, build = reading.view, reading.study, reading.build
    years = sorted(study.cities[city].as_of for city in study.ranking.ids)
    synthetic = _("Synthetic data, fictional cities. ") if view.data == "example" else ""
    span = ""
    if years:
        shown = str(years[0]) if years[0] == years[-1] else f"{years[0]}–{years[-1]}"
        span = (
            _("Submissions %(years)s. ", years=shown)
            if view.data == "example"
            else _("U4SSC publications %(years)s. ", years=shown)
        )
    drawn = _(
        "%(n)s draws, seed %(seed)s: weights ±%(w)s %%, arithmetic or geometric mean, progress "
        "score or percentile (from 8 cities), %(judged)s judged targets ±%(t)s %%, missing values "
        "from other cities. Data version %(version)s.",
        n=number(DRAWS, 0),
        seed=SEED,
        w=round(100 * WEIGHT_SPREAD),
        t=round(100 * TARGET_SPREAD),
        judged=int(study.table.points.judged.sum()),
        version=build.version,
    )
    return synthetic + span + drawn


def _ranks_panel(reading: IndexReading) -> Panel:
    study, found = reading.study, reading.study.ranking
    rows = [
        RankRow(
            key=found.ids[i],
            name=words.name(study, i),
            nominal=int(found.rank[i]),
            median=float(found.median[i]),
            low=float(found.low[i]),
            high=float(found.high[i]),
            share=tuple(float(share) for share in found.share[i]),
            score=score_text(float(found.nominal.score[i]), least=1),
            balance=number(float(found.nominal.balance[i]), 2),
            strong=found.ids[i] in reading.view.cities,
        )
        for i in map(int, found.order)
    ]
    return Panel(
        id="index-ranks",
        title=words.tier_count(study),
        subtitle=_(
            "%(block)s, %(choice)s. Dot: median rank; bar: 5th to 95th percentile of the "
            "draws; triangle: rank as chosen; sorted by median",
            block=study.block.name,
            choice=words.as_chosen(study),
        ),
        summary=words.summary(study),
        figure=ranks(rows),
        table=_twin(study),
        source=source_line(reading),
        file=_file(reading, "ranks"),
        css="chart-ranks",
        note=render("index_lab/note"),
    )


def _twin(study: Study) -> Markup:
    found = study.ranking
    return render(
        "index_lab/twin",
        rows=[
            {
                "name": words.name(study, i),
                "median": number(float(found.median[i])),
                "interval": interval(float(found.low[i]), float(found.high[i])),
                "rank": int(found.rank[i]),
                "score": number(float(found.nominal.score[i]), 1),
                "bounds": f"{number(float(found.nominal.low[i]), 0)}–"
                f"{number(float(found.nominal.high[i]), 0)}",
                "balance": number(float(found.nominal.balance[i]), 2),
                "first": f"{number(100 * float(found.share[i, 0]), 0)} %",
                "tier": int(found.tier[i]),
                "held": held_text(
                    int(study.ranked.held[i].sum()), int(study.ranked.applicable[i].sum())
                ),
            }
            for i in map(int, found.order)
        ],
    )


def _file(reading: IndexReading, what: str) -> str:
    name = f"index-{reading.study.block.key}-{what}"
    return file_name(reading.view, reading.build.version, name)


def _scores(reading: IndexReading) -> Panel:
    """Under five cities: a dot plot in alphabetical order, no ranks (METHODS §6)."""
    study, found = reading.study, reading.study.ranking
    order = sorted(range(len(found.ids)), key=lambda i: words.name(study, i))
    rows = [
        ScoreRow(
            found.ids[i],
            words.name(study, i),
            float(found.nominal.score[i]),
            float(found.nominal.low[i]),
            float(found.nominal.high[i]),
            score_text(float(found.nominal.score[i]), least=1),
        )
        for i in order
    ]
    return Panel(
        id="index-scores",
        title=words.finding(study),
        subtitle=_(
            "%(block)s, %(choice)s, 0 to 100; dotted: what is missing at its worst and best",
            block=study.block.name,
            choice=words.as_chosen(study),
        ),
        summary="; ".join(f"{row.name} {row.label}" for row in rows),
        figure=index_scores(rows),
        table=render(
            "index_lab/scores_twin",
            rows=[(r.name, r.label, f"{number(r.low, 0)}–{number(r.high, 0)}") for r in rows],
        ),
        source=source_line(reading),
        file=_file(reading, "scores"),
        css="chart-scores",
    )


def tables(reading: IndexReading) -> Markup:
    """Tiers, one change at a time, the points, the cities under the gate, files."""
    view, study = reading.view, reading.study
    shown = _columns(view, study)
    cities = [study.cities[study.ranking.ids[i]] for i in shown]
    wide = len(study.ranking.ids) > MOST_COLUMNS
    picked = [i for i in shown if study.ranking.ids[i] in view.cities] if wide else shown
    return render(
        "index_lab/tables",
        tiers=words.tiers(study) if study.has_ranks else [],
        changes=_changes(study, picked),
        change_note=_("From: %(choice)s. A change of rank is bold.", choice=words.as_chosen(study)),
        change_cities=[words.name(study, i) for i in picked],
        wide_changes=wide,
        points=_points(study, cities),
        points_title=_("The points behind it"),
        many_points=len(study.block.rows) > MANY_POINTS,
        points_note=_points_note(study, len(shown)),
        point_cities=cities,
        thin=[_thin(row) for row in study.thin],
        n_empty=study.n_empty,
        files=[
            (label, view.href(f"{PATH}/{name}.csv"))
            for label, name in (
                (_("ranks (CSV)"), "ranks"),
                (_("values and scores (CSV)"), "points"),
                (_("one change at a time (CSV)"), "changes"),
            )
        ],
        source=source_line(reading),
    )


def _columns(view: View, study: Study) -> list[int]:
    """Which ranked cities stand in tables: all of a few, else the address's and the first ones."""
    order = [int(i) for i in study.ranking.order]
    if len(order) <= MOST_COLUMNS:
        return order
    named = [i for i in order if study.ranking.ids[i] in view.cities][:MOST_COLUMNS]
    rest = [i for i in order if i not in named]
    return sorted(named + rest[: MOST_COLUMNS - len(named)], key=order.index)


def _changes(study: Study, shown: list[int]) -> list[dict[str, Any]]:
    before = study.ranking.rank
    rows = []
    for change in study.changes:
        n, moved = words.moves(change, study)
        rows.append(
            {
                "name": words.change_name(change, study),
                "n": n,
                "words": moved,
                "ranks": [(int(before[i]), int(change.rank[i])) for i in shown],
            }
        )
    return rows


def _points(study: Study, cities: list[IndexCity]) -> list[dict[str, Any]]:
    if not cities:
        return []
    rows = []
    for row in study.block.rows:
        cells = []
        for city in cities:
            cell = study.cells.get((city.id, row.key))
            if cell is None or cell.value is None:
                cells.append(Cell("", None, cell.status if cell else "not_held"))
            else:
                cells.append(Cell(value_parts(cell.value, row.unit)[0], cell.band, cell.status))
        sign = {"higher_is_better": "≥ ", "lower_is_better": "≤ "}.get(row.direction, "")
        target = target_parts(row.target_low, row.target_high, row.unit)[0]
        rows.append(
            {
                "name": row.name,
                "unit": value_parts(0.5, row.unit)[1],
                "target": target if row.unit == "yes/no" else sign + target,
                "cells": cells,
            }
        )
    return rows


def _points_note(study: Study, n_shown: int) -> str:
    said = []
    n = len(study.ranking.ids)
    if n > n_shown:
        said.append(_("%(k)s of %(n)s cities are shown; the file has all of them.", k=n_shown, n=n))
    if study.nobody:
        said.append(
            _(
                "Nobody holds %(points)s: counted as missing for every city.",
                points=words.listed(list(study.nobody)),
            )
        )
    return " ".join(said)


def _thin(row: Thin) -> dict[str, str]:
    return {
        "name": row.city.name,
        "held": held_text(row.n_held, row.n_scoreable),
        "could": _(
            "provisional %(score)s, could be %(low)s–%(high)s",
            score=number(row.score, 0),
            low=number(row.low, 0),
            high=number(row.high, 0),
        ),
    }
