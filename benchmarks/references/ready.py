"""Everything ready-made: static pages with their figures, and a city page as it was sent.

Answers from the folder that BENCH_READY names (``prepare`` fills it), brotli-compressed beforehand;
the plotly bundle comes from the product's own static layer, so both sides share it byte for byte.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import brotli
from flask import Flask, Response
from whitenoise import WhiteNoise

from components.web.assets import ASSETS, href
from components.web.headers import FIXED_HEADERS

FOLDER = "BENCH_READY"
_CHARTS, _WHOLE, _ANSWER = "charts.html.br", "whole.html.br", "answer.html.br"

_DOCUMENT = """<!DOCTYPE html>
<html lang="en" data-theme="light"><head><meta charset="utf-8"><title>Reference</title>
<link rel="icon" href="data:,">{styles}<script defer src="{bundle}"></script></head>
<body><div id="root">{boxes}</div>
<script>
const figures = {figures}, pages = {pages}, root = document.getElementById("root");
function draw(city) {{
  if (pages.length) root.innerHTML = pages[city];
  root.querySelectorAll(".chart-place").forEach((place, i) =>
    Plotly.react(place, figures[city][i][0], figures[city][i][1], {config}));
}}
document.addEventListener("DOMContentLoaded", () => draw(0));
</script></body></html>"""


def document(
    figures: list[Any],
    places: str,
    config: dict[str, Any],
    pages: list[str] | None = None,
    styles: str = "",
) -> str:
    """The page: per city its figures ``[data, layout]`` and, where given, its markup round them."""
    return _DOCUMENT.format(
        styles=styles,
        bundle=href("plotly.min.js"),
        boxes=places,
        figures=_script(figures),
        pages=_script(pages or []),
        config=json.dumps(config),
    )


def boxes(sizes: list[list[int]]) -> str:
    """Places of the width and height (pixels) the charts were drawn in, and nothing else."""
    return "".join(
        f'<div class="chart-place" style="width:{width}px;height:{height}px;float:left"></div>'
        for width, height in sizes
    )


def _script(value: Any) -> str:
    return json.dumps(value).replace("</", "<\\/")


def prepare(folder: Path, charts: str = "", whole: str = "", answer: bytes = b"") -> dict[str, str]:
    """Fill the folder; gives the environment that makes the app answer from it.

    ``answer`` is a city's document as the product sent it, compressed.
    """
    (folder / _CHARTS).write_bytes(brotli.compress(charts.encode(), quality=11))
    (folder / _WHOLE).write_bytes(brotli.compress(whole.encode(), quality=11))
    (folder / _ANSWER).write_bytes(answer)
    return {FOLDER: folder.as_posix()}


def create_server(folder: Path) -> Flask:
    """The app."""
    app = Flask(__name__, static_folder=None)
    app.wsgi_app = WhiteNoise(app.wsgi_app, ASSETS.as_posix(), "assets", max_age=3600)  # type: ignore[method-assign]
    charts, whole, answer = ((folder / name).read_bytes() for name in (_CHARTS, _WHOLE, _ANSWER))

    @app.get("/")
    def only_charts() -> Response:
        return _compressed(charts, "text/html")

    @app.get("/whole")
    def whole_page() -> Response:
        return _compressed(whole, "text/html")

    @app.get("/city/<_city>")
    def city(_city: str) -> Response:
        return _compressed(answer, "text/html")

    @app.get("/health")
    def health() -> str:
        return "ok"

    return app


def _compressed(content: bytes, mimetype: str) -> Response:
    # With the product's headers every visit starts a process of its own in the browser, as the
    # product's do; else the reference alone would find plotly compiled by the visit before.
    headers = {"Content-Encoding": "br", **FIXED_HEADERS}
    return Response(content, mimetype=mimetype, headers=headers)


if FOLDER in os.environ:
    server = create_server(Path(os.environ[FOLDER]))
