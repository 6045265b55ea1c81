"""The page of an address, drawn into its document, so that it is read before Dash has started.

The router's own callback is asked, as the browser would ask it. What stands in fragments goes into
the document as HTML, numbered; Dash gets the same answer with numbers in the fragments' place, and
``assets/js/fragments.js`` moves what is already drawn into what Dash makes of it (ADR 9).
"""

from __future__ import annotations

from typing import Any, NamedTuple
from urllib.parse import quote

import orjson
from dash import Dash
from flask import Flask, request
from markupsafe import Markup

from components.shell.fragment import FRAGMENT
from components.shell.markup import PART, markup

_ADOPT = "data-adopt"


class FirstPage(NamedTuple):
    """title: of the document; content: HTML of the page; answer: of the router, JSON."""

    title: str
    content: Markup
    answer: str


def first_page(app: Dash) -> FirstPage:
    """The page of the request being answered."""
    server: Flask = app.server
    question = _question(orjson.loads(app.dependencies().get_data()))
    asked = server.test_request_context("/_dash-update-component", method="POST", json=question)
    with asked:
        answer = orjson.loads(server.make_response(server.dispatch_request()).get_data())
    content, store = (
        answer["response"][output["id"]][output["property"]] for output in question["outputs"]
    )
    _number(content, 0)
    drawn = markup(content)
    _empty(content)
    return FirstPage(store["title"], drawn, orjson.dumps(answer).decode())


def _question(callbacks: list[dict[str, Any]]) -> dict[str, Any]:
    """What Dash's renderer asks the router for this address."""
    given = {
        "pathname": quote(request.path),
        "search": f"?{request.query_string.decode()}" if request.query_string else "",
    }
    router = next(c for c in callbacks if any(i["property"] == "pathname" for i in c["inputs"]))
    ids = [name.rsplit(".", 1) for name in router["output"].strip(".").split("...")]
    changed = [f"{i['id']}.{i['property']}" for i in router["inputs"]]
    return {
        "output": router["output"],
        "outputs": [{"id": name, "property": each} for name, each in ids],
        "inputs": [{**i, "value": given[i["property"]]} for i in router["inputs"]],
        "changedPropIds": changed,
        "parsedChangedPropsIds": changed,
    }


def _number(node: Any, seen: int) -> int:
    """Give every fragment its number; how many there are so far."""
    if isinstance(node, list):
        for child in node:
            seen = _number(child, seen)
    elif isinstance(node, dict):
        props = node["props"]
        if FRAGMENT in props:
            props[PART] = seen
            seen += 1
        else:
            seen = _number(props.get("children"), seen)
    return seen


def _empty(node: Any) -> None:
    """Put the number in the fragments' place."""
    if isinstance(node, list):
        for child in node:
            _empty(child)
    elif isinstance(node, dict):
        props = node["props"]
        if PART in props:
            props["children"] = None
            props[_ADOPT] = props.pop(PART)
        else:
            _empty(props.get("children"))
