"""The status of a document: what the page is, said to programs as its heading says it to people."""

from __future__ import annotations

from flask import Flask, Response, g, has_request_context


def answer_with(status: int) -> None:
    """The document being made has this status; a page put in place by a callback has none."""
    if has_request_context():
        g.status = status


def wire(server: Flask) -> None:
    """Gives documents the status their page has asked for."""

    def give(response: Response) -> Response:
        if response.mimetype == "text/html" and response.status_code == 200:
            response.status_code = g.get("status", 200)
        return response

    server.after_request(give)
