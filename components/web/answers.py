"""Finished pages, kept as the bytes that went out.

Drawing a city takes a hundred times as long as sending it. A page that depends on nothing but its
address, the language and the data says so by calling ``keep()`` while it is drawn; whoever asks for
the same of the same data version then gets the same compressed answer. Each worker keeps its own.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import NamedTuple

from flask import Flask, Response, g, has_request_context, request

from components.words.i18n import locale
from data.settings import settings
from data.store import DATA_SETS, StoreMissing, snapshot

CALLBACKS = "/_dash-update-component"
_LARGEST_QUESTION = 4096  # bytes; bounds what a stranger can make us keep


class Answer(NamedTuple):
    """What went out."""

    content: bytes
    headers: tuple[tuple[str, str], ...]


class Shelf:
    """The answers asked for last, at most ``size`` of them."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._lock = Lock()
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()

    def get(self, key: Hashable) -> Answer | None:
        """The answer, which counts as asked for."""
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
            return self._answers.get(key)

    def put(self, key: Hashable, answer: Answer) -> None:
        """Keep it, and drop the one not asked for the longest."""
        with self._lock:
            self._answers[key] = answer
            if len(self._answers) > self._size:
                self._answers.popitem(last=False)


def keep() -> None:
    """The page being drawn may be given to others who ask for the same."""
    if has_request_context():
        g.keep = True


def wire(server: Flask) -> None:
    """Answers from the shelf. Call it before compression is set up, so as to see its result."""
    shelf = Shelf(settings().cache_entries)

    def answer() -> Response | None:
        if not _may_be_kept():
            return None
        g.key = _key()
        found = shelf.get(g.key)
        return Response(found.content, headers=list(found.headers)) if found else None

    def remember(response: Response) -> Response:
        if g.get("keep") and "key" in g and response.status_code == 200:
            shelf.put(g.key, Answer(response.get_data(), tuple(response.headers)))
        return response

    server.before_request(answer)
    server.after_request(remember)


def _may_be_kept() -> bool:
    """Whether another reader may get this answer: it is a page's, or a part's of a page."""
    length = len(request.query_string) + (request.content_length or 0)
    return length <= _LARGEST_QUESTION and (request.method == "GET" or request.path == CALLBACKS)


def _key() -> Hashable:
    """All that a kept page depends on. The versions make yesterday's data another question."""
    asked = request.get_json(silent=True) or {}
    return (
        _versions(),
        locale(),
        request.headers.get("Accept-Encoding"),
        # A document and a part ask by their address; a callback in the body, and its address
        # names the reader.
        request.full_path if request.method == "GET" else request.path,
        str(asked.get("output")),
        str(asked.get("inputs")),
        str(asked.get("state")),
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
