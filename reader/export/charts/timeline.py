"""Draws a row of figures over time: days across, what each figure may mean upright, what conflicts marked."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from reader import locales, wording
from reader.compare.comparison import Comparison, Verdict
from reader.compare.timelines import Point, Timeline
from reader.export.charts.account_labels import Names, key
from reader.export.charts.drawing import (
    Chart,
    ChartBox,
    ChartLine,
    ChartPlace,
    ChartText,
    Drawing,
    Shape,
    diamond,
    disc,
    extent,
    fitted,
)
from reader.export.charts.scale import Scale, apart
from reader.i18n import _, ngettext

SIZE, SMALL = 11.0, 10.0
_TOP, _FOOT, _RIGHT, _UNDER = 36.0, 24.0, 12.0, 8.0
_NARROW, _SAID, _LONGEST = 30.0, 8, 110.0
"""How much room a point takes at least; up to so many points have their words beside them, no longer than this."""
_CAP, _REACH, _ARROW, _PAD = 4.0, 4.5, 7.0, 12.0
_DASHES: tuple[tuple[float, ...], ...] = ((), (5.0, 3.0), (1.5, 2.5), (8.0, 3.0, 1.5, 3.0))
"""One outlet's line is told from another's by these."""
_COLOURS = {Verdict.CONFLICT: "conflict_edge", Verdict.TENSION: "tension_edge"}

Shapes = list[ChartLine | ChartBox | Shape | ChartText]


def chart(comparison: Comparison, line: Timeline, names: Names, width: float = 720.0, height: float = 230.0) -> Chart:
    """The picture, at least so wide and a little higher than that; a place a figure, known by its mention."""
    return Chart(
        title=wording.counted(comparison.ledger[line.row]),
        summary=_summary(comparison, line),
        drawing=_Plot(comparison, line, names, width, height).drawing(),
        heads=(_("Account"), _("Date"), _("What it says"), _("What it may mean"), _("Verdict")),
        rows=tuple(_told(comparison, line, point, names) for point in line.points),
    )


class _Plot:
    """Lays one picture out."""

    def __init__(self, comparison: Comparison, line: Timeline, names: Names, width: float, height: float) -> None:
        self._comparison, self._line, self._names = comparison, line, names
        self._points = line.points
        self._foot = height - _FOOT
        self._said = [self._words(point) for point in self._points]
        self._scale = Scale(list(_numbers(self._points)), self._foot - _PAD, _TOP)
        self._labels = [wording.number(step, line.dimension) for step in self._scale.steps]
        self._left = max(extent(label, SMALL) for label in self._labels) + 12
        self._xs = self._across(width)
        self._width = max([width, *(x + self._room(n) / 2 + _RIGHT for n, x in enumerate(self._xs))])

    def drawing(self) -> Drawing:
        """The whole picture: a line an account, its figures where they stand in time."""
        shapes: Shapes = [*self._grid(), *self._days(), *self._outlets()]
        for n in range(len(self._points)):
            shapes += self._figure(n)
        here = {point.article for point in self._points}
        order = [article.id for article in self._comparison.articles if article.id in here]
        top = self._foot + _FOOT + _UNDER
        named, high = key(order, self._names, top, self._width, SIZE)
        meant, more = self._meanings(top + high + 4)
        places = tuple(self._place(n) for n in range(len(self._points)))
        return Drawing(self._width, top + high + 4 + more, (*shapes, *named, *meant), places)

    def _meanings(self, top: float) -> tuple[Shapes, float]:
        """What the marks say, those that are here, and how high that is."""
        found = {point.verdict for point in self._points}
        samples = [(verdict, wording.verdict(verdict)) for verdict in _COLOURS if verdict in found]
        shapes: Shapes = []
        x, y = 0.0, top + SMALL
        for verdict, label in samples:
            colour = _COLOURS[verdict]
            shapes += [_mark(x + 6, y - 4, verdict, colour), ChartText(x + 16, y, label, SMALL, "muted")]
            x += 16 + extent(label, SMALL) + 18
        label = _("upright: what the words may mean")
        shapes += [*_upright(x + 6, y - 9, y + 1, "text"), ChartText(x + 16, y, label, SMALL, "muted")]
        return shapes, SMALL + 6

    # Across

    def _words(self, point: Point) -> str:
        """The figure in the article's own words, where there is room for words at all."""
        if len(self._points) > _SAID:
            return ""
        return fitted(_written(self._comparison, self._line, point), SMALL, _LONGEST)

    def _room(self, n: int) -> float:
        """How wide a point is, with its words at its right."""
        return _NARROW + extent(self._said[n], SMALL)

    def _across(self, width: float) -> list[float]:
        """Where the points stand: by their moments, those of one moment side by side, those of none at the end."""
        whens = [point.when for point in self._points if point.when is not None]
        first, last = (min(whens), max(whens)) if whens else (None, None)
        room = [self._room(n) for n in range(len(self._points))]
        free = width - self._left - _RIGHT

        def at(point: Point) -> float:
            if point.when is None or first is None or last is None or first == last:
                return self._left + (free if whens and point.when is None else 0)
            return self._left + free * ((point.when - first) / (last - first))

        return apart([at(point) for point in self._points], room, self._left, width - _RIGHT)

    def _x(self, n: int) -> float:
        """Where the mark of a point stands: at the left of its words."""
        return self._xs[n] - self._room(n) / 2 + _NARROW / 2 - 2

    # The ground

    def _grid(self) -> Iterator[ChartLine | ChartText]:
        unit = wording.unit_of(self._line.unit)
        if unit:
            yield ChartText(0, SMALL + 2, unit, SMALL, "muted")
        for step, label in zip(self._scale.steps, self._labels, strict=True):
            y = self._scale(step)
            yield ChartLine(self._left, y, self._width, y, "hair")
            yield ChartText(self._left - 8, y + 3.5, label, SMALL, "muted", "end")

    def _days(self) -> Iterator[ChartLine | ChartText]:
        """What day it is, under the first point of each; the time as well where all are of one day."""
        free = self._left
        for _day, group in groupby(range(len(self._points)), lambda n: self._moment(self._points[n])):
            first = next(iter(group))
            label = self._label(self._points[first])
            x, end = self._x(first), extent(label, SMALL)
            yield ChartLine(x, self._foot, x, self._foot + 4, "border")
            left = max(x - 8, free)
            if left - x < 40:
                yield ChartText(left, self._foot + 17, label, SMALL, "muted")
                free = left + end + 10

    def _moment(self, point: Point) -> object:
        """What one label stands for: a day, or a time of the only day."""
        if point.when is None or (self._line.days == 1 and point.is_timed):
            return point.when
        return point.when.date()

    def _label(self, point: Point) -> str:
        if point.when is None:
            return _("no date")
        iso = point.when.isoformat()
        if self._line.days == 1 and point.is_timed:
            if point is not self._points[0]:
                return iso[11:16]
            return f"{locales.day(iso)}, {iso[11:16]}" + (" UTC" if point.is_zoned else "")
        years = {p.when.year for p in self._points if p.when is not None}
        return locales.day(iso) if len(years) > 1 or point is self._points[0] else locales.day_of_year(iso)

    # The figures

    def _outlets(self) -> Iterator[ChartLine]:
        """A line from figure to figure of one outlet, where it has figures of several days."""
        lines: dict[str, list[int]] = {}
        for n, point in enumerate(self._points):
            outlet = self._comparison.article(point.article).outlet.casefold() or point.article
            lines.setdefault(outlet, []).append(n)
        for at, numbers in enumerate(lines.values()):
            for one, other in pairwise(numbers):
                if self._points[one].when != self._points[other].when:
                    places = (self._x(one), self._y(one), self._x(other), self._y(other))
                    yield ChartLine(*places, "share", 1.3, _DASHES[at % len(_DASHES)])

    def _y(self, n: int) -> float:
        low, high = self._points[n].value
        return self._scale((low + high) / 2)

    def _ends(self, n: int) -> tuple[float, float]:
        """The upper and the lower end of what a figure may mean."""
        bounds = self._points[n].bounds
        upper = _TOP - 8 if bounds.high is None else self._scale(bounds.high)
        return upper, self._scale(bounds.low)

    def _figure(self, n: int) -> Shapes:
        """What it may mean as an upright, its value as a mark, whose it is above, its words beside it."""
        point, x, y = self._points[n], self._x(n), self._y(n)
        colour = _COLOURS.get(point.verdict, "text") if point.verdict else "text"
        dash = (2.0, 2.0) if point.verdict is Verdict.TENSION else ()
        upper, lower = self._ends(n)
        shapes: Shapes = []
        if lower - upper > 1:
            shapes += _upright(x, upper, lower, colour, dash, is_open=point.bounds.high is None)
        low, high = point.value
        if low != high:
            upmost = self._scale(high)
            shapes.append(ChartBox(x - 3, upmost, 6, self._scale(low) - upmost, "base", colour, 1.4, 3))
        if low == high or point.verdict:
            shapes.append(_mark(x, y, point.verdict, colour))
        top = min(upper, y - _REACH)
        shapes.append(ChartText(x, top - 5, self._names[point.article].mark, SIZE, colour, "middle", bold=True))
        if self._said[n]:
            beside = x + _REACH + 5
            shapes.append(ChartBox(beside - 1, y - 7, extent(self._said[n], SMALL) + 2, 14, "base"))
            shapes.append(ChartText(beside, y + 3.5, self._said[n], SMALL, colour))
        return shapes

    def _place(self, n: int) -> ChartPlace:
        """A figure, in a sentence, with room around it for the mouse."""
        point = self._points[n]
        upper, lower = self._ends(n)
        top, left = min(upper, self._y(n)) - SIZE - 6, self._x(n) - _NARROW / 2 + 1
        cells = _told(self._comparison, self._line, point, self._names)
        label = _("{account}, {date}: {words}. It may mean {meaning}.").format(
            account=cells[0], date=cells[1], words=cells[2], meaning=cells[3]
        )
        words = f"{label} {cells[4]}." if point.verdict else label
        return ChartPlace(left, top, self._room(n) - 2, max(lower, self._y(n)) + 6 - top, words, (point.mention,))


