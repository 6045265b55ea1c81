"""The README's tables say what the code says."""

from __future__ import annotations

import argparse
import re

import pytest

import etl.__main__ as etl
from data.settings import Settings
from scripts.live import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def table(marker: str) -> dict[str, list[str]]:
    """Rows of the README's table after ``<!-- marker``, by their first cell."""
    text = README.split(f"<!-- {marker}", 1)[1].split("\n", 1)[1]
    rows = re.match(r"(?:\|.*\n)+", text)[0].splitlines()[2:]
    cells = [
        [cell.strip().replace("`", "") for cell in row.strip("|").split(" | ")] for row in rows
    ]
    return {first: rest for first, *rest in cells}


def test_the_table_of_settings_has_every_setting_with_its_default_and_description():
    prefix = Settings.model_config["env_prefix"]
    expected = {
        field.validation_alias or f"{prefix}{name}".upper(): [
            str(field.default).removeprefix(f"{ROOT}/"),
            field.description,
        ]
        for name, field in Settings.model_fields.items()
    }
    assert table("settings") == expected


def test_the_table_of_commands_has_every_command_with_its_help():
    (commands,) = (
        action
        for action in etl._parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    expected = {f"python -m etl {c.dest}": [c.help] for c in commands._choices_actions}
    assert table("commands") == expected


def test_no_committed_file_of_the_front_end_names_a_registry():
    lock = (ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8")
    assert '"integrity": "sha512-' in lock
    assert '"resolved"' not in lock


@pytest.mark.parametrize(
    "command", ["run", "test", "stores", "assets", "pictures", "clean", "help"]
)
def test_the_readme_names_real_targets(command):
    assert re.search(rf"^{command}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert command in README
