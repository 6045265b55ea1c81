"""The example cities that are asked for, and the request by which a browser asks for a city."""

from __future__ import annotations

import json
from functools import cache
from http.client import HTTPConnection
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from data import queries
from data.store import snapshot

QUERY = "?data=example"
N_CHARTS = 3


class City(NamedTuple):
    """An example city: its identifier and its name."""

    id: str
    name: str

    @property
    def href(self) -> str:
        """Address of its page."""
        return f"/city/{self.id}{QUERY}"


@cache
def fullest(n: int) -> tuple[City, ...]:
    """The ``n`` example cities of which most is held: every chart and the whole table is drawn."""
    held = sorted(queries.cities(snapshot("example")), key=lambda city: (-city.n_scored, city.id))
    return tuple(City(city.id, city.name) for city in held[:n])


class Client:
    """One reader's kept connection, asking as Dash's renderer does."""

    def __init__(self, address: str, encodings: str = "gzip, deflate, br") -> None:
        self._connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
        self._headers = {"Content-Type": "application/json", "Accept-Encoding": encodings}

    def get(self, path: str) -> bytes:
        """A page or file."""
        return self._ask("GET", path, None)

    def city(self, body: bytes) -> bytes:
        """The answer to a city callback, as sent: compressed."""
        return self._ask("POST", "/_dash-update-component", body)

    def close(self) -> None:
        """End the connection."""
        self._connection.close()

    def _ask(self, method: str, path: str, body: bytes | None) -> bytes:
        self._connection.request(method, path, body, self._headers)
        answer = self._connection.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{method} {path}: {answer.status} {content[:200]!r}")
        return content


def page_callback(address: str) -> dict[str, Any]:
    """The callback that draws a page at a change of address, as the app declares it."""
    client = Client(address, "identity")
    declared = json.loads(client.get("/_dash-dependencies"))
    client.close()
    return next(
        callback
        for callback in declared
        if any(given["property"] == "pathname" for given in callback["inputs"])
    )


def bodies(address: str, cities: tuple[City, ...]) -> list[bytes]:
    """What a browser on the app at ``address`` posts to be shown each city."""
    callback = page_callback(address)
    outputs = [
        dict(zip(("id", "property"), part.rsplit(".", 1), strict=True))
        for part in callback["output"].strip(".").split("...")
    ]
    return [
        json.dumps(
            {
                "output": callback["output"],
                "outputs": outputs if callback["output"].startswith("..") else outputs[0],
                "inputs": [
                    given | {"value": f"/city/{city.id}" if at == "pathname" else QUERY}
                    for given in callback["inputs"]
                    for at in [given["property"]]
                ],
                "changedPropIds": [
                    f"{given['id']}.{given['property']}" for given in callback["inputs"]
                ],
                "state": [],
            }
        ).encode()
        for city in cities
    ]
