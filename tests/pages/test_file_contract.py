"""What every file keeps, whichever page gives it: it says what it is in every row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app import server
from exports.formats import FORMATS

CITY, POINT = "welvinara", "unemployment_rate"
VIEW = f"data=example&cities={CITY},orsenwick&kpi={POINT}&against=poverty&city={CITY}"
TAIL = ("data_set", "data_version", "source", "licence")


def tables() -> list[tuple[str, str]]:
    """Address of every table, variables filled in, and the extension it is asked for with."""
    found = []
    for rule in server.url_map.iter_rules():
        stem, _dot, last = rule.rule.rpartition(".")
        if not last.endswith("extension>"):
            continue
        only = re.match(r"<any\((.*?)\):", last)
        extensions = only[1].split(", ") if only else list(FORMATS)
        stem = stem.replace("<city_id>", CITY)
        names = re.search(r"<any\((.*?)\):\w+>", stem)
        stems = [stem.replace(names[0], n) for n in names[1].split(", ")] if names else [stem]
        found += [(each, extension) for each in stems for extension in extensions]
    return sorted(found)


STEMS = sorted({stem for stem, _extension in tables()})


@pytest.fixture
def get(client: FlaskClient) -> Callable[[str], TestResponse]:
    def ask(address: str) -> TestResponse:
        with client.get(f"{address}?{VIEW}") as answer:
            answer.get_data()
            return answer

    return ask


def test_there_are_tables() -> None:
    assert len(STEMS) > 12


@pytest.mark.parametrize("stem", STEMS)
def test_every_row_of_a_file_says_what_it_is(get: Callable[[str], TestResponse], stem: str) -> None:
    answer = get(f"{stem}.csv")
    assert answer.status_code == 200
    assert answer.data.startswith(b"\xef\xbb\xbf")
    assert "example-synthetic" in answer.headers["Content-Disposition"]
    found = csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig")))
    assert set(TAIL) <= set(found.fieldnames or ())
    for row in found:
        assert row["data_set"] == "synthetic"
        assert all(row[name] for name in TAIL)


@pytest.mark.parametrize(("stem", "extension"), tables())
def test_every_table_comes_in_its_formats(
    get: Callable[[str], TestResponse], stem: str, extension: str
) -> None:
    answer = get(f"{stem}.{extension}")
    assert answer.status_code == 200
    assert answer.mimetype == FORMATS[extension].media_type.partition(";")[0]
    assert answer.data


@pytest.mark.parametrize("stem", STEMS)
def test_an_unknown_format_is_not_found(get: Callable[[str], TestResponse], stem: str) -> None:
    assert get(f"{stem}.exe").status_code == 404
