"""A row of figures over time: each figure at the day of which its text says it is, else at the day of the text."""

import datetime as dt
import math
from collections import Counter
from dataclasses import replace

from reader.article import Article
from reader.compare.comparison import CLASH, Bounds, Comparison, Figure, LedgerRow, Quantity, Verdict
from reader.compare.figures.pairs.verdicts import in_percent, in_unit, is_share
from reader.compare.figures.quantities.bounds import PAIRED
from reader.compare.figures.quantities.dates import date_in_digits, date_in_letters
from reader.compare.figures.quantities.moment import Moment
from reader.compare.figures.quantities.units import UNITS
from reader.compare.figures.tokens import words
from reader.dataclass import dataclass

_NO_LENGTH = frozenset({"date", "day", "month", "clock", "weekday", "relative", "year", "ordinal", "ratio"}) | PAIRED
"""Dimensions whose numbers are no lengths on a scale."""
_NOON = dt.time(12)
_WEEK = 7
_WITH_YEAR = 10_000_000
"""A date as YYYYMMDD from here on tells its year."""


@dataclass(frozen=True, slots=True)
class Point:
    """A figure: of which mention of the row and which article, when, how much, and what it may mean.

    `when` is in UTC, without a zone, at noon where only the day is known, None where no day is; `as_of` says whether
    the text itself dates the figure. `value` and `bounds` are in the unit of the timeline.
    """

    mention: int
    article: str
    when: dt.datetime | None
    value: tuple[float, float]
    bounds: Bounds
    verdict: Verdict | None
    """The worst that it takes part in: conflict or tension, or None."""
    as_of: bool = False
    is_timed: bool = False
    """Whether the time of day is known."""
    is_zoned: bool = False
    """Whether its zone is known as well: without, the time is taken as it stands."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The figures of one row in one unit, the earliest first and those of no day last."""

    row: int
    unit: str
    dimension: str
    points: tuple[Point, ...]

    @property
    def days(self) -> int:
        """How many different days there are."""
        return len({point.when.date() for point in self.points if point.when is not None})


def timeline(comparison: Comparison, index: int) -> Timeline | None:
    """The row as points, or None where two or more cannot stand on one scale."""
    row = comparison.ledger[index]
    kept = [(n, m) for n, m in enumerate(row.mentions) if m.quantity.dimension not in _NO_LENGTH]
    if len(kept) < 2:
        return None
    unit, dimension = _scale([figure.quantity for _n, figure in kept])
    points = []
    for n, figure in kept:
        quantity = _scaled(figure.quantity, unit, dimension)
        if quantity is not None:
            points.append(_point(comparison.article(figure.excerpt.article), row, n, figure, quantity))
    if len(points) < 2:
        return None
    order = {article.id: n for n, article in enumerate(comparison.articles)}
    points.sort(key=lambda p: (p.when is None, p.when.isoformat() if p.when else "", order[p.article], p.mention))
    return Timeline(index, unit, dimension, tuple(points))


def _scale(found: list[Quantity]) -> tuple[str, str]:
    """The unit and dimension that most have; per cent where shares are told in several ways."""
    if any(q.dimension == "percent" for q in found) and all(map(is_share, found)):
        return "%", "percent"
    (unit, dimension), _times = Counter((q.unit, q.dimension) for q in found).most_common(1)[0]
    return unit, dimension


def _scaled(quantity: Quantity, unit: str, dimension: str) -> Quantity | None:
    """The quantity on a scale, or None where it cannot stand there; money is not changed into other money."""
    if (quantity.unit, quantity.dimension) == (unit, dimension):
        return quantity
    if dimension == "percent" and unit == "%" and is_share(quantity):
        return in_percent(quantity)
    for other in quantity.converted:
        if (other.unit, other.dimension) == (unit, dimension):
            return other
    if quantity.dimension != dimension or dimension == "money" or not {unit, quantity.unit} <= UNITS.keys():
        return None
    return in_unit(quantity, unit)


def _point(article: Article, row: LedgerRow, n: int, figure: Figure, quantity: Quantity) -> Point:
    published, timed, zoned = moment(article.revised or article.published)
    told = _told(article, figure, published)
    worst = [j.verdict for j in row.judgements if n in (j.left, j.right) and j.verdict in CLASH]
    return Point(
        mention=n,
        article=article.id,
        when=told or published,
        value=quantity.value,
        bounds=_whole(quantity),
        verdict=max(worst, key=lambda v: v.severity, default=None),
        as_of=told is not None,
        is_timed=timed and told is None,
        is_zoned=zoned and told is None,
    )


def _whole(quantity: Quantity) -> Bounds:
    """What a figure may mean, in whole numbers where it counts what cannot be parted."""
    bounds = quantity.usual
    if quantity.dimension != "count" or quantity.unit or not all(float(value).is_integer() for value in quantity.value):
        return bounds
    low, high = math.ceil(bounds.low), None if bounds.high is None else math.floor(bounds.high)
    return bounds if high is not None and high < low else replace(bounds, low=low, high=high)


def moment(iso: str) -> tuple[dt.datetime | None, bool, bool]:
    """An ISO 8601 date or date and time in UTC, noon where it tells no time; whether it tells one, and its zone."""
    try:
        when = dt.datetime.fromisoformat(iso)
    except ValueError:
        return None, False, False
    if "T" not in iso and " " not in iso.strip():
        return dt.datetime.combine(when.date(), _NOON), False, False
    return (when.astimezone(dt.UTC).replace(tzinfo=None) if when.tzinfo else when), True, when.tzinfo is not None


def _told(article: Article, figure: Figure, published: dt.datetime | None) -> dt.datetime | None:
    """The day of which the text says that the figure is, at noon; None where it tells none that can be known."""
    if figure.as_of is None:
        return None
    sentence = words(article.text, figure.as_of)
    found = (date_in_letters(sentence, i) or date_in_digits(sentence, i) for i in range(len(sentence.words)))
    first = next((one for one in found if one is not None), None)
    try:
        day = _day(first, published.date() if published else None) if first is not None else None
    except (ValueError, OverflowError):  # 30 February
        return None
    return dt.datetime.combine(day, _NOON) if day is not None else None


def _day(told: Moment, published: dt.date | None) -> dt.date | None:
    """A moment as a day: of what comes round again the last before the article, whatever tense it speaks in."""
    if told.kind == "date" and told.value >= _WITH_YEAR:
        return dt.date(int(told.value) // 10_000, int(told.value) // 100 % 100, int(told.value) % 100)
    if published is None:
        return None
    if told.kind == "relative":
        return published + dt.timedelta(days=int(told.value))
    if told.kind == "weekday":
        return published - dt.timedelta(days=(published.weekday() - int(told.value)) % _WEEK)
    if told.kind == "date":
        day = dt.date(published.year, int(told.value) // 100 % 100, int(told.value) % 100)
        return day if day <= published + dt.timedelta(days=1) else day.replace(year=day.year - 1)
    return None
