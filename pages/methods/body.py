"""The methods page from the catalogue: worked examples, targets, SDG 11 map, credits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from analysis.draws import TARGET_SPREAD, WEIGHT_SPREAD
from analysis.likeness import NEAREST, PROFILE_N
from analysis.numbers import MEDIAN_N, PEER_BAND_N, SHARED_POINTS_N, TREND_FIT_N
from analysis.ranks import DRAWS, SEED
from analysis.trend import LEAST_SPAN, SINCE
from analysis.trend_line import ALPHA, CONFIDENCE, INTERVAL_N, TREND_N
from analysis.trend_methods import GOAL_YEAR
from components.html import render
from components.html_part import HtmlPart
from components.table.listing import listing
from components.view import View
from components.words import catalogue as words
from components.words.i18n import _, ngettext, number
from components.words.values import target_parts, value_text
from data.catalogue import PublicationRow, Sdg11Row
from data.settings import settings
from data.source_rows import BuildRow, DefinitionRow
from pages.methods import examples
from pages.methods import trend as methods_trend

FULL_PART = (22, 31)  # METHODS §3: 22 of 31 points available, each with 3 points


class Section(NamedTuple):
    """An entry of the table of contents."""

    anchor: str
    title: str


def sections() -> list[Section]:
    """The page's sections in reading order."""
    return [
        Section("whose", _("Whose rule is it?")),
        Section("score", _("Progress score of a point")),
        Section("points", _("U4SSC points score")),
        Section("held", _("Available, not reported, not available")),
        Section("gate", _("When an aggregate is shown")),
        Section("continuous", _("Continuous score")),
        Section("years", _("Years and sources")),
        Section("trend", _("Level, trend and 2030")),
        Section("peers", _("Peers and places")),
        Section("compare", _("Two cities side by side")),
        Section("ranks", _("Ranks are intervals")),
        Section("steps", _("Next levels and gains")),
        Section("moved", _("If the targets were moved")),
        Section("charts", _("How the drawings are read")),
        Section("checks", _("Checks on what comes in")),
        Section("targets", _("All targets")),
        Section("sdg11", _("SDG 11 map")),
        Section("credits", _("Sources and credits")),
    ]


def prose(view: View, build: BuildRow, points: Sequence[DefinitionRow], n_kpis: int) -> Markup:
    """The text with its worked examples."""
    by_key = {p.key: p for p in points}
    broadband, lower = by_key[examples.BROADBAND], by_key[examples.LOWER]
    held, of = FULL_PART
    scored = [p for p in points if p.scored]
    per_category = Counter(p.category for p in scored)
    return render(
        "methods/page",
        sections=sections(),
        titles={s.anchor: s.title for s in sections()},
        broadband=examples.worked(broadband, 44.8),
        edges=examples.edges(broadband),
        lower=examples.worked(lower, 31),
        four=examples.aggregate([1, 3, 4, 1]),
        three=examples.aggregate([3, 4, 2]),
        without_weak=examples.aggregate([3, 4, 1]),
        lowest=examples.aggregate([1, 1, 1]),
        most=examples.aggregate([4, 4, 4]),
        bounds=examples.aggregate([3] * held + [0] * (of - held)),
        gate=examples.GATE,
        needed=examples.share_needed(of),
        needed_of=of,
        n_kpis=n_kpis,
        n_points=len(points),
        n_scored=len(scored),
        n_printed=sum(p.basis == "u4ssc_published" for p in scored),
        n_judged=sum(p.confidence == "judgement" for p in scored),
        n_tiny=sum(n < 3 for n in per_category.values()),
        n_categories=len({p.category for p in points}),
        n_scored_categories=len(per_category),
        window=settings().window_years,
        old_after=settings().old_after_years,
        peer_n=PEER_BAND_N,
        median_n=MEDIAN_N,
        nearest=NEAREST,
        profile_n=PROFILE_N,
        shared_n=SHARED_POINTS_N,
        fit_n=TREND_FIT_N,
        draws=DRAWS,
        seed=SEED,
        weight_spread=number(100 * WEIGHT_SPREAD),
        target_spread=number(100 * TARGET_SPREAD),
        trend=methods_trend.worked(by_key[methods_trend.EXAMPLE]),
        cut_offs=methods_trend.cut_offs(),
        since=SINCE,
        least_span=LEAST_SPAN,
        goal_year=GOAL_YEAR,
        trend_n=TREND_N,
        interval_n=INTERVAL_N,
        alpha=number(ALPHA, digits=2),
        confidence=number(100 * CONFIDENCE),
        progress_href=view.elsewhere().href("/progress"),
        data_href=view.elsewhere().href("/data"),
        version=build.version,
    )


def targets(view: View, points: Sequence[DefinitionRow]) -> Component:
    """What the targets rest on, and the table of all."""
    scored = [p for p in points if p.scored]
    confidence = Counter(p.confidence for p in scored)
    head = render(
        "methods/targets_head",
        n_scored=len(scored),
        n_without=len(points) - len(scored),
        confidence=[
            (words.confidence(key), confidence[key]) for key in ("published", "strong", "judgement")
        ],
        catalogue=[
            (name, View(data=view.data).href(f"/download/catalogue.{suffix}"))
            for name, suffix in (("CSV", "csv"), ("Parquet", "parquet"))
        ],
    )
    table = render(
        "methods/targets",
        points=points,
        target=target_text,
        worst=lambda p: value_text(p.worst, p.unit) if p.scored else "–",
        basis_words=words.basis,
        confidence_words=words.confidence,
        by_evidence=Counter(p.evidence for p in {p.kpi_code: p for p in points}.values()),
        evidence_words=words.evidence,
    )
    count = {"one": _("one data point"), "many": _("{n} data points")}
    found = listing("targets", table, _("Filter targets"), **count)
    return html.Section([HtmlPart(head), found], className="s")


def tables(
    view: View,
    points: Sequence[DefinitionRow],
    sdg11: Sequence[Sdg11Row],
    publications: Sequence[PublicationRow],
) -> Markup:
    """The SDG 11 map, credits."""
    mapping = Counter(row.mapping for row in sdg11)
    return render(
        "methods/tables",
        sdg11=sdg11,
        n_read=mapping["read"],
        n_inferred=mapping["inferred"],
        sdg_targets=len({row.sdg_target for row in sdg11}),
        publications=publications,
        kind_words=words.kind,
        held_words=_held_words,
        synthetic=view.data == "example",
    )


def target_text(point: DefinitionRow) -> str:
    """A target with its sign and unit, or a dash."""
    if not point.scored:
        return "–"
    sign = {"higher_is_better": "≥", "lower_is_better": "≤"}.get(point.direction, "")
    if point.unit == "yes/no":
        sign = ""
    end = point.target_high if point.direction == "lower_is_better" else point.target_low
    parts = (
        target_parts(end, None, point.unit)
        if sign
        else target_parts(point.target_low, point.target_high, point.unit)
    )
    return " ".join(part for part in (sign, *parts) if part)


def _held_words(row: PublicationRow) -> str:
    values = ngettext("%(num)s value", "%(num)s values", row.n_values)
    if row.n_cities == 1:
        return values
    cities = ngettext("%(num)s city", "%(num)s cities", row.n_cities)
    return _("%(values)s of %(cities)s", values=values, cities=cities)
