"""What the marks of a map mean, as far as they occur."""

from __future__ import annotations

from components.charts.map.svg import Key
from components.words.i18n import _
from components.words.values import status_text
from pages.map import notes
from pages.map.reading import MapReading

RING = "ring"


def legend(reading: MapReading) -> list[Key]:
    """Bands best first, then reports, then why there is no value."""
    measure, values = reading.measure, reading.values
    if measure.scored:
        words = notes.band_words(measure)
        keys = [
            Key(b, "", _("Band %(band)s, %(words)s", band=b, words=words[b]))
            for b in (4, 3, 2, 1)
            if b in words
        ]
    else:
        keys = [Key(None, "no_target", _("A value, no target set"))]
    if reading.mixed:
        keys.append(Key(None, RING, _("U4SSC report; others are other statistics")))
    printed = {row.status for row in values if row.value is None}
    keys += [Key(None, status, _capital(status_text(status))) for status in sorted(printed)]
    if any(s.state == "none" for f in reading.frames.values() for s in f.standings):
        keys.append(Key(None, "not_held", _capital(status_text("not_held"))))
    return keys


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
