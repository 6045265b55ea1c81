"""Findings for people (text) and for programs (JSON)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from etl.findings import Finding, counted

_ROWS_NAMED = 5
_FIELDS = ("file", "row", "column", "rule", "severity", "value", "message", "fix")


def as_text(findings: Sequence[Finding]) -> str:
    """One block a file, a sum at the end; empty without findings. Equal findings are one line."""
    lines: list[str] = []
    for file in dict.fromkeys(f.file for f in findings):
        lines.append(file)
        equal: dict[tuple[str | None, ...], list[int]] = {}
        for f in (f for f in findings if f.file == file):
            said = (f.severity, f.column, f.message, f.fix)
            equal.setdefault(said, []).extend([f.row] if f.row else [])
        for (severity, column, message, fix), rows in equal.items():
            where = ", ".join(part for part in (_rows(rows), column or "") if part)
            lines.append(f"  {severity}: {where + ': ' if where else ''}{message} {fix}")
    n_errors = sum(f.severity == "error" for f in findings)
    if findings:
        n_warnings = len(findings) - n_errors
        lines.append(f"{counted(n_errors, 'error')}, {counted(n_warnings, 'warning')}")
    return "\n".join(lines)


def _rows(rows: Sequence[int]) -> str:
    """``row 7``, ``rows 7, 8, 9 and 45 more``."""
    if len(rows) < 2:
        return f"row {rows[0]}" if rows else ""
    shown = [str(row) for row in rows[:_ROWS_NAMED]]
    more = f" and {len(rows) - _ROWS_NAMED:,} more" if len(rows) > _ROWS_NAMED else ""
    return f"rows {', '.join(shown)}{more}"


def as_json(findings: Sequence[Finding], unreadable: Sequence[tuple[Path, str]] = ()) -> str:
    """An object with ``findings`` and ``unreadable``; field names as in the store."""
    return json.dumps(
        {
            "findings": [{name: getattr(f, name) for name in _FIELDS} for f in findings],
            "unreadable": [{"file": str(path), "message": why} for path, why in unreadable],
        },
        ensure_ascii=False,
        indent=2,
    )
