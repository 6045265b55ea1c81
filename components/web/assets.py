"""The browser's files: where the built ones are, by their plain names.

``frontend/build.mjs`` writes them into ``assets/vendor/`` under names that carry a hash of their
content, with a manifest; ``python -m whitenoise.compress assets`` puts compressed twins beside them.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

ASSETS = Path(__file__).resolve().parents[2] / "assets"


class VendorMissing(RuntimeError):
    """The front-end files have not been built."""


@cache
def vendor() -> dict[str, str]:
    """Built file name of each file, e.g. ``plotly.min.js`` -> ``plotly.<hash>.min.js``.

    Raises:
        VendorMissing: assets/vendor/ has not been built yet.
    """
    try:
        text = (ASSETS / "vendor" / "manifest.json").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise VendorMissing("assets/vendor/ is missing. Build it with: make assets") from error
    manifest: dict[str, str] = json.loads(text)
    return manifest


def href(name: str) -> str:
    """Address of a built file by its plain name."""
    return f"/assets/vendor/{vendor()[name]}"
