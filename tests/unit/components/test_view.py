"""The URL is the state: round trips, and what happens to what cannot be read."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args
from urllib.parse import parse_qs, parse_qsl

from hypothesis import given
from hypothesis import strategies as st

from components import view as module
from components.view import View

keys = st.from_regex("[a-z0-9_-]{1,80}", fullmatch=True)
lists = st.lists(keys, max_size=6, unique=True).map(tuple)
numbers = st.dictionaries(keys, st.floats(0, 1e12).map(lambda x: float(f"{x:.15g}")), max_size=5)
names = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=60)
views = st.builds(
    View,
    data=st.sampled_from(get_args(module.DataSet)),
    asof=st.none() | st.integers(module.FIRST_YEAR, module.LAST_YEAR),
    cities=lists,
    kpi=st.none() | keys,
    against=st.none() | keys,
    lens=st.none() | keys,
    score=st.sampled_from(get_args(module.Score)),
    peers=st.sampled_from(get_args(module.Peers)),
    mix=numbers.map(lambda found: tuple(found.items())),
    pin=lists,
    leave=lists,
    group=st.none() | names,
    measure=st.none() | keys,
    scope=st.none() | keys,
    since=st.none() | st.integers(module.FIRST_YEAR, module.LAST_YEAR),
    between=st.none()
    | st.tuples(*[st.integers(module.FIRST_YEAR, module.LAST_YEAR) for _ in range(2)]),
    preset=st.none() | st.sampled_from(get_args(module.Preset)),
    goals=st.dictionaries(
        keys, st.floats(-1e12, 1e12).map(lambda x: float(f"{x:.15g}")), max_size=5
    ).map(lambda found: tuple(found.items())),
    at=st.none()
    | st.tuples(*[st.floats(0, 1e6).map(lambda x: float(f"{x:.15g}")) for _ in range(3)]),
    weights=numbers.map(lambda found: tuple(found.items())),
    mean=st.sampled_from(get_args(module.Mean)),
    by=st.sampled_from(get_args(module.By)),
    scale=st.sampled_from(get_args(module.Scale)),
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
    again = View.from_query(dict(parse_qsl(view.to_query())))
    for name in (f.name for f in fields(View) if f.name != "notices"):
        assert getattr(again, name) == getattr(view, name)
    assert again.notices == ()


def test_a_bad_value_falls_back_with_a_notice_that_names_it() -> None:
    view = View.from_query({"asof": "12", "score": "best", "peers": "size"})
    assert (view.asof, view.score, view.peers) == (None, "points", "size")
    assert [("12" in n, "best" in n) for n in view.notices] == [(True, False), (False, True)]


def test_numbers_that_make_no_weight_are_not_read() -> None:
    for bad in ("a:-1", "a:nan", "a:inf", "a", "a:1,b", ":1"):
        assert View.from_query({"weights": bad}).weights == ()
    assert View.from_query({"weights": "a:1e9,b:0"}).weights == (("a", 1e9), ("b", 0.0))


def test_goals_may_lie_below_zero_and_a_pair_of_years_is_two() -> None:
    assert View.from_query({"goals": "a:-1,b:2.5"}).goals == (("a", -1.0), ("b", 2.5))
    for bad in ("a:nan", "a:inf", "a:-inf", "a", ":1"):
        assert View.from_query({"goals": bad}).goals == ()
    assert View.from_query({"between": "2018,2024"}).between == (2018, 2024)
    for bad in ("2018", "2018,", "2018,2020,2024", "2018,24"):
        assert View.from_query({"between": bad}).between is None


def test_repeated_values_take_the_first() -> None:
    assert View.from_query(parse_qs("data=example&data=published")).data == "example"


def test_defaults_leave_the_address_clean() -> None:
    assert View().href("/city/riyadh") == "/city/riyadh"
    assert View(data="example").href("/data", asof=2024) == "/data?data=example&asof=2024"
    assert View().href("/compare", cities=("a", "b")) == "/compare?cities=a,b"
