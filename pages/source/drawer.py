"""The source drawer of a data point: what it measures, value to score, where it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from babel.dates import format_date
from markupsafe import Markup

from analysis.numbers import PEER_BAND_N, place
from components.charts.inline.ruler import ruler
from components.charts.inline.series import history, peer_strip
from components.html import render
from components.words import catalogue as words
from components.words.i18n import _, locale, ngettext, number
from components.words.values import target_parts
from data.rows import PointRow
from data.source_rows import DefinitionRow, ObservationRow

WINDOW = 5
"""Years back from the as-of year in which a value still counts (METHODS §5)."""

SCORECARD_KINDS = ("u4ssc_publication", "city_submission")


def drawer(
    definition: DefinitionRow,
    observations: Sequence[ObservationRow],
    as_of: int | None,
    *,
    window: int = WINDOW,
    point: PointRow | None = None,
    peers_label: str = "",
    n_peers: int | None = None,
    links: Sequence[tuple[str, str]] = (),
    extra: Markup | None = None,
    trend: tuple[Markup, str] | None = None,
) -> Markup:
    """The three columns as one HTML string.

    ``observations``: every row held of this city and point, of every kind; ``as_of``: the round
    shown, None where the city has none. ``point`` adds the peer strip; ``n_peers``: cities of the
    group, whether they hold the point or not. ``links``: (words, href) in the foot, e.g. cite and
    report a mistake; ``extra`` stands under the peer strip; ``trend``: how the point moves towards
    2030, and the address that shows it.
    """
    own = sorted(
        (row for row in observations if row.kind in SCORECARD_KINDS),
        key=lambda row: (row.year, row.replaced_by is None),
        reverse=True,
    )
    others = sorted(
        (row for row in observations if row.kind not in SCORECARD_KINDS),
        key=lambda row: row.year,
        reverse=True,
    )
    shown = next(
        (row for row in own if as_of is not None and as_of - window <= row.year <= as_of), None
    )
    scored = shown is not None and shown.value is not None and shown.progress is not None
    series = [
        (row.year, row.value)
        for row in reversed(own)
        if row.value is not None and row.replaced_by is None
    ]
    other_line = len(series) < 2
    if other_line:
        series = _one_source(others)
    target = _near_target(definition, shown.value if scored and shown else None)
    n_group = n_peers if n_peers is not None else len(point.peer_scores) if point else 0
    return render(
        "source/drawer",
        d=definition,
        shown=shown,
        own=own,
        others=others,
        as_of=as_of,
        window=window,
        formula=_formula(definition, shown) if scored and shown else (),
        ruler=_ruler(definition, shown, target) if scored and shown else Markup(""),
        target=" ".join(
            target_parts(definition.target_low, definition.target_high, definition.unit)
        ).strip(),
        basis=words.basis(definition.basis),
        confidence=words.confidence(definition.confidence),
        evidence=words.evidence(definition.evidence),
        line=history(
            [y for y, _v in series],
            [v for _y, v in series],
            definition.unit,
            target if definition.scored else None,
        ),
        first_year=series[0][0] if series else None,
        line_is_other=other_line,
        strip=peer_strip(point.progress, point.band, point.peer_scores, wide=True)
        if point is not None
        else Markup(""),
        peers_label=peers_label or ngettext("%(num)d other city", "%(num)d other cities", n_group),
        held_by=_held_by(point, n_group),
        others_title=_others_title(others),
        links=links,
        extra=extra or "",
        trend=trend if trend and trend[0] else None,
        status_words=words.submission_status,
        replaced=_replaced,
        place=_place(point),
    )


def _replaced(row: ObservationRow) -> str:
    """By what, whose that is, and when it was published."""
    if row.replaced_by is None or row.replaced_kind is None:
        return ""
    by = {"publication": row.replaced_by, "kind": words.kind(row.replaced_kind)}
    if row.replaced_on is None:
        return _("Replaced by %(publication)s (%(kind)s)", **by)
    return _(
        "Replaced by %(publication)s (%(kind)s, %(day)s)",
        **by,
        day=format_date(row.replaced_on, format="long", locale=locale()),
    )


def _held_by(point: PointRow | None, n_group: int) -> str:
    """How many of the group are drawn: those that hold the point with a score."""
    return ngettext(
        "%(num)d of %(all)d has this point.",
        "%(num)d of %(all)d have this point.",
        len(point.peer_scores) if point is not None else 0,
        all=n_group,
    )


def _others_title(others: Sequence[ObservationRow]) -> str:
    """What other statistics say of the point: values, and remarks in place of one."""
    n_values = sum(row.value is not None for row in others)
    remarks = ngettext(
        "%(num)d remark of other statistics, without a value",
        "%(num)d remarks of other statistics, without a value",
        len(others) - n_values,
    )
    values = ngettext(
        "%(num)d value of other statistics, not in the score",
        "%(num)d values of other statistics, not in the score",
        n_values,
    )
    found = ((n_values, values), (len(others) - n_values, remarks))
    return "; ".join(words for n, words in found if n)


def _place(point: PointRow | None) -> str:
    """Where the city stands among its peers, where enough of them hold the point."""
    if point is None or point.progress is None or len(point.peer_scores) < PEER_BAND_N:
        return ""
    return _(
        "Place %(place)s of %(n)s, this city included.",
        place=place(point.progress, point.peer_scores),
        n=len(point.peer_scores) + 1,
    )


def _one_source(rows: Sequence[ObservationRow]) -> list[tuple[int, float]]:
    """The longest series of a single publication: two sources are never joined into one line."""
    by_source: dict[str, list[tuple[int, float]]] = {}
    for row in reversed(rows):
        if row.value is not None:
            by_source.setdefault(row.publication, []).append((row.year, row.value))
    return max(by_source.values(), key=len, default=[])


def _near_target(definition: DefinitionRow, value: float | None) -> float | None:
    """The end of the target on the value's side: where progress is 100."""
    low, high = definition.target_low, definition.target_high
    if low is None or high is None:
        return low if high is None else high
    if definition.direction == "higher_is_better" or value is None:
        return low
    if definition.direction == "lower_is_better":
        return high
    return low if value <= low else high


