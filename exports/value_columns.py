"""The long table's columns for people: heading, meaning, width and number format of each."""

from __future__ import annotations

from typing import NamedTuple

from components.words.i18n import _

_PLAIN = "General"
_WHOLE = "0"
_SCORE = "0.0"


class ValueColumn(NamedTuple):
    """name: as in CSV and Parquet; title and meaning: words; number_format: None for text."""

    name: str
    title: str
    meaning: str
    width: float
    number_format: str | None


def value_columns() -> dict[str, ValueColumn]:
    """Every column of the long table by its machine name."""
    text = _text
    rows = (
        text("city", _("City"), _("Name of the city"), 18),
        text("city_id", _("City key"), _("Key of the city in addresses and filters"), 16),
        text("country", _("Country"), _("Country of the city"), 18),
        text("point", _("Data point"), _("Name of the single value inside the KPI"), 38),
        text("point_key", _("Point key"), _("Key of the data point in addresses and filters"), 30),
        text("kpi_code", _("KPI code"), _("Code in the U4SSC methodology"), 18),
        text("kpi", _("KPI"), _("Official name of the key performance indicator"), 36),
        text("dimension", _("Dimension"), _("One of three"), 18),
        text("category", _("Category"), _("One of 24, as the reports print them"), 24),
        ValueColumn(
            "year",
            _("Year"),
            _("Year of the data; for U4SSC publications the year of publication"),
            7,
            _WHOLE,
        ),
        ValueColumn(
            "value",
            _("Value"),
            _(
                "As printed, in the unit beside it; empty where the source "
                "prints a status in its place"
            ),
            12,
            _PLAIN,
        ),
        text("unit", _("Unit"), _("Unit of value, target and worst"), 24),
        text(
            "status",
            _("Status"),
            _("reported, not_reported, not_verified, reported_with_caveat or not_applicable"),
            16,
        ),
        ValueColumn(
            "target_low",
            _("Target from"),
            _("Target of SSC Atlas, or the low end of its range"),
            11,
            _PLAIN,
        ),
        ValueColumn(
            "target_high",
            _("Target to"),
            _("High end of the target; the same where it is one value"),
            11,
            _PLAIN,
        ),
        ValueColumn("worst", _("Worst"), _("Value that scores 0"), 11, _PLAIN),
        ValueColumn(
            "progress",
            _("Progress score"),
            _("0 = worst, 100 = target"),
            10,
            _SCORE,
        ),
        ValueColumn(
            "band",
            _("Band"),
            _("1 to 4, the U4SSC points: under 33, 66, 95, and above"),
            7,
            _WHOLE,
        ),
        text(
            "kind",
            _("Kind of source"),
            _("u4ssc_publication, city_submission or other_statistics; never joined"),
            18,
        ),
        text("submission_status", _("Verified"), _("verified by U4SSC or self_reported"), 14),
        text(
            "quality",
            _("Quality"),
            _("exact: measures the same thing; close: nearly, see note"),
            10,
        ),
        text("origin", _("Origin"), _("Where the source has the number from"), 32),
        text("note", _("Note"), _("What a reader should know of this number"), 40),
        text("publication", _("Publication"), _("What was read"), 44),
        text("page", _("Page"), _("Page of the publication"), 8),
        text("source_url", _("Source address"), _("Where it was read"), 44),
        text("data_set", _("Data set"), _("Published, or Synthetic: invented numbers"), 12),
        text("data_version", _("Data version"), _("Version of the build"), 15),
    )
    return {row.name: row for row in rows}


def _text(name: str, title: str, meaning: str, width: float) -> ValueColumn:
    return ValueColumn(name, title, meaning, width, None)
