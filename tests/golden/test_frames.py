"""The downloads and ``analysis.frames`` lead to the scores of the store, without the product."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis import frames
from analysis.index import Choice
from data import downloads
from data.settings import settings
from data.store import snapshot

pytestmark = pytest.mark.usefixtures("stores")


@pytest.fixture(scope="module")
def files(stores, tmp_path_factory):
    """Values of the reports and scored points of the example set, read as a researcher would."""
    store, folder = snapshot("example"), tmp_path_factory.mktemp("downloads")
    reports = downloads.ValuesFilter(kind=downloads.SCORECARD_KINDS)
    downloads.write_values(store, reports, folder / "values.csv", "csv")
    downloads.write_catalogue(store, folder / "catalogue.csv", "csv")
    points = pd.read_csv(folder / "catalogue.csv", index_col="point_key")
    return pd.read_csv(folder / "values.csv"), points[points["scored"]]


@pytest.fixture(scope="module")
def wide(files):
    values, points = files
    latest = values.groupby("city_id")["year"].transform("max")
    in_window = values[values["year"] >= latest - settings().window_years]
    return frames.newest(in_window).reindex(columns=points.index)


def test_scores_of_the_frame_are_those_in_the_file(files, wide):
    values, points = files
    found = frames.scores(wide, points).stack().rename("found")
    year = values[values["year"] == values["year"].max()].set_index(["city_id", "point_key"])
    both = year.dropna(subset=["value"]).join(found, how="inner")
    assert len(both) > 1000
    np.testing.assert_allclose(both["found"], both["progress"], atol=1e-6)


def test_the_index_of_a_city_is_its_overall_score(files, wide):
    _values, points = files
    groups = points[["kpi_code", "category", "dimension"]]
    found = frames.composite(frames.scores(wide, points), groups=groups)
    stored = snapshot("example").cursor().execute(
        "SELECT city_id, n_scored, continuous FROM rollup WHERE level = 'overall' "
        "QUALIFY as_of = max(as_of) OVER (PARTITION BY city_id)"
    )  # fmt: skip
    overall = pd.DataFrame(stored.fetchall(), columns=["city_id", "n_scored", "continuous"])
    both = found.join(overall.set_index("city_id"), how="inner")
    both = both[both["n_held"] == both["n_scored"]]  # a status printed since takes a value away
    assert len(both) >= 20
    np.testing.assert_allclose(both["score"], both["continuous"], atol=1e-6)


def test_intervals_stand_around_the_ranks_of_the_same_index(files, wide):
    _values, points = files
    found = frames.rank_intervals(wide, points, Choice(weighting="dimension"), draws=50)
    groups = points[["kpi_code", "category", "dimension"]]
    index = frames.composite(frames.scores(wide, points), groups=groups).loc[found.index]
    np.testing.assert_allclose(found["score"], index["score"], atol=1e-6)
    assert found["rank"].tolist() == index["rank"].tolist()
    assert found["median"].is_monotonic_increasing
    assert (found["rank_p5"] <= found["median"]).all()
    assert (found["median"] <= found["rank_p95"]).all()
