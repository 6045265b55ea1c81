"""Findings for people (text) and for programs (JSON)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from etl.findings import Finding, counted

_FIELDS = ("file", "row", "column", "rule", "severity", "value", "message", "fix")


def as_text(findings: Sequence[Finding]) -> str:
    """One block a file, one line a finding, a sum at the end; empty without findings."""
    lines: list[str] = []
    for file in dict.fromkeys(f.file for f in findings):
        lines.append(file)
        for f in (f for f in findings if f.file == file):
            where = ", ".join(
                part for part in (f"row {f.row}" if f.row else "", f.column or "") if part
            )
            lines.append(f"  {f.severity}: {where + ': ' if where else ''}{f.message} {f.fix}")
    n_errors = sum(f.severity == "error" for f in findings)
    if findings:
        n_warnings = len(findings) - n_errors
        lines.append(f"{counted(n_errors, 'error')}, {counted(n_warnings, 'warning')}")
    return "\n".join(lines)


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
