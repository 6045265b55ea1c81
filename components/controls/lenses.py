"""The reader's lens on any page: which points it keeps, its picker, and its word when it is on."""

from __future__ import annotations

from dash.development.base_component import Component
from markupsafe import Markup

from components.controls.select import select
from components.html import render
from components.view import View
from components.words.i18n import _
from data.lenses import Lens, lens, lenses


def chosen_lens(view: View) -> Lens | None:
    """The lens of the address, None without one or where the key names none."""
    return lens(view.lens) if view.lens else None


def lens_points(view: View) -> frozenset[str] | None:
    """The points the lens keeps, None where all are kept."""
    found = chosen_lens(view)
    return frozenset(found.points) if found else None


def lens_notices(view: View) -> tuple[str, ...]:
    """A notice where the address names a lens that does not exist."""
    if view.lens is None or chosen_lens(view):
        return ()
    return (_("“%(value)s” is not a lens; all data points are shown.", value=view.lens),)


def lens_picker(view: View, page: str) -> Component:
    """A labelled select of all lenses."""
    chosen = chosen_lens(view)
    options = [("", _("all data points")), *((each.key, _(each.name)) for each in lenses())]
    return select(
        page,
        "lens",
        _("Lens"),
        options,
        chosen.key if chosen else "",
        title=_("A named set of data points"),
    )


def lens_note(view: View, path: str, effect: str = "") -> Markup:
    """What the lens keeps and what that does here, with the link that takes it off; else empty."""
    found = chosen_lens(view)
    if found is None:
        return Markup("")
    return render("controls/lens_note", lens=found, effect=effect, clear=view.href(path, lens=None))
