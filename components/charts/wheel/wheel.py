"""The U4SSC wheel: city, dimension, category, data point as rings of equal sectors.

Colour alone carries the score; a sector without one is hatched (not reported), cross-hatched (not
verified), dotted (not held) or outlined (no target, or too few points for an aggregate). On the
page the colours are CSS classes and every sector is a button of one roving group (wheel.js);
standalone, for the download, they are attributes of the drawing and the source stands in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from math import pi

from markupsafe import Markup

from analysis.scoring import Score
from components.charts.kit.glyphs import mark
from components.charts.wheel import layout as place
from components.charts.wheel.paint import Paint, sector_path, svg_file
from components.charts.wheel.words import point_label, rollup_label, shown_band
from components.words.i18n import _
from components.words.values import score_text, two_lines
from data.rows import PointRow, RollupRow

SCORE_INSIDE = 9.0
"""Least width in degrees of a category sector that carries its score."""

LETTER_WIDTH = 7.4
"""Mean width of a letter of a dimension's name, in drawing units."""

_MISSING = {"nr": "fnr", "nv": "fnv", "nh": "fnh", "nt": "fnt", "na": "fna", "cv": "fnt"}


def wheel(
    points: Sequence[PointRow],
    rollups: Sequence[RollupRow],
    statuses: Mapping[str, str],
    *,
    city: str,
    as_of: int | None,
    score: Score,
    standalone: bool = False,
    source: str = "",
    kept: Collection[str] | None = None,
) -> Markup:
    """The wheel as an SVG string.

    ``points``: all data points; ``rollups``: category and dimension rows; ``statuses``: category
    key -> why it has no score. ``standalone`` gives a file of its own with ``source`` in its foot.
    ``kept``: keys of the points that stand out, the other points are faint; None: all stand out.
    """
    ordered = sorted(points, key=lambda point: point.position)
    outer, categories, dimensions = place.sectors(ordered)
    rows = {(row.level, row.key): row for row in rollups if row.level != "overall"}
    paint = Paint(standalone)
    body: list[str] = []
    first = True
    for point, sector in zip(ordered, outer, strict=True):
        style = [f"f{point.band}" if point.band else _MISSING[mark(_point_status(point))]]
        if kept is not None and point.key not in kept:
            style.append("faint")
        body.append(
            sector_path(
                sector,
                place.R_POINT,
                style,
                "point",
                point.category,
                point_label(point),
                paint,
                first,
            )
        )
        first = False
    parents = {point.category: point.dimension for point in ordered}
    for level, ring, radii in (
        ("category", categories, place.R_CATEGORY),
        ("dimension", dimensions, place.R_DIMENSION),
    ):
        for sector in ring:
            row = rows[level, sector.key]
            status = "partly_held" if row.n_scored else statuses.get(row.key, "not_held")
            band = shown_band(row, score)
            # An aggregate under the gate is an outline; only "not reported" keeps its hatching.
            css = (
                f"f{band}"
                if band
                else ("fnt" if row.n_scored or not row.n_scoreable else _MISSING[mark(status)])
            )
            body.append(
                sector_path(
                    sector,
                    radii,
                    [css],
                    level,
                    parents.get(sector.key, ""),
                    rollup_label(row, status, score),
                    paint,
                    False,
                )
            )
    body += _inside(categories, dimensions, rows, score, paint)
    body += _centre(city, as_of, paint)
    body += _beside(categories, rows, statuses, score, paint)
    title = _(
        "U4SSC wheel of %(city)s: every sector of the outer ring is one data point", city=city
    )
    if standalone:
        return svg_file(title, source, body)
    return Markup(
        '<svg class="wheel" viewBox="0 0 {} {}" role="group" aria-label="{}" data-wheel="">{}</svg>'
    ).format(place.WIDTH, place.HEIGHT, title, Markup("".join(body)))


def _point_status(point: PointRow) -> str:
    return "no_target" if point.value is not None else point.status


