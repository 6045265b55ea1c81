"""Finished answers, kept as the bytes that went out.

Drawing a city takes a hundred times as long as sending it. A page that depends on nothing but its
address, the language and the data says so by calling ``keep()`` while it is drawn; whoever asks the
same of the same data version then gets the same compressed answer. What browsers may keep for good
(scripts under a fingerprint) is kept as well. Each worker keeps its own.
"""

from __future__ import annotations

from collections.abc import Hashable
from threading import Lock
from typing import NamedTuple

from cachetools import LRUCache
from flask import Flask, Response, g, has_request_context, request

from components.words.i18n import locale
from data.settings import settings
from data.store import DATA_SETS, StoreMissing, snapshot

_LARGEST_QUESTION = 4096  # bytes; bounds what a stranger can make us keep
_LONG = 86_400  # seconds


class Answer(NamedTuple):
    """What went out."""

    content: bytes
    headers: tuple[tuple[str, str], ...]


def keep() -> None:
    """The answer being made may be given to others who ask the same."""
    if has_request_context():
        g.keep = True


def wire(server: Flask) -> None:
    """Answers from the shelf. Call it before compression is set up, so as to see its result."""
    shelf: LRUCache[Hashable, Answer] = LRUCache(settings().cache_entries)
    lock = Lock()

    def answer() -> Response | None:
        if len(request.query_string) + (request.content_length or 0) > _LARGEST_QUESTION:
            return None
        g.key = _key()
        with lock:
            found = shelf.get(g.key)
        return Response(found.content, headers=list(found.headers)) if found else None

    def remember(response: Response) -> Response:
        lasting = (response.cache_control.max_age or 0) > _LONG
        if "key" in g and response.status_code == 200 and (g.get("keep") or lasting):
            with lock:
                shelf[g.key] = Answer(response.get_data(), tuple(response.headers))
        return response

    server.before_request(answer)
    server.after_request(remember)


def _key() -> Hashable:
    """All that a kept answer depends on. The versions make yesterday's data another question."""
    return (
        _versions(),
        locale(),
        request.headers.get("Accept-Encoding"),
        request.method,
        request.full_path,
        request.get_data(),
    )


def _versions() -> tuple[str, ...]:
    """Version of each data set, empty where none is published."""
    versions = []
    for data_set in DATA_SETS:
        try:
            versions.append(snapshot(data_set).version)
        except StoreMissing:
            versions.append("")
    return tuple(versions)
