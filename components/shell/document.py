"""The HTML document that every address answers with.

Order matters: the theme script runs before any style sheet, so a dark page never flashes white; the
chart library is a plain script before Dash's, so Dash does not fetch its own, four times the size.
Dash would ask for the code of dcc.Graph once the page's answer is there; it comes with the others.
The page's HTML stands in it for the first look (ADR 13) and goes when Dash has drawn the page.
"""

from __future__ import annotations

from typing import Any

from babel import Locale
from dash import Dash
from markupsafe import escape

from components.shell.first_paint import markup, page_of_request
from components.shell.frame import frame
from components.web.assets import href
from components.words.i18n import _, locale

_PAGE = """<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
{metas}
<title>{title}</title>
<meta name="description" content="{description}">
<meta name="color-scheme" content="light dark">
<script src="{start}"></script>
<link rel="preload" as="font" type="font/woff2" href="{font}" crossorigin>
<link rel="stylesheet" href="{css}">
<link rel="icon" type="image/svg+xml" href="{icon}">
</head>
<body>
<noscript><p class="in">{noscript}</p></noscript>
<div id="first">{page}</div>
{app_entry}
{config}
<script src="{plotly}"></script>
{scripts}
<script src="{graph}"></script>
<script src="{own}"></script>
{renderer}
</body>
</html>"""


class AtlasDash(Dash):
    """Dash with our document: language and direction of the request, our order of files."""

    def interpolate_index(self, **parts: Any) -> str:
        """The document of this request; ``parts`` are Dash's own pieces of markup."""
        language = Locale.parse(locale(), sep="_" if "_" in locale() else "-")
        rtl = language.text_direction == "rtl"
        title, page = page_of_request()
        return _PAGE.format(
            language=escape(str(language).replace("_", "-")),
            direction="rtl" if rtl else "ltr",
            metas=parts["metas"],
            title=escape(title),
            description=escape(_("Smart sustainable cities compared on the U4SSC indicators.")),
            start=href("start.js"),
            font=href("inter-latin.woff2"),
            css=href("atlas.rtl.css" if rtl else "atlas.css"),
            icon=href("icon.svg"),
            noscript=_noscript(),
            page=markup(frame(page)),
            app_entry=parts["app_entry"],
            config=parts["config"],
            plotly=href("plotly.min.js"),
            scripts=parts["scripts"],
            graph=self.get_relative_path("/_dash-component-suites/dash/dcc/async-graph.js"),
            own=href("atlas.js"),
            renderer=parts["renderer"],
        )


def _noscript() -> str:
    return escape(_("Charts, search and filters need JavaScript; every table can be read without."))
