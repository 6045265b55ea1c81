"""Numbers, units and reasons as they are printed in figures, tables and drawers."""

from __future__ import annotations

from analysis.scoring import BAND_EDGES
from components.words.i18n import _, half_up, ngettext, number

PRINTED_FIGURES = 6
"""Figures of a value: enough to print every published value as its report does."""

NBSP = "\u00a0"
MINUS = "\u2212"

ONE_LINE = 13
"""Letters of a name that stays on one line beside a figure."""

_UNSAID = frozenset({"number", "yes/no", "ratio", "index 0–1"})


def year_text(year: int, dated: bool = True) -> str:
    """``2019``; where no year of the data is printed, that of publication, and that it is that."""
    if dated:
        return str(year)
    return _("published %(year)d, year of the data not stated", year=year)


def score_text(score: float, band: int | None = None, least: int = 0) -> str:
    """A 0–100 score in whole numbers; decimals only where rounding would leave its band.

    32.5 and 32.98 in band 1 keep their decimals, 74.6 is printed 75. ``least`` decimals are
    printed anyway.
    """
    for digits in range(least, 3):
        shown = float(half_up(score, digits))
        if band is None or 1 + sum(shown >= edge for edge in BAND_EDGES) == band:
            break
    return number(shown, digits=digits)


def unit_text(unit: str) -> str:
    """The catalogue's unit beside a number, empty where the number needs none (ratio, index)."""
    return "" if unit in _UNSAID else unit.replace("100 000", f"100{NBSP}000")


def value_parts(value: float, unit: str, significant: int = PRINTED_FIGURES) -> tuple[str, str]:
    """The number (with its % sign, or Yes/No) and the unit that stands under or behind it."""
    if unit == "yes/no" and value in (0, 1):
        return (_("Yes") if value else _("No")), ""
    shown = number(value, significant=significant).replace("-", MINUS)
    if unit.startswith("%"):
        return f"{shown}{NBSP}%", unit[1:].strip()
    return shown, unit_text(unit)


def value_text(value: float, unit: str, significant: int = PRINTED_FIGURES) -> str:
    """The value with its unit in one line: ``12.4 µg/m³``."""
    return " ".join(part for part in value_parts(value, unit, significant) if part)


def target_parts(low: float | None, high: float | None, unit: str) -> tuple[str, str]:
    """A target, a single value or a range, as ``value_parts``; empty texts where none is set."""
    ends = [end for end in (low, high) if end is not None]
    if not ends:
        return "", ""
    if len(set(ends)) == 1:
        return value_parts(ends[0], unit)
    first, second = (value_parts(end, unit) for end in ends)
    return _("%(low)s to %(high)s", low=first[0], high=second[0]), second[1]


def band_name(band: int) -> str:
    """What a band says of a value, in words."""
    return {
        1: _("far from target"),
        2: _("under way"),
        3: _("well on the way"),
        4: _("at or close to target"),
    }[band]


def band_text(band: int) -> str:
    """A band in words, by its edges (METHODS §2)."""
    edges = [number(edge) for edge in BAND_EDGES]
    if band == 1:
        return _("under %(edge)s", edge=edges[0])
    if band == 4:
        return _("%(edge)s and more", edge=edges[2])
    return _("%(low)s to %(high)s", low=edges[band - 2], high=edges[band - 1])


def status_text(status: str) -> str:
    """Why there is no value or score, in words. Unknown codes come back as they are."""
    words = {
        "not_held": _("not available here"),
        "not_reported": _("not reported"),
        "not_verified": _("not verified"),
        "not_applicable": _("not applicable"),
        "reported_with_caveat": _("printed with a caveat"),
        "no_target": _("no target set"),
        "partly_held": _("too few points available"),
        "below_gate": _("too few points available for a score"),
    }
    return words.get(status, status.replace("_", " "))


def held_text(n_scored: int, n_scoreable: int) -> str:
    """How much of a category is held: ``2 of 3 points``."""
    return ngettext(
        "%(held)d of %(num)d point", "%(held)d of %(num)d points", n_scoreable, held=n_scored
    )


def points_text(n: int) -> str:
    """A count of points: ``1 point``."""
    return ngettext("%(num)d point", "%(num)d points", n)


def two_lines(name: str) -> list[str]:
    """A name on one line, or on two of about equal length where it is long."""
    if len(name) <= ONE_LINE or " " not in name:
        return [name]
    spaces = [i for i, letter in enumerate(name) if letter == " "]
    # The score follows the second line, so the first may be a little longer; "and" goes below.
    cut = min(spaces, key=lambda i: abs(i - (len(name) - i - 1) - 1) + 6 * name[:i].endswith("and"))
    return [name[:cut], name[cut + 1 :]]
