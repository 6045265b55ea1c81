"""A scenario as files: a row for each goal, a row for each score and group of targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from components.words.i18n import _
from data.provenance import provenance
from exports.table import Column, Table
from pages.progress.scenario import words as say
from pages.progress.scenario.reading import ScenarioReading

Row = Sequence[object]


def points(reading: ScenarioReading) -> Table:
    """Every goal with what it asks a year."""
    own, yearly, score, band = (
        _("unit of the row"), _("unit of the row, a year"), _("0 to 100"), _("1 to 4"),
    )  # fmt: skip
    columns = (
        *_head_columns(),
        Column("point", _("Point key")),
        Column("name", _("Data point")),
        Column("unit", _("Unit"), "", _("Of the values in this row")),
        Column("set_by", _("Set by"), "", _("reader or preset")),
        Column("value", _("Value today"), own),
        Column("year", _("Year"), _("year"), _("Of the value")),
        Column("goal_2030", _("Goal for 2030"), own),
        Column("needed_a_year", _("Needed a year"), yearly, _("From the value to the goal")),
        Column("present_pace", _("Present pace"), yearly, _("Theil–Sen slope")),
        Column("progress", _("Progress today"), score, _("100 is the target")),
        Column("progress_2030", _("Progress in 2030"), score),
        Column("band", _("Band today"), band),
        Column("band_2030", _("Band in 2030"), band),
        Column("level", _("Level today"), "", _("met, near, below or not_held")),
        Column("level_2030", _("Level in 2030")),
        Column("in_score", _("Counts in the score"), "", _("False for other statistics")),
        Column("too_old", _("Too old to judge")),
        Column("judged_target", _("Target by judgement")),
    )
    title = _("%(city)s: goals for 2030", city=reading.city.name)
    return _table(reading, "scenario", title, columns, _points(reading))


def scores(reading: ScenarioReading) -> Table:
    """Every aggregate and every group of targets before and after."""
    score, band, n = _("0 to 100"), _("1 to 4"), _("points")
    columns = (
        *_head_columns(),
        Column("level", _("Level"), "", _("category, dimension, overall or lines (targets)")),
        Column("key", _("Key")),
        Column("n_scored", _("Points scored"), n),
        Column("n_scoreable", _("Points that can be scored"), n),
        Column("passes_gate", _("Passes the gate"), "", _("Enough points for a score")),
        Column("goals", _("Goals"), n, _("That reach it")),
        Column("points_score", _("Points score today"), score),
        Column("points_score_2030", _("Points score in 2030"), score),
        Column("band", _("Band today"), band),
        Column("band_2030", _("Band in 2030"), band),
        Column("continuous", _("Continuous score today"), score),
        Column("continuous_2030", _("Continuous score in 2030"), score),
        Column("lines_met", _("Targets met today"), n),
        Column("lines_met_2030", _("Targets met in 2030"), n),
        Column("lines_near", _("Within 5 % of the target today"), n),
        Column("lines_near_2030", _("Within 5 % of the target in 2030"), n),
        Column("lines_below", _("Below the target today"), n),
        Column("lines_below_2030", _("Below the target in 2030"), n),
        Column("not_held", _("Without a value"), n),
    )
    title = _("%(city)s: scores in 2030", city=reading.city.name)
    return _table(reading, "scenario-scores", title, columns, _scores(reading))


def _table(
    reading: ScenarioReading,
    name: str,
    title: str,
    columns: Sequence[Column],
    rows: Iterator[Row],
) -> Table:
    origin = provenance(reading.store, reading.view.href(reading.path))
    return Table(f"{reading.city.id}-{name}", title, columns, list(rows), origin)


def _head_columns() -> tuple[Column, ...]:
    return (
        Column("stamp", _("Note"), "", _("A scenario is not a forecast")),
        Column("city_id", _("City key")),
        Column("preset", _("Preset"), "", _("The ready-made scenario beneath the reader’s goals")),
    )


def _head(reading: ScenarioReading) -> Row:
    return say.stamp(), reading.city.id, reading.view.preset or ""


def _points(reading: ScenarioReading) -> Iterator[Row]:
    for p in reading.scenario.points:
        what = reading.names[p.key]
        yield (
            *_head(reading), p.key, what.name, what.unit,
            "reader" if p.key in reading.own else "preset", p.value, p.year, p.goal, p.yearly,
            reading.by_key[p.key].pace, p.progress, p.progress_after, p.band, p.band_after, p.level,
            p.level_after, p.in_score, p.too_old, p.judged,
        )  # fmt: skip


def _scores(reading: ScenarioReading) -> Iterator[Row]:
    head = _head(reading)
    for s in reading.scenario.scores:
        yield (
            *head, s.level, s.key, s.n_scored, s.n_scoreable, s.passes_gate, s.n_moved, s.points,
            s.points_after, s.band, s.band_after, s.continuous, s.continuous_after, *[None] * 7,
        )  # fmt: skip
    names = {f"group-{i}": group.code or group.name for i, group in enumerate(reading.scope.groups)}
    for moved in reading.scenario.lines[:-1]:  # the last counts page and SDG 11 together
        before, after = moved.before, moved.after
        yield (
            *head, "lines", names.get(moved.key, moved.key), *[None] * 10, before.met, after.met,
            before.near, after.near, before.below, after.below, before.not_held,
        )  # fmt: skip
