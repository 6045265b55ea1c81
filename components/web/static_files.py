"""Static files: our own and Dash's scripts, compressed once and kept by the browser.

Text files have a brotli and a gzip twin under ``assets/vendor/twins/``, named by the content they
belong to, so an edited file can never be answered with an old twin: it goes out uncompressed until
``python -m components.web.twins`` (part of ``make assets``) has run again.

A request that carries a fingerprint (a hash in the file name, or ``?m=``) may be kept for ever; any
other is checked again each time.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from wsgiref.headers import Headers

from flask import Flask, Response, abort, request
from whitenoise import WhiteNoise
from whitenoise.responders import StaticFile

from components.shell.document import AtlasDash
from components.web.bundle import ASSETS, BUNDLES, OWN, bundle, vendor
from components.web.headers import CHECK, FIXED_HEADERS, FOREVER, YEAR
from components.web.twins import TEXT, TWINS, twin

SUITES = "/_dash-component-suites/"


class Assets(WhiteNoise):
    """Answers ``/assets/`` before Flask sees the request; the folder is read once at start."""

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        """One request; a fingerprint in its query makes the answer immutable."""

        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            kept = [(name, FOREVER if value == CHECK else value) for name, value in headers]
            return start_response(status, kept, *rest)

        marked = environ.get("QUERY_STRING", "").startswith("m=")
        return super().__call__(environ, start if marked else start_response)

    def add_file_to_dictionary(self, url: str, path: str, stat_cache: Any = None) -> None:
        """Gives every file an address but the twins, which answer in their file's place."""
        if not Path(path).is_relative_to(TWINS):
            super().add_file_to_dictionary(url, path, stat_cache=stat_cache)

    def get_static_file(self, path: str, url: str, stat_cache: Any = None) -> StaticFile:
        """The file with its headers and its twins."""
        headers = Headers(list(FIXED_HEADERS.items()))
        self.add_mime_headers(headers, path, url)
        headers["Cache-Control"] = FOREVER if Path(path).name in vendor().values() else CHECK
        content = Path(path).read_bytes() if path.endswith(TEXT) else b""
        twins = {code: twin(content, code).as_posix() for code in ("br", "gzip") if content}
        return StaticFile(path, headers.items(), encodings=twins)


def wire(app: AtlasDash) -> None:
    """Puts the static layer in front of the app and the twins behind our and Dash's scripts."""
    server: Flask = app.server
    server.wsgi_app = Assets(server.wsgi_app, ASSETS.as_posix(), app.config.assets_url_path)  # type: ignore[method-assign]
    wire_own(server)


def wire_own(server: Flask) -> None:
    """Answers our bundles, and what has a twin with its twin."""
    server.add_url_rule(f"{OWN}<name>", "own", _own)
    server.after_request(_precompressed)


def _own(name: str) -> Response:
    """One of our bundles under the name that its content gives it."""
    found = next((each for each in map(bundle, BUNDLES) if each.name == name), None)
    if found is None:
        abort(404)
    response = Response(found.content, mimetype=found.mimetype)
    response.cache_control.max_age = YEAR
    return response


def _precompressed(response: Response) -> Response:
    """Answers our and Dash's scripts with their twin; the others are left to Flask-Compress."""
    if not request.path.startswith((SUITES, OWN)) or response.status_code != 200:
        return response
    content = response.get_data()
    response.vary.add("Accept-Encoding")
    for code in ("br", "gzip"):
        file = twin(content, code)
        if request.accept_encodings[code] and file.exists():
            response.set_data(file.read_bytes())
            response.content_encoding = code
            break
    # Dash sets a maximum age where the address carries a fingerprint.
    response.headers["Cache-Control"] = FOREVER if response.cache_control.max_age else CHECK
    return response
