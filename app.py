"""SSC Atlas: the app. ``server`` is what gunicorn serves; ``python app.py`` serves it too."""

from __future__ import annotations

import dash
from flask import Flask
from flask_babel import Babel

from components.shell import callbacks, failure
from components.shell.document import AtlasDash
from components.shell.frame import frame
from components.web import answers, headers, health, refuse, static_files, status, well_known
from components.web.assets import ASSETS
from components.words.i18n import DEFAULT_LOCALE, asked_locale
from data.settings import settings


def create_app() -> AtlasDash:
    """The app with its pages, headers, static files, languages and health address."""
    server = Flask(__name__, static_folder=None)
    server.config.update(
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=4,  # answers are made for one reader: speed before size
        COMPRESS_MIN_SIZE=1400,  # below one network packet compression saves nothing
        COMPRESS_STREAMS=False,
        MAX_CONTENT_LENGTH=1_000_000,
    )
    Babel(server, default_locale=DEFAULT_LOCALE, locale_selector=asked_locale)
    health.wire(server)
    well_known.wire(server)
    answers.wire(server)
    status.wire(server)
    atlas = AtlasDash(
        __name__,
        server=server,
        use_pages=True,
        include_pages_meta=False,  # empty social tags with the visitor's host in them
        assets_folder=ASSETS.as_posix(),
        include_assets_files=False,  # components/shell/document.py names ours in their order
        compress=True,
        title="SSC Atlas",
        update_title=None,  # leaves the title alone
        suppress_callback_exceptions=True,  # else Dash calls every page once without an address
        enable_mcp=False,
        on_error=failure.tell,
        hooks={"callback_resolved": callbacks.RESOLVED},
    )
    for page in dash.page_registry.values():
        if "files" in page:
            server.register_blueprint(page["files"])
    atlas.layout = lambda: frame(dash.page_container)
    refuse.wire(atlas)
    headers.wire(atlas)
    static_files.wire(atlas)
    server.test_client().get("/")  # a worker serves Dash's scripts once a document has named them
    return atlas


app = create_app()
server = app.server

if __name__ == "__main__":
    app.run(host=settings().host, port=settings().port, debug=False)
