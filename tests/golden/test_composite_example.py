"""docs/composite-example.md says what its code computes: UNDP's own worked example and two more."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from analysis.composite import composite

PAGE = Path(__file__).parents[2] / "docs" / "composite-example.md"


def test_the_documented_example_gives_the_printed_table() -> None:
    text = PAGE.read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    found: dict[str, object] = {}
    exec(code, found)
    three, hdi = np.asarray(found["three"]), np.asarray(found["hdi"])
    rows = re.findall(r"^\| ([A-Z][\w ]+?) \| (.*) \|$", text, re.MULTILINE)
    printed = {name: [float(n) for n in cells.split(" | ")] for name, cells in rows}
    assert list(printed) == list(found["countries"])  # type: ignore[call-overload]
    for i, cells in enumerate(printed.values()):
        assert [round(float(d) / 100, 4) for d in three[i]] == cells[:3]
        assert [round(float(hdi[i]), 3)] * 2 == cells[3:]


def test_the_documented_groups_and_weights() -> None:
    values, worst, target = [[20.0, 40.0, 90.0]], [0, 0, 0], [100, 100, 100]
    weighed = composite(values, worst, target, groups=["xxy"], weights=[[1, 1, 1], [1, 2]])
    assert weighed.tolist() == [70.0]
