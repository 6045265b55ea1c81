"""A page as items in reading order: shown as Dash components, or changed where they stand.

Which charts and tables a comparison has depends on its cities. While a change leaves the same
items, each gets its new content in place; otherwise the items are made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from components import chart_panel
from components.chart_panel import Panel
from components.html_part import HtmlPart

Change = tuple[str | dict[str, str], dict[str, Any]]


class Part(NamedTuple):
    """Server-made HTML under an id."""

    id: str
    html: Markup
    css: str = ""


class Group(NamedTuple):
    """Items inside one element; with an anchor it is a section of the page."""

    items: Sequence[Panel | Part | Group]
    css: str = ""
    anchor: str = ""


Item = Panel | Part | Group


def show(item: Item) -> Component:
    """The component of an item."""
    if isinstance(item, Panel):
        return chart_panel.chart_panel(item)
    if isinstance(item, Part):
        return HtmlPart(item.html, id=item.id, className=item.css)
    children = [show(each) for each in item.items]
    if item.anchor:
        return html.Section(children, className=item.css, id=item.anchor)
    return html.Div(children, className=item.css)


def changes(items: Iterable[Item]) -> Iterator[Change]:
    """Ids with the properties that show the items where others of the same form stand."""
    for item in items:
        if isinstance(item, Part):
            yield item.id, {"html": str(item.html)}
        elif isinstance(item, Panel):
            new = zip(chart_panel.outputs(item.id), chart_panel.values(item), strict=True)
            for output, value in new:
                shown = str(value) if isinstance(value, Markup) else value
                yield output.component_id, {output.component_property: shown}
        else:
            yield from changes(item.items)


def form(items: Iterable[Item]) -> list[str]:
    """What stands on the page: equal for two readings that differ in content only."""
    return [item_id for item_id, _new in changes(items) if isinstance(item_id, str)]
