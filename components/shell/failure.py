"""What a reader sees when a callback fails; the log has the cause."""

from __future__ import annotations

import logging

from dash import no_update, set_props

_log = logging.getLogger(__name__)


def tell(error: Exception) -> object:
    """Say that something went wrong, and leave the page as it is."""
    _log.error("callback failed", exc_info=error)
    set_props("unanswered", {"is_open": True})
    return no_update
