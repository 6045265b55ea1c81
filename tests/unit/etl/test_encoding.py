from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl import encoding

WORDS = st.text(st.characters(codec="cp1252", exclude_categories=["C"]), min_size=1, max_size=30)


def survey(tmp_path: Path, raw: bytes) -> tuple[int, str]:
    file = tmp_path / "rows.csv"
    file.write_bytes(raw)
    return encoding.survey(file, 1_000_000)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(st.text(st.characters(exclude_categories=["C"])), min_size=1),
    chunk=st.integers(1, 9),
)
def test_what_python_reads_as_utf_8_is_utf_8(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: list[str], chunk: int
) -> None:
    raw = ("a" + "\n".join(lines)).encode()  # no mark of UTF-16
    monkeypatch.setattr(encoding, "_CHUNK", chunk)
    assert survey(tmp_path, raw) == (raw.count(b"\n"), "utf-8")


@pytest.mark.parametrize(
    "text",
    ["Ålesund, Karmøy: målt på stedet", "µg/m³", "2019–2020 “quoted”", "café", "Données à côté"],
)
def test_western_words_are_windows_1252(tmp_path: Path, text: str) -> None:
    assert survey(tmp_path, f"note\n{text}\n".encode("cp1252")) == (2, "cp1252")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Источник: отчёт города", "cp1251"),
        ("Łódź, Kraków: źródło", "cp1250"),
        ("Αθήνα πόλη", "cp1253"),
    ],
)
def test_another_encoding_is_an_error_that_names_the_guess(
    tmp_path: Path, text: str, code: str
) -> None:
    with pytest.raises(encoding.Unreadable, match=f"looks like {code}"):
        survey(tmp_path, f"city;note\nValencia;{text}\n".encode(code))


def test_a_stray_byte_in_utf_8_names_its_row(tmp_path: Path) -> None:
    rows = ["city,note", *["Köln,größer über Ärger"] * 5]
    raw = "\n".join(rows).encode() + b"\nValencia,bad \xb5 byte\n"
    with pytest.raises(encoding.Unreadable, match="row 7"):
        survey(tmp_path, raw)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS)
def test_any_bytes_have_an_answer(tmp_path: Path, word: str) -> None:
    with suppress(encoding.Unreadable):  # a sentence for the person who sent it
        assert survey(tmp_path, f"a;{word}\n".encode("cp1252"))[1] in ("utf-8", "cp1252")
