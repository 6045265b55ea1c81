"""Every chart holds to the one contract, with few rows and many, with gaps and without."""

from __future__ import annotations

from typing import Any

import pytest

from components.charts.beeswarm.beeswarm import beeswarm
from components.charts.beeswarm.rows import Dot, Lane, Scale
from components.charts.dumbbell.dumbbell import City
from components.charts.kit.text import width
from components.charts.radar.categories import axes
from components.charts.radar.dotplot import dotplot
from components.charts.radar.overlay import overlay
from components.charts.radar.radar import radar
from components.charts.ranks.ranks import MOST_PRINTED, RankRow, ranks
from components.charts.ranks.scores import ScoreRow, index_scores
from components.charts.scatter.scatter import Pair, Side, scatter

from .builders import missing, rollup
from .contract import hold

LONG = "Santa Cruz de Tenerife and its Surroundings"
CITIES = City("Ålesund", "city-a"), City(LONG, "city-f")
WHY = {"c1": "not_reported", "c3": "not_held"}
PEERS = tuple(float(i) for i in range(20, 90, 7))


def categories(n: int) -> list[Any]:
    """Categories with a band of peers, with single peers, without a score."""
    rows = [
        rollup(f"c{i}", i, points_score=12.5 * (i % 9), band=min(4, 1 + i % 9 // 2),
               peer_points=PEERS[: 3 * i])
        for i in range(n)
    ]  # fmt: skip
    rows[1] = missing("c1", 1)
    return rows


def rank_rows(n: int) -> list[RankRow]:
    share = (0.0, 0.004, *[1.0 / n] * (n - 2))
    return [
        RankRow(f"k{i}", LONG if i % 2 else "Fez", i + 1, i + 1, max(1, i), min(n, i + 3), share,
                "70.1", "0.83", i == 1)
        for i in range(n)
    ]  # fmt: skip


def swarm(n: int) -> Any:
    dots = tuple(
        Dot(f"c{i}", LONG, i % 17 * 1.0, (1, 2, 3, 4, None)[i % 5], i % 5 == 4, i == 0, "words")
        for i in range(n)
    )
    edges = ((3.9, 4, 3), (10.6, 3, 2), (18.2, 2, 1))
    lane = Lane("Reports", "cities", dots, 4.0, (3.0, 6.0), n < 14)
    return beeswarm([lane], Scale(0, 20, True, (2.7,), "target 2.7 %", edges))


def pairs() -> Any:
    found = [Pair(f"c{i}", LONG, i, 10 - i, i % 2 == 0, i == 3, "words") for i in range(9)]
    side = Side(0, 10, "A measure with a long name", (5.0,), -1, True)
    return scatter(found, side, side._replace(target=()), (4.0, 0.1))


def two(n: int) -> Any:
    found = axes(categories(n), WHY, "points")
    return overlay(CITIES, (found, found[::-1]), "continuous")


FIGURES = {
    **{f"radar {n}": radar(categories(n), WHY, "points") for n in (3, 6, 12)},
    **{f"dot plot {n}": dotplot(categories(n), WHY, "continuous") for n in (2, 12)},
    **{f"overlay {n}": two(n) for n in (3, 11)},
    **{f"ranks {n}": ranks(rank_rows(n)) for n in (2, MOST_PRINTED + 1, 40)},
    "scores": index_scores([ScoreRow("a", LONG, 97, 40, 99, "97"), ScoreRow("b", "B", 0, 0, 0, "0")]),
    **{f"beeswarm {n}": swarm(n) for n in (1, 60)},
    "scatter": pairs(),
}  # fmt: skip


@pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES.keys())
def test_a_figure_holds_to_the_contract(figure: Any) -> None:
    hold(figure)


def test_the_contract_catches_what_breaks_it() -> None:
    figure = radar(categories(3), WHY, "points")
    for broken in (
        figure | {"layout": figure["layout"] | {"width": 400}},
        figure | {"layout": figure["layout"] | {"paper_bgcolor": "#123456"}},
        figure | {"data": [*figure["data"], {"type": "scatter", "x": [1], "y": [1]}]},
    ):
        with pytest.raises((AssertionError, KeyError)):
            hold(broken)


@pytest.mark.parametrize("n", [2, 12, 40])
def test_names_and_numbers_of_ranks_find_room_at_320_px(n: int) -> None:
    figure = ranks(rank_rows(n))
    margin = figure["layout"]["margin"]
    assert 320 - margin["l"] - margin["r"] >= 110
    if n > 12:
        assert max(map(width, figure["layout"]["yaxis"]["ticktext"])) <= margin["l"]
        assert max(map(width, figure["layout"]["yaxis2"]["ticktext"])) <= margin["r"]
    else:
        left, right = (
            [note["text"] for note in figure["layout"]["annotations"][side : 2 * n : 2]]
            for side in (0, 1)
        )
        assert all(width(a) + width(b) <= 320 for a, b in zip(left, right, strict=True))


def test_the_first_trace_of_ranks_is_what_a_weight_moves() -> None:
    rows = rank_rows(5)
    assert list(ranks(rows)["data"][0]["x"]) == [row.nominal for row in rows]


def test_shares_are_printed_only_where_they_find_room() -> None:
    def printed(n: int) -> bool:
        return any(trace.get("mode") == "text" for trace in ranks(rank_rows(n))["data"])

    assert printed(MOST_PRINTED)
    assert not printed(MOST_PRINTED + 1)


def test_a_label_near_the_target_stands_beyond_its_line() -> None:
    rows = [ScoreRow(str(x), "A", x, x, x, "n") for x in (50.0, 97.0, 100.0)]
    texts = [trace for trace in index_scores(rows)["data"] if trace["mode"] == "text"]
    assert [trace["x"] for trace in texts] == [[50.0], [100], [100.0]]
