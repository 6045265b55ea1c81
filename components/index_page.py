"""The HTML document that every address answers with, before any callback has run.

Order matters: the theme script runs before any style sheet, so a dark page never flashes white;
Bootstrap and the font come before our own sheets, so ours win; the chart bundle is deferred and
downloads while Dash starts.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel import Locale
from dash import Dash
from markupsafe import escape

from components.i18n import _, locale

ASSETS = Path(__file__).resolve().parent.parent / "assets"
THEME_SCRIPT = "js/theme.js"
ICON = "icon.svg"

_PAGE = """<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
{metas}
<title>{title}</title>
<meta name="description" content="{description}">
<meta name="color-scheme" content="light dark">
<script src="{theme_script}"></script>
<link rel="preload" as="font" type="font/woff2" href="{font}" crossorigin>
<link rel="stylesheet" href="{bootstrap}">
<link rel="stylesheet" href="{fonts}">
{css}
<link rel="icon" type="image/svg+xml" href="{icon}">
<script defer src="{plotly}"></script>
</head>
<body>
<noscript><p>{noscript}</p></noscript>
<div id="react-entry-point"><p class="_dash-loading">{loading}</p></div>
{config}
{scripts}
{renderer}
</body>
</html>"""


class VendorMissing(RuntimeError):
    """The front-end files have not been built."""


@lru_cache(maxsize=1)
def vendor() -> dict[str, str]:
    """Built file name of each third-party file, e.g. ``plotly.min.js`` -> ``plotly.<hash>.min.js``.

    Raises:
        VendorMissing: assets/vendor/ has not been built yet.
    """
    try:
        text = (ASSETS / "vendor" / "manifest.json").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise VendorMissing("assets/vendor/ is missing. Build it with: make assets") from error
    manifest: dict[str, str] = json.loads(text)
    return manifest


@lru_cache(maxsize=8)
def _fingerprint(name: str) -> str:
    """Short content hash of one of our own assets."""
    return hashlib.sha256((ASSETS / name).read_bytes()).hexdigest()[:12]


class AtlasDash(Dash):
    """Dash with our document: language and direction of the request, our order of files."""

    def _asset(self, name: str) -> str:
        return f"{self.get_asset_url(name)}?m={_fingerprint(name)}"

    def _vendor(self, name: str) -> str:
        return str(self.get_asset_url(f"vendor/{vendor()[name]}"))

    def interpolate_index(self, **parts: Any) -> str:
        """The document of this request; ``parts`` are Dash's own pieces of markup."""
        language = Locale.parse(locale(), sep="_" if "_" in locale() else "-")
        rtl = language.text_direction == "rtl"
        return _PAGE.format(
            language=escape(str(language).replace("_", "-")),
            direction="rtl" if rtl else "ltr",
            metas=parts["metas"],
            title=escape(parts["title"]),
            description=escape(_("Smart sustainable cities compared on the U4SSC indicators.")),
            theme_script=self._asset(THEME_SCRIPT),
            font=self._vendor("inter-latin.woff2"),
            bootstrap=self._vendor("bootstrap.rtl.min.css" if rtl else "bootstrap.min.css"),
            fonts=self._vendor("inter.css"),
            css=parts["css"],
            icon=self._asset(ICON),
            plotly=self._vendor("plotly.min.js"),
            noscript=escape(_("SSC Atlas draws its pages in the browser and needs JavaScript.")),
            loading=escape(_("Loading…")),
            config=parts["config"],
            scripts=parts["scripts"],
            renderer=parts["renderer"],
        )
