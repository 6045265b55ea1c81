"""Our own scripts and style sheets as few files: read once at start, named by their content.

``start.js`` runs in the document's head, before any style sheet: the theme. ``atlas.js`` and
``atlas.css`` are all the rest in the order of their names; the font stands before our sheets, so
ours win.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("components", "pages")
ASSETS = ROOT / "assets"
OWN = "/own/"
BundleName = Literal["start.js", "atlas.js", "atlas.css"]
BUNDLES: tuple[BundleName, ...] = ("start.js", "atlas.js", "atlas.css")
_START = ("theme.js",)


class VendorMissing(RuntimeError):
    """The front-end files have not been built."""


class Bundle(NamedTuple):
    """name: with the content's hash, e.g. ``atlas.0123456789ab.css``."""

    name: str
    content: bytes
    mimetype: str

    @property
    def href(self) -> str:
        """Its address."""
        return OWN + self.name


@cache
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


@cache
def bundle(name: BundleName) -> Bundle:
    """The bundle as the files were at its first use; a restart shows what has changed."""
    if name == "start.js":
        parts = [_read(f"js/{file}") for file in _START]
    elif name == "atlas.js":
        scripts = sorted(path.name for path in (ASSETS / "js").glob("*.js"))
        parts = [_read(f"js/{file}") for file in scripts if file not in _START]
    else:
        # The font's sheet names its files beside itself; here it stands in another folder.
        font = _read(f"vendor/{vendor()['inter.css']}").replace(b'"./', b'"/assets/vendor/')
        parts = [font, *(path.read_bytes() for path in sheets())]
    content = b"\n".join(parts)
    stem, _, kind = name.partition(".")
    digest = hashlib.sha256(content).hexdigest()[:12]
    mimetype = "text/css" if kind == "css" else "text/javascript"
    return Bundle(f"{stem}.{digest}.{kind}", content, mimetype)


def sheets() -> list[Path]:
    """Our style sheets in their order: what all share, components, pages, and paper last."""
    shared = sorted((ASSETS / "css").glob("*.css"))
    rooms = [sheet for room in ROOMS for sheet in sorted((ROOT / room).rglob("*.css"))]
    return [*shared[:-1], *rooms, shared[-1]]


def _read(name: str) -> bytes:
    return (ASSETS / name).read_bytes()
