"""The reviewed reference files as views, and whether they hold together."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import duckdb

FILES = (
    "dimensions", "categories", "kpis", "data_points", "targets", "sdg11_targets", "cities",
    "countries",
)  # fmt: skip

_INTEGRITY = (
    ("category of no dimension",
     "SELECT key FROM store.category ANTI JOIN store.dimension d ON dimension = d.key"),
    ("KPI of no category",
     "SELECT code FROM store.kpi ANTI JOIN store.category c ON category = c.key"),
    ("data point of no KPI",
     "SELECT key FROM store.data_point ANTI JOIN store.kpi k ON kpi_code = k.code"),
    ("data point of no category",
     "SELECT p.key FROM store.data_point p ANTI JOIN store.category c ON category = c.key"),
    ("data point without target row",
     "SELECT key FROM store.data_point ANTI JOIN store.target ON point_key = key"),
    ("data point scored here and not in its target",
     "SELECT key FROM store.data_point p JOIN store.target t ON point_key = key"
     " WHERE p.scored <> t.scored"),
    ("scored data point without target or worst",
     "SELECT point_key FROM store.target"
     " WHERE scored AND (worst IS NULL OR target_low IS NULL OR target_high IS NULL)"),
    ("SDG 11 target of no data point",
     "SELECT point_key FROM store.sdg11_target ANTI JOIN store.data_point p ON point_key = p.key"),
    ("city id that makes no address (only small letters, digits and hyphens do)",
     "SELECT id FROM store.city WHERE NOT regexp_full_match(id, '[a-z0-9]+(-[a-z0-9]+)*')"),
    ("city id that stands twice", "SELECT id FROM store.city GROUP BY id HAVING count(*) > 1"),
    ("city without a name", "SELECT id FROM store.city WHERE trim(coalesce(name, '')) = ''"),
    ("city of no known country", "SELECT id FROM store.city WHERE un_region IS NULL"),
    ("city at no place on earth",
     "SELECT id FROM store.city WHERE abs(latitude) > 90 OR abs(longitude) > 180"
     " OR (latitude IS NULL) <> (longitude IS NULL)"),
)  # fmt: skip


class BrokenReference(Exception):
    """A reference file is missing or contradicts another; nothing can be built on it."""


def load_reference(connection: duckdb.DuckDBPyConnection, paths: Iterable[Path]) -> None:
    """A table ``ref.<file>`` for each file, every cell as text; a later file of a name replaces.

    Raises BrokenReference where one is missing.
    """
    found = {path.stem: path for path in paths}
    lacking = [f"{name}.csv" for name in FILES if name not in found]
    if lacking:
        raise BrokenReference(f"The reference lacks {', '.join(lacking)}.")
    connection.execute("CREATE SCHEMA ref")
    for name in FILES:
        rows = connection.read_csv(
            str(found[name]), header=True, all_varchar=True, delimiter=",", quotechar='"',
            escapechar='"',
        )  # fmt: skip
        rows.create(f"ref.{name}")
    # Former and other names, between semicolons; a list of cities may go without.
    connection.execute("ALTER TABLE ref.cities ADD COLUMN IF NOT EXISTS aliases VARCHAR")


def check_reference(connection: duckdb.DuckDBPyConnection) -> None:
    """Raises BrokenReference with every contradiction between the files."""
    broken = []
    for what, query in _INTEGRITY:
        keys = [str(key) for (key,) in connection.execute(query + " ORDER BY 1").fetchall()]
        if keys:
            broken.append(f"{what}: {', '.join(keys)}")
    if broken:
        raise BrokenReference("The reference contradicts itself. " + "; ".join(broken) + ".")
