"""Several articles as rows: shared passages stand side by side, the rest runs on in each article's own order."""

from collections.abc import Callable, Sequence

from reader.export.filled_rows import FilledRow, filled, length, total_height
from reader.export.sentence_groups import SentenceGroup
from reader.text.chain import heaviest_pairs


def aligned(columns: Sequence[Sequence[SentenceGroup]], weight: Callable[[int], float]) -> list[FilledRow]:
    """Every unit of every column exactly once, in its column's order.

    The column with the most in common is laid first, then each next one along the heaviest chain of passages that keeps
    both orders; passages that cross it stay where their article has them. `weight` is that of a passage.
    """
    heaviness = [sum(weight(p) for unit in column for p in unit.passages) for column in columns]
    rows: list[FilledRow] = []
    for number in sorted(range(len(columns)), key=lambda n: (-heaviness[n], n)):
        rows = _laid(rows, number, columns[number], weight)
    anchors = [row for row in rows if len(row.cells) > 1]
    return filled(thinned(anchors, columns), columns)


def _laid(
    rows: list[FilledRow], column: int, units: Sequence[SentenceGroup], weight: Callable[[int], float]
) -> list[FilledRow]:
    """The rows with one column more: units on the chain join a row, other shared ones get a row of their own."""
    chain = dict(heaviest_pairs(_pairs(rows, units, weight)))
    joins = {unit: row for row, unit in chain.items()}
    after: dict[int, list[FilledRow]] = {}
    last = -1
    for index, unit in enumerate(units):
        if index in joins:
            last = joins[index]
            row = rows[last]
            row.cells[column] = [unit]
            row.passages |= unit.passages
        elif unit.passages:
            after.setdefault(last, []).append(FilledRow(unit.passages, {column: [unit]}))
    result = after.get(-1, [])
    for index, row in enumerate(rows):
        result += [row, *after.get(index, [])]
    return result


def _pairs(
    rows: list[FilledRow], units: Sequence[SentenceGroup], weight: Callable[[int], float]
) -> list[tuple[int, int, float]]:
    having: dict[int, list[int]] = {}
    for index, unit in enumerate(units):
        for passage in unit.passages:
            having.setdefault(passage, []).append(index)
    pairs: dict[tuple[int, int], float] = {}
    for number, row in enumerate(rows):
        for passage in row.passages:
            for index in having.get(passage, ()):
                pairs[number, index] = pairs.get((number, index), 0.0) + weight(passage)
    return [(row, unit, value) for (row, unit), value in pairs.items()]


_MOST = 120
"""Up to how many rows each is weighed; texts that share more are alike enough to be left as they are."""


def thinned(anchors: Sequence[FilledRow], columns: Sequence[Sequence[SentenceGroup]]) -> list[FilledRow]:
    """The anchor rows without those that cost more height than they are worth, the least worth weighed first."""
    kept = list(anchors)
    if len(kept) > _MOST:
        return kept
    height = total_height(kept, columns)
    for row in sorted(anchors, key=_worth):
        without = [other for other in kept if other is not row]
        lower = total_height(without, columns)
        if height - lower > _worth(row):
            kept, height = without, lower
    return kept


def _worth(row: FilledRow) -> int:
    """How many characters stand beside others that say the same."""
    heights = sorted(sum(length(unit) for unit in cell) for cell in row.cells.values())
    return sum(heights[:-1])
