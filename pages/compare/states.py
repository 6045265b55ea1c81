"""Compare without two cities: nobody chosen, one chosen, or nobody with a report."""

from __future__ import annotations

from dash.development.base_component import Component

from components.html import render
from components.shell.fragment import fragment
from components.view import View
from components.words.i18n import _
from data import queries
from data.queries.compare import sharing
from data.store import Snapshot
from pages.compare.choice import Choice, proposals, reason
from pages.compare.head import head
from pages.compare.panels import PATH


def too_few(store: Snapshot, view: View, choice: Choice) -> list[Component]:
    """The chooser with a way on: who can stand beside whom."""
    if choice.cities:
        only = choice.cities[0]
        headline = _("Which city should stand beside %(city)s?", city=only.name)
        rest = _("A comparison needs two cities with a report; only what both hold is compared.")
        starts: list[tuple[str, str, str]] = []
        proposed = proposals(store, choice)
    else:
        headline = _("Compare two to six cities")
        rest = _("Type a name, or start with two that share many points.")
        starts, proposed = _starts(store, view), ()
    return [
        fragment(head(view, choice, proposed, headline, "", None, rest), className="head cmp-head"),
        fragment(render("compare/start", starts=starts), className="s cmp"),
    ]


def _starts(store: Snapshot, view: View) -> list[tuple[str, str, str]]:
    """Comparisons to begin with: the city held most fully and those that share most with it."""
    reporting = [c for c in queries.cities(store) if c.newest_round is not None and c.n_scored]
    if not reporting:
        return []
    first = max(reporting, key=lambda c: c.n_scored)
    return [
        (
            _("%(a)s and %(b)s", a=first.name, b=other.name),
            reason(other),
            view.href(PATH, cities=(first.id, other.id)),
        )
        for other in sharing(store, first.id, first.newest_round or 0)[:5]
        if other.n_shared
    ]
