"""Head of a comparison: city chooser, the finding, how much is shared, whom to add."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from components.controls.lenses import lens_note, lens_picker
from components.html import render
from components.view import View
from components.words.i18n import _
from data.queries.compare import Sharing
from pages.compare.choice import Choice, reason
from pages.compare.panels import PATH
from pages.compare.reading import MOST_CITIES, Pair


def head(
    view: View,
    choice: Choice,
    proposed: Sequence[Sharing],
    headline: str,
    held: str,
    found: Pair | None,
    rest: str,
) -> Markup:
    """City chooser, the finding, how much is shared, whom to add."""
    shown = replace(view, cities=choice.ids)
    scoreable = sum(p.scored for p in choice.cities[0].card.points) if choice.cities else 0
    return render(
        "compare/head",
        view=view,
        cities=choice.cities,
        silent=choice.silent,
        unknown=[
            (
                u.id,
                (other.name, View(data=other.data).href(PATH, cities=(other.id,)))
                if other
                else None,
                [(name, _adding(shown, key)) for key, name in similar],
            )
            for u, (other, similar) in ((u, u.near) for u in choice.unknown)
        ],
        city_href=lambda key: view.elsewhere().href(f"/city/{key}"),
        remove_href=lambda key: shown.href(PATH, cities=tuple(c for c in choice.ids if c != key)),
        search=shown.href(f"{PATH}/cities.json") if len(choice.ids) < MOST_CITIES else None,
        most=MOST_CITIES,
        years=choice.years,
        lens_picker="" if view else lens_picker(view, ""),
        lens_note=lens_note(view, PATH, _("Tiles, profiles and wheels show all points and rest.")),
        headline=headline,
        held=held,
        shared=(len(found.points), scoreable) if found else None,
        rest=rest,
        first=choice.cities[0].name if choice.cities else "",
        proposed=[(c.name, reason(c), _adding(shown, c.id)) for c in proposed]
        if len(choice.ids) < MOST_CITIES
        else [],
        example_href=None if view.data == "example" else _example(found),
    )


def _adding(view: View, key: str) -> str:
    return view.href(PATH, cities=(*view.cities, key))


def _example(found: Pair | None) -> str | None:
    """Where a comparison too thin to score can be seen in full."""
    if found is None or found.enough:
        return None
    return View(data="example").href(PATH)