def _formula(definition: DefinitionRow, row: ObservationRow) -> tuple[str, ...]:
    """The sum in words and with the numbers put in (METHODS §1); the result stands apart."""
    value, target, worst = row.value, _near_target(definition, row.value), definition.worst
    if value is None or target is None or worst is None:
        return ()
    x, t, w = number(value), number(target), number(worst)
    if definition.direction == "lower_is_better":
        return (_("(worst − value) / (worst − target)"), f"= ({w} − {x}) / ({w} − {t})")
    if definition.direction == "target_range":
        low, high = definition.target_low, definition.target_high
        if low is not None and high is not None and low <= value <= high:
            return (_("inside the target range"),)
        span = abs(target - worst) if (value < target) == (worst < target) else None
        if span is None:
            # The far side mirrors the near one (METHODS §1): worst lies as far above as below.
            near = low if target == high else high
            span = abs((near if near is not None else target) - worst)
        return (
            _("1 − distance to target / (target − worst)"),
            f"= 1 − {number(abs(value - target))} / {number(span)}",
        )
    if worst == 0:
        return (_("value / target"), f"= {x} / {t}")
    return (_("(value − worst) / (target − worst)"), f"= ({x} − {w}) / ({t} − {w})")


def _ruler(definition: DefinitionRow, row: ObservationRow, target: float | None) -> Markup:
    if row.value is None or row.progress is None or target is None or definition.worst is None:
        return Markup("")
    worst = definition.worst
    if (row.value - target) * (worst - target) < 0 and definition.direction == "target_range":
        worst = 2 * target - worst
    return ruler(row.value, definition.unit, row.progress, worst, target)
