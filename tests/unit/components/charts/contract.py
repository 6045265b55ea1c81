"""What every chart's figure must hold to (the docstring of ``components.charts``)."""

from __future__ import annotations

import json
import re
from typing import Any

import plotly.graph_objects as go

from components.charts.kit.palette import LIGHT

LEAST_TYPE = 10
_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(")


def hold(figure: Any) -> None:
    """Fails where a figure breaks the contract."""
    go.Figure(figure)
    layout, data = figure["layout"], figure["data"]
    assert layout["autosize"] is True
    assert "width" not in layout
    assert isinstance(layout["height"], int)
    assert layout["hovermode"] == "closest"
    assert {"paper_bgcolor", "hoverlabel", "transition", "uirevision"} <= set(layout)
    assert set(_COLOUR.findall(json.dumps(figure, ensure_ascii=False))) <= set(LIGHT.values())
    assert min(_sizes(figure)) >= LEAST_TYPE
    for trace in data:
        if trace.get("hoverinfo") not in ("skip", "none") and trace.get("mode") != "none":
            _says(trace)


def _says(trace: dict[str, Any]) -> None:
    """A mark that answers the pointer has words and a key for each of its places."""
    assert len(trace["customdata"]) == len(trace["x"])
    assert len(trace["text"]) == len(trace["x"])
    assert all(trace["text"])
    assert trace["hovertemplate"].endswith("<extra></extra>")


def _sizes(node: Any, name: str = "") -> list[float]:
    """Sizes of all type in a figure."""
    if isinstance(node, dict):
        own = [node["size"]] if "font" in name and "size" in node else []
        return own + [size for key, value in node.items() for size in _sizes(value, key)]
    if isinstance(node, list | tuple):
        return [size for value in node for size in _sizes(value, name)]
    return []
