"""What an index is made of: a lens, a dimension, a category or everything, and its groups."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from analysis.index import Choice, may_rank
from analysis.numbers import MEDIAN_N
from components.view import View
from components.words.i18n import _
from data.lenses import lenses
from data.queries.index import IndexCell, IndexCity
from data.source_rows import DefinitionRow
from pages.index_lab.table import index_table

Kind = Literal["lens", "all", "dimension", "category"]
EVERYTHING = "all"
MOST_GROUPS = 8
"""More categories than this are weighed by their dimensions."""


class Group(NamedTuple):
    """A part whose weight the reader sets."""

    key: str
    name: str
    n_points: int


class Block(NamedTuple):
    """The chosen points. rows: the scoreable ones, in official order; group_of: a key for each."""

    kind: Kind
    key: str
    name: str
    rows: tuple[DefinitionRow, ...]
    group_of: tuple[str, ...]
    groups: tuple[Group, ...]
    description: str = ""


class Offer(NamedTuple):
    """A block the reader may choose and how many cities could be ranked on it."""

    block: Block
    n_ranked: int


def blocks(definitions: Sequence[DefinitionRow], by: str) -> Iterator[Block]:
    """Every block: all points, dimensions, categories, lenses."""
    scored = [row for row in definitions if row.scored]
    yield _block("all", EVERYTHING, _("All dimensions"), scored, by)
    for key, name in dict.fromkeys((row.dimension, row.dimension_name) for row in definitions):
        yield _block("dimension", key, name, [r for r in scored if r.dimension == key], by)
    names = dict.fromkeys((r.category, r.category_name, r.dimension_name) for r in definitions)
    shared = [name for _key, name, _dimension in names]
    for key, name, dimension in names:
        label = f"{name} ({dimension})" if shared.count(name) > 1 else name
        yield _block("category", key, label, [r for r in scored if r.category == key], by)
    for found in lenses():
        members = set(found.points)
        rows = [row for row in scored if row.key in members]
        yield _block("lens", found.key, found.name, rows, by)._replace(
            description=found.description
        )


def offers(
    found: Sequence[Block], cities: Sequence[IndexCity], cells: Sequence[IndexCell]
) -> list[Offer]:
    """Each block with the number of cities at or above its gate."""
    return [
        Offer(
            block,
            int(may_rank(index_table(cities, cells, block.rows, block.group_of), Choice()).sum())
            if block.rows
            else 0,
        )
        for block in found
    ]


def chosen(view: View, offered: Sequence[Offer]) -> tuple[Block, tuple[str, ...]]:
    """The block of the address, and a notice where the address names none.

    Without a choice: the largest one on which enough cities for ranks are held; of no such block
    the one that most cities hold.
    """
    wanted = view.lens or view.category
    kinds = ("lens",) if view.lens else ("all", "dimension", "category")
    for block, _n in offered:
        if wanted == block.key and block.kind in kinds:
            return block, ()
    notices = (
        (
            _("There is no lens “%(key)s” here; the largest rankable block is shown.", key=wanted)
            if view.lens
            else _(
                "There is no category “%(key)s” here; the largest rankable block is shown.",
                key=wanted,
            ),
        )
        if wanted
        else ()
    )
    own = [offer for offer in offered if offer.block.kind != "lens"]
    enough = [offer for offer in own if offer.n_ranked >= MEDIAN_N]
    if enough:
        return max(enough, key=lambda o: len(o.block.rows)).block, notices
    return max(own, key=lambda o: (o.n_ranked, len(o.block.rows))).block, notices


def _block(kind: Kind, key: str, name: str, rows: Sequence[DefinitionRow], by: str) -> Block:
    labels = _labels(rows, by)
    counts: dict[tuple[str, str], int] = {}
    for label in labels:
        counts[label] = counts.get(label, 0) + 1
    groups = tuple(Group(group, title, n) for (group, title), n in counts.items())
    return Block(kind, key, name, tuple(rows), tuple(group for group, _t in labels), groups)


def _labels(rows: Sequence[DefinitionRow], by: str) -> list[tuple[str, str]]:
    """Key and name of the group of each point: the highest level of which there are several."""
    dimensions = [(row.dimension, row.dimension_name) for row in rows]
    categories = [(row.category, row.category_name) for row in rows]
    kpis = [(_slug(row.kpi_code), row.kpi_name) for row in rows]
    n_categories, n_dimensions = len(set(categories)), len(set(dimensions))
    if n_dimensions > 1 and (by == "dimension" or n_categories > MOST_GROUPS):
        return dimensions
    if n_categories > 1:
        shared = [name for _key, name in set(categories)]
        return [
            (key, f"{name} ({row.dimension_name})" if shared.count(name) > 1 else name)
            for row, (key, name) in zip(rows, categories, strict=True)
        ]
    return kpis if len(set(kpis)) > 1 else [(row.key, row.name) for row in rows]


def _slug(code: str) -> str:
    """A KPI's code as a key in the address: ``EC: ICT: ICT: 1C`` is ``ec-ict-ict-1c``."""
    return re.sub(r"[^a-z0-9]+", "-", code.lower()).strip("-")
