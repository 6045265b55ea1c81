"""The URL is the state: round trips, and what happens to what cannot be read."""

from __future__ import annotations

from typing import get_args
from urllib.parse import parse_qs, parse_qsl

from hypothesis import given
from hypothesis import strategies as st

from components import view as module
from components.view import View

keys = st.from_regex(module._KEY, fullmatch=True)
views = st.builds(
    View,
    data=st.sampled_from(get_args(module.DataSet)),
    asof=st.none() | st.integers(module.FIRST_YEAR, module.LAST_YEAR),
    score=st.sampled_from(get_args(module.Score)),
    peers=st.sampled_from(get_args(module.Peers)),
    shape=st.sampled_from(get_args(module.Shape)),
    point=st.none() | keys,
    category=st.none() | keys,
    lang=st.none() | st.just("fr") | st.just("zh-Hans"),
    theme=st.sampled_from(get_args(module.Theme)),
)


@given(views)
def test_every_view_comes_back_from_its_query(view: View) -> None:
    assert View.from_query(dict(parse_qsl(view.to_query()))) == view


@given(st.dictionaries(st.sampled_from([*View.__dataclass_fields__, "zzz"]), st.text(max_size=60)))
def test_no_query_is_ever_an_error(query: dict[str, str]) -> None:
    view = View.from_query(query)
    assert View.from_query(dict(parse_qsl(view.to_query()))) == View(
        **{**view.__dict__, "notices": ()}
    )


def test_a_bad_value_falls_back_with_a_notice_that_names_it() -> None:
    view = View.from_query({"asof": "12", "score": "best", "peers": "size"})
    assert (view.asof, view.score, view.peers) == (None, "points", "size")
    assert [("12" in n, "best" in n) for n in view.notices] == [(True, False), (False, True)]


def test_repeated_values_take_the_first() -> None:
    assert View.from_query(parse_qs("data=example&data=published")).data == "example"


def test_defaults_leave_the_address_clean() -> None:
    assert View().href("/city/riyadh") == "/city/riyadh"
    assert View(data="example").href("/data", asof=2024) == "/data?data=example&asof=2024"
