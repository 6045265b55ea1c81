"""``python -m etl``: build the stores, check a file, make the example set, draw the map's land.

Exit codes: 0 done (check: clean or warnings only), 1 failed (check: errors), 2 cannot be read.
The heavy modules are imported where they are needed: ``build --if-stale`` on a fresh store only
hashes its inputs.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from data.settings import settings
from etl.datasets import DATA_SETS, DataSet, example_parameters
from etl.publish import current_version, locked, point_to, store_path, versions

if TYPE_CHECKING:
    from etl.build import Built, Progress

OK, FAILED, UNREADABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except BrokenPipeError:  # the reader of our output went away, e.g. ``| head``
        sys.stderr.close()
        return OK
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m etl", description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    build = commands.add_parser("build", help="check everything and publish the stores")
    build.add_argument("--data", choices=(*DATA_SETS, "all"), default="all")
    build.add_argument("--force", action="store_true", help="build even if the version is there")
    build.add_argument("--if-stale", action="store_true",
                       help="say nothing when the store is as new as its inputs")  # fmt: skip
    build.add_argument("--accept-removals", action="store_true",
                       help="publish although values published before are gone")  # fmt: skip
    build.set_defaults(run=_build)

    check = commands.add_parser("check", help="report on submission files; nothing is built")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.set_defaults(run=_check)

    example = commands.add_parser("example", help="make the fictional cities and their store")
    example.add_argument("--out", type=Path, metavar="DIR",
                         help="write the CSV files there and build no store")  # fmt: skip
    example.add_argument("--seed", type=int)
    example.add_argument("--cities", type=_positive, metavar="N")
    example.add_argument("--rounds", type=_positive, metavar="N")
    example.set_defaults(run=_example)

    geo = commands.add_parser("geo", help="draw the land of the map")
    geo.set_defaults(run=_geo)

    listing = commands.add_parser("versions", help="list the published versions")
    listing.set_defaults(run=_versions)
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def _build(options: argparse.Namespace) -> int:
    names = DATA_SETS if options.data == "all" else (options.data,)
    codes = [
        _publish(
            DataSet(name, settings()), options.force, options.if_stale, options.accept_removals
        )
        for name in names
    ]
    return max(codes)


def _publish(
    data: DataSet, force: bool = False, quiet: bool = False, accept_removals: bool = False
) -> int:
    """Build one data set unless its version is already published.

    The example set may lose cities: it is made anew with other parameters.
    """
    if not force and current_version(data.folder) == data.version():
        if not quiet:
            _say(f"{data.name}: version {data.version()} is up to date.")
        return OK
    with locked(data.folder):
        served = current_version(data.folder)
        kept = None if accept_removals or data.name == "example" or served is None else served
        return _publish_locked(data, force, store_path(data.folder, kept) if kept else None)


def _publish_locked(data: DataSet, force: bool, served: Path | None) -> int:
    from etl.build import BuildFailed, build
    from etl.removals import removals, told

    data.prepare()
    version = data.version()
    if not force and store_path(data.folder, version).is_file():
        if served and (lost := removals(served, store_path(data.folder, version))):
            _complain(f"{data.name}: {told(lost)}")
            return FAILED
        point_to(data.folder, version)
        _say(f"{data.name}: version {version} was published before and is served again.")
        return OK
    try:
        with _progress(data.name) as progress:
            built = build(data.name, version, data.reference(), data.submissions(), data.folder,
                          data.settings, progress, served=served)  # fmt: skip
    except BuildFailed as failure:
        from etl.report import as_text

        _complain(f"{data.name}: {failure}")
        _complain(as_text(failure.findings))
        return FAILED
    _summarise(data.name, built)
    return OK


def _summarise(name: str, built: Built) -> None:
    from etl.findings import counted
    from etl.report import as_text

    errors = [f for f in built.findings if f.severity == "error"]
    if built.n_kept_out or errors:
        _complain(f"{name}: {counted(built.n_kept_out, 'submission')} kept out because of errors.")
        _complain(as_text(errors))
    _say(f"{name}: version {built.version}, {counted(built.n_submissions, 'submission')}, "
         f"{counted(len(built.findings), 'finding')}.")  # fmt: skip


def _check(options: argparse.Namespace) -> int:
    from etl.reference import BrokenReference
    from etl.report import as_json, as_text
    from etl.selfcheck import check_files

    try:
        with _progress("check"):
            findings, unreadable = check_files(options.files, settings())
    except BrokenReference as broken:  # a manifest beside the files
        _complain(f"{broken}")
        return UNREADABLE
    report = as_json(findings, unreadable) if options.format == "json" else as_text(findings)
    if report:
        print(report)
    elif not unreadable:
        names = [path.name for path in options.files]
        print(
            f"{names[0] if len(names) == 1 else f'{len(names)} files'}: checked, nothing to mend."
        )
    for path, why in unreadable:
        _complain(f"{path} {why}")
    if unreadable:
        return UNREADABLE
    return FAILED if any(f.severity == "error" for f in findings) else OK


def _example(options: argparse.Namespace) -> int:
    chosen = example_parameters(options.seed, options.cities, options.rounds)
    if options.out is not None:
        from etl.example import generate

        generate(options.out, **chosen)
        _say(f"example: written to {options.out}.")
        return OK
    data = DataSet("example", settings())
    data.choose(chosen)
    return _publish(data)


def _geo(_: argparse.Namespace) -> int:
    try:
        from etl.geo import write_geodata
    except ModuleNotFoundError as error:
        _complain(f"{error.name} is not installed here. The map has an environment of its own, "
                  "made by make setup: .make/geo/bin/python -m etl geo")  # fmt: skip
        return FAILED
    try:
        path = write_geodata()
    except FileNotFoundError as error:
        _complain(f"{error.filename} is missing. Build the front-end files first: make assets")
        return FAILED
    _say(f"geo: {path.name}, {path.stat().st_size:,} bytes.")
    return OK


def _versions(_: argparse.Namespace) -> int:
    for name in DATA_SETS:
        folder = settings().store_dir / name
        served = current_version(folder)
        for version in versions(folder):
            print(f"{name} {version}" + (" (served)" if version == served else ""))
    return OK


@contextmanager
def _progress(name: str) -> Iterator[Progress]:
    """What is being done, on a terminal; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{name} …") as status:
        yield lambda step: status.update(f"{name}: {step} …")


def _say(text: str) -> None:
    if sys.stdout.isatty():
        print(text)


def _complain(text: str) -> None:
    if text:
        print(text, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
