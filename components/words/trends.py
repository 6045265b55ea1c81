"""What a trend says: the 2030 target, the status, whether the published methods agree."""

from __future__ import annotations

from components.words.i18n import _, number
from components.words.values import MINUS, NBSP
from data.source_rows import DefinitionRow
from data.trend_rows import TrendRow


def line_text(point: DefinitionRow) -> str:
    """The 2030 target with its sign: ``≤ 5``; empty where none is set."""
    low, high = point.target_low, point.target_high
    if not point.scored or low is None or high is None:
        return ""
    if point.unit == "yes/no":
        return _("Yes")
    if point.direction == "higher_is_better":
        return f"≥{NBSP}{plain(low)}"
    if point.direction == "lower_is_better":
        return f"≤{NBSP}{plain(high)}"
    return _("%(low)s to %(high)s", low=plain(low), high=plain(high))


def plain(value: float, significant: int = 4) -> str:
    """A number with a true minus."""
    return number(value, significant=significant).replace("-", MINUS)


def agreement(row: TrendRow) -> str:
    """The headline of a judged series in bold words."""
    if row.headline is None:
        return ""
    if row.headline == "no_method":
        return _("No method applies: a value of zero has no growth, and there is no target.")
    if row.headline == "disagree":
        return (
            _("Methods disagree: no two of %(n)s say the same.", n=row.n_methods)
            if (row.n_agree <= 1)
            else _("Methods disagree.")
        )
    verdict = status(row.verdict or row.headline)
    if row.headline == "one_method":
        return _("One method applies: %(verdict)s.", verdict=verdict)
    return _("%(verdict)s: %(agree)s of %(n)s agree.", verdict=verdict[:1].upper() + verdict[1:],
             agree=row.n_agree, n=row.n_methods)  # fmt: skip


def status(key: str) -> str:
    """A word of ``pages.progress.points.STATUSES``."""
    return {
        "at_line": _("meets the target"),
        "near_line": _("within 5 %% of the target"),
        "on_course": _("on course"),
        "too_slow": _("too slow"),
        "off_course": _("off course"),
        "disagree": _("methods disagree"),
        "one_method": _("one method only"),
        "no_method": _("no method applies"),
        "not_met": _("not met"),
        "no_trend": _("no trend yet"),
        "no_line": _("without a target"),
        "too_old": _("too old to judge"),
        "printed": _("published without a value"),
        "not_held": _("not available"),
    }[key]
