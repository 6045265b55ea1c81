from __future__ import annotations

import csv
import io
import re
import zipfile

import duckdb
import pytest

from data import queries
from data.store import snapshot

pytestmark = pytest.mark.usefixtures("stores")


@pytest.fixture
def get(client):
    def ask(address, **headers):
        with client.get("/download/" + address, headers=headers) as response:
            response.get_data()
            return response

    return ask


def rows(response):
    return list(csv.DictReader(io.StringIO(response.data.decode("utf-8-sig"))))


def test_every_observation_is_in_the_file_with_unit_source_and_version(get):
    found = rows(get("values.csv"))
    build = queries.build(snapshot())
    assert sum(row["value"] != "" for row in found) == build.n_values
    assert {row["data_version"] for row in found} == {build.version}
    assert all(row["unit"] and row["publication"] and row["city"] for row in found)


def test_the_file_follows_the_filter(get):
    found = rows(get("values.csv?city=valencia,riyadh&kind=reports&dimension=economy&to=2020"))
    assert {row["city_id"] for row in found} == {"valencia", "riyadh"}
    assert {row["kind"] for row in found} == {"u4ssc_publication"}
    assert {row["dimension"] for row in found} == {"Economy"}


def test_a_filter_without_rows_gives_a_file_with_its_heading(get):
    answer = get("values.csv?city=rana&kind=other_statistics")
    assert answer.status_code == 200
    assert answer.text.startswith("\ufeffcity,city_id,")
    assert rows(answer) == []


@pytest.mark.parametrize(
    "query",
    ["city=nowhere", "from=20", "from=2020&to=2010", "kind=gossip", "data=x", "point=%3Cb%3E"],
)
def test_an_unknown_value_is_refused_in_one_sentence(get, query):
    answer = get("values.xlsx?" + query)
    assert answer.status_code == 400
    assert answer.text.count("\n") == 1
    page = get("values.xlsx?" + query, Accept="text/html")
    assert page.status_code == 400
    assert "<h1>" in page.text
    assert "<b>" not in page.text


def test_parquet_is_the_same_table(get, tmp_path):
    (tmp_path / "v.parquet").write_bytes(get("values.parquet?city=riyadh").data)
    relation = duckdb.read_parquet((tmp_path / "v.parquet").as_posix())
    assert len(relation.fetchall()) == len(rows(get("values.csv?city=riyadh")))
    assert dict(zip(relation.columns, relation.types, strict=True))["value"] == "DOUBLE"


@pytest.mark.parametrize("name", ["values.csv", "values.parquet", "values.xlsx", "catalogue.csv"])
def test_nothing_leaves_the_example_set_without_the_word_synthetic(get, name):
    answer = get(f"{name}?data=example&city=orsenwick&from=2025")
    assert "synthetic" in answer.headers["Content-Disposition"]


def test_every_row_and_sheet_of_the_example_set_says_synthetic(get):
    found = rows(get("values.csv?data=example&from=2025"))
    assert {row["data_set"] for row in found} == {"synthetic"}
    with zipfile.ZipFile(io.BytesIO(get("values.xlsx?data=example&from=2025").data)) as book:
        sheets = book.read("xl/workbook.xml").decode()
    names = re.findall('<sheet name="([^"]*)"', sheets)
    assert len(names) == 4
    assert all(name.endswith("(synthetic)") for name in names)


def test_the_same_version_and_filter_need_not_be_sent_twice(get):
    first = get("values.csv?city=riyadh")
    tag = first.headers["ETag"]
    assert get("values.csv?city=riyadh", **{"If-None-Match": tag}).status_code == 304
    assert get("values.csv?city=pully", **{"If-None-Match": tag}).status_code == 200
    assert queries.build(snapshot()).version in first.headers["Content-Disposition"]


def test_the_catalogue_has_every_point_once(get):
    keys = [row["point_key"] for row in rows(get("catalogue.csv"))]
    assert keys == [p.key for p in queries.definitions(snapshot())]
