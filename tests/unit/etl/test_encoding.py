from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl import encoding

PIECES = st.sampled_from(["city;", "\n", "é", "₂", "😀", "\ufeff"]).map(str.encode)
BYTES = st.binary(max_size=2).map(lambda raw: raw.replace(b"\0", b"x"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES | BYTES, min_size=1, max_size=12), chunk=st.integers(1, 9))
def test_a_text_is_utf_8_if_python_reads_it_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pieces: list[bytes], chunk: int
) -> None:
    text = b"a" + b"".join(pieces)  # no mark of UTF-16
    file = tmp_path / "rows.csv"
    file.write_bytes(text)
    monkeypatch.setattr(encoding, "_CHUNK", chunk)
    try:
        text.decode("utf-8")
        expected = "utf-8"
    except UnicodeDecodeError:
        expected = "cp1252"
    assert encoding.survey(file, 1000) == (text.count(b"\n"), expected)
