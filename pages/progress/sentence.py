"""How one point of a city moves towards 2030, in two sentences, for the source of a number."""

from __future__ import annotations

from markupsafe import Markup

from components.view import View
from components.words import trends
from components.words.i18n import _
from data.rows import CityRow
from data.source_rows import DefinitionRow
from data.store import Snapshot
from pages.progress import words as say
from pages.progress.reading import read_scope
from pages.progress.scope import single


def trend_sentence(
    store: Snapshot, view: View, city: CityRow, point: DefinitionRow
) -> tuple[Markup, str]:
    """The sentences and the address of the chart; empty sentences where no value is held."""
    reading = read_scope(store, View(data=view.data), city, single(point))
    p = reading.points[0]
    href = view.elsewhere().href(f"/progress/{city.id}", kpi=point.key)
    if p.lead is None or not p.held:
        return Markup(""), href
    if p.lead.slope is None and (why := say.why_not(p, reading.as_of, reading.window)):
        return Markup("<b>{}</b>").format(why), href  # it names the status itself
    stands = trends.agreement(p.lead) or _("%(status)s.", status=_capital(trends.status(p.status)))
    moves = say.pace(p) if p.lead.slope is not None else ""
    return Markup("<b>{}</b> {}").format(stands, Markup(moves)), href


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
