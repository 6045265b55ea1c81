"""Score over time: what is only more data is called so, and two rounds add up to the last digit."""

from __future__ import annotations

from typing import Any

import pytest
from plotly import graph_objects as go

from components.charts.level.rounds import RoundScore, score_over_time
from components.view import View
from data import queries
from data.queries.progress import score_rounds
from data.store import snapshot
from data.trend_rows import ScoreRoundRow
from pages.progress.rounds import words as say
from pages.progress.rounds.reading import by_dimension, chosen_years, round_pair


def row(as_of: int, score: float, same: float | None, **changes: Any) -> ScoreRoundRow:
    given: dict[str, Any] = {
        "as_of": as_of, "kind": "city_submission", "level": "dimension", "key": "economy",
        "name": "Economy", "dimension": "economy", "position": 1, "n_held": 60, "n_scored": 40,
        "n_missing": 4, "n_scoreable": 44, "points_score": score, "points_low": score - 2,
        "points_high": score + 2, "continuous": score, "continuous_low": None,
        "continuous_high": None, "band": 2, "passes_gate": True, "n_same": 30 if same else 0,
        "same_points": same,
    }  # fmt: skip
    return ScoreRoundRow(**{**given, **changes})


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ((50, 50), (68, 54), "up 18, of which 4.0 on the same points: mostly more data"),
        ((50, 50), (62, 61), "up 12, and by 11 on the same points: a real rise"),
        ((62, 61), (50, 50), "down 12, and by 11 on the same points: a real fall"),
        ((50, 50), (60, 50.4), "up 10 only because more data was reported; nothing is better"),
        ((60, 50), (50, 50.4), "down 10 only because more data was reported; nothing is worse"),
        (
            (50, 50),
            (55, 47),
            "up 5.0 only because more data was reported; the same points are down 3.0",
        ),
        ((50, 50), (50.4, 50.2), "has hardly changed"),
        ((50, 50), (50.4, 54), "looks unchanged, but the same points are up 4.0"),
        ((50, None), (60, None), "up 10; too few points are in every round to tell what is real"),
    ],
)
def test_a_change_is_told_apart_from_more_data(
    first: tuple[float, float | None], last: tuple[float, float | None], said: str
) -> None:
    assert say.title([row(2020, *first), row(2024, *last)]) == f"Economy {said}"


def test_a_round_under_the_gate_does_not_speak() -> None:
    thin = {"passes_gate": False, "n_scored": 10}
    rows = [row(2020, 90, 50, **thin), row(2022, 60, 55), row(2024, 62, 57)]
    assert say.title(rows).startswith("Economy up 2.0, and by 2.0")
    assert say.title([rows[0], rows[1]]) == "Economy: only one round has enough points for a score"
    assert say.title([rows[0]]) == "Economy: no round has enough points for a score"
    assert "provisional 90" in say.summary(rows)
    assert "under 65 % there is no score" in say.pointer(rows[0])
    # The most doubtful change leads the section; where all rise for real, that is said.
    data_only = [row(2020, 50, 50, name="Society"), row(2024, 68, 54, name="Society")]
    assert say.headline([rows, data_only]).startswith("Society up 18, of which 4.0")
    assert say.headline([rows[1:], rows[1:]]).startswith("Every dimension has risen since 2022")


def test_the_drawing_keeps_gaps_and_opens_the_dot_under_the_gate() -> None:
    def at(year: int, score: float | None, band: int | None) -> RoundScore:
        return RoundScore(year, score, 40.0, 80.0, score, None, band, 10, 20, "")

    figure = score_over_time([at(2018, 60, None), at(2020, None, None), at(2024, 70, 3)],
                             (2018, 2024))  # fmt: skip
    go.Figure(figure)
    line = figure["data"][4]
    assert line["x"] == [2018, 2020, 2024]  # years to scale
    assert line["y"][1] is None
    assert line["connectgaps"] is False
    hollow = figure["data"][5]
    assert hollow["x"] == [2018]
    bars = figure["data"][1]
    assert (bars["yaxis"], bars["y"]) == ("y2", [10, 10, 10])


@pytest.mark.usefixtures("stores")
@pytest.mark.parametrize("score", ["points", "continuous"])
def test_two_rounds_add_up_and_points_of_one_stand_apart(score: Any) -> None:
    store = snapshot("example")
    for city in ("bervinport", "fallowolis", "quillina"):
        years = sorted({r.as_of for r in score_rounds(store, city)})
        pair = round_pair(store, city, (years[0], years[-1]), score)
        assert round(pair.start + sum(p.step for p in pair.points), 2) == pair.end
        assert round(sum(s.size for s in pair.steps), 2) == pair.change
        cards = [{p.key: p for p in queries.scorecard(store, city, y, ())}
                 for y in (years[0], years[-1])]  # fmt: skip
        both = [k for k in cards[0] if cards[0][k].band and cards[1][k].band]
        assert {p.first.key for p in pair.points} == set(both)
        if score == "points":  # worked another way: the plain mean of 25 a band
            ends = [sum(25 * (c[k].band or 0) for k in both) / len(both) for c in cards]
            assert (pair.start, pair.end) == pytest.approx(ends, abs=0.005)
        assert all(p.progress is not None and p.key not in both for p in pair.gained + pair.lost)
        whole = [r for r in score_rounds(store, city) if r.level == "overall"]
        gap = (whole[-1].points_score or 0) - (whole[0].points_score or 0)
        if pair.beyond is not None and score == "points":
            assert pair.change + pair.beyond == pytest.approx(gap, abs=0.006)


def test_the_address_names_two_rounds_or_gets_the_first_and_the_last() -> None:
    years = [2018, 2020, 2024]
    assert chosen_years(View(), years) == ((2018, 2024), "")
    assert chosen_years(View(between=(2024, 2020)), years) == ((2020, 2024), "")
    for bad in ((2019, 2024), (2020, 2020)):
        chosen, word = chosen_years(View(between=bad), years)
        assert chosen == (2018, 2024)
        assert str(bad[0]) in word


@pytest.mark.usefixtures("stores")
def test_dimensions_stand_in_official_order() -> None:
    rows = score_rounds(snapshot("example"), "bervinport")
    assert [d[-1].key for d in by_dimension(rows)] == ["economy", "environment", "society"]