def _inside(
    categories: Sequence[place.Sector],
    dimensions: Sequence[place.Sector],
    rows: Mapping[tuple[str, str], RollupRow],
    score: Score,
    paint: Paint,
) -> Iterator[str]:
    """Scores inside wide category sectors, dimension names along their arcs."""
    for sector in categories:
        row = rows["category", sector.key]
        band = shown_band(row, score)
        value = row.by(score).value
        if band and value is not None and sector.stop - sector.start > SCORE_INSIDE:
            x, y = place.place(sector.middle, sum(place.R_CATEGORY) / 2)
            yield (
                f'<text x="{x:.1f}" y="{y + 5:.1f}" text-anchor="middle" '
                f"{paint('wnum', f'on{band}')}>{score_text(value, band)}</text>"
            )
    for sector in dimensions:
        row = rows["dimension", sector.key]
        band = shown_band(row, score)
        value = row.by(score).value
        number = f" {score_text(value, band)}" if band and value is not None else ""
        # Where the whole name is longer than its arc, the first word stands for it.
        room = pi / 180 * (sector.stop - sector.start) * sum(place.R_DIMENSION) / 2
        fits = (len(row.name) + len(number)) * LETTER_WIDTH < room
        text = (row.name if fits else row.name.split()[0]) + number
        identity = f"wheel-arc-{'file-' if paint.standalone else ''}{sector.key}"
        yield (
            f'<path id="{identity}" d="{place.arc_path(sector, sum(place.R_DIMENSION) / 2)}" '
            'fill="none"/>'
        )
        yield Markup(
            '<text {}><textPath href="#{}" startOffset="50%" text-anchor="middle">{}'
            "</textPath></text>"
        ).format(Markup(paint("wdim", f"on{band}" if band else "offd")), identity, text)


def _centre(city: str, as_of: int | None, paint: Paint) -> Iterator[str]:
    """City and year; a long name on two lines, smaller where a word is long."""
    lines = two_lines(city)
    longest = max(len(line) for line in lines)
    size = min(17.0, 150 / max(longest, 1))
    # As a style on the page (the class gives a size), as the last attribute in a file.
    style = Markup("" if size == 17.0 else f' style="font-size:{size:.1f}px"')
    y = place.CENTRE[1] + (1 if len(lines) == 1 else -9) + (5 if as_of is None else 0)
    for line in lines:
        yield Markup('<text x="400" y="{}" text-anchor="middle" {}{}>{}</text>').format(
            f"{y:g}", Markup(paint("wc")), style, line
        )
        y += 18
    if as_of is not None:
        yield (f'<text x="400" y="{y + 1:g}" text-anchor="middle" {paint("wy")}>{as_of}</text>')


def _beside(
    categories: Sequence[place.Sector],
    rows: Mapping[tuple[str, str], RollupRow],
    statuses: Mapping[str, str],
    score: Score,
    paint: Paint,
) -> Iterator[str]:
    """Leaders and names beside the wheel, the score in bold behind the name."""
    names = [rows["category", sector.key].name for sector in categories]
    for label in place.labels(categories, names):
        row = rows["category", label.key]
        band = shown_band(row, score)
        value = row.by(score).value
        yield f'<path d="{label.leader}" {paint("lead")}/>'
        x = place.CENTRE[0] + (place.TEXT if label.right else -place.TEXT)
        y = label.y + (5 if len(label.lines) == 1 else -3)
        css = paint("lab") if band else paint("lab", "off")
        for i, line in enumerate(label.lines):
            number = Markup("")
            if band and value is not None and i == len(label.lines) - 1:
                number = Markup(" <tspan {}>{}</tspan>").format(
                    Markup(paint("num")), score_text(value, band)
                )
            yield Markup('<text x="{}" y="{}" text-anchor="{}" {}>{}{}</text>').format(
                f"{x:g}",
                f"{y + 16 * i:.1f}",
                "start" if label.right else "end",
                Markup(css),
                line,
                number,
            )
