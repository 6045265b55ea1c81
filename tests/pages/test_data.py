from __future__ import annotations

import re
from html import unescape

import pytest

from components.table.coverage_matrix import matrix
from data import coverage, queries
from data.store import snapshot
from pages.data.coverage_filter import CoverageFilter
from tests.pages import reading

pytestmark = pytest.mark.usefixtures("stores")


def page(data="published", **chosen):
    return reading.page("data", data=data, **chosen)


def test_cells_show_what_the_newest_round_holds():
    store = snapshot()
    cities = [c for c in coverage.cities(store) if c.id in ("riyadh", "rana")]
    drawn = matrix(queries.definitions(store), cities, coverage.report_cells(store), ())
    text = "".join(str(row.cells) for group in drawn.groups for row in group.rows)
    riyadh, rana = cities
    values = len(re.findall("<a class=(?:b[1-4]|nt)>", text))
    printed = len(re.findall("<a class=(?:nr|nv|na|cv)>", text))
    assert values == riyadh.n_held == 39
    assert printed == riyadh.n_printed + rana.n_printed == 12
    assert text.count("not available") == 2 * 112 - values - printed


def test_every_mark_has_words():
    cells = re.findall(r"<a class=\w+>(.*?)</a>", page())
    assert cells
    assert all(
        re.search(r"target|under way|well on the way|not |caveat", unescape(cell)) for cell in cells
    )


def test_other_statistics_are_counts_of_years_without_a_band():
    html = page(kind="other_statistics")
    assert "<a class=os>" in html
    assert not re.search("<a class=b[1-4]>", html)
    assert "72 data points have no other statistics" in html


def test_the_download_says_how_many_rows_the_filter_has():
    html = page(kind="reports", dimension="economy")
    assert "/download/values.xlsx?kind=reports&amp;dimension=economy" in html
    assert re.search(r"Download \d+ rows", html)


def test_an_unreadable_filter_falls_back_with_a_notice():
    chosen = CoverageFilter.from_query({"kind": "x", "dimension": "economy"}, ["economy"])
    assert (chosen.kind, chosen.dimension, len(chosen.notices)) == ("reports", "economy", 1)


def test_every_submission_stands_with_its_fingerprint():
    html = page()
    for submission in queries.submissions(snapshot()):
        assert submission.sha256[:12] in html
    assert "The checks found nothing to note" in html


def test_the_whole_example_matrix_stays_small():
    assert len(page("example")) < 700_000
