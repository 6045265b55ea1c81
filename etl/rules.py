"""The rules a row must meet, each as one SQL condition over all rows at once.

Aliases: ``t`` typed row, ``s`` the cells as written, ``p`` the data point, ``w`` and ``c`` what the
words of the row were recognised as. ``message`` is an SQL expression, ``fix`` plain text.
METHODS §11: hard errors stop the submission, warnings are kept with the value.
"""

from __future__ import annotations

from typing import NamedTuple

from etl.extract import COLUMNS

STATUSES = ("reported", "not_reported", "not_verified", "reported_with_caveat", "not_applicable")
EMPTY_STATUSES = ("not_reported", "not_verified", "not_applicable")
FIRST_YEAR = 1900
QUALITIES = (
    "exact", "close", "accurate measurement", "extrapolated from a resident survey",
    "extrapolated from higher-level data", "estimate from assumptions", "personal estimate",
    "unknown and not traceable",
)  # fmt: skip
"""How well a value fits its definition, or what it rests on."""
_NOTHING = "regexp_full_match(trim(s.value), '[-–—.…]+|n/?a|n\\.a\\.|nr|none|null', 'i')"
_DATE = "regexp_full_match(trim(s.value), '[0-9]{1,2}[-. /][A-Za-z]{3,9}|[A-Za-z]{3,9}[-. /][0-9]{1,4}')"
_PLAIN = f"s.value IS NOT NULL AND t.value IS NULL AND NOT {_NOTHING} AND NOT {_DATE}"
SHIFTED = "shifted"
"""The rule whose finding stands for all others of its row."""
UNNAMED_UNITS = ("number", "ratio", "index 0–1")
"""Units that are no words to put behind a number."""


class Rule(NamedTuple):
    """name and column as shown; when: rows that break it."""

    name: str
    severity: str
    column: str
    when: str
    message: str
    fix: str


def _error(name: str, column: str, when: str, message: str, fix: str) -> Rule:
    return Rule(name, "error", column, when, message, fix)


_GIVEN = {c: f"'“' || left(s.{c}, 60) || '”'" for c in COLUMNS}

