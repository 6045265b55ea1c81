"""Findings of the checks, grouped by rule and worded for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from components.words.i18n import _
from data.source_rows import FindingRow


class FindingGroup(NamedTuple):
    """Findings of one rule; fix: what most of them ask for."""

    title: str
    severity: str
    fix: str
    rows: list[FindingRow]


def grouped(findings: Sequence[FindingRow]) -> list[FindingGroup]:
    """Groups with errors first, then the largest."""
    by_rule: dict[tuple[str, str], list[FindingRow]] = {}
    for finding in findings:
        by_rule.setdefault((finding.severity, finding.rule), []).append(finding)
    ordered = sorted(by_rule.items(), key=lambda item: (item[0][0] != "error", -len(item[1])))
    return [
        FindingGroup(_title(rule), _severity(severity), rows[0].fix, rows)
        for (severity, rule), rows in ordered
    ]


def _severity(key: str) -> str:
    return {"error": _("error"), "warning": _("warning")}.get(key, key)


def _title(rule: str) -> str:
    """A rule in words; a rule without words of its own is read as it is named."""
    titles = {
        "city_missing": _("The city is not named"),
        "city_unknown": _("The city is not known"),
        "country": _("The city is listed under another country"),
        "point_missing": _("The data point is not named"),
        "point_unknown": _("The data point is not known"),
        "unit": _("The unit is not the point’s unit"),
        "year": _("The year cannot be read"),
        "year_future": _("The year has not come yet"),
        "number_comma": _("A number with a comma"),
        "number": _("The value is not a number"),
        "yes_no": _("A yes or no that is neither"),
        "bounds": _("The value is outside what is plausible"),
        "status": _("The status is not known"),
        "value_missing": _("Reported, but without a value"),
        "value_unexpected": _("A value where the status says there is none"),
        "publication": _("The publication is not named"),
        "source_url": _("The source is no web address"),
        "duplicate": _("Given twice with the same value"),
        "conflict": _("Given twice with different values"),
    }
    return titles.get(rule, rule.replace("_", " ").capitalize())
