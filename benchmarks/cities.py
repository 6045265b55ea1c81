"""The example cities that are asked for, and a reader who asks for them."""

from __future__ import annotations

from functools import cache
from http.client import HTTPConnection
from typing import NamedTuple
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
    """One reader's kept connection."""

    def __init__(self, address: str, encodings: str = "gzip, deflate, br") -> None:
        self._connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
        self._headers = {"Accept-Encoding": encodings}

    def get(self, path: str) -> bytes:
        """A page or file as sent: compressed."""
        self._connection.request("GET", path, headers=self._headers)
        answer = self._connection.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status} {content[:200]!r}")
        return content

    def close(self) -> None:
        """End the connection."""
        self._connection.close()


def paths(cities: tuple[City, ...]) -> list[str]:
    """Addresses of the cities' pages."""
    return [city.href for city in cities]
