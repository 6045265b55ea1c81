"""What a reader sees when a page fails: one polite sentence and a way on. The log has the cause."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from secrets import token_hex
from typing import ParamSpec

from dash import html
from dash.development.base_component import Component

from components.web.status import answer_with
from components.words.i18n import _
from data.store import StoreMissing

P = ParamSpec("P")
_log = logging.getLogger(__name__)


def guarded(layout: Callable[P, Component]) -> Callable[P, Component]:
    """A page layout that never shows a traceback."""

    @wraps(layout)
    def safe(*args: P.args, **kwargs: P.kwargs) -> Component:
        try:
            return layout(*args, **kwargs)
        except StoreMissing as error:
            _log.error("%s", error)
            answer_with(503)
            return _message(
                _("This data set has not been built yet."),
                _("Whoever runs this site can build it with “python -m etl build --data all”."),
            )
        except Exception:
            code = token_hex(3)
            answer_with(500)
            _log.exception("page failed, code %s, arguments %s", code, kwargs)
            return _message(
                _("This page could not be shown."),
                _(
                    "The cause is in the log under the code %(code)s. Nothing of the data is lost.",
                    code=code,
                ),
            )

    return safe


def _message(heading: str, text: str) -> Component:
    return html.Main(
        html.Div(
            [html.H1(heading), html.P(text), html.P(html.A(_("To the start page"), href="/"))],
            className="in",
        ),
        id="main",
        className="failed",
    )
