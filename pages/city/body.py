"""The scorecard of one city: finding, three profiles, wheel beside next steps, table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from babel.dates import format_date
from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from analysis.numbers import PEER_BAND_N
from components.controls.lenses import lens_note, lens_picker, lens_points
from components.html import render
from components.peers import group as peers
from components.peers.panel import peer_button
from components.scores.dimensions import category_statuses, dimensions
from components.scores.finding import finding, wheel_title
from components.scores.wheel_panel import wheel_panel
from components.shell.fragment import fragment
from components.shell.full_submission import full_submission_href
from components.view import View
from components.words import catalogue as words
from components.words.i18n import _, locale
from components.words.values import status_text
from data.queries import PeerGroup
from data.rows import CityRow, PointRow, RollupRow, RoundRow
from data.source_rows import BuildRow
from pages.city import next_steps
from pages.city.table import table_section

_NOTHING = Markup("")


def scorecard_body(
    view: View,
    path: str,
    city: CityRow,
    chosen: RoundRow,
    rounds: Sequence[RoundRow],
    group: PeerGroup,
    panel: Markup,
    points: Sequence[PointRow],
    rollups: Sequence[RollupRow],
    build: BuildRow,
) -> list[Component]:
    """The page below the shell's header, in reading order. ``panel``: the place of the peers."""
    spoken = peers.phrase(group, city.fictional)
    source = source_line(view, city, chosen, build)
    reasons = category_statuses(points, rollups)
    return [
        fragment(
            head(view, city, chosen, rounds, rollups, points, peer_button(group), panel),
            className="head",
        ),
        *_lens_note(view, path),
        fragment(_key(view, points, rollups, spoken)),
        dimensions(view, path, points, rollups, source),
        html.Section(
            [
                html.Div(
                    [
                        html.H2(wheel_title(points)),
                        html.P(
                            _(
                                "Each sector of the outer ring is one data point, read inwards to "
                                "category and dimension. Sectors are equal; colour alone carries "
                                "the score."
                            )
                        ),
                    ],
                    className="sh",
                ),
                html.Div(
                    [
                        fragment(
                            wheel_panel(
                                points,
                                rollups,
                                reasons,
                                city=city.name,
                                as_of=chosen.as_of,
                                score=view.score,
                                download_href=view.href(f"{path}/wheel.svg"),
                                kept=lens_points(view),
                            )
                        ),
                        fragment(next_steps.steps(view, points, rollups)),
                    ],
                    className="two",
                ),
                fragment(next_steps.lists(points)),
            ],
            className="s",
            id="wheel",
        ),
        table_section(
            view,
            path,
            points,
            build,
            _("“Not held here” means that the page of the report was not read.")
            if chosen.extent == "partial"
            else _("Every row says where its number comes from."),
        ),
    ]


def _lens_note(view: View, path: str) -> list[Component]:
    effect = _(
        "The table lists only them, the wheel lets them stand out; scores stay those of all."
    )
    note = lens_note(view, path, effect)
    return [fragment(note)] if note else []


def source_line(view: View, city: CityRow, chosen: RoundRow, build: BuildRow) -> str:
    """Source of every chart of a scorecard, as it is printed under a downloaded picture."""
    synthetic = _("Synthetic data, fictional city. ") if view.data == "example" else ""
    return synthetic + _(
        "Source: %(publication)s; U4SSC’s rule, targets of SSC Atlas; data version %(version)s.",
        publication=chosen.publication,
        version=build.version,
    )


def head(
    view: View,
    city: CityRow,
    chosen: RoundRow | None,
    rounds: Sequence[RoundRow],
    rollups: Sequence[RollupRow],
    points: Sequence[PointRow],
    peer_button: Markup = _NOTHING,
    peer_panel: Markup = _NOTHING,
) -> Markup:
    """Name line, the place of the peer panel, the one sentence of the finding, what is held."""
    published = chosen.published_on if chosen else None
    found = finding(
        city.name,
        rollups,
        points,
        view.score,
        chosen.extent if chosen else "partial",
        chosen.as_of if chosen else 0,
    )
    return render(
        "city/head",
        city=city,
        view=view,
        report=chosen,
        finding=found,
        published_on=format_date(published, "MMMM y", locale=locale()) if published else None,
        years=[r.as_of for r in rounds],
        as_of=chosen.as_of if chosen else None,
        compare_href=view.elsewhere().href("/compare", cities=(city.id,)),
        progress_href=view.elsewhere().href(f"/progress/{city.id}"),
        peer_choices=[(c, peers.choice_name(c)) for c in peers.CHOICES],
        peer_button=peer_button,
        peer_panel=peer_panel,
        lens_picker=lens_picker(view),
        people=words.people,
        submission_status=words.submission_status,
        example_href=full_submission_href(view),
    )


def _key(
    view: View, points: Sequence[PointRow], rollups: Sequence[RollupRow], spoken: str
) -> Markup:
    seen = Counter(p.status for p in points if p.value is None)
    most = max((len(r.peer_points) for r in rollups if r.level == "category"), default=0)
    order = ("not_reported", "not_verified", "not_applicable", "not_held")
    return render(
        "city/key",
        score_name=words.score_name(view.score),
        marks=[(s, status_text(s)) for s in order if seen[s]],
        peers=spoken,
        peer_band=most >= PEER_BAND_N,
        peer_dots=0 < most < PEER_BAND_N,
    )
