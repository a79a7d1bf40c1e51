"""Which rows are worth their height: standing side by side must not leave more of the page empty than it aligns."""

from collections.abc import Sequence

from reader.export.filled_rows import FilledRow, length, total_height
from reader.export.sentence_groups import SentenceGroup

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
