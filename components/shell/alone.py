"""A part of a page as a document of its own: what "Open this part" leads to where no script runs.

A script fetches the part and puts it in its place (``components/fragment.py``); the link has
``ALONE`` in its address, and the answer comes with the page's header, banner and footer around it.
"""

from __future__ import annotations

from flask import Flask, Response, request
from markupsafe import Markup

from components.html import render
from components.shell import page as shell
from components.shell.fragment import ALONE, fragment
from components.shell.markup import markup
from components.view import View
from components.web.bundle import bundle, vendor
from components.web.headers import CHECK
from components.words.i18n import locale
from data import queries
from data.store import snapshot


def wire(server: Flask) -> None:
    """Wire last: what is kept and compressed is the whole document."""
    server.after_request(_with_page)


def _with_page(response: Response) -> Response:
    whole = response.mimetype != "text/html" or response.status_code != 200
    if whole or ALONE not in request.args:
        return response
    view = View.from_query(request.args)
    back = render("shell/alone_back", href=view.href(request.path.rpartition("/")[0]))
    part = Markup(response.get_data(as_text=True))
    body = [fragment(back), fragment(part)]
    page = shell.page(view, queries.build(snapshot(view.data)), request.path, body)
    response.set_data(
        render(
            "shell/alone",
            language=locale().replace("_", "-"),
            page=markup(page),
            bootstrap=f"/assets/vendor/{vendor()['reboot.min.css']}",
            css=bundle("atlas.css").href,
        )
    )
    response.headers["Cache-Control"] = CHECK  # the style sheet's address changes with the software
    return response
