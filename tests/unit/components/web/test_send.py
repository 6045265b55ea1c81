from __future__ import annotations

import pytest
from flask import Flask
from flask_babel import Babel

from components.web.headers import CHECK
from components.web.send import send
from data.provenance import Provenance
from exports.formats import FORMATS, write
from exports.table import Column, Table

TABLE = Table(
    "gaps",
    "Gaps",
    [Column("point", "Point"), Column("gap", "Gap")],
    [("pm10", 12.5), ("no2", None)],
    Provenance("synthetic", "6a73711e", "a model", "none"),
)


@pytest.fixture
def get():
    app = Flask(__name__)
    Babel(app)
    app.add_url_rule("/gaps.<extension>", view_func=lambda extension: send(TABLE, extension))
    return app.test_client().get


@pytest.mark.parametrize("extension", FORMATS)
def test_a_file_comes_whole_under_its_name_and_is_asked_for_again(get, extension):
    answer = get(f"/gaps.{extension}")
    assert answer.status_code == 200
    assert answer.data == write(TABLE, extension)
    assert answer.content_length == len(answer.data)
    assert answer.content_type == FORMATS[extension].media_type
    assert answer.headers["Cache-Control"] == CHECK
    assert (
        answer.headers["Content-Disposition"]
        == f'attachment; filename="ssc-atlas-example-synthetic-6a73711e-gaps.{extension}"'
    )


@pytest.mark.parametrize("extension", FORMATS)
def test_the_same_file_need_not_come_twice(get, extension):
    tag = get(f"/gaps.{extension}").headers["ETag"]
    again = get(f"/gaps.{extension}", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert get(f"/gaps.{extension}", headers={"If-None-Match": '"x"'}).status_code == 200


def test_a_format_that_nobody_writes_is_not_found(get):
    assert get("/gaps.pdf").status_code == 404
