"""City pages without a scorecard: unknown city, no report held, a report without a value."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components import words
from components.city_page import points_href
from components.fragment import fragment, later
from components.html import render
from components.i18n import _
from components.view import View
from data.rows import CityRow, PointRow, RoundRow
from data.source_rows import BuildRow


def unknown(view: View, city_id: str, similar: Sequence[tuple[str, str]]) -> list[Component]:
    """No city of this name: what is near it, and where to look."""
    other = View(data="example" if view.data == "published" else "published")
    links = [
        html.Li(html.A(name, href=view.elsewhere().href(f"/city/{key}"))) for key, name in similar
    ]
    return [
        html.Div(
            [
                html.H1(_("There is no city “%(city)s” here", city=city_id[:60])),
                html.P(_("The address names a city that this data set does not hold.")),
                *([html.P(_("Did you mean:")), html.Ul(links)] if links else []),
                html.P(
                    [
                        html.A(
                            _("All cities of this data set"), href=view.elsewhere().href("/cities")
                        ),
                        " · ",
                        html.A(_("Cities of the other data set"), href=other.href("/cities")),
                    ]
                ),
            ],
            className="head explained",
        )
    ]


def without_values(
    view: View,
    path: str,
    city: CityRow,
    chosen: RoundRow | None,
    points: Sequence[PointRow],
    build: BuildRow,
) -> list[Component]:
    """A city that is known but has no scored value: what is known, what is not, where more is."""
    others = [p for p in points if p.other_value is not None]
    years = [p.other_year for p in others if p.other_year is not None]
    body: list[Component] = [
        fragment(
            render(
                "city_empty",
                city=city,
                report=chosen,
                people=words.people,
                submission_status=words.submission_status,
                n_other=len(others),
                other_from=min(years, default=None),
                other_to=max(years, default=None),
                printed=[p for p in points if p.status not in ("not_held", "reported")],
                example_href=None
                if view.data == "example"
                else View(data="example").href("/cities"),
                cities_href=view.elsewhere().href("/cities"),
                progress_href=view.elsewhere().href(f"/progress/{city.id}"),
            ),
            className="head",
        )
    ]
    if others or any(p.status != "not_held" for p in points):
        body.append(
            html.Section(
                later(points_href(view, path, build)),
                className="s",
                id="kpis",
            )
        )
    return body
