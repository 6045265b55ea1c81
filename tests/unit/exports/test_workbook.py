from __future__ import annotations

import re
import zipfile

from exports.workbook import Column, Readme, Table, write_workbook

COLUMNS = [Column("Name", 20), Column("Value", 10, "0.0")]


def sheet(path, number):
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None
        return (
            book.read(f"xl/worksheets/sheet{number}.xml").decode(),
            book.read("xl/sharedStrings.xml").decode(),
        )


def write(path, rows):
    readme = Readme("About", "Title", [("What", "=1+1")])
    values = Table("Values", COLUMNS, iter(rows))
    others = [Table("Sources", COLUMNS, [("+cmd", 1.5)])]
    write_workbook(path, readme, values, len(rows), others)
    return sheet(path, 2)


def test_rows_are_numbers_and_strings_never_formulas(tmp_path):
    rows = [("=SUM(A1)", 1.25), ("@x <&> Ålesund", None), ("-1", 2)]
    xml, strings = write(tmp_path / "a.xlsx", rows)
    assert "<f>" not in xml + sheet(tmp_path / "a.xlsx", 3)[0]
    assert re.findall("<v>([^<]*)</v></c></row>", xml)[-1] == "2"
    assert "=SUM(A1)" in strings
    assert "@x &lt;&amp;&gt; Ålesund" in strings


def test_a_table_without_rows_keeps_its_headings_and_pane(tmp_path):
    xml, strings = write(tmp_path / "a.xlsx", [])
    assert xml.count("<row ") == 1
    assert 'state="frozen"' in xml
    assert "Value" in strings
