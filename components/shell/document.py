"""The HTML document that every address answers with, before any callback has run.

It holds the page itself, ready to be read; Dash starts when the charts stand and takes over what is
drawn (``assets/js/start_dash.js``). Order matters: the theme script runs before any style sheet, so
a dark page never flashes white; Bootstrap comes before our own sheet, so ours wins.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

import orjson
from babel import Locale
from dash import Dash
from markupsafe import escape

from components.shell.first_page import FirstPage, first_page
from components.web.bundle import ASSETS, bundle, vendor
from components.words.i18n import _, locale

ICON = "icon.svg"
# The polyfill is for browsers before 2018; the one part that Dash's own scripts still call, the
# runtime of generators, stands in our document.
_POLYFILL = "/deps/polyfill@"
_UNUSED = "/dash_table/"  # Dash names DataTable's script in every document; no page of ours has one

# Where no script runs the tables of the charts stand open in the charts' place.
_UNSCRIPTED = (
    ".chart,.tw button{display:none}.twin[hidden]{display:block!important}"
    "#kpis>div{min-block-size:0!important}"
)

_PAGE = """<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
{metas}
<title>{title}</title>
<meta name="description" content="{description}">
<meta name="color-scheme" content="light dark">
<script src="{start}"></script>
<link rel="preload" as="font" type="font/woff2" href="{font}" crossorigin>
<link rel="stylesheet" href="{bootstrap}">
<link rel="stylesheet" href="{css}">
<link rel="icon" type="image/svg+xml" href="{icon}">
<script async id="plotly" src="{plotly}" data-failed="{no_chart}"></script>
<noscript><style>{unscripted}</style></noscript>
</head>
<body>
<noscript><p class="in">{noscript}</p></noscript>
<div id="first">{page}</div>
<script src="{own}"></script>
<div id="react-entry-point"></div>
<script id="atlas-first" type="application/json">{first}</script>
{config}
<template id="dash">
<script src="{generators}"></script>
{scripts}
{renderer}
</template>
</body>
</html>"""


@cache
def _fingerprint(name: str) -> str:
    """Short content hash of one of our own assets."""
    return hashlib.sha256((ASSETS / name).read_bytes()).hexdigest()[:12]


class AtlasDash(Dash):
    """Dash with our document: language and direction of the request, our order of files."""

    def name_scripts(self) -> None:
        """Else a worker refuses Dash's scripts until a document of its own has named them."""
        self._generate_scripts_html()

    def _asset(self, name: str) -> str:
        return f"{self.get_asset_url(name)}?m={_fingerprint(name)}"

    def _vendor(self, name: str) -> str:
        return str(self.get_asset_url(f"vendor/{vendor()[name]}"))

    def _first(self, page: FirstPage) -> str:
        """JSON of the answers to what Dash asks first, read by ``assets/js/start_dash.js``."""
        # Without Dash's callback for the title, which would set that of a page the reader has left.
        callbacks = [
            callback
            for callback in orjson.loads(self.dependencies().get_data())
            if not callback["clientside_function"]
        ]
        answers = {
            "_dash-layout": self.serve_layout().get_data(as_text=True),
            "_dash-dependencies": orjson.dumps(callbacks).decode(),
            "_dash-update-component": page.answer,
            "prefix": orjson.dumps(self.config.requests_pathname_prefix).decode(),
        }
        text = ",".join(f'"{name}":{answer}' for name, answer in answers.items())
        return "{" + text.replace("<", "\\u003c") + "}"

    def interpolate_index(self, **parts: Any) -> str:
        """The document of this request; ``parts`` are Dash's own pieces of markup."""
        language = Locale.parse(locale(), sep="_" if "_" in locale() else "-")
        rtl = language.text_direction == "rtl"
        page = first_page(self)
        return _PAGE.format(
            language=escape(str(language).replace("_", "-")),
            direction="rtl" if rtl else "ltr",
            metas=parts["metas"],
            title=escape(page.title),
            description=escape(_("Smart sustainable cities compared on the U4SSC indicators.")),
            first=self._first(page),
            start=bundle("start.js").href,
            font=self._vendor("inter-latin.woff2"),
            bootstrap=self._vendor("reboot.rtl.min.css" if rtl else "reboot.min.css"),
            css=bundle("atlas.css").href,
            icon=self._asset(ICON),
            plotly=self._vendor("plotly.min.js"),
            no_chart=escape(_("This chart could not be drawn. Its table says the same.")),
            page=page.content,
            unscripted=_UNSCRIPTED,
            noscript=escape(_("Charts, search and sorting need JavaScript.")),
            config=parts["config"],
            own=bundle("atlas.js").href,
            generators=self._vendor("regenerator.min.js"),
            scripts=_scripts(parts["scripts"]),
            renderer=parts["renderer"],
        )


def _scripts(tags: str) -> str:
    """Dash's scripts without those that no page of ours uses."""
    return "\n".join(
        tag for tag in tags.splitlines() if _UNUSED not in tag and _POLYFILL not in tag
    )
