"""Notes next to the chart of levels: what counts as at the target, whose map it is, remarks on points."""

from __future__ import annotations

from components.words import catalogue
from components.words.i18n import _, ngettext
from components.words.trends import line_text, plain
from pages.progress.level_rows import also
from pages.progress.reading import ProgressReading
from pages.progress.words import spoken

_MOST, _NAMED = 6, 2
"""Notes and names of points listed; names in the heading of one note."""


def notes(reading: ProgressReading) -> list[tuple[str, str]]:
    """What stands beside the chart: what counts as at the target, whose map it is, its notes."""
    found = []
    near = [p for p in reading.points if p.lead is not None and p.lead.level == "near"]
    if near:
        named = [
            _("%(name)s at %(value)s (target %(line)s)", name=spoken(p.point.name),
              value=plain(p.lead.value or 0.0), line=line_text(p.point))
            for p in near[:_MOST] if p.lead
        ]  # fmt: skip
        found.append(
            (
                _("“At the target” begins at 95 of 100"),
                ngettext(
                    "%(names)s counts, within 5 %% of the scale.",
                    "%(names)s count, within 5 %% of the scale.",
                    len(near),
                    names=catalogue.listing(named)
                    + (" …" if len(near) > _MOST else ""),
                ),
            )
        )  # fmt: skip
    mapping = list(reading.scope.mapping.values())
    if mapping:
        found.append(
            (
                _("Which points belong to %(goal)s", goal=reading.scope.short),
                _(
                    "U4SSC’s methodology names %(read)s of %(n)s; we inferred %(inferred)s. "
                    "A point that serves several targets is listed under the first and counts once.",
                    read=mapping.count("read"),
                    n=len(mapping),
                    inferred=len(mapping) - mapping.count("read"),
                ),
            )
        )
    held = {p.point.key: p for p in reading.points if p.held}
    said: dict[str, list[str]] = {}
    for key, note in reading.scope.notes.items():
        if key in held:
            said.setdefault(note, []).append(spoken(held[key].point.name))
    for note, names in list(said.items())[:_MOST]:
        more = len(names) - _NAMED
        who = [*names[:_NAMED], *([_("%(n)s more", n=more)] if more > 0 else [])]
        found.append((catalogue.listing(who), note[:1].upper() + note[1:] + "."))
    return [*found, *_empty(reading)]


def _empty(reading: ProgressReading) -> list[tuple[str, str]]:
    """Groups that have no row in the chart, as one note."""
    known = {p.point.key for p in reading.points if p.lead is not None}
    said = [
        f"{group.code} {group.name}".strip() + (f" ({also(group.shared)})" if group.shared else "")
        for group in reading.scope.groups
        if known.isdisjoint(group.points)
    ]
    return [(_("No values for"), "; ".join(said))] if said else []
