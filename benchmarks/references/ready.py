"""Everything ready-made: a static page with its figures and the answers to city callbacks.

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

from components.index_page import ASSETS, vendor
from components.static_files import Assets

FOLDER = "BENCH_READY"
_PAGE, _ANSWER = "page.html.br", "answer.json.br"

# Boxes of the size the figures were drawn in, and plotly: nothing else to load, lay out or run.
_DOCUMENT = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Reference</title>
<link rel="icon" href="data:,"><script defer src="{bundle}"></script></head>
<body><main>{boxes}</main>
<script>
const cities = {figures};
function draw(index) {{
  cities[index].forEach(([data, layout], i) =>
    Plotly.react("chart-" + i, data, layout, {config}));
}}
document.addEventListener("DOMContentLoaded", () => draw(0));
</script></body></html>"""


def document(figures: list[list[Any]], sizes: list[list[int]], config: dict[str, Any]) -> str:
    """The page: per city its figures ``[data, layout]``, per chart width and height in pixels."""
    boxes = "".join(
        f'<div id="chart-{i}" style="width:{width}px;height:{height}px;float:left"></div>'
        for i, (width, height) in enumerate(sizes)
    )
    return _DOCUMENT.format(
        bundle=f"/assets/vendor/{vendor()['plotly.min.js']}",
        boxes=boxes,
        figures=json.dumps(figures).replace("</", "<\\/"),
        config=json.dumps(config),
    )


def prepare(folder: Path, page: str = "", answer: bytes = b"") -> dict[str, str]:
    """Fill the folder; gives the environment that makes the app answer from it.

    ``answer`` is the body of a callback's answer as the product sent it, compressed.
    """
    (folder / _PAGE).write_bytes(brotli.compress(page.encode(), quality=11))
    (folder / _ANSWER).write_bytes(answer)
    return {FOLDER: folder.as_posix()}


def create_server(folder: Path) -> Flask:
    """The app."""
    app = Flask(__name__, static_folder=None)
    app.wsgi_app = Assets(app.wsgi_app, ASSETS.as_posix(), "assets")  # type: ignore[method-assign]
    page, answer = (folder / _PAGE).read_bytes(), (folder / _ANSWER).read_bytes()

    @app.get("/")
    def document() -> Response:
        return _compressed(page, "text/html")

    @app.post("/_dash-update-component")
    def callback() -> Response:
        return _compressed(answer, "application/json")

    @app.get("/health")
    def health() -> str:
        return "ok"

    return app


def _compressed(content: bytes, mimetype: str) -> Response:
    return Response(content, mimetype=mimetype, headers={"Content-Encoding": "br"})


if FOLDER in os.environ:
    server = create_server(Path(os.environ[FOLDER]))
