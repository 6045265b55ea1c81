"""What is said next to a map: how much is available, what a band means, years, sources, whose land."""

from __future__ import annotations

from collections import Counter

from analysis.numbers import MAP_TIMELINE_N
from components.scores.band_edges import edges
from components.words.i18n import _, ngettext
from components.words.values import band_text, value_text
from pages.map.frames import Frame
from pages.map.measure import Measure
from pages.map.reading import MapReading
from pages.map.words import YES_NO, cities


def held_text(measure: Measure, frame: Frame, synthetic: bool) -> tuple[str, str]:
    """How many cities have a value and from which years; then what is known of the others."""
    held = frame.of("held")
    years = [s.row.year for s in held if s.row]
    n_all = len(frame.standings)
    if years:
        span = str(min(years)) if min(years) == max(years) else f"{min(years)}–{max(years)}"
        lead = ngettext("%(num)d of %(cities)s has a value, %(years)s",
                        "%(num)d of %(cities)s have a value, %(years)s", len(held),
                        cities=cities(n_all, synthetic), years=span)  # fmt: skip
    else:
        lead = _("None of %(cities)s has a value", cities=cities(n_all, synthetic))
    other = sum(bool(s.row and s.row.other) for s in held)
    kinds = ""
    if 0 < other < len(held):
        kinds = _(": %(reports)s from U4SSC reports, %(other)s from other statistics",
                  reports=len(held) - other, other=other)  # fmt: skip
    elif other:
        kinds = _(", all from other statistics")
    return f"{lead}{kinds}.", " ".join(_rest(frame))


def _rest(frame: Frame) -> list[str]:
    found = []
    older = len(frame.of("older"))
    if older:
        found.append(
            ngettext("%(num)d more has only an older value, drawn faded.",
                     "%(num)d more have only older values, drawn faded.", older)
        )  # fmt: skip
    statuses = Counter(s.status for s in frame.of("status"))
    for status, n in statuses.most_common():
        found.append(_status_sentence(status, n))
    none = len(frame.of("none"))
    if none:
        found.append(ngettext("%(num)d has no value.", "%(num)d have no value.", none))
    return found


def _status_sentence(status: str, n: int) -> str:
    if status == "below_gate":
        return ngettext("%(num)d has too few data points for a score.",
                        "%(num)d have too few data points for a score.", n)  # fmt: skip
    words = {
        "not_reported": _("“not reported”"),
        "not_verified": _("“not verified”"),
        "not_applicable": _("“not applicable”"),
    }.get(status, _("a caveat without a figure"))
    return ngettext("%(num)d report prints %(words)s.", "%(num)d reports print %(words)s.", n,
                    words=words)  # fmt: skip


def band_words(measure: Measure) -> dict[int, str]:
    """What a band means in the measure's unit: ``up to 3.9 %``."""
    plain = {band: band_text(band) for band in (1, 2, 3, 4)}
    point = measure.point
    if point is None or not measure.scored:
        return plain
    if point.unit == YES_NO:
        return {4: _("in place"), 1: _("not in place")}
    found = edges(point)
    if len(found) != 3:
        return {band: _("%(score)s of target", score=text) for band, text in plain.items()}
    at = [value_text(value, point.unit, significant=3) for value, _left, _right in found]
    if point.direction == "higher_is_better":
        words = {1: _("under %(value)s", value=at[0])}
        words |= {b: _("from %(value)s", value=v) for b, v in zip((2, 3, 4), at, strict=True)}
        return words
    words = {4: _("up to %(value)s", value=at[0])}
    words |= {b: _("to %(value)s", value=v) for b, v in zip((3, 2), at[1:], strict=True)}
    return words | {1: _("over %(value)s", value=at[2])}


def years_text(reading: MapReading, frame: Frame) -> str:
    """Which years count in a frame, and what the timeline leaves out."""
    said = [
        _("The newest value from %(first)s to %(last)s counts.", first=frame.first,
          last=frame.year)
    ]  # fmt: skip
    if frame.year not in reading.stops:
        said.append(_off_the_timeline(frame.year, reading.counts))
    thin = [year for year in reading.counts if year not in reading.stops]
    if thin:
        said.append(
            ngettext(
                "One year with values of fewer than %(least)s cities is left out.",
                "%(num)d years with values of fewer than %(least)s cities are left out.",
                len(thin),
                least=MAP_TIMELINE_N,
            )
        )
    return " ".join(said)


def _off_the_timeline(year: int, counts: dict[int, int]) -> str:
    """A word on a year of the address that the timeline does not stop at."""
    if not counts or year < min(counts):
        return _("No city has a value up to %(year)s.", year=year)
    if year > max(counts):
        return _("%(year)s is later than the newest value, which is from %(last)s.", year=year,
                 last=max(counts))  # fmt: skip
    return _("Fewer than %(least)s cities have a value of %(year)s itself; the map shows the "
             "newest values up to then.", least=MAP_TIMELINE_N, year=year)  # fmt: skip


def source_line(reading: MapReading) -> str:
    """Where the values are from, as printed under the drawing and in its file."""
    kinds = {row.other for row in reading.values}
    if reading.example:
        named = _("Synthetic data, fictional cities at invented places")
    elif kinds == {True}:
        named = _("Other statistics, named with each value")
    elif kinds == {False}:
        named = _("U4SSC publications")
    else:
        named = _("U4SSC publications; other statistics, named with each value")
    target = _(" Targets of SSC Atlas.") if reading.measure.scored else ""
    return _(
        "Values: %(kinds)s.%(target)s Population: %(people)s. Data version %(version)s.",
        kinds=named,
        target=target,
        people=_("synthetic") if reading.example else "GeoNames",
        version=reading.build.version,
    )


def disclaimer() -> str:
    """Stands under every map."""
    return _(
        "The boundaries and names shown and the designations used on this map do not imply "
        "official endorsement or acceptance by the United Nations. Areas whose status is not "
        "settled are grey."
    )


def credit() -> str:
    """Whose land it is, and in which projection."""
    return _(
        "Land: United Nations boundaries as packaged by plotly.js (MIT), Equal Earth projection."
    )
