"""What the product has drawn of two cities, for a static page to draw again.

Figures come with the reader's colours and sizes already in: the static page has no script of ours.
"""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

from selenium.webdriver import Chrome

from benchmarks.browser import load
from benchmarks.cities import N_CHARTS
from benchmarks.references.ready import boxes, document
from components.chart_panel import CONFIG

_FIGURES = """
const graphs = [...document.querySelectorAll(".js-plotly-plot")];
return [
  graphs.map((graph) => [graph.data, graph.layout]),
  graphs.map((graph) => [graph.clientWidth, graph.clientHeight]),
];
"""


# The page as markup, its plotly charts empty, and the style sheets it stands under.
_MARKUP = """
const page = document.getElementById("react-entry-point").cloneNode(true);
page.querySelectorAll(".js-plotly-plot").forEach((graph) =>
  graph.replaceWith(Object.assign(document.createElement("div"), { className: "chart-place" })));
return [
  page.outerHTML,
  [...document.querySelectorAll("link[rel=stylesheet]")].map((link) => link.outerHTML).join(""),
];
"""


class Shown(Protocol):
    """A page of the product by its address."""

    @property
    def href(self) -> str:
        """Address without the host."""


class StaticPages(NamedTuple):
    """HTML of a page with nothing but the charts, and of one with all that a city page holds."""

    charts: str
    whole: str


def static_pages(
    driver: Chrome, address: str, cities: tuple[Shown, ...], n_charts: int = N_CHARTS
) -> StaticPages:
    """Both, holding all of these pages with their ``n_charts`` charts."""
    figures: list[Any] = []
    pages: list[str] = []
    sizes: list[list[int]] = []
    styles = ""
    for city in cities:
        load(driver, address + city.href, n_charts, cached=True)
        drawn, sizes = driver.execute_script(_FIGURES)
        markup, styles = driver.execute_script(_MARKUP)
        figures.append(drawn)
        pages.append(markup)
    return StaticPages(
        document(figures, boxes(sizes), CONFIG), document(figures, "", CONFIG, pages, styles)
    )
