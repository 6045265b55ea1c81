"""What the benchmarks make of the stores must follow when their tables change."""

from __future__ import annotations

from pathlib import Path

from benchmarks.moving_map import make
from data.queries.map import aggregate_values, held_aggregates, map_cities
from data.store import Snapshot, snapshot


def test_the_maps_copies_stand_on_the_map(stores: Path, tmp_path: Path) -> None:
    assert stores.exists()
    few = snapshot("example")
    n = len(map_cities(few))
    folder = make(tmp_path, 3 * n)
    many = Snapshot(few.data_set, "copies", folder / few.data_set / few.path.name)
    assert len(map_cities(many)) == 3 * n
    whole = [len(aggregate_values(each, "overall", "overall", False)) for each in (few, many)]
    assert whole[1] == 3 * whole[0] > 0
    passed = [
        next(held.n_cities for held in held_aggregates(each) if held.level == "overall")
        for each in (few, many)
    ]
    assert passed[1] == 3 * passed[0] > 0
