"""The rows behind a score over time as files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from components.words.i18n import _
from data.provenance import provenance
from data.rows import PointRow
from exports.table import Column, Table
from pages.progress.rounds.reading import RoundPair, Rounds

Row = Sequence[object]


def rounds(found: Rounds) -> Table:
    """Every aggregate of every round that is drawn, oldest first."""
    score, points = _("0 to 100"), _("points")
    columns = (
        Column("city_id", _("City key")),
        Column("as_of", _("Round"), _("year")),
        Column("kind", _("Kind of source")),
        Column("level", _("Level"), "", _("category, dimension or overall")),
        Column("key", _("Key")),
        Column("name", _("Name")),
        Column("dimension", _("Dimension")),
        Column("position", _("Position"), "", _("Official order")),
        Column("n_held", _("Points with a value"), points, _("Of the whole round")),
        Column("n_scored", _("Points scored"), points),
        Column("n_missing", _("Points missing"), points),
        Column("n_scoreable", _("Points that can be scored"), points),
        Column("points_score", _("Points score"), score),
        Column("points_low", _("Points score, low"), score, _("If all that is missing were worst")),
        Column("points_high", _("Points score, high"), score, _("If it were at the target")),
        Column("continuous", _("Continuous score"), score),
        Column("continuous_low", _("Continuous score, low"), score),
        Column("continuous_high", _("Continuous score, high"), score),
        Column("band", _("Band"), _("1 to 4")),
        Column("passes_gate", _("Passes the gate"), "", _("Enough points for a score")),
        Column("n_same", _("Same points"), points, _("Scored in every round")),
        Column("same_points", _("Points score on the same points"), score),
    )
    title = _("%(city)s: scores by round", city=found.city.name)
    rows = [(found.city.id, *row) for row in found.drawn]
    return Table(f"{found.city.id}-rounds", title, columns, rows, provenance(found.store))


def between(found: Rounds) -> Table:
    """Every point scored in one of two rounds, with what it adds to the change of the score."""
    first, last = found.chosen[0]
    own, score = _("unit of the row"), _("0 to 100")
    columns = (
        Column("city_id", _("City key")),
        Column("score", _("Score"), "", _("points or continuous")),
        Column("first_round", _("Earlier round"), _("year")),
        Column("last_round", _("Later round"), _("year")),
        Column("point", _("Point key")),
        Column("name", _("Data point")),
        Column("held_in", _("Scored in"), "", _("both, first or last")),
        Column("first_value", _("Earlier value"), own),
        Column("last_value", _("Later value"), own),
        Column("unit", _("Unit"), "", _("Of the values in this row")),
        Column("first_band", _("Earlier band"), _("1 to 4")),
        Column("last_band", _("Later band"), _("1 to 4")),
        Column("first_progress", _("Earlier progress"), score),
        Column("last_progress", _("Later progress"), score),
        Column("weight", _("Weight"), _("share of 1"), _("Among the points of both rounds")),
        Column("contribution", _("Contribution"), _("points of the score"), _("Exact")),
        Column("contribution_printed", _("As printed"), _("points of the score")),
    )
    title = _("%(city)s: %(first)s to %(last)s", city=found.city.name, first=first, last=last)
    head = (found.city.id, found.view.score, first, last)
    rows = [(*head, *row) for row in _pair(found.pair)]
    name = f"{found.city.id}-{first}-{last}"
    return Table(name, title, columns, rows, provenance(found.store))


def _pair(pair: RoundPair) -> Iterator[Row]:
    for p in pair.points:
        yield *_ends(p.second, p.first, "both"), p.weight, p.contribution, p.step
    for row in pair.gained:
        yield *_ends(None, row, "last"), None, None, None
    for row in pair.lost:
        yield *_ends(row, None, "first"), None, None, None


def _ends(before: PointRow | None, after: PointRow | None, held: str) -> Row:
    one = after or before
    if one is None:
        raise ValueError("a point of neither round")
    values = [(r.value, r.band, r.progress) if r else (None,) * 3 for r in (before, after)]
    (v0, b0, p0), (v1, b1, p1) = values
    return one.key, one.name, held, v0, v1, one.unit, b0, b1, p0, p1
