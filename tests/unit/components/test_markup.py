"""Components as HTML, and the page in its document."""

from __future__ import annotations

import json
import re

import pytest
from dash import dcc, html
from markupsafe import Markup

from components.shell.fragment import fragment
from components.shell.markup import markup


def test_components_become_the_html_that_react_makes_of_them() -> None:
    made = html.Div(
        [
            html.P(["a < b", None, 3], className="x", hidden=True, id="p"),
            html.Label("l", htmlFor="p", **{"aria-label": 'say "it"'}),
            html.Img(src="/i.svg", alt=""),
            html.Div(style={"aspectRatio": "1 / 2", "color": "red"}, tabIndex="-1"),
            fragment(Markup("<svg><b>x</b></svg>"), html.Section, id="f"),
            dcc.Store(id="s", data={"a": 1}),
        ]
    )
    assert markup(made) == (
        '<div><p id="p" class="x" hidden>a &lt; b3</p>'
        '<label for="p" aria-label="say &#34;it&#34;">l</label><img alt="" src="/i.svg">'
        '<div style="aspect-ratio:1 / 2;color:red" tabindex="-1"></div>'
        '<section id="f"><svg><b>x</b></svg></section></div>'
    )


@pytest.mark.usefixtures("stores")
@pytest.mark.parametrize("path", ["/city/riyadh", "/index", "/nowhere", "/city/%3Cscript%3E"])
def test_a_document_brings_its_page_and_dash_the_same_with_numbers(path: str) -> None:
    from app import server

    text = server.test_client().get(path).get_data(as_text=True)
    page, rest = text.split('<div id="react-entry-point">')
    brought = json.loads(re.search(r'id="atlas-first"[^>]*>(.*?)</script>', rest)[1])  # type: ignore[index]
    content = brought["_dash-update-component"]["response"]["_pages_content"]["children"]
    parts = set(re.findall(r' data-part="(\d+)"', page))
    asked = set(re.findall(r'"data-adopt": (\d+)', json.dumps(content)))
    assert parts == asked != set()
    assert "<h1" in page
    assert "<script>alert" not in page
    title = brought["_dash-update-component"]["response"]["_pages_store"]["data"]["title"]
    assert f"<title>{title}</title>" in text
