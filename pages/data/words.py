"""What a download says of its filter: the words for the readme, and for a value nobody knows."""

from __future__ import annotations

from components.words import catalogue as words
from components.words.i18n import _
from data.downloads import KIND_GROUPS, ValuesFilter


def filter_text(chosen: ValuesFilter) -> str:
    """The filter in words, keys as they stand in the columns."""
    parts = [
        f"{label}: {words.listing(list(values))}"
        for label, values in (
            (_("cities"), chosen.city),
            (_("kinds of source"), tuple(words.kind(k) for k in chosen.kind)),
            (_("dimensions"), chosen.dimension),
            (_("categories"), chosen.category),
            (_("data points"), chosen.point),
        )
        if values
    ]
    if chosen.first is not None:
        parts.append(_("from %(year)s", year=chosen.first))
    if chosen.last is not None:
        parts.append(_("to %(year)s", year=chosen.last))
    return "; ".join(parts) or _("none: everything of the data set")


def unknown_sentence(name: str, value: str) -> str:
    """One polite sentence on a filter value that cannot be read."""
    shown = value[:60] + ("…" if len(value) > 60 else "")
    if name in ("from", "to"):
        return _(
            "“%(value)s” cannot be used as “%(name)s”: please give a year with four digits, and no "
            "end before the beginning.",
            value=shown,
            name=name,
        )
    if name == "data":
        return _("There is no data set “%(value)s”; please use published or example.", value=shown)
    if name == "kind":
        choices = [*KIND_GROUPS, *KIND_GROUPS["all"]]
        return _(
            "“%(value)s” is not a kind of source; please use %(choices)s.",
            value=shown,
            choices=", ".join(choices),
        )
    return _(
        "This data set has no %(name)s “%(value)s”; please take a key from the catalogue or the "
        "list of cities.",
        name=name,
        value=shown,
    )