def _mark(x: float, y: float, verdict: Verdict | None, colour: str) -> ChartBox | Shape:
    """A full square on its corner where figures conflict, an empty one where they may, else a disc."""
    if verdict is Verdict.CONFLICT:
        return diamond(x, y, _REACH + 1.5, colour, colour)
    if verdict is Verdict.TENSION:
        return diamond(x, y, _REACH + 1, "base", colour)
    return disc(x, y, _REACH - 0.5, colour, colour)


def _upright(
    x: float, upper: float, lower: float, colour: str, dash: tuple[float, ...] = (), *, is_open: bool = False
) -> Shapes:
    """A line from end to end of what may be meant; the upper end is an arrow where it is open."""
    end = _arrow(x, upper, colour) if is_open else ChartLine(x - _CAP, upper, x + _CAP, upper, colour, 1.6)
    return [
        ChartLine(x, upper, x, lower, colour, 1.6, dash),
        ChartLine(x - _CAP, lower, x + _CAP, lower, colour, 1.6),
        end,
    ]


def _arrow(x: float, y: float, colour: str) -> Shape:
    """The head of what goes on without end."""
    return Shape(((x - _ARROW / 2, y + _ARROW), (x, y), (x + _ARROW / 2, y + _ARROW)), colour, colour)


def _numbers(points: Sequence[Point]) -> Iterator[float]:
    """All numbers for which the scale needs room."""
    for point in points:
        yield from point.value
        yield point.bounds.low
        if point.bounds.high is not None:
            yield point.bounds.high


