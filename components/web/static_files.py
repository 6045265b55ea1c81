"""Static files in front of the app: WhiteNoise answers ``/assets/``, compressed and kept by browsers."""

from __future__ import annotations

import re
from wsgiref.headers import Headers

from dash import Dash
from whitenoise import WhiteNoise

from components.web.assets import ASSETS
from components.web.headers import FIXED_HEADERS

_HASHED = re.compile(r"\.[0-9a-f]{12}\.")


def wire(app: Dash) -> None:
    """Answers our own files before Flask sees the request; the folder is read once at start."""
    app.server.wsgi_app = WhiteNoise(
        app.server.wsgi_app,
        root=ASSETS.as_posix(),
        prefix=app.config.assets_url_path,
        max_age=0,  # asked for again each time, but for what its name makes immutable
        immutable_file_test=lambda _path, url: bool(_HASHED.search(url)),
        add_headers_function=_secure,
    )


def _secure(headers: Headers, _path: str, _url: str) -> None:
    for name, value in FIXED_HEADERS.items():
        headers[name] = value
