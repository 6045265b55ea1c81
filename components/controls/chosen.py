"""Cities a reader has marked: how many a sentence names, and a word on those it cannot."""

from __future__ import annotations

from collections.abc import Sequence

from components.words.i18n import _, ngettext

MOST_CHOSEN = 6
"""Cities that a sentence names."""


def chosen_notice(n_asked: int, unknown: Sequence[str]) -> tuple[str, ...]:
    """A word on cities of the address that do not exist here, or are too many to name."""
    found = []
    if unknown:
        found.append(
            ngettext(
                "%(names)s is no city of this data set.",
                "%(names)s are no cities of this data set.",
                len(unknown),
                names=", ".join(f"“{city}”" for city in unknown[:MOST_CHOSEN])
                + (" …" if len(unknown) > MOST_CHOSEN else ""),
            )
        )
    if n_asked > MOST_CHOSEN:
        found.append(
            _(
                "%(n)s cities are marked in the drawings and lists; the sentence names the first "
                "%(most)s.",
                n=n_asked,
                most=MOST_CHOSEN,
            )
        )
    return tuple(found)
