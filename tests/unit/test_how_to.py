"""The how-tos of docs/how-to/ work as they stand there."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from shutil import copy, copytree, ignore_patterns
from types import SimpleNamespace

import pytest
from babel.messages import pofile
from babel.messages.frontend import CommandLineInterface
from flask import Flask
from flask_babel import Babel

from components.words.i18n import _, asked_locale, number
from data.provenance import Provenance
from exports import row_formats
from exports.formats import FORMATS
from exports.table import Column, Table
from scripts.live import ROOT

_ASK = """
from app import server
client = server.test_client()
for address in ("/example?data=example", "/example.csv?data=example", "/example.xlsx?data=example"):
    answer = client.get(address)
    print(answer.status_code, answer.mimetype, len(answer.data))
from pages.example import page
from components.view import View
print(client.get("/example.csv?data=example").data.decode("utf-8-sig").splitlines()[1])
print(page.layout(data="example"))
"""


def blocks(how_to: str, language: str) -> list[str]:
    """The code blocks of a how-to."""
    text = (ROOT / f"docs/how-to/{how_to}.md").read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_a_page_with_chart_and_file_is_one_folder(tmp_path, stores):
    for each in ("analysis", "components", "data", "exports", "pages"):
        copytree(ROOT / each, tmp_path / each, ignore=ignore_patterns("built", "__pycache__"))
    copy(ROOT / "app.py", tmp_path)
    (tmp_path / "assets").symlink_to(ROOT / "assets")
    folder = tmp_path / "pages" / "example"
    (folder / "templates").mkdir(parents=True)
    (folder / "__init__.py").write_text('"""Example."""\n', encoding="utf-8")
    (folder / "page.py").write_text(blocks("page", "python")[0], encoding="utf-8")
    template = folder / "templates" / "table.html.j2"
    template.write_text(blocks("page", "html")[0], encoding="utf-8")
    answered = subprocess.run(
        [sys.executable, "-c", _ASK],
        cwd=tmp_path,
        env={**os.environ, "ATLAS_STORE_DIR": stores.as_posix()},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert [line.split()[:2] for line in answered[:3]] == [
        ["200", "text/html"],
        ["200", "text/csv"],
        ["200", FORMATS["xlsx"].media_type],
    ]
    assert ",synthetic," in answered[3]
    assert "chart-fullest" in answered[4]


def test_a_language_is_a_catalogue_and_the_address_asks_for_it(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    catalogue = tmp_path / "messages.pot"
    babel = CommandLineInterface()
    babel.run(["pybabel", "-q", "extract", "-F", "babel.cfg", "-o", str(catalogue), "."])
    with catalogue.open("rb") as file:
        messages = pofile.read_po(file)
    assert messages.get("city submission"), "a sentence of the code"
    assert messages.get("Find a data point"), "a sentence of a template"

    messages.get("city submission").string = "soumission de la ville"
    folder = tmp_path / "translations/fr/LC_MESSAGES"
    folder.mkdir(parents=True)
    written = io.BytesIO()
    pofile.write_po(written, messages)
    (folder / "messages.po").write_bytes(written.getvalue())
    babel.run(["pybabel", "-q", "compile", "-d", str(tmp_path / "translations"), "-f"])

    server = Flask("translated")
    directories = str(tmp_path / "translations")
    Babel(server, default_translation_directories=directories, locale_selector=asked_locale)
    for address, referrer, words, amount in (
        ("/?lang=fr", "", "soumission de la ville", "1,5"),
        (
            "/_dash-update-component",
            "http://localhost/city/x?lang=fr",
            "soumission de la ville",
            "1,5",
        ),
        ("/", "", "city submission", "1.5"),
        ("/?lang=xx", "", "city submission", "1.5"),
    ):
        with server.test_request_context(address, headers={"Referer": referrer}):
            assert _("city submission") == words
            assert number(1.5) == amount
            assert _("") == ""
            assert _("%(n)s people", n=3) == "3 people", "what is not translated stays English"


def test_a_file_format_is_one_function():
    code = blocks("file-format", "python")[0]
    namespace = SimpleNamespace(**vars(row_formats))
    exec(compile(code, "file-format.md", "exec", dont_inherit=True), vars(namespace))
    origin = Provenance("published", "b278824d", "U4SSC", "© ITU")
    table = Table("t", "T", [Column("a", "A"), Column("b", "B")], [("=x", 1.5)], origin)
    out = io.BytesIO()
    namespace.tsv_file(table, out)
    assert out.getvalue().decode("utf-8-sig").splitlines() == [
        "a\tb\tdata_set\tdata_version\tsource\tlicence",
        "'=x\t1.5\tpublished\tb278824d\tU4SSC\t© ITU",
    ]


@pytest.mark.parametrize(
    "how_to", sorted((ROOT / "docs/how-to").glob("*.md")), ids=lambda p: p.stem
)
def test_a_how_to_names_what_there_is(how_to):
    text = how_to.read_text(encoding="utf-8")
    named = re.findall(
        r"`((?:components|pages|exports|data|tests|frontend|assets)/[\w/.-]+)`", text
    )
    assert named or how_to.stem == "language"
    for path in named:
        if not path.startswith("pages/example"):
            assert (ROOT / path).exists(), path
    assert len(text.splitlines()) <= 90
