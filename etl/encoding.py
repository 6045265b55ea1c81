"""Whether a file is text at all, in which encoding, and a UTF-8 copy of what is not UTF-8."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import BinaryIO

import numpy as np
from charset_normalizer import from_bytes

_CHUNK = 1 << 20
_LINE_END = ord("\n")
_LAST_ASCII = 0x7F
_LOOKED_AT = 1 << 22  # bytes: enough letters to tell an encoding by
_MOSTLY = 4  # letters above ASCII to one stray byte: the file is UTF-8
_CLEAN = 0.2  # share of signs that make no sense together, by charset-normalizer's measure
_WORD = re.compile(rb'[^\s;,"]*[\x80-\xff][^\s;,"]*')
_KNOWN = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
    "shift_jis", "gb18030", "big5", "euc_kr",
)  # fmt: skip
_WIDE = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


class Unreadable(Exception):
    """The file cannot be read as a table. The message is for the person who sent it."""


def survey(path: Path, max_bytes: int) -> tuple[int, str]:
    """Number of line ends and the encoding: utf-8, utf-16 or cp1252."""
    if path.is_dir():
        raise Unreadable("is a folder, not a file. Name the CSV file in it.")
    try:
        size = path.stat().st_size
        if size > max_bytes:
            raise Unreadable(f"is larger than {max_bytes:,} bytes. Send it in parts.")
        with path.open("rb") as file:
            head = file.read(4)
            if not head.strip():
                raise Unreadable("is empty. A submission has a header row and one row per value.")
            for mark, name in _WIDE.items():
                if head.startswith(mark):
                    return -1, name
            file.seek(0)
            return _lines(file), _encoding(path)
    except OSError as error:
        raise Unreadable(f"cannot be opened: {error.strerror or error}.") from error


def _lines(file: BinaryIO) -> int:
    n_lines = 0
    while chunk := file.read(_CHUNK):
        if chunk.startswith((b"PK\3\4", b"\xd0\xcf\x11\xe0")):
            raise Unreadable("is a workbook. Save its sheet as CSV (UTF-8).")
        if b"\0" in chunk:
            raise Unreadable("is not a text file. Save the table as CSV (UTF-8).")
        # numpy counts in a fifth of the time of bytes.count
        n_lines += int(np.count_nonzero(np.frombuffer(chunk, np.uint8) == _LINE_END))
    return n_lines


def _encoding(path: Path) -> str:
    """UTF-8 or Windows-1252.

    Raises:
        Unreadable: it is UTF-8 but for a stray byte, or looks like another encoding, which is named.
    """
    decoder, row = codecs.getincrementaldecoder("utf-8")(), 1
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                return _other_encoding(path, row + error.object[: error.start].count(b"\n"))
            row += chunk.count(b"\n")
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return _other_encoding(path, row)
    return "utf-8"


def _other_encoding(path: Path, row: int) -> str:
    """What a file is that is not UTF-8 from ``row`` on."""
    with path.open("rb") as file:
        head = file.read(_LOOKED_AT)
    read = head.decode("utf-8", errors="replace")
    stray, letters = read.count("\ufffd"), sum(ord(letter) > _LAST_ASCII for letter in read)
    if letters > _MOSTLY * stray:
        raise Unreadable(
            f"is UTF-8, but for a byte in row {row} that is not. Write that cell again and save as "
            "CSV (UTF-8)."
        )
    words = b" ".join(dict.fromkeys(_WORD.findall(head)))
    found = from_bytes(words, cp_isolation=list(_KNOWN), threshold=1.0)
    best = found.best()
    western = any(
        "cp1252" in guess.could_be_from_charset and guess.chaos <= _CLEAN for guess in found
    )
    if best is None or western:
        return "cp1252"
    raise Unreadable(
        f"is neither UTF-8 nor Windows-1252; it looks like {best.encoding}. Save it as CSV (UTF-8)."
    )


def as_utf8(path: Path, encoding: str, folder: Path) -> Path:
    """A UTF-8 copy of a file in another encoding; what cp1252 leaves open is read as Latin-1."""
    raw = path.read_bytes()
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-16":
            raise Unreadable("is not a text file. Save the table as CSV (UTF-8).") from error
        text = raw.decode("latin-1")
    copy = folder / "utf8.csv"
    copy.write_text(text, encoding="utf-8", newline="")
    return copy
