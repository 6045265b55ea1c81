from __future__ import annotations

import pytest

from data.provenance import Provenance
from exports.table import Column, Table, provenance_columns

ORIGIN = Provenance("published", "b278824d", "U4SSC", "© ITU")


def table(name="values", keys=("city",), provenance=ORIGIN):
    return Table(name, "Title", [Column(key, key) for key in keys], [], provenance)


def test_a_file_name_tells_data_set_and_version():
    assert table().file_name("csv") == "ssc-atlas-published-b278824d-values.csv"
    example = Provenance("synthetic", "6a73711e", "a model", "none")
    assert (
        table(provenance=example).file_name("xlsx")
        == "ssc-atlas-example-synthetic-6a73711e-values.xlsx"
    )


def test_a_file_name_holds_nothing_that_a_header_or_a_disk_would_mind():
    assert table('Åsa/"x"; b').file_name("csv") == "ssc-atlas-published-b278824d-sa-x-b.csv"


@pytest.mark.parametrize("keys", [("city", "city"), ("licence",)])
def test_a_key_stands_once(keys):
    with pytest.raises(ValueError, match="stands twice"):
        table(keys=keys)


def test_the_columns_of_the_provenance_are_those_it_fills():
    assert [column.key for column in provenance_columns()] == [*ORIGIN.cells()]
