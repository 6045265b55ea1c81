"""SSC Atlas: the app. ``server`` is what gunicorn serves; ``python app.py`` serves it too."""

from __future__ import annotations

import dash
from flask import Flask
from flask_babel import Babel

from components.shell import alone
from components.shell.document import AtlasDash
from components.web import answers as ready
from components.web import headers, health, static_files
from components.web.bundle import ASSETS
from components.words.i18n import DEFAULT_LOCALE
from data.settings import settings
from pages.benchmark.files import benchmark_files
from pages.city.files import files
from pages.compare.files import compare_files
from pages.data.files import downloads
from pages.index_lab.files import index_files
from pages.map.files import map_files
from pages.progress.files import progress_files
from pages.progress.rounds.files import rounds_files
from pages.progress.scenario.files import scenario_files


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
    Babel(server, default_locale=DEFAULT_LOCALE)
    health.wire(server)
    ready.wire(server)
    for blueprint in (
        files,
        downloads,
        compare_files,
        benchmark_files,
        index_files,
        map_files,
        progress_files,
        rounds_files,
        scenario_files,
    ):
        server.register_blueprint(blueprint)
    atlas = AtlasDash(
        __name__,
        server=server,
        use_pages=True,
        include_pages_meta=False,  # empty social tags with the visitor's host in them
        assets_folder=ASSETS.as_posix(),
        include_assets_files=False,  # components/web/bundle.py puts ours together
        compress=True,
        title="SSC Atlas",
        update_title=None,  # leaves the title alone
        # Else Dash calls every page once without an address at the first request.
        suppress_callback_exceptions=True,
        enable_mcp=False,
    )
    atlas.layout = dash.page_container
    headers.wire(atlas)
    static_files.wire(atlas)
    alone.wire(server)
    with server.test_request_context("/"):
        server.preprocess_request()  # Dash learns its pages from the first request
    atlas.name_scripts()
    return atlas


app = create_app()
server = app.server

if __name__ == "__main__":
    app.run(host=settings().host, port=settings().port, debug=False)
