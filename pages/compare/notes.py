"""Notes next to the charts: what each rests on."""

from __future__ import annotations

from markupsafe import Markup

from components.html import render
from components.words import catalogue
from components.words.i18n import _
from pages.compare import chart_words
from pages.compare.reading import PATH, CompareReading
from pages.compare.shared import Pair


def gap_notes(found: Pair) -> Markup:
    """What the dumbbell rests on."""
    n = len(found.points)
    total = sum(p.scored for p in found.ahead.card.points)
    notes = [
        (
            _("What is compared"),
            _("Only points available for both: %(n)s of %(m)s that can be scored.", n=n, m=total),
        ),
        (
            _("How sure are the targets?"),
            _("%(j)s of the %(n)s targets are our own judgement.", j=found.n_judged, n=n),
        ),
        (
            _("Right is always better"),
            _("Where less is better, as for unemployment, the scale is reversed."),
        ),
    ]
    if found.no_target:
        text = _("No target is set for %(points)s.", points=chart_words.some(found.no_target))
        notes.insert(1, (_("Left out"), text))
    return render("compare/notes", notes=notes)


def dots_notes() -> Markup:
    """What the dots of several cities rest on."""
    text = _("A city without a value for a point has no dot there. Nothing is filled in.")
    return render("compare/notes", notes=[(_("What is compared"), text)])


def bridge_notes(reading: CompareReading, found: Pair) -> Markup:
    """How the waterfall is weighted and what no bar shows."""
    view = reading.view
    weights = (
        _("Every shared point counts the same: U4SSC’s rule of 1 to 4 points.")
        if view.score == "points"
        else _(
            "Dimensions, categories, KPIs and points each have equal weights, rescaled to the "
            "shared points: the only shared category of a dimension gets all of its weight."
        )
    )
    only = _(
        "%(n)s points are available for %(ahead)s only, %(m)s for %(behind)s only.",
        n=found.only_ahead,
        ahead=found.ahead.name,
        m=found.only_behind,
        behind=found.behind.name,
    )
    rest = (
        _("Both cities have enough points for a total; the last bar is what these points add.")
        if found.beyond is not None
        else _("No bar shows them: fewer than 65 percent of all points are available for a total.")
    )
    notes = [(_("How the bars are weighted"), weights), (_("Not in the sum"), f"{only} {rest}")]
    other = "continuous" if view.score == "points" else "points"
    switch = (catalogue.score_name(other), view.href(PATH, score=other))
    return render("compare/notes", notes=notes, switch=switch)
