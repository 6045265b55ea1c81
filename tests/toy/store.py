"""The stores of the toy cities, built from the frozen files beside this one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from data.settings import Settings, settings
from etl.build import build
from etl.inputs import reference_inputs, software_version, submission_inputs, version_of
from etl.publish import current_version, locked, point_to, store_path

FOLDER = Path(__file__).parent
REFERENCE = FOLDER / "reference"
DATA_SETS = ("published", "example")
BUILT_ON = date(2026, 6, 30)
"""Trends are judged in this year, whenever the tests run."""


def build_stores(target: Path) -> None:
    """Build both data sets below ``target`` where their inputs or the ETL have changed.

    A file lock lets processes that ask at the same time wait for the one that builds.
    Raises etl.build.BuildFailed.
    """
    for name in DATA_SETS:
        folder = target / name
        with locked(folder):
            _build(name, folder)


def environment(stores: Path) -> dict[str, str]:
    """Settings under which the product serves these stores and nothing else."""
    return {
        "ATLAS_STORE_DIR": stores.as_posix(),
        "ATLAS_REFERENCE_DIR": REFERENCE.as_posix(),
        "ATLAS_SUBMISSIONS_DIR": (FOLDER / "published").as_posix(),
    }


@contextmanager
def in_use(stores: Path) -> Iterator[None]:
    """This process reads these stores and nothing else."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(stores).items():
            patch.setenv(name, value)
        settings.cache_clear()
        yield
    settings.cache_clear()


def _build(name: str, folder: Path) -> None:
    # Settings of their own: what the desk's environment says must not move a number of the tests.
    chosen = Settings.model_construct(reference_dir=REFERENCE)
    reference, submissions = reference_inputs(REFERENCE), submission_inputs(FOLDER / name)
    version = version_of(
        name, [*reference, *submissions], software=software_version(), year=BUILT_ON.year
    )
    if current_version(folder) == version:
        return
    if store_path(folder, version).is_file():
        point_to(folder, version)
    else:
        build(name, version, reference, submissions, folder, chosen, today=BUILT_ON)
