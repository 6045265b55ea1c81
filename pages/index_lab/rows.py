"""Rows of the Index lab's downloads: names in the first, numbers as computed, not as printed."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.index import point_scores
from pages.index_lab.reading import Study
from pages.index_lab.words import change_name

Row = tuple[object, ...]
DIGITS = 6


def ranks(study: Study) -> Iterator[Row]:
    """A row a city: ranked ones in the order of the chart, then those under the gate."""
    yield (
        "city_id", "city", "as_of", "tier", "median_rank", "rank_p5", "rank_p95", "nominal_rank",
        "first_share", "score", "score_low", "score_high", "balance", "n_held", "n_scoreable",
    )  # fmt: skip
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
    yield (
        "city_id", "city", "as_of", "point", "name", "unit", "value", "status", "year",
        "target_low", "target_high", "worst", "score", "group", "publication", "page", "source_url",
    )  # fmt: skip
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
    yield "change", "name", "city_id", "city", "rank_before", "rank_after"
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
