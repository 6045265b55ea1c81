"""Compressed twins of what the browser loads, made once: ``python -m components.web.twins``."""

from __future__ import annotations

import gzip
import hashlib
import shutil
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import brotli
from dash import Dash, dcc, html

from components.web.bundle import ASSETS, BUNDLES, bundle

TEXT = (".css", ".js", ".json", ".svg")
TWINS = ASSETS / "vendor" / "twins"
_LIBRARIES = (dcc, html)  # imported, so that Dash registers their scripts
_LARGEST = 2_000_000  # bytes: leaves out MathJax and the full plotly library, never asked for


def twin(content: bytes, encoding: str) -> Path:
    """Path of the twin of ``content`` in ``encoding`` (br or gzip), whether it exists or not."""
    return TWINS / f"{hashlib.sha256(content).hexdigest()[:24]}.{encoding}"


def sources() -> Iterator[bytes]:
    """Contents of every text file the browser may load: our bundles, third-party files, Dash's."""
    yield from (bundle(name).content for name in BUNDLES)
    for folder in (ASSETS, ASSETS / "vendor"):
        for path in sorted(folder.iterdir()):
            if path.is_file() and path.suffix in TEXT:
                yield path.read_bytes()
    probe = Dash(__name__, assets_folder=ASSETS.as_posix(), include_assets_files=False)
    probe.layout = []
    probe.server.test_client().get("/")  # registers the scripts of every imported library
    for package, names in sorted(probe.registered_paths.items()):
        for name in sorted(names):
            file = resources.files(package).joinpath(name)
            if name.endswith(TEXT) and file.is_file():
                content = file.read_bytes()
                if len(content) < _LARGEST:
                    yield content


def build() -> tuple[int, int, int]:
    """Make all twins anew; returns files, bytes before and bytes after brotli."""
    shutil.rmtree(TWINS, ignore_errors=True)
    TWINS.mkdir(parents=True)
    contents = set(sources())
    after = 0
    for content in contents:
        packed = brotli.compress(content, quality=11)
        after += len(packed)
        twin(content, "br").write_bytes(packed)
        twin(content, "gzip").write_bytes(gzip.compress(content, 9, mtime=0))
    return len(contents), sum(map(len, contents)), after


if __name__ == "__main__":
    files, before, after = build()
    print(f"{files} files compressed: {before:,} bytes, {after:,} with brotli")
