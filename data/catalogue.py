"""The catalogue beyond the points themselves: the SDG 11 map and how many targets rest on what."""

from __future__ import annotations

from typing import NamedTuple

from data.queries import by_version
from data.store import Snapshot


class Sdg11Row(NamedTuple):
    """One data point that serves a target of SDG 11. mapping: read | inferred."""

    sdg_target: str
    title: str
    point_key: str
    point: str
    mapping: str
    note: str | None
    source_url: str | None


class PublicationRow(NamedTuple):
    """One publication behind the data set, over all its cities. Grain: publication."""

    publication: str
    kind: str
    status: str
    source_url: str | None
    n_cities: int
    n_values: int


@by_version
def sdg11(snapshot: Snapshot) -> tuple[Sdg11Row, ...]:
    """The SDG 11 map in the order of the goal's targets."""
    return tuple(
        snapshot.rows(
            Sdg11Row,
            """
            SELECT s.sdg_target, s.title, s.point_key, d.name, s.mapping, s.note, s.source_url
            FROM sdg11_target s JOIN data_point d ON d.key = s.point_key
            ORDER BY s.sdg_target, d.position
            """,
        )
    )


@by_version
def publications(snapshot: Snapshot) -> tuple[PublicationRow, ...]:
    """What was read, by name; U4SSC first."""
    return tuple(
        snapshot.rows(
            PublicationRow,
            """
            SELECT publication, any_value(kind), max(status), min(source_url),
                   count(DISTINCT city_id), sum(n_values)::INTEGER
            FROM submission GROUP BY publication
            ORDER BY any_value(kind) = 'other_statistics', publication
            """,
        )
    )
