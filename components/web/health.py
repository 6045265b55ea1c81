"""``/health``: is this process able to answer, and on which data?"""

from __future__ import annotations

from typing import Any

from flask import Flask, jsonify

from data.store import DATA_SETS, StoreMissing, snapshot


def versions() -> dict[str, str | None]:
    """Version of each data set as served now; ``None`` where none has been published."""
    found: dict[str, str | None] = {}
    for data_set in DATA_SETS:
        try:
            found[data_set] = snapshot(data_set).version
        except StoreMissing:
            found[data_set] = None
    return found


def wire(server: Flask) -> None:
    """Adds the address; it answers 503 while a data set is missing."""

    @server.get("/health")
    def health() -> tuple[Any, int, dict[str, str]]:
        data = versions()
        ok = all(data.values())
        answer = jsonify(status="ok" if ok else "store missing", data=data)
        return answer, 200 if ok else 503, {"Cache-Control": "no-store"}
