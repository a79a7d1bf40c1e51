"""Which heights of two panes belong together, by the passages that both articles have in one order."""

from collections.abc import Iterator, Sequence

from reader.compare.comparison import Comparison
from reader.compare.tints import is_weak
from reader.ui.compare.pane import Pane
from reader.ui.compare.scrolling import Link, chain
from reader.ui.state.comparison_state import ComparisonState


class Levels:
    """Remembers the paired heights of every two panes until lines move or other findings come."""

    def __init__(self, state: ComparisonState) -> None:
        self._state = state
        self._known: dict[tuple[Pane, Pane], list[tuple[float, float]]] = {}

    def forget(self) -> None:
        """Lines moved, or there are other passages."""
        self._known.clear()

    def between(self, left: Pane, right: Pane) -> list[tuple[float, float]]:
        """The paired heights of two panes, in order, both laid out for it."""
        known = self._known.get((left, right))
        if known is None:
            left.settle()
            right.settle()
            links = _chain(self._state.comparison or Comparison(()), left.article.id, right.article.id)
            known = self._known[left, right] = list(_anchors(left, right, links))
        return known


def _chain(comparison: Comparison, left: str, right: str) -> list[Link]:
    """The chain of passages that scrolling from one article to another follows."""
    return chain(
        Link(
            (mine.span.start, mine.span.end),
            (theirs.span.start, theirs.span.end),
            min(len(mine.span), len(theirs.span)) * max(passage.score, 1.0),
        )
        for passage in comparison.passages
        if not is_weak(passage)
        for mine in passage.excerpts
        if mine.article == left
        for theirs in passage.excerpts
        if theirs.article == right
    )


def _anchors(left: Pane, right: Pane, links: Sequence[Link]) -> Iterator[tuple[float, float]]:
    """The chain as paired heights: the middle of the first and of the last line of each passage."""
    for link in links:
        a, b = left.passages.standing(link.left), right.passages.standing(link.right)
        yield a.first, b.first
        yield a.last, b.last
