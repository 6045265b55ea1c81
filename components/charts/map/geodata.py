"""The land of the map, as ``python -m etl geo`` drew it at set-up."""

from __future__ import annotations

import json
from functools import cache

from components.charts.map.svg import Land
from components.web.assets import ASSETS, vendor

NAME = "world.json"


def land_href() -> str | None:
    """Address of the drawing, None where it has not been made."""
    name = vendor().get(NAME)
    return f"/assets/vendor/{name}" if name else None


@cache
def land() -> Land | None:
    """The drawing itself, for files; None where it has not been made."""
    name = vendor().get(NAME)
    if name is None:
        return None
    found = json.loads((ASSETS / "vendor" / name).read_text(encoding="utf-8"))
    return Land(tuple(found["land"].values()), found["special"], found["lakes"])
