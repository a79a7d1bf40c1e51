"""Find in the panes: every occurrence is marked, one at a time stands out and is scrolled to."""

from collections.abc import Sequence

from reader.i18n import _
from reader.text.spans import Span
from reader.ui.compare.finding import occurrences
from reader.ui.compare.pane import Pane


class Finder:
    """Walks through the occurrences of a phrase, pane by pane from the left."""

    def __init__(self) -> None:
        self.sought = ""
        self._found: list[tuple[Pane, Span]] = []
        self._at = -1

    def find(self, sought: str, panes: Sequence[Pane], from_pane: Pane | None) -> None:
        """Look for a phrase; start with the first at or after the text cursor of `from_pane`."""
        self.sought = sought
        self._found = [(pane, span) for pane in panes for span in occurrences(pane.article.text, sought)]
        self._at = -1
        started = False
        for i, (pane, span) in enumerate(self._found):
            started = started or (pane is from_pane and span.start >= pane.point)
            if started or (from_pane in panes and panes.index(pane) > list(panes).index(from_pane or pane)):
                self._at = i - 1
                break
        self._mark(panes)

    def step(self, by: int) -> tuple[Pane, Span] | None:
        """The next or the previous occurrence, round and round; None where there is none."""
        if not self._found:
            return None
        self._at = (self._at + by) % len(self._found) if self._at >= 0 or by > 0 else len(self._found) - 1
        self._mark([pane for pane, _span in self._found])
        return self._found[self._at]

    @property
    def words(self) -> str:
        """How far one is."""
        if not self.sought.strip():
            return ""
        if not self._found:
            return _("“{words}” is in none of these articles").format(words=self.sought)
        return _("{number} of {count} for “{words}”").format(
            number=max(self._at, 0) + 1, count=len(self._found), words=self.sought
        )

    def _mark(self, panes: Sequence[Pane]) -> None:
        here = self._found[self._at] if 0 <= self._at < len(self._found) else None
        for pane in dict.fromkeys(panes):
            spans = [span for owner, span in self._found if owner is pane]
            pane.passing.show(spans, here[1] if here is not None and here[0] is pane else None)
