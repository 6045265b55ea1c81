"""What a part of a page was made of: the data and the software that words and draws it.

Browsers keep a part for ever under an address with its stamp: a change of either is a new address.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_MAKERS = ("analysis", "components", "data", "pages")
_KINDS = {".py", ".j2", ".sql"}


def stamp(data_version: str) -> str:
    """Short mark of a data version under this software."""
    return f"{data_version}.{_software()}"


@cache
def _software() -> str:
    digest = hashlib.sha256()
    for folder in _MAKERS:
        for path in sorted((_ROOT / folder).rglob("*")):
            if path.suffix in _KINDS:
                digest.update(path.read_bytes())
    return digest.hexdigest()[:8]
