"""What happens when something breaks: the log gets the cause, the reader one polite sentence."""

from __future__ import annotations

import logging

from dash import html, set_props

from components.i18n import _

PROBLEM = "problem"
_log = logging.getLogger("atlas")


def region() -> html.Div:
    """The place of the sentence, empty until it is needed; screen readers announce it."""
    return html.Div(id=PROBLEM, role="alert", className="problem")


def on_callback_error(error: Exception) -> None:
    """Handler of an exception in a callback."""
    _log.exception("A callback failed", exc_info=error)
    sentence = _("Something went wrong on our side and has been logged. Reload the page, or")
    way_on = html.A(_("start again from home."), href="/")
    set_props(PROBLEM, {"children": html.P([sentence, " ", way_on])})
