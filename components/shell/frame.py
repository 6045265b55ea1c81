"""The app's frame, which stands while pages come and go: header, place of the page, panels, toasts.

``components/shell/callbacks.py`` keeps its links in step with the address.
"""

from __future__ import annotations

import dash
import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from components.charts.kit.glyphs import SPRITE
from components.html import render
from components.html_part import HtmlPart
from components.shell.find import find
from components.view import ALONG
from components.words.i18n import _

THEMES = ("light", "dark", "system")
_DELAY = 200  # ms after which a page that is on its way shows a bar


def frame(content: Component) -> html.Div:
    """The whole document: ``content`` is Dash's place of the page, or a page for the first paint."""
    return html.Div(
        [
            dcc.Location(id="address", refresh="callback-nav"),
            dcc.Store(id="kept", data=list(ALONG)),
            dcc.Store(id="source-asked"),
            dcc.Store(id="peers-asked"),
            HtmlPart(SPRITE),
            html.A(_("Skip to content"), href="#main", className="skip"),
            header(),
            dcc.Loading(
                content,
                delay_show=_DELAY,
                overlay_style={"visibility": "visible"},
                custom_spinner=html.Div(className="coming"),
                parent_className="page",
            ),
            *panels(),
        ]
    )


def header() -> Component:
    """Pages, search, data set and theme. A page is in it by ``register_page(…, header=True)``."""
    pages = [page for page in dash.page_registry.values() if page.get("header")]
    return html.Header(
        dbc.Navbar(
            html.Div(
                [
                    dcc.Link(
                        HtmlPart(render("shell/brand"), className="logo"),
                        href="/",
                        id="home",
                        className="brand",
                        title=_("SSC Atlas, start page"),
                    ),
                    dbc.NavbarToggler(id="menu-toggle"),
                    dbc.Collapse(
                        [
                            html.Nav(
                                [
                                    dbc.NavLink(
                                        _(page["name"]), href=page["path"], id={"nav": page["path"]}
                                    )
                                    for page in pages
                                ],
                                **{"aria-label": _("Pages")},
                            ),
                            find("header"),
                            html.Div(
                                [
                                    dcc.Link(_("Published"), href="/", id="to-published"),
                                    dcc.Link(_("Example"), href="/?data=example", id="to-example"),
                                ],
                                className="sw",
                                role="group",
                                **{"aria-label": _("Data set")},
                            ),
                            themes(),
                        ],
                        id="menu",
                        navbar=True,
                    ),
                ],
                className="in",
            ),
            class_name="top",
            color="",
            expand="xl",
        ),
        className="sticky-top",
    )


def themes() -> Component:
    """Light, dark, or as the system has it."""
    words = {
        "light": _("Light theme"),
        "dark": _("Dark theme"),
        "system": _("Theme of the system"),
    }
    return html.Div(
        [
            html.Button(
                HtmlPart(render(f"shell/theme_{name}")),
                id={"theme": name},
                type="button",
                title=words[name],
                **{"aria-label": words[name], "aria-pressed": "false"},
            )
            for name in THEMES
        ],
        className="theme",
        role="group",
        **{"aria-label": _("Theme")},
    )


def panels() -> list[Component]:
    """What opens over a page: the source of a number, the peer group, a word on a failed request."""
    nothing = render("shell/nothing")
    return [
        dbc.Offcanvas(
            HtmlPart(nothing, id="source-body"),
            id="source",
            placement="end",
            scrollable=True,
            class_name="wide",
        ),
        dbc.Offcanvas(
            HtmlPart(nothing, id="peers-body"),
            id="peers",
            placement="end",
            scrollable=True,
            backdrop=False,
            title=_("Peer cities"),
            class_name="wide",
        ),
        dbc.Toast(
            [
                html.P(_("The server did not answer. What you see may be older than the address.")),
                dbc.Button(_("Load again"), id="reload", size="sm"),
            ],
            id="unanswered",
            header=_("Something went wrong"),
            is_open=False,
            dismissable=True,
        ),
    ]
