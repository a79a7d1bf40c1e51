"""Draws who shares how much with whom: a row an account, a column each other, accounts of one origin in one frame."""

from itertools import permutations

from reader import wording
from reader.compare.comparison import Comparison, Relation
from reader.compare.sharing_matrix import SharedParts, SharingMatrix
from reader.export.charts.account_labels import Names
from reader.export.charts.drawing import (
    Chart,
    ChartBox,
    ChartLine,
    ChartPlace,
    ChartText,
    Drawing,
    Shape,
    extent,
    fitted,
    wrapped,
)
from reader.i18n import _

SIZE, SMALL = 11.0, 10.0
_LEAST, _WIDEST, _HIGH, _LOW = 27.0, 74.0, 38.0, 27.0
"""How wide a cell is at least and at most, and how high it is where there are few of them and where many."""
_MANY = 9
_HEAD, _BETWEEN, _LABELS, _KEY = 22.0, 9.0, 190.0, 24.0
_ROOM, _LEADING = 150.0, 17.0
"""How wide what the marks mean is at least, where it stands beside the cells, and how far its lines are apart."""
_SAMPLES = (
    (Relation.VERBATIM, SharedParts(verbatim=1.0)),
    (Relation.REWORDED, SharedParts(reworded=1.0)),
    (Relation.QUOTATION, SharedParts(quoted=1.0)),
)
_DEPTHS = ((0.5, "passage_3"), (0.2, "passage_2"), (0.02, "passage_1"))
"""From so large a share on, so deep a ground."""

Shapes = list[ChartLine | ChartBox | Shape | ChartText]


def chart(comparison: Comparison, found: SharingMatrix, names: Names, width: float = 720.0) -> Chart:
    """The picture, no wider than that unless its cells need it; a place a cell, known by its row and column."""
    order = found.articles
    written = cell if len(order) < _MANY else _percent
    return Chart(
        title=_("Who shares how much with whom"),
        summary=_summary(found, names),
        drawing=_Grid(comparison, found, names, width).drawing(),
        heads=(_("Account"), *(_("in {account}").format(account=names[other]) for other in order)),
        rows=tuple(
            (str(names[one]), *("" if one == other else written(found.of(one, other)) for other in order))
            for one in order
        ),
    )


def cell(shared: SharedParts) -> str:
    """A share and what it is made of, in words."""
    if not shared.total:
        return _("nothing")
    parts = [
        f"{wording.relation(relation)} {wording.share(part)}"
        for relation, part in zip(
            (Relation.VERBATIM, Relation.REWORDED, Relation.QUOTATION),
            (shared.verbatim, shared.reworded, shared.quoted),
            strict=True,
        )
        if part
    ]
    return f"{wording.share(shared.total)} ({', '.join(parts)})" if len(parts) > 1 else parts[0]


def _percent(shared: SharedParts) -> str:
    """The share alone, where a table has too many columns for more."""
    return wording.share(shared.total) if shared.total else "–"