def _written(comparison: Comparison, line: Timeline, point: Point) -> str:
    """The figure in the words of its article."""
    return " ".join(comparison.words(comparison.ledger[line.row].mentions[point.mention].excerpt).split())


def _told(comparison: Comparison, line: Timeline, point: Point, names: Names) -> tuple[str, ...]:
    """A row of the table."""
    return (
        str(names[point.article]),
        _day(comparison, point),
        _written(comparison, line, point),
        wording.bounds(point.bounds, line.unit, line.dimension),
        wording.verdict(point.verdict) if point.verdict else "",
    )


def _day(comparison: Comparison, point: Point) -> str:
    """The moment as the article has it, or the day of which its text says that the figure is."""
    if point.when is None:
        return _("no date")
    if point.as_of:
        return _("as of {date}").format(date=locales.day(point.when.isoformat()))
    article = comparison.article(point.article)
    return locales.minute(article.revised or article.published)


def _summary(comparison: Comparison, line: Timeline) -> str:
    """What the picture says, in a sentence: how many figures, from when to when, and how many conflict."""
    whens = [point.when for point in line.points if point.when is not None]
    count = len(line.points)
    said = ngettext("{n} figure", "{n} figures", count).format(n=count)
    if whens and line.days > 1:
        first, last = (locales.day(when.isoformat()) for when in (min(whens), max(whens)))
        said = _("{figures} from {first} to {last}").format(figures=said, first=first, last=last)
    elif whens:
        said = _("{figures} of {day}").format(figures=said, day=locales.day(min(whens).isoformat()))
    low = min(point.value[0] for point in line.points)
    high = max(point.value[1] for point in line.points)
    numbers = [wording.number(one, line.dimension) for one in (low, high)]
    between = numbers[0] if numbers[0] == numbers[1] else _("{low} to {high}").format(low=numbers[0], high=numbers[1])
    unit = wording.unit_of(line.unit)
    parts = [f"{said}: {between} {unit}".rstrip()]
    clashing = sum(point.verdict is Verdict.CONFLICT for point in line.points)
    if clashing:
        parts.append(
            ngettext("{n} of them conflicts with another", "{n} of them conflict with others", clashing).format(
                n=clashing
            )
        )
    return ". ".join(parts) + "."
