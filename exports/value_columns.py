"""The long table's columns for people: heading and meaning of each."""

from __future__ import annotations

from collections.abc import Mapping

from components.words.i18n import _
from exports.table import Column


def value_columns() -> Mapping[str, Column]:
    """Every column of the long table of values by its key, without those of the provenance."""
    rows = (
        ("city", _("City"), _("Name of the city")),
        ("city_id", _("City key"), _("Key of the city in addresses and filters")),
        ("country", _("Country"), _("Country of the city")),
        ("point", _("Data point"), _("Name of the single value inside the KPI")),
        ("point_key", _("Point key"), _("Key of the data point in addresses and filters")),
        ("kpi_code", _("KPI code"), _("Code in the U4SSC methodology")),
        ("kpi", _("KPI"), _("Official name of the key performance indicator")),
        ("dimension", _("Dimension"), _("One of three")),
        ("category", _("Category"), _("One of 24, as the reports print them")),
        (
            "year",
            _("Year"),
            _("Year of the data; for U4SSC publications the year of publication"),
        ),
        (
            "value",
            _("Value"),
            _("As printed, in the unit of the row; empty where the source prints a status instead"),
        ),
        ("unit", _("Unit"), _("Unit of value, target and worst")),
        (
            "status",
            _("Status"),
            _("reported, not_reported, not_verified, reported_with_caveat or not_applicable"),
        ),
        ("target_low", _("Target from"), _("Target of SSC Atlas, or the low end of its range")),
        (
            "target_high",
            _("Target to"),
            _("High end of the target; the same where it is one value"),
        ),
        ("worst", _("Worst"), _("Value that scores 0")),
        ("progress", _("Progress score"), _("0 = worst, 100 = target")),
        ("band", _("Band"), _("1 to 4, the U4SSC points: under 33, 66, 95, and above")),
        (
            "kind",
            _("Kind of source"),
            _("u4ssc_publication, city_submission or other_statistics; never joined"),
        ),
        ("submission_status", _("Verified"), _("verified by U4SSC or self_reported")),
        ("quality", _("Quality"), _("exact: measures the same thing; close: nearly, see note")),
        ("origin", _("Origin"), _("Where the source has the number from")),
        ("note", _("Note"), _("What a reader should know about this number")),
        ("publication", _("Publication"), _("The publication the number was read in")),
        ("page", _("Page"), _("Page of the publication")),
        ("source_url", _("Source address"), _("Where it was read")),
        (
            "replaced_by",
            _("Replaced by"),
            _("What the city reported later of the same point and year; empty while it stands"),
        ),
        ("replaced_on", _("Replaced on"), _("Day on which that was published")),
    )
    return {key: Column(key, heading, meaning=meaning) for key, heading, meaning in rows}
