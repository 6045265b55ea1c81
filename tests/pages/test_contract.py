"""What every page keeps, whichever it is: it answers, explains itself, and stays small for Dash."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dash
import pytest
from flask.testing import FlaskClient

import app  # noqa: F401 - pages register with it
from scripts.live import ROOT
from tests.unit.components.charts.contract import hold

MOST_COMPONENTS = 250
"""Dash redraws a page by its components; text in an HtmlPart counts as one."""

VARIABLES = {"city": "riyadh", "point": "unemployment_rate"}
PAGES = sorted(name for name in dash.page_registry if not name.endswith("not_found_404"))


def address(name: str, **variables: str) -> str:
    page = dash.page_registry[name]
    template = page.get("path_template") or page["path"]
    return re.sub(r"<(\w+)>", lambda found: (VARIABLES | variables)[found[1]], template)


def components(node: Any) -> Iterator[Any]:
    if isinstance(node, list | tuple):
        for child in node:
            yield from components(child)
    elif hasattr(node, "to_plotly_json"):
        yield node
        yield from components(getattr(node, "children", None))


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("data", ["published", "example"])
@pytest.mark.parametrize("query", ["", "&score=x&asof=x&lens=x&peers=x&lang=x&zz=1"])
def test_every_page_answers_with_a_heading_and_a_title(
    client: FlaskClient, name: str, data: str, query: str
) -> None:
    answer = client.get(f"{address(name)}?data={data}{query}")
    html = answer.get_data(as_text=True)
    # A published city is none of the example set's.
    assert answer.status_code == (404 if "There is no city" in html else 200)
    assert html.count("<main") == 1
    assert re.search(r"<main.*?<h1", html, re.DOTALL)
    assert "could not be shown" not in html
    assert re.search(r"<title>[^<]*SSC Atlas</title>", html)


@pytest.mark.parametrize("name", PAGES)
def test_no_answer_is_more_than_dash_draws_at_once(client: FlaskClient, name: str) -> None:
    variables = {"city": "welvinara"}
    page = dash.page_registry[name]
    names = re.findall(r"<(\w+)>", page.get("path_template") or "")
    query = {v: (VARIABLES | variables)[v] for v in names}
    with client.application.test_request_context("/"):
        layout = page["layout"](data="example", **query)
    found = list(components(layout))
    assert len(found) < MOST_COMPONENTS
    ids = [str(each.id) for each in found if getattr(each, "id", None)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", [name for name in PAGES if name.endswith(".page")])
@pytest.mark.parametrize("data", ["published", "example"])
def test_every_chart_of_every_page_holds_to_the_contract(
    client: FlaskClient, name: str, data: str
) -> None:
    own = "valencia" if data == "published" else "welvinara"
    other = "riyadh" if data == "published" else "orsenwick"
    page = dash.page_registry[name]
    names = re.findall(r"<(\w+)>", page.get("path_template") or "")
    query = {v: (VARIABLES | {"city": own})[v] for v in names}
    view = {"cities": f"{own},{other}", "kpi": "unemployment_rate", "against": "poverty"}
    with client.application.test_request_context("/"):
        layout = page["layout"](data=data, **view, **query)
    for each in components(layout):
        if hasattr(each, "figure"):
            hold(each.figure)


@pytest.mark.parametrize("path", sorted((ROOT / "pages").rglob("*.py")), ids=str)
def test_callbacks_are_a_few_lines(path: Path) -> None:
    """Parse, reading, values: what is longer belongs into a reading or a body."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and any(
            getattr(getattr(d, "func", d), "id", "") == "callback" for d in node.decorator_list
        ):
            lines = node.body[1:] if ast.get_docstring(node) else node.body
            length = lines[-1].end_lineno - lines[0].lineno + 1
            assert length <= 12, f"{path.name}: {node.name} has {length} lines"
