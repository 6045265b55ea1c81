"""Columns that say how a series is judged (METHODS §9), in the order of the file."""

from __future__ import annotations

from components.words.i18n import _
from exports.table import Column


def judged_columns() -> tuple[Column, ...]:
    """A column for each field of ``TrendRow`` that is no name; keys are the fields' names."""
    own, yearly, growth = _("unit of the row"), _("unit of the row, a year"), _("share a year")
    year, years = _("year"), _("years")
    return (
        Column("n_years", _("Years with a value"), years),
        Column(
            "n_doubled", _("Years with a second value"), years, _("The newer submission counts")
        ),
        Column("year", _("Newest year"), year),
        Column("value", _("Newest value"), own),
        Column("progress", _("Progress"), _("0 to 100"), _("100 is the target")),
        Column("band", _("Band"), _("1 to 4"), _("Points of U4SSC’s rule")),
        Column("level", _("Level"), "", _("Where the newest value stands against the target")),
        Column("status", _("Status"), "", _("Printed in place of a value")),
        Column("state", _("State"), "", _("Whether the series can be judged, and if not, why")),
        Column("slipping", _("Slipping"), "", _("At the target but moving away from it")),
        Column("t0", _("First year"), year, _("Where the trend begins")),
        Column("first_value", _("First value"), own),
        Column("n", _("Values"), "", _("Used for the trend")),
        Column("headline", _("Verdict of the majority")),
        Column("verdict", _("Verdict"), "", _("Also where one method alone applies")),
        Column("n_methods", _("Methods"), "", _("That apply")),
        Column("n_agree", _("Methods that agree")),
        Column("canada", _("Canada’s method")),
        Column("canada_ratio", _("Canada’s method: R"), _("ratio")),
        Column("sdsn", _("SDSN’s method")),
        Column("sdsn_ratio", _("SDSN’s method: r_o/r_q"), _("ratio")),
        Column("un", _("UN’s method")),
        Column("un_ratio", _("UN’s method: q"), _("ratio")),
        Column("growth", _("Compound growth"), growth),
        Column("slope", _("Change"), yearly, _("Theil–Sen slope")),
        Column("slope_low", _("Change, low"), yearly, _("Lower end of the 90 % interval")),
        Column("slope_high", _("Change, high"), yearly, _("Upper end of the 90 % interval")),
        Column("fitted", _("Fitted value"), own, _("The line’s value in the newest year")),
        Column("projected", _("2030 at the present pace"), own),
        Column("projected_low", _("2030, low"), own, _("Lower end of the 90 % interval")),
        Column("projected_high", _("2030, high"), own, _("Upper end of the 90 % interval")),
        Column("needed", _("Change needed"), yearly, _("From the newest value to the target")),
        Column("trend", _("Mann–Kendall test"), "", _("increasing, decreasing or none")),
        Column("p_value", _("p-value"), _("probability"), _("Of the Mann–Kendall test")),
        Column("sign_differs", _("Directions differ"), "", _("First to newest against the line")),
    )
