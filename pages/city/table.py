"""The section of a city's page with the table of its points: heading, address, what it keeps."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from markupsafe import Markup

from components.controls.lenses import chosen_lens, lens_points
from components.shell.fragment import later
from components.view import View
from components.web.stamp import stamp
from components.words.i18n import _
from data.rows import CityRow, PointRow, RollupRow
from data.source_rows import BuildRow
from pages.city.kpi_table import kpi_table


def table_section(
    view: View, path: str, points: Sequence[PointRow], build: BuildRow, remark: str
) -> html.Section:
    """Heading with one ``remark``, and the place of the table, which comes after the page."""
    return html.Section(
        [
            html.Div(
                [html.H2(_table_title(view, points), id="table-title"), html.P(remark)],
                className="sh",
            ),
            later(points_href(view, path, build)),
        ],
        className="s",
        id="kpis",
    )


def points_href(view: View, path: str, build: BuildRow) -> str:
    """Where the table of a city's points is fetched from; the version lets browsers keep it."""
    address = view.href(f"{path}/points")
    return f"{address}{'&' if '?' in address else '?'}v={stamp(build.version)}"


def point_table(
    view: View,
    path: str,
    city: CityRow,
    points: Sequence[PointRow],
    rollups: Sequence[RollupRow],
    as_of: int | None,
    peers_label: str = "",
) -> Markup:
    """The table of the lens's points with where its sources and downloads come from."""
    query = view.href("")
    all_points = view.href("", point=None, category=None)
    kept = lens_points(view)
    return kpi_table(
        [p for p in points if kept is None or p.key in kept],
        rollups,
        as_of=as_of,
        score=view.score,
        peers_label=peers_label,
        source_href=f"{path}/source/{{point}}{query}",
        download_href=f"/download/values.csv{all_points}{'&' if all_points else '?'}city={city.id}",
        open_point=view.point,
        open_category=view.category,
    )


def _table_title(view: View, points: Sequence[PointRow]) -> str:
    lens = chosen_lens(view)
    if lens is None:
        return _("All %(n)s data points", n=len(points))
    return _("%(lens)s: %(n)s data points", lens=_(lens.name), n=len(lens.points))