class _Grid:
    """Lays one picture out."""

    def __init__(self, comparison: Comparison, found: SharingMatrix, names: Names, width: float) -> None:
        self._found, self._names = found, names
        self._order = [article.id for article in comparison.articles]
        self._articles = found.articles
        count = len(self._articles)
        self._cell_high = _HIGH if count < _MANY else _LOW
        longest = max(extent(names[one].mark + names[one].name, SIZE) for one in self._articles) + 18
        self._left = min(_LABELS, longest)
        gaps = _BETWEEN * (len(found.groups) - 1) if self._has_groups else 0.0
        self._cell_wide = min(_WIDEST, max(_LEAST, (width - self._left - gaps) / count))
        self._offsets = self._gaps()
        self._top = _HEAD + SIZE + 6
        self._right = self._x(count - 1) + self._cell_wide
        self._bottom = self._y(count - 1) + self._cell_high
        self._width = max(width, self._right + 2)

    @property
    def _has_groups(self) -> bool:
        return any(len(group) > 1 for group in self._found.groups)

    def _gaps(self) -> list[float]:
        """How far each row is moved on by the gaps between origins before it."""
        found: list[float] = []
        for n, group in enumerate(self._found.groups):
            found += [n * _BETWEEN if self._has_groups else 0.0] * len(group)
        return found

    def _x(self, n: int) -> float:
        return self._left + n * self._cell_wide + self._offsets[n]

    def _y(self, n: int) -> float:
        return self._top + n * self._cell_high + self._offsets[n]

    def drawing(self) -> Drawing:
        """The whole picture: names at both edges, a square for each pair, and what the shades mean."""
        shapes: Shapes = [ChartText(0, SIZE, _("Of the account in the row, so much stands in …"), SIZE, "muted")]
        for n, article in enumerate(self._articles):
            named = self._names[article]
            middle = self._y(n) + self._cell_high / 2 + 4
            mark = extent(named.mark, SIZE) + 5
            shapes.append(ChartText(0, middle, named.mark, SIZE, bold=True))
            shapes.append(ChartText(mark, middle, fitted(named.name, SIZE, self._left - mark - 8), SIZE))
            above = self._x(n) + self._cell_wide / 2
            shapes.append(ChartText(above, self._top - 6, named.mark, SIZE, align="middle", bold=True))
            shapes.append(self._empty(n))
        places = []
        for i, j in permutations(range(len(self._articles)), 2):
            shapes += self._cell(i, j)
            places.append(self._place(i, j))
        shapes += self._frames()
        keyed, bottom = self._key()
        return Drawing(self._width, bottom, (*shapes, *keyed), tuple(places))

    def _empty(self, n: int) -> ChartBox:
        """Where an account would stand against itself."""
        return ChartBox(self._x(n) + 1, self._y(n) + 1, self._cell_wide - 2, self._cell_high - 2, "window")

    def _cell(self, i: int, j: int) -> Shapes:
        """The share in per cent on a ground as deep as it is large, and under it what it is made of."""
        shared = self._found.of(self._articles[i], self._articles[j])
        x, y, wide, high = self._x(j), self._y(i), self._cell_wide, self._cell_high
        ground = next((colour for least, colour in _DEPTHS if shared.total >= least), "base")
        shapes: Shapes = [ChartBox(x + 1, y + 1, wide - 2, high - 2, ground, "hair", 0.75)]
        percent = str(round(100 * shared.total)) if shared.total else "–"
        size = SIZE if self._cell_high == _HIGH else SMALL
        colour = "text" if shared.total else "muted"
        shapes.append(
            ChartText(x + wide / 2, y + high / 2 + (1 if shared.total else 4), percent, size, colour, "middle")
        )
        return shapes + (bar(shared, x + 5, y + high - 10, wide - 10) if shared.total else [])

    def _place(self, i: int, j: int) -> ChartPlace:
        one, other = self._articles[i], self._articles[j]
        label = _("Of {account}, in {other}: {shared}").format(
            account=self._names[one], other=self._names[other], shared=cell(self._found.of(one, other))
        )
        key = self._order.index(one), self._order.index(other)
        return ChartPlace(self._x(j), self._y(i), self._cell_wide, self._cell_high, label, key)

    def _frames(self) -> Shapes:
        """A heavy frame around the accounts of one origin."""
        shapes: Shapes = []
        first = 0
        for group in self._found.groups:
            last = first + len(group) - 1
            if len(group) > 1:
                x, y = self._x(first) - 1, self._y(first) - 1
                width, height = self._x(last) + self._cell_wide + 1 - x, self._y(last) + self._cell_high + 1 - y
                shapes.append(ChartBox(x, y, width, height, "", "text", 2.0))
            first = last + 1
        return shapes

    def _key(self) -> tuple[Shapes, float]:
        """What the parts of a bar are, and what a frame says, beside the cells or under them; and where all ends."""
        x, y = self._right + 28, self._top + SMALL
        room = self._width - x - 26
        if room < _ROOM:
            x, y, room = 0.0, self._bottom + _KEY, self._width - 26
        shapes: Shapes = []
        for relation, sample in _SAMPLES:
            shapes += [*bar(sample, x, y - 7, 18), ChartText(x + 26, y, wording.relation(relation), SMALL, "muted")]
            y += _LEADING
        if self._has_groups:
            shapes.append(ChartBox(x, y - 9, 18, 10, "", "text", 2.0))
            for line in wrapped(_("one origin: copies of one text do not confirm one another"), SMALL, room):
                shapes.append(ChartText(x + 26, y, line, SMALL, "muted"))
                y += _LEADING
        return shapes, max(y - _LEADING + 6, self._bottom + 3)


def bar(shared: SharedParts, x: float, y: float, width: float) -> Shapes:
    """A share as a bar of parts: word for word is full, reworded is framed, quoted has stripes."""
    shapes: Shapes = []
    for part, fill, edge in (
        (shared.verbatim, "passage_edge", "passage_edge"),
        (shared.reworded, "base", "passage_edge"),
        (shared.quoted, "quotation", "quotation_edge"),
    ):
        if not part:
            continue
        wide = max(width * part, 1.5)
        shapes.append(ChartBox(x, y, wide, 6, fill, edge, 1.0))
        if edge == "quotation_edge":
            shapes += [
                ChartLine(x + at, y + 6, x + min(at + 3, wide), y, edge, 0.9)
                for at in (4.0 * n for n in range(int(wide // 4) + 1))
                if at + 1 < wide
            ]
        x += wide
    return shapes


def _summary(found: SharingMatrix, names: Names) -> str:
    """Who shares most with whom, in a sentence."""
    pairs = sorted(found.pairs.items(), key=lambda pair: -pair[1].total)
    if not pairs:
        return _("These accounts share nothing.")
    (one, other), most = pairs[0]
    said = _("The most: of {account}, {share} stands in {other}.").format(
        account=names[one].name, other=names[other].name, share=wording.share(most.total)
    )
    copies = [group for group in found.groups if len(group) > 1]
    told = (
        _("Of one origin: {accounts}.").format(accounts=", ".join(names[one].name for one in group)) for group in copies
    )
    return " ".join([said, *told])
