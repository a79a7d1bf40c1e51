"""What no row aligns is poured into the rows between: in order, and where it leaves the least of the page empty."""

from collections.abc import Sequence
from dataclasses import field, replace

from reader.dataclass import dataclass
from reader.export.sentence_groups import SentenceGroup

_FOLDED = 90
"""About as many characters as a fold shows."""
_TALL = 2_000
"""How many characters of a column a row of loose text holds at most."""


@dataclass(slots=True)
class FilledRow:
    """Units of several columns; those of the columns in `sharing` share `passages`, others only pass by."""

    passages: frozenset[int] = frozenset()
    cells: dict[int, list[SentenceGroup]] = field(default_factory=dict)
    sharing: frozenset[int] = frozenset()
    height: int = 0


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Units of one column between two of its anchors, and the rows, first and last, that they may stand in."""

    column: int
    units: tuple[SentenceGroup, ...]
    first: int
    last: int

    @property
    def length(self) -> int:
        return sum(length(unit) for unit in self.units)


def length(unit: SentenceGroup) -> int:
    """About how many characters the unit takes on a page."""
    return sum(_FOLDED if span in unit.folds else len(span) for span in unit.spans)


def filled(anchors: Sequence[FilledRow], columns: Sequence[Sequence[SentenceGroup]]) -> list[FilledRow]:
    """The anchor rows, in order, with every other unit of every column in them or between them."""
    rows, stretches = _sliced(*_planned(anchors, columns))
    for stretch in stretches:
        _pour(rows, stretch)
    return [row for row in rows if row.cells]


def _sliced(rows: Sequence[FilledRow], stretches: Sequence[_Stretch]) -> tuple[list[FilledRow], list[_Stretch]]:
    """The same with tall rows of loose text cut into several: a page is soon set, a row over many pages is not."""
    slices: list[FilledRow] = []
    starts = []
    for row in rows:
        starts.append(len(slices))
        parts = 1 if row.sharing else max(1, -(-row.height // _TALL))
        slices += [row] if parts == 1 else [FilledRow(height=row.height // parts + 1) for _part in range(parts)]
    ends = [*(start - 1 for start in starts[1:]), len(slices) - 1]
    return slices, [replace(s, first=starts[s.first], last=ends[s.last]) for s in stretches]


def total_height(anchors: Sequence[FilledRow], columns: Sequence[Sequence[SentenceGroup]]) -> int:
    """How tall all rows together must be, in characters of a column."""
    return sum(row.height for row in _planned(anchors, columns)[0])


def _planned(
    anchors: Sequence[FilledRow], columns: Sequence[Sequence[SentenceGroup]]
) -> tuple[list[FilledRow], list[_Stretch]]:
    """Copies of the anchor rows with a row between each two, all as tall as need be, and what is to be poured in."""
    rows = [FilledRow()]
    for anchor in anchors:
        height = max(sum(length(unit) for unit in cell) for cell in anchor.cells.values())
        rows += [FilledRow(anchor.passages, dict(anchor.cells), frozenset(anchor.cells), height), FilledRow()]
    stretches = [stretch for column, units in enumerate(columns) for stretch in _stretches(rows, column, units)]
    _raise(rows, stretches)
    return rows, stretches


def _raise(rows: Sequence[FilledRow], stretches: Sequence[_Stretch]) -> None:
    """Make rows tall enough for every stretch, and the page no longer than it must be.

    In the order of their last rows, each stretch adds what it lacks to its last row: the one that most
    of those still to come can use too.
    """
    for stretch in sorted(stretches, key=lambda s: (s.last, s.first, s.column)):
        room = sum(rows[n].height for n in range(stretch.first, stretch.last + 1))
        rows[stretch.last].height += max(0, stretch.length - room)


def _stretches(rows: Sequence[FilledRow], column: int, units: Sequence[SentenceGroup]) -> list[_Stretch]:
    anchored = {row.cells[column][0].spans: n for n, row in enumerate(rows) if column in row.cells}
    found = []
    first, loose = 0, []
    for unit in units:
        anchor = anchored.get(unit.spans)
        if anchor is None:
            loose.append(unit)
            continue
        found.append(_Stretch(column, tuple(loose), first, anchor - 1))
        first, loose = anchor + 1, []
    found.append(_Stretch(column, tuple(loose), first, len(rows) - 1))
    return [stretch for stretch in found if stretch.units]


def _pour(rows: Sequence[FilledRow], stretch: _Stretch) -> None:
    """Fill the rows up to their heights, in order; units are whole, so that a row may come out a little taller."""
    rest = list(stretch.units)
    for number in range(stretch.first, stretch.last + 1):
        row, level = rows[number], 0
        last = number == stretch.last
        opens = number == 0  # all articles begin on one height
        cell: list[SentenceGroup] = []
        while rest and (last or (opens and not cell) or level + length(rest[0]) / 2 <= row.height):
            level += length(rest[0])
            cell.append(rest.pop(0))
        if cell:
            row.cells[stretch.column] = cell