ROW_RULES: tuple[Rule, ...] = (
    _error(
        SHIFTED, "publication",
        "(w.status IS NULL AND NOT w.unit_fits AND regexp_full_match(s.unit, '[0-9 ]+'))"
        " OR regexp_full_match(s.source_url, '[0-9]{1,4}')"
        " OR regexp_matches(s.page, '^ +[A-Za-z]{3}')",
        "'The cells of the row stand one column too far: is there a comma in a text or a number?'",
        "Put text with commas in quotation marks, and write numbers with a decimal point.",
    ),
    _error(
        "city_missing", "city", "t.city_pos IS NULL AND s.city IS NULL",
        "'The row names no city.'",
        "Write the city's name in every row.",
    ),
    _error(
        "city_unknown", "city",
        "t.city_pos IS NULL AND s.city IS NOT NULL AND c.listed_in IS NULL",
        f"{_GIVEN['city']} || ' is not a known city.'"
        " || coalesce(' Did you mean ' || c.hint || '?', '')",
        "Correct the name, or ask for the city to be added to the list of cities.",
    ),
    _error(
        "city_ambiguous", "city", "t.city_pos IS NULL AND c.several IS NOT NULL",
        f"{_GIVEN['city']} || ' is the name of more than one city of this country: '"
        " || c.several || '.'",
        "Write the id of the city in place of its name.",
    ),
    _error(
        "country", "country_iso3",
        "t.city_pos IS NULL AND c.listed_in IS NOT NULL AND c.several IS NULL",
        f"{_GIVEN['city']} || ' is listed under ' || c.listed_in || ', not ' || "
        f"coalesce({_GIVEN['country_iso3']}, 'an empty cell') || '.'",
        "Use the country's three-letter ISO code.",
    ),
    _error(
        "point_missing", "point_key", "t.point_pos IS NULL AND s.point_key IS NULL",
        "'The row names no data point.'",
        "Write the data point's key in every row.",
    ),
    _error(
        "point_unknown", "point_key", "t.point_pos IS NULL AND s.point_key IS NOT NULL",
        f"{_GIVEN['point_key']} || ' is not a data point.'"
        " || coalesce(' Did you mean ' || w.hint || '?', '')",
        "Use a key of the catalogue of data points.",
    ),
    _error(
        "unit", "unit", "NOT w.unit_fits AND (s.unit IS NOT NULL OR s.value IS NOT NULL)",
        f"coalesce('The unit is ' || {_GIVEN['unit']}, 'The unit is empty') || '; ' || p.name || "
        "' is given in ' || p.unit || '.'",
        "Give the value in the point's unit, converting it where needed.",
    ),
    _error(
        "year", "year", f"t.year IS NULL OR t.year < {FIRST_YEAR}",
        f"coalesce({_GIVEN['year']} || ' is not a year.', 'The year is empty.')",
        "Write the year with four digits, e.g. 2024.",
    ),
    _error(
        "year_future", "year", "t.year > $build_year",
        "t.year || ' has not come yet.'",
        "Give the year the value is for; forecasts are not accepted.",
    ),
    _error(
        "value_nothing", "value",
        f"s.value IS NOT NULL AND t.value IS NULL AND {_NOTHING}",
        f"{_GIVEN['value']} || ' stands for no value.'",
        "Empty the cell; the status says why there is none, for example not_reported.",
    ),
    _error(
        "number_date", "value", f"s.value IS NOT NULL AND t.value IS NULL AND {_DATE}",
        f"{_GIVEN['value']} || ' is a date: a spreadsheet has made one of a number such as 1.5.'",
        "Format the column as text and write the number again.",
    ),
    _error(
        "number_comma", "value", f"{_PLAIN} AND contains(s.value, ',')",
        f"{_GIVEN['value']} || ' has a comma. The comma may be a decimal sign or part "
        "thousands, so it is not guessed.'",
        "Write a decimal point and no thousands separator: 3.5, 12000.",
    ),
    _error(
        "number", "value", f"{_PLAIN} AND NOT contains(s.value, ',')",
        f"{_GIVEN['value']} || ' is not a number.'"
        " || if(p.unit = 'yes/no', ' Yes is written 1, no is written 0.', '')",
        "Write digits only. Leave the cell empty where there is no value and give its status.",
    ),
    _error(
        "yes_no", "value", "p.unit = 'yes/no' AND t.value NOT IN (0, 1)",
        f"{_GIVEN['value']} || ' is neither 1 (yes) nor 0 (no).'",
        "Write 1 for yes and 0 for no.",
    ),
    _error(
        "bounds", "value",
        "p.unit <> 'yes/no' AND (t.value < p.plausible_min OR t.value > p.plausible_max)",
        f"{_GIVEN['value']} || ' lies outside what is plausible for ' || p.name || ': ' || "
        "CASE WHEN p.plausible_min IS NULL THEN 'at most ' || p.max_text"
        " WHEN p.plausible_max IS NULL THEN 'at least ' || p.min_text"
        " ELSE p.min_text || ' to ' || p.max_text END"
        f" || if(p.unit IN {UNNAMED_UNITS}, '', ' ' || p.unit) || '.'"
        " || coalesce(' ' || upper(left(p.bounds_note, 1)) || substr(p.bounds_note, 2) || '.', '')",
        "Check the unit, the decimal sign and the denominator.",
    ),
    _error(
        "status", "status", "w.status IS NULL",
        f"coalesce({_GIVEN['status']} || ' is not a status.', 'The status is empty.')",
        "Use one of: " + ", ".join(STATUSES) + ".",
    ),
    _error(
        "value_missing", "value", "w.status = 'reported' AND s.value IS NULL",
        "'The status is “reported”, but there is no value.'",
        "Give the value, or use the status not_reported.",
    ),
    _error(
        "value_unexpected", "value",
        f"w.status IN {EMPTY_STATUSES} AND s.value IS NOT NULL AND NOT {_NOTHING}",
        "'The status is “' || w.status || '”, but there is a value.'",
        "Remove the value, or use the status reported or reported_with_caveat.",
    ),
    _error(
        "publication", "publication", "s.publication IS NULL",
        "'The row does not say where it is published.'",
        "Name the publication or submission the row comes from.",
    ),
    _error(
        "source_url", "source_url",
        "NOT regexp_matches(s.source_url, '^https?://[^ ]', 'i')",
        f"{_GIVEN['source_url']} || ' is not a web address.'",
        "Give an address that starts with https:// or http://, or leave the cell empty.",
    ),
)  # fmt: skip

ROW_RULES += (
    Rule(
        "quality",
        "warning",
        "quality",
        "s.quality IS NOT NULL AND lower(trim(s.quality)) NOT IN"
        f" {QUALITIES} AND lower(s.quality) <> 'synthetic'",
        f"{_GIVEN['quality']} || ' is not one of the words for quality.'",
        "Use one of: " + ", ".join(QUALITIES) + ".",
    ),
    Rule(
        "research_share",
        "warning",
        "value",
        "p.key = 'rd_expenditure' AND t.value > 5",
        f"{_GIVEN['value']} || ' % of a city’s GDP for research and development is rare: above 5.'",
        "Check that it is a share of GDP and not of the budget.",
    ),
)

DUPLICATE_RULES: tuple[Rule, ...] = (
    Rule(
        "duplicate", "warning", "point_key", "d.n > 1 AND d.variants = 1 AND t.row_id > d.first_id",
        "p.name || ' for ' || t.year || ' is given twice with the same value; one is kept.'",
        "Remove the second row.",
    ),
    Rule(
        "conflict", "error", "value", "d.variants > 1",
        "p.name || ' for ' || t.year || ' is given ' || d.n || ' times with different values.'",
        "Keep the right row and remove the others.",
    ),
)  # fmt: skip
