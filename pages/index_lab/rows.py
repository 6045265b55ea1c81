"""Tables of the Index lab for download: numbers as computed, not as printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from analysis.index import point_scores
from data.provenance import provenance
from exports.table import Column, Table
from pages.index_lab.reading import IndexReading, Study
from pages.index_lab.words import change_name

Row = tuple[object, ...]
What = Literal["ranks", "points", "changes"]
DIGITS = 6
_CITY = (
    Column("city_id", "City id"),
    Column("city", "City"),
    Column("as_of", "Round", "year", "Year of the city's round"),
)
COLUMNS: dict[What, tuple[Column, ...]] = {
    "ranks": (
        *_CITY,
        Column("tier", "Tier", "", "Cities whose rank intervals meet the first of the tier"),
        Column("median_rank", "Median rank", "rank", "Median of the drawn ranks"),
        Column("rank_p5", "Rank, 5th percentile", "rank"),
        Column("rank_p95", "Rank, 95th percentile", "rank"),
        Column("nominal_rank", "Rank as chosen", "rank"),
        Column("first_share", "First in", "share of draws, 0–1"),
        Column("score", "Score as chosen", "0–100"),
        Column("score_low", "Score, lower bound", "0–100", "What is missing at its worst"),
        Column("score_high", "Score, upper bound", "0–100", "What is missing at its best"),
        Column("balance", "Balance", "0–1", "Geometric over arithmetic mean"),
        Column("n_held", "Points held"),
        Column("n_scoreable", "Points that could be scored"),
    ),
    "points": (
        *_CITY,
        Column("point", "Data point id"),
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
        Column("change", "Change id"),
        Column("name", "Change"),
        Column("city_id", "City id"),
        Column("city", "City"),
        Column("rank_before", "Rank as chosen", "rank"),
        Column("rank_after", "Rank after the change", "rank"),
    ),
}


def table(reading: IndexReading, what: What) -> Table:
    """One of the tables with its provenance."""
    make = {"ranks": ranks, "points": points, "changes": changes}[what]
    found = reading.study
    return Table(
        f"index-{found.block.key}-{what}",
        f"{found.block.name}: {what}",
        COLUMNS[what],
        list(make(found)),
        provenance(reading.build, reading.view.href(f"/index/{what}.csv")),
    )


def ranks(study: Study) -> Iterator[Row]:
    """A row a city: ranked ones in the order of the chart, then those under the gate."""
    found = study.ranking
    for i in map(int, found.order):
        city = study.cities[found.ids[i]]
        rank: Row = ("",) * 6
        if study.has_ranks:
            rank = (
                int(found.tier[i]), float(found.median[i]), float(found.low[i]),
                float(found.high[i]), int(found.rank[i]), float(found.share[i, 0]),
            )  # fmt: skip
        scores = (found.nominal.score, found.nominal.low, found.nominal.high, found.nominal.balance)
        yield (
            city.id, city.name, city.as_of, *rank,
            *(round(float(column[i]), DIGITS) for column in scores),
            int(study.ranked.held[i].sum()), int(study.ranked.applicable[i].sum()),
        )  # fmt: skip
    for thin in study.thin:
        yield (
            thin.city.id, thin.city.name, thin.city.as_of, *("",) * 6, round(thin.score, DIGITS),
            round(thin.low, DIGITS), round(thin.high, DIGITS), "", thin.n_held, thin.n_scoreable,
        )  # fmt: skip


def points(study: Study) -> Iterator[Row]:
    """A row a ranked city and point: value, status, score as chosen, source."""
    scores = point_scores(study.ranked, study.choice) if study.ranked.ids else None
    for i, city_id in enumerate(study.ranked.ids):
        city = study.cities[city_id]
        for j, row in enumerate(study.block.rows):
            cell = study.cells.get((city_id, row.key))
            score = float(scores[i, j]) if scores is not None else float("nan")
            yield (
                city_id, city.name, city.as_of, row.key, row.name, row.unit,
                "" if cell is None or cell.value is None else cell.value,
                cell.status if cell else "not_held", cell.year if cell else "",
                row.target_low, row.target_high, row.worst,
                "" if score != score else round(score, DIGITS), study.block.group_of[j],
                cell.publication if cell else "", (cell.page or "") if cell else "",
                (cell.source_url or "") if cell else "",
            )  # fmt: skip


def changes(study: Study) -> Iterator[Row]:
    """A row a change and city: nominal rank before and after."""
    for change in study.changes:
        key = f"{change.what}:{change.to}"
        if isinstance(change.to, int):
            key = f"{change.what}:{study.block.groups[change.to].key}"
        name = change_name(change, study)
        for i in map(int, study.ranking.order):
            city = study.cities[study.ranking.ids[i]]
            yield (
                key.removesuffix(":None"), name, city.id, city.name,
                int(study.ranking.rank[i]), int(change.rank[i]),
            )  # fmt: skip
