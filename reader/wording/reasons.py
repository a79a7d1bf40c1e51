"""Why two figures agree or clash, said so that nobody needs to know what bounds are."""

import math

from reader.compare.comparison import Bounds, Reason, ReasonKind
from reader.dataclass import dataclass
from reader.i18n import _, quoted
from reader.wording.quantities import bounds

_PLAIN_WIDTH = 0.05
"""Bounds narrower than this share of their middle are but the tolerance of one number: that number is said instead."""
_FAR, _LEAST = 1.3, 5
"""How many times the lower number, and by how much, the higher must be to be far from it: two and three are not."""
_UNORDERED = frozenset(["ordinal", "rank", "reference", "calibre", "date", "day", "month", "clock", "tally", "score"])
"""Dimensions that name a thing, a moment in a round of days and months, or two numbers: neither of two is the lower."""


def why(
    reason: Reason,
    left: str = "",
    right: str = "",
    unit: str = "",
    dimension: str = "count",
    turned: tuple[bool, bool] = (False, False),
) -> str:
    """Why a verdict: "5,800 is far below “almost 8,000”"; `left` and `right` are the words of the figures, if known.

    `unit` is that of the bounds; `turned` says of either figure whether its words have another.
    """
    first, second = (
        _Side.of(value, words, unit, dimension, is_turned=away)
        for value, words, away in ((reason.left, left, turned[0]), (reason.right, right, turned[1]))
    )
    match reason.kind:
        case ReasonKind.SAME:
            return _("both say {words}").format(words=first.said)
        case ReasonKind.CONVERTED:
            return _("{a} and {b} are the same in different units, within rounding").format(a=first.said, b=second.said)
        case ReasonKind.OVERLAP:
            return _fitting(first, second, unit, dimension)
        case ReasonKind.USUALLY_APART:
            return _usually_apart(first, second)
        case ReasonKind.REWORDED:
            return _("one and the same sentence has {a} in one account and {b} in the other").format(
                a=first.said, b=second.said
            )
        case ReasonKind.OUTSIDE:
            return _apart(first, second, dimension)


@dataclass(frozen=True, slots=True)
class _Side:
    """One of two figures: what it may be, its words, and how a reason names it."""

    bounds: Bounds
    words: str
    """As written; empty where they are not known."""
    said: str
    """Its words, in quotation marks where they are more than a number or began a sentence; else its bounds."""
    reach: str
    """What it may be, in words."""
    is_plain: bool
    """Whether it is one number, give or take its rounding."""
    is_turned: bool
    """Whether what it may be is in another unit than its words: `said` has both then."""

    @classmethod
    def of(cls, value: Bounds, words: str, unit: str, dimension: str, *, is_turned: bool = False) -> "_Side":
        is_plain = _is_plain(value, bool(words))
        middle = (value.low + (value.high or value.low)) / 2
        reach = bounds(Bounds(middle, middle) if is_plain else value, unit, dimension)
        said = words if is_plain and not words[:1].isupper() else quoted(words) if words else ""
        if is_turned and words:
            said = _("{words} ({bounds})").format(words=said, bounds=reach)
        return cls(value, words, said or reach, reach, is_plain, is_turned)

    @property
    def middle(self) -> float:
        """The number that stands for it: the end that it has where it has but one."""
        if self.bounds.high is None:
            return self.bounds.low
        return self.bounds.high if self.bounds.low == 0 else (self.bounds.low + self.bounds.high) / 2

    @property
    def in_full(self) -> str:
        """With what it may be, where its words alone do not say how far it reaches."""
        is_told = self.is_plain or self.is_turned or not self.words or self.bounds.high is None or self.bounds.low == 0
        return self.said if is_told else _("{words} ({bounds})").format(words=self.said, bounds=self.reach)


def _is_plain(value: Bounds, is_worded: bool) -> bool:
    """Whether a number may be but itself, give or take a tolerance that its words need not tell."""
    if value.high is None or math.isinf(value.high):
        return False
    width, middle = value.high - value.low, (value.low + value.high) / 2
    return width == 0 or (is_worded and width <= _PLAIN_WIDTH * abs(middle))


def _apart(first: _Side, second: _Side, dimension: str) -> str:
    """No number fits both: which of them is the lower."""
    if dimension in _UNORDERED or not first.bounds.disjoint(second.bounds):
        return _("{a} is not {b}").format(a=first.words or first.reach, b=second.words or second.reach)
    low, high = (first, second) if first.bounds.below(second.bounds) else (second, first)
    if dimension == "year":
        return _("{a} is earlier than {b}").format(a=low.said, b=high.said)
    if dimension == "age":
        return _("{a} is younger than {b}").format(a=low.said, b=high.said)
    if dimension == "duration":
        words = _("{a} is far shorter than {b}") if _is_far(low, high) else _("{a} is shorter than {b}")
        return words.format(a=low.said, b=high.said)
    if _is_far(low, high):
        return _("{a} is far below {b}").format(a=low.said, b=high.said)
    return _("{a} is below {b}").format(a=low.in_full, b=high.in_full)


def _usually_apart(first: _Side, second: _Side) -> str:
    """A number fits both, but none that a reader would think of."""
    if (first.is_plain and second.is_plain) or not first.bounds.disjoint(second.bounds):
        words = _("{a} and {b} can both hold to the letter, but usually do not mean the same")
        return words.format(a=first.said, b=second.said)
    low, high = (first, second) if first.bounds.below(second.bounds) else (second, first)
    if low.is_plain:
        words = _("{a} is far below what {b} usually means") if _is_far(low, high) else _(
            "{a} is below what {b} usually means"
        )  # fmt: skip
    else:
        words = _("{a} usually means far less than {b}") if _is_far(low, high) else _("{a} usually means less than {b}")
    return words.format(a=low.said, b=high.said)


def _fitting(first: _Side, second: _Side, unit: str, dimension: str) -> str:
    """What either may mean, the other may mean too."""
    if not (first.words and second.words):
        return _("both can mean {bounds}").format(bounds=bounds(_common(first.bounds, second.bounds), unit, dimension))
    if first.is_plain and second.is_plain:
        return _("{a} and {b} are the same, rounded").format(a=first.said, b=second.said)
    if first.is_plain or second.is_plain:
        point, wide = (first, second) if first.is_plain else (second, first)
        return _("{a} fits {b}").format(a=point.said, b=wide.said)
    return _("{a} and {b} can both be true").format(a=first.said, b=second.said)


def _is_far(low: _Side, high: _Side) -> bool:
    return high.middle >= _FAR * low.middle and high.middle - low.middle >= _LEAST


def _common(left: Bounds, right: Bounds) -> Bounds:
    low = max(left.low, right.low)
    ends = [b.high for b in (left, right) if b.high is not None]
    high = min(ends) if ends else None
    low_open = any(b.low_open for b in (left, right) if b.low == low)
    high_open = any(b.high_open for b in (left, right) if b.high == high)
    return Bounds(low, high, low_open, high_open)
