"""The benchmark as the router gets it: every state of the address is a page that says why."""

from __future__ import annotations

import csv
import io
import re
from functools import partial

import numpy as np
import pytest
from flask.testing import FlaskClient
from plotly import graph_objects as go

from analysis.scoring import band, progress
from components.scores.band_edges import edges
from data import queries
from data.store import snapshot
from tests.pages import reading
from tests.pages.reading import graphs, words

pytestmark = pytest.mark.usefixtures("stores")
YES_NO = "plan_compact"
EXAMPLE_CITY = "bervinport"


page = partial(reading.page, "benchmark")


def rows(client: FlaskClient, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(address).get_data().decode("utf-8-sig"))))


FORTY = ",".join(f"nowhere-{i}" for i in range(40))


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        (
            {},
            "Unemployment Rate: 2 of 5 reporting cities meet the target, one comes within 5 % of it; none of 35",
        ),
        ({"kpi": "noise_exposure"}, "no city has a value yet"),
        ({"kpi": "unemployment"}, "Did you mean Unemployment Rate"),
        ({"kpi": "zzzzqqq"}, "There is no data point “zzzzqqq”"),
        ({"kpi": "<b>"}, "is not a value of “kpi”"),
        ({"kpi": "electronic_health_records"}, "has a value, "),
        ({"kpi": "household_sanitation"}, "2 reporting cities"),
        ({"kpi": "mode_cycling"}, "cities in other statistics"),
        ({"kpi": YES_NO}, "2 of 2 reporting cities have it"),
        ({"kpi": YES_NO, "cities": "valencia"}, "Where it is in place"),
        (
            {"kpi": "poverty", "asof": "1950"},
            "No value of this data point is available up to 1950.",
        ),
        ({"kpi": "poverty", "asof": "2013"}, "newest value from 2008 to 2013"),
        ({"kpi": "no2", "asof": "2024"}, "no value after 2018"),
        ({"cities": FORTY}, "“nowhere-5” … are no cities of this data set"),
        ({"cities": "valencia"}, "“well on the way” begins at 10.6"),
        ({"cities": "valencia"}, "Ahead on this data point"),
        ({"cities": "pully"}, "No value available up to this year: Pully"),
        ({"lens": "nope"}, "“nope” is not a lens"),
        ({"lens": "mobility"}, "in Mobility"),
        ({"against": "unemployment_rate"}, "against itself"),
        ({"against": "zzz"}, "There is no data point “zzz” to compare with."),
        ({"against": "poverty"}, "too few for a line, which needs 20"),
        ({"against": YES_NO}, "cannot be drawn against another"),
        ({"against": "mode_cycling", "kpi": "coverage_4g"}, "No city has both"),
        ({"against": "patents", "kpi": "noise_exposure"}, "no city has a value yet"),
        ({"data": "example"}, "Synthetic data: fictional cities."),
        ({"data": "example", "against": "poverty"}, "rank correlation"),
        ({"data": "example", "cities": EXAMPLE_CITY, "peers": "size"}, "other fictional cit"),
        (
            {"data": "example", "kpi": YES_NO, "against": "poverty"},
            "cannot be drawn against another",
        ),
    ],
)
def test_states(query: dict[str, str], sentence: str) -> None:
    text = words(page(**query))
    assert "could not be shown" not in text
    assert sentence in text


@pytest.mark.parametrize(("data", "step"), [("published", 1), ("example", 6)])
def test_every_point_makes_a_page_whose_figures_plotly_takes(data: str, step: int) -> None:
    for i, point in enumerate(queries.definitions(snapshot(data))[::step]):
        found = page(data=data, kpi=point.key)
        assert "could not be shown" not in words(found), point.key
        if i % 12 == 0:  # plotly takes a second over each
            for figure in graphs(found).values():
                go.Figure(figure)


def test_ranks_wait_for_a_click_and_links_keep_the_point() -> None:
    markup = page(kpi="unemployment_rate", cities="riyadh")
    assert '<details id="bm-ranks" class="more"><summary>' in markup
    assert "/city/valencia/source/unemployment_rate" in markup
    assert "/city/valencia?point=unemployment_rate" in markup
    assert "/compare?cities=riyadh,valencia" in markup
    assert "bm-ranks" not in page(kpi="coverage_4g")


def test_flipping_stays_in_the_category_and_goes_round() -> None:
    seen, key = [], "unemployment_rate"
    for _turn in range(4):
        seen.append(key)
        markup = page(kpi=key)
        key = re.search(r'kpi=(\w+)" data-flip="next', markup).group(1)
    assert key == seen[0]
    points = {p.key: p.category for p in queries.definitions(snapshot())}
    assert {points[k] for k in seen} == {"economy-employment"}
    assert len(set(seen)) == 4


def test_band_borders_are_where_the_score_changes_its_band() -> None:
    for point in queries.definitions(snapshot()):
        for at, left, right in edges(point):
            step = 1e-6 * abs(point.target_low - point.worst)
            scores = progress(
                np.array([at - step, at + step]), point.direction, point.target_low,
                point.target_high, point.worst,
            )  # fmt: skip
            assert band(scores).tolist() == [left, right], (point.key, at)


def test_the_file_is_the_list_of_the_page(client: FlaskClient) -> None:
    found = rows(client, "/benchmark.csv?kpi=unemployment_rate")
    counted = [row for row in found if row["counts"] == "yes"]
    assert len([r for r in counted if r["kind"] == "reports"]) == 5
    assert len([r for r in counted if r["kind"] == "other_statistics"]) == 35
    assert len(found) == 55
    shown = page(kpi="unemployment_rate")
    listed = set(re.findall(r'data-city="([\w-]+)', shown))
    assert listed == {row["city_id"] for row in found}
    pairs = rows(client, "/benchmark-pairs.csv?kpi=unemployment_rate&against=poverty")
    assert {row["kind"] for row in pairs} == {"other_statistics"}
    assert len(pairs) == 15


def test_files_of_the_example_set_say_synthetic_and_of_nothing_are_not_found(
    client: FlaskClient,
) -> None:
    address = "/benchmark.csv?kpi=unemployment_rate&data=example"
    assert "synthetic" in client.get(address).headers["Content-Disposition"]
    assert {row["data_set"] for row in rows(client, address)} == {"synthetic"}
    assert client.get("/benchmark.csv?kpi=nothing").status_code == 404
    assert client.get("/benchmark-pairs.csv?kpi=no2&against=no2").status_code == 404
