"""Words for catalogue keys: kinds of source, targets, evidence.

Values, units, bands and statuses have theirs in ``words.values``; together one place, so that a
chart, a table and a download never call the same thing by two names.
"""

from __future__ import annotations

from components.words.i18n import _, number


def kind(key: str) -> str:
    """The kind of a source."""
    return {
        "u4ssc_publication": _("U4SSC publication"),
        "city_submission": _("city submission"),
        "other_statistics": _("other statistics"),
    }[key]


def submission_status(key: str) -> str:
    """Whether U4SSC verified what the city reported."""
    return {"verified": _("verified by U4SSC"), "self_reported": _("self-reported")}[key]


def score_name(score: str) -> str:
    """The reader's choice of score."""
    return {"points": _("U4SSC points score"), "continuous": _("Continuous score")}[score]


def basis(key: str) -> str:
    """What kind of ground a target stands on."""
    return {
        "u4ssc_published": _("printed by U4SSC"),
        "sdg_absolute": _("named in the SDGs"),
        "leave_no_one_behind": _("leave no one behind: the full scale"),
        "international_target": _("international target"),
        "un_agency": _("UN agency"),
        "science_based": _("science based"),
        "leading_cities": _("leading cities"),
        "statistics": _("statistics of countries or cities"),
        "none": _("no target set"),
    }[key]


def confidence(key: str) -> str:
    """How sure a target is."""
    return {
        "published": _("published"),
        "strong": _("strong"),
        "judgement": _("our judgement"),
    }[key]


def evidence(key: str) -> str:
    """How well a KPI's definition was checked."""
    return {
        "kpi_page": _("read on its page of the methodology"),
        "kpi_page_continuation": _("read on a continuation page of the methodology"),
        "report_row": _("read as a row of a city's report"),
        "report_row_with_code": _("read as a row with its code in a city's report"),
        "secondary_only": _("known only through a second list"),
    }[key]


def listing(items: list[str]) -> str:
    """``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return _("%(first)s and %(last)s", first=", ".join(items[:-1]), last=items[-1])


def people(population: int) -> str:
    """A population as it is spoken: ``4.2 million people``, ``640,000 people``."""
    if population >= 1_000_000:
        return _("%(n)s million people", n=number(population / 1e6, significant=2))
    rounded = round(population, -3) if population >= 100_000 else round(population, -2)
    return _("%(n)s people", n=number(rounded, digits=0))
