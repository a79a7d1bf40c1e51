"""Why figures agree or clash, in the words of the articles."""

import math

from reader.compare.comparison import Bounds, Comparison, Judgement, LedgerRow, Reason, ReasonKind
from reader.i18n import _
from reader.wording.amounts import bounds
from reader.wording.kinds import listed, scope, verdict

_PLAIN_WIDTH = 0.05
"""Bounds narrower than this share of their middle are but the tolerance of one number: that number is said instead."""


def why(reason: Reason, left: str = "", right: str = "", unit: str = "", dimension: str = "count") -> str:
    """Why a verdict: "5,800 lies outside 7,200 to 8,000"; `left` and `right` are the words of the figures, if known."""
    first, second = _Side(reason.left, left, unit, dimension), _Side(reason.right, right, unit, dimension)
    match reason.kind:
        case ReasonKind.SAME:
            return _("both say {words}").format(words=first.words)
        case ReasonKind.CONVERTED:
            return _("the same in different units, within rounding")
        case ReasonKind.OVERLAP:
            common = _common(reason.left, reason.right)
            return _("both can mean {bounds}").format(bounds=bounds(common, unit, dimension))
        case ReasonKind.USUALLY_APART:
            return _apart(first, second)
        case ReasonKind.OUTSIDE:
            return _outside(first, second)


def _outside(first: "_Side", second: "_Side") -> str:
    if first.plain and second.plain:
        return _("{a} is not {b}").format(a=first.words, b=second.words)
    if first.plain or second.plain:
        point, wide = (first, second) if first.plain else (second, first)
        return _("{words} lies outside {bounds}").format(words=point.words, bounds=wide.bounds)
    return _("{a} and {b} have no number in common").format(a=first.in_full, b=second.in_full)


def _apart(first: "_Side", second: "_Side") -> str:
    if first.plain and second.plain:
        words = _("{a} and {b} can both hold to the letter, but usually do not mean the same")
        return words.format(a=first.words, b=second.words)
    if first.plain or second.plain:
        point, wide = (first, second) if first.plain else (second, first)
        words = _("“{words}” usually means {bounds}; {other} lies outside")
        return words.format(words=wide.words, bounds=wide.bounds, other=point.words)
    return _("usually, {a} and {b} have no number in common").format(a=first.in_full, b=second.in_full)


class _Side:
    """One of two figures as a reason names it: by its own words, or by its bounds."""

    def __init__(self, value: Bounds, words: str, unit: str, dimension: str) -> None:
        self.bounds = bounds(value, unit, dimension)
        self.words = words or self.bounds
        self.in_full = f"“{words}” ({self.bounds})" if words else self.bounds
        width = math.inf if value.high is None else value.high - value.low
        middle = value.low + width / 2
        self.plain = width == 0 or (width <= _PLAIN_WIDTH * abs(middle) and bool(words))


def _common(left: Bounds, right: Bounds) -> Bounds:
    low = max(left.low, right.low)
    ends = [b.high for b in (left, right) if b.high is not None]
    high = min(ends) if ends else None
    low_open = any(b.low_open for b in (left, right) if b.low == low)
    high_open = any(b.high_open for b in (left, right) if b.high == high)
    return Bounds(low, high, low_open, high_open)


def judgement(comparison: Comparison, row: LedgerRow, value: Judgement) -> str:
    """Why two mentions of a ledger row have their verdict, in the words of the articles, and what tempers it."""
    return "; ".join([reason(comparison, row, value), *remarks(value)])


def reason(comparison: Comparison, row: LedgerRow, value: Judgement) -> str:
    """Why two mentions of a ledger row have their verdict, in the words of the articles."""
    left, right = row.mentions[value.left], row.mentions[value.right]
    words = [" ".join(comparison.text(side.excerpt).split()) for side in (left, right)]
    quantity = left.quantity
    common = value.reason.kind is ReasonKind.OVERLAP  # which says a number that is in neither article
    said = quantity.unit == quantity.dimension or (not common and all(quantity.unit in one for one in words))
    unit = "" if said and quantity.unit == right.quantity.unit else quantity.unit
    return why(value.reason, words[0], words[1], unit, quantity.dimension)


def remarks(value: Judgement) -> list[str]:
    """What tempers a verdict: a later count, or two copies of one text."""
    said = []
    if value.update:
        said.append(_("may be an update: the later article has the higher count"))
    if value.one_origin:
        said.append(_("both carry text of one origin: no independent confirmation"))
    return said


def counted(row: LedgerRow) -> str:
    """What the figures of a row count, and whether a reader put them together."""
    if not row.regrouped:
        return scope(row.scope)
    several = " / ".join(scope(one) for one in row.scope.split(" / "))
    if row.came:
        words = _("{scope} (regrouped by the reader before {names} came in: look again)")
        return words.format(scope=several, names=listed(row.came))
    return _("{scope} (regrouped by the reader)").format(scope=several)


def standing(row: LedgerRow) -> str:
    """The verdict of a row as a label; one whose figures nothing stands against has none."""
    return verdict(row.verdict) if row.judgements else _("not compared")


def worst(row: LedgerRow) -> Judgement | None:
    """The judgement that gives a ledger row its verdict."""
    return max(row.judgements, key=lambda j: j.verdict.severity, default=None)
