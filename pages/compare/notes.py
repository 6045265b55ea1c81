"""Notes beside the charts of two cities: what each rests on."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from components.html import render
from components.view import View
from components.words import catalogue as words
from components.words.i18n import _
from pages.compare.panels import PATH
from pages.compare.reading import Pair

MOST_NAMED = 3
"""Points named in a note; of more, only their number."""


def gap_notes(found: Pair) -> Markup:
    """What the dumbbell rests on."""
    n = len(found.points)
    scoreable = sum(p.scored for p in found.ahead.card.points)
    compared = _("Only what both hold here: %(n)s of %(m)s scoreable points.", n=n, m=scoreable)
    if found.no_target:
        compared += " " + _(
            "Held for both but without a target, so left out: %(points)s.",
            points=words.listing(_some(found.no_target)),
        )
    notes = [
        (_("What is compared"), compared),
        (
            _("Judged targets"),
            _("%(j)s of the %(n)s targets are our judgement.", j=found.n_judged, n=n),
        ),
        (
            _("Direction is built in"),
            _("Where less is better the scale is turned, so that right is always better."),
        ),
    ]
    return render("compare/notes", notes=notes)


def bridge_notes(view: View, found: Pair) -> Markup:
    """How the waterfall is weighed and what is in no bar."""
    weights = (
        _("Every shared point counts the same: U4SSC’s rule of 1 to 4 points.")
        if view.score == "points"
        else _(
            "Equal weights for dimension, category, KPI and point, rescaled on the shared points: "
            "a dimension with one shared category gives that category all its weight."
        )
    )
    only = _(
        "%(n)s points are held for %(ahead)s only, %(m)s for %(behind)s only.",
        n=found.only_ahead,
        ahead=found.ahead.name,
        m=found.only_behind,
        behind=found.behind.name,
    )
    only += " " + (
        _("Both totals pass the coverage gate: the last bar is what these points add to the gap.")
        if found.beyond is not None
        else _("They are in no bar: a total is under the coverage gate (65 percent).")
    )
    notes = [(_("How the bars are weighed"), weights), (_("Not in the sum"), only)]
    other = "continuous" if view.score == "points" else "points"
    switch = (words.score_name(other), view.href(PATH, score=other))
    return render("compare/notes", notes=notes, switch=switch)


def _some(names: Sequence[str]) -> list[str]:
    """The first few names, and how many more."""
    if len(names) <= MOST_NAMED:
        return list(names)
    return [*names[:MOST_NAMED], _("%(n)s more", n=len(names) - MOST_NAMED)]
