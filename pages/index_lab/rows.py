"""Tables of the Index lab for download: numbers as computed, not as printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from analysis.index import point_scores
from components.words.i18n import _
from data.provenance import provenance
from exports.table import Column, Table
from pages.index_lab.reading import PATH, IndexReading
from pages.index_lab.words import change_name

Row = tuple[object, ...]
What = Literal["ranks", "points", "changes"]
DIGITS = 6
_CITY = (
    Column("city_id", "Key of the city"),
    Column("city", "City"),
    Column("as_of", "Round", "year", "Year of the city’s round"),
)
COLUMNS: dict[What, tuple[Column, ...]] = {
    "ranks": (
        *_CITY,
        Column("tier", "Tier", "", "Cities whose rank intervals meet the first of the tier"),
        Column("median_rank", "Median rank", "rank", "Median of the drawn ranks"),
        Column("rank_p5", "Rank, 5th percentile of the draws", "rank"),
        Column("rank_p95", "Rank, 95th percentile of the draws", "rank"),
        Column("nominal_rank", "Rank as chosen", "rank"),
        Column("first_share", "First in", "share of draws, 0–1"),
        Column("score", "Score as chosen", "0–100"),
        Column("score_low", "Score, lower bound", "0–100", "What is missing at its worst"),
        Column("score_high", "Score, upper bound", "0–100", "What is missing at its best"),
        Column("balance", "Balance", "0–1", "Geometric over arithmetic mean"),
        Column("n_held", "Points with a value"),
        Column("n_scoreable", "Points that could be scored"),
    ),
    "points": (
        *_CITY,
        Column("point", "Key of the data point"),
        Column("name", "Data point"),
        Column("unit", "Unit"),
        Column("value", "Value", "", "In the unit of the row"),
        Column("status", "Status"),
        Column("year", "Year of the value", "year"),
        Column("target_low", "Target, lower end"),
        Column("target_high", "Target, upper end"),
        Column("worst", "Value of score 0"),
        Column("score", "Score as chosen", "0–100"),
        Column("group", "Part of the index"),
        Column("publication", "Publication"),
        Column("page", "Page"),
        Column("source_url", "Address of the source"),
    ),
    "changes": (
        Column("change", "Key of the change"),
        Column("name", "Change"),
        Column("city_id", "Key of the city"),
        Column("city", "City"),
        Column("rank_before", "Rank as chosen", "rank"),
        Column("rank_after", "Rank after the change", "rank"),
    ),
}


def table(reading: IndexReading, what: What) -> Table:
    """One of the tables with its provenance."""
    make = {"ranks": ranks, "points": points, "changes": changes}[what]
    titles = {
        "ranks": _("%(block)s: ranks", block=reading.block.name),
        "points": _("%(block)s: values and scores", block=reading.block.name),
        "changes": _("%(block)s: one change at a time", block=reading.block.name),
    }
    return Table(
        f"index-{reading.block.key}-{what}",
        titles[what],
        COLUMNS[what],
        list(make(reading)),
        provenance(reading.build, reading.view.href(PATH)),
    )


def ranks(reading: IndexReading) -> Iterator[Row]:
    """A row a city: ranked ones in the order of the chart, then those with too few points."""
    standing, drawn = reading.standing, reading.ranking if reading.has_ranks else None
    found = standing.nominal
    for i in reading.order:
        city = reading.cities[reading.ids[i]]
        rank: Row = (None,) * 6
        if drawn:
            rank = (
                int(drawn.tier[i]), float(drawn.median[i]), float(drawn.low[i]),
                float(drawn.high[i]), int(drawn.rank[i]), float(drawn.share[i, 0]),
            )  # fmt: skip
        yield (
            city.id, city.name, city.as_of, *rank,
            *(_round(float(each[i])) for each in (found.score, found.low, found.high, found.balance)),
            int(standing.table.held[i].sum()), int(standing.table.applicable[i].sum()),
        )  # fmt: skip
    for thin in reading.thin:
        yield (
            thin.city.id, thin.city.name, thin.city.as_of, *(None,) * 6, _round(thin.score),
            _round(thin.low), _round(thin.high), None, thin.n_held, thin.n_scoreable,
        )  # fmt: skip


def points(reading: IndexReading) -> Iterator[Row]:
    """A row a ranked city and point: value, status, score as chosen, source."""
    table, block = reading.standing.table, reading.block
    scores = point_scores(table, reading.choice) if table.ids else None
    for i, city_id in enumerate(table.ids):
        city = reading.cities[city_id]
        for j, row in enumerate(block.rows):
            cell = reading.cells.get((city_id, row.key))
            yield (
                city_id, city.name, city.as_of, row.key, row.name, row.unit,
                cell.value if cell else None, cell.status if cell else "not_held",
                cell.year if cell else None, row.target_low, row.target_high, row.worst,
                None if scores is None else _round(float(scores[i, j])), block.group_of[j],
                cell.publication if cell else None, cell.page if cell else None,
                cell.source_url if cell else None,
            )  # fmt: skip


def changes(reading: IndexReading) -> Iterator[Row]:
    """A row a change and city: rank as chosen before and after."""
    before = reading.standing.rank
    for change in reading.changes:
        key = f"{change.what}:{change.to}"
        if isinstance(change.to, int):
            key = f"{change.what}:{reading.block.groups[change.to].key}"
        name = change_name(change, reading)
        for i in reading.order:
            yield (
                key.removesuffix(":None"), name, reading.ids[i], reading.names[i],
                int(before[i]), int(change.rank[i]),
            )  # fmt: skip


def _round(value: float) -> float | None:
    return None if value != value else round(value, DIGITS)
