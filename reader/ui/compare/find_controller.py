"""Words in the panes: what the library was searched for is marked, what is looked for here is walked through."""

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.compare.comparison import Excerpt
from reader.i18n import _, ngettext
from reader.text.spans import Span
from reader.ui.compare.article_view import ArticleView
from reader.ui.compare.finding_navigator import FindingNavigator
from reader.ui.compare.pane_column import PaneColumn
from reader.ui.compare.pane_manager import PaneManager
from reader.ui.event_loop import IdleQueue

MOST = 2_000
"""Words of one article that are marked at most: a query of little words would paint a book yellow."""


def occurrences(text: str, sought: str) -> tuple[Span, ...]:
    """Where a phrase stands, whatever its case and the white space between its words."""
    parts = sought.split()
    if not parts:
        return ()
    pattern = re.compile(r"\s+".join(re.escape(part) for part in parts), re.IGNORECASE)
    return tuple(Span(found.start(), found.end()) for found in pattern.finditer(text))


def query_occurrences(text: str, query: str, language: str) -> tuple[Span, ...]:
    """Where the words and the phrases of a query stand, as the search of the library finds them; each is a hit."""
    if not query:
        return ()
    from reader.search.occurrences import occurrences as sought  # brings Whoosh along: there once anything is sought

    return tuple(span for span, _number in sought(text, query, language, MOST))


class FindController(QObject):
    """Marks hits, and walks through the occurrences of a phrase, pane by pane from the left."""

    said = Signal(str)
    found = Signal(int, int)
    """At which of how many places that hold what is sought."""
    hitsChanged = Signal(int, int)
    """At which of how many hits a person is; at 0 before they went to any."""

    def __init__(self, pane_manager: PaneManager, navigator: FindingNavigator, parent: QObject) -> None:
        super().__init__(parent)
        self._pane_manager = pane_manager
        self._navigator = navigator
        self.query = ""
        """What the library was searched for."""
        self._hits: dict[str, tuple[Span, ...]] = {}
        self._hit: tuple[str, Span] | None = None
        self._marking = IdleQueue(self)
        self._sought = ""
        self._found: list[tuple[ArticleView, Span]] = []
        self._at = -1
        pane_manager.arranged.connect(self._look_again)
        pane_manager.made.connect(self._mark_late)

    @property
    def ready(self) -> bool:
        """Whether all hits are marked."""
        return self._marking.done

    def show_hits(self, query: str) -> None:
        """Mark the words of a query; none clears the marks. An article that is not made yet is marked then."""
        self.query, self._hits, self._hit = query, {}, None
        self._marking.take(partial(self._mark_hits, column) for column in self._pane_manager.made_ones)
        if not query:
            self.hitsChanged.emit(0, 0)

    def _mark_late(self, column: PaneColumn) -> None:
        if self.query and not self._sought:
            self._marking.add(partial(self._mark_hits, column))

    def _mark_hits(self, column: PaneColumn) -> None:
        """Mark one article; once it was the last one, say how many hits there are."""
        if self._sought or column not in self._pane_manager.everyone:
            return
        self._paint_hits(column)
        if self.query and set(self._pane_manager.order) <= set(self._hits):
            self._count_hits()
            count = len(self._all_hits())
            if self._hit is None:
                self.said.emit(ngettext("{n} hit", "{n} hits", count).format(n=count))

    def _paint_hits(self, column: PaneColumn) -> None:
        here = self._hit[1] if self._hit is not None and self._hit[0] == column.article.id else None
        column.pane.search_highlighter.show(self._hits_of(column), here)
        column.minimap.redraw()

    def _hits_of(self, column: PaneColumn) -> tuple[Span, ...]:
        article = column.article
        if article.id not in self._hits:
            self._hits[article.id] = query_occurrences(article.text, self.query, article.language)
        return self._hits[article.id]

    def _all_hits(self) -> list[tuple[str, Span]]:
        """Through one article after another, from left to right."""
        return [(column.article.id, span) for column in self._pane_manager.shown for span in self._hits_of(column)]

    def _count_hits(self) -> None:
        hits = self._all_hits()
        self.hitsChanged.emit(hits.index(self._hit) + 1 if self._hit in hits else 0, len(hits))

    def _step_hit(self, by: int) -> None:
        """Go to the next or the previous hit, out of one article into the next, round and round."""
        hits = self._all_hits()
        if not hits:
            self.said.emit(_("No hits in these articles"))
            return
        before = self._hit
        at = (hits.index(before) if before in hits else self._hit_at_cursor(hits, by)) + by
        article, span = self._hit = hits[at % len(hits)]
        column = self._pane_manager.of(article)
        if column is not None and column.pane.article_document.hides(column.pane.offsets.units(span.start)):
            column.pane.fold(False)
        self._navigator.jump([Excerpt(article, span)], flash=False)
        for one in self._pane_manager.shown:
            if one.article.id in (article, before[0] if before is not None else article):
                self._paint_hits(one)
        self._tell_hit(at % len(hits) + 1, len(hits))

    def _hit_at_cursor(self, hits: Sequence[tuple[str, Span]], by: int) -> int:
        """From where a step leads to the first hit after, or before, the text cursor."""
        active = self._pane_manager.active
        if active is None:
            return -1
        order = self._pane_manager.order
        here = (order.index(active.article.id), active.pane.point)
        later = next((i for i, (a, span) in enumerate(hits) if (order.index(a), span.start) >= here), len(hits))
        return later - 1 if by > 0 else later

    def _tell_hit(self, number: int, count: int) -> None:
        self.said.emit(_("Hit {number} of {count}").format(number=number, count=count))
        self.hitsChanged.emit(number, count)

    def find(self, sought: str) -> None:
        """Mark a phrase and go to where it stands first from the text cursor on; an empty one brings the hits back."""
        self._forget()
        if not sought.strip():
            self.show_hits(self.query)
            self.said.emit("")
            return
        self._sought = sought
        self._look()
        self._at = self._before_cursor(self._pane_manager.panes)
        self.step(1)

    def step(self, by: int) -> None:
        """Go to the next or the previous occurrence, or hit, round and round."""
        if self.query and not self._sought:
            self._step_hit(by)
            return
        if self._found:
            self._at = (self._at + by) % len(self._found)
            pane, span = self._found[self._at]
            if pane.article_document.hides(pane.offsets.units(span.start)):
                pane.fold(False)
            self._navigator.jump([Excerpt(pane.article.id, span)], flash=False)
        self._mark()
        self.said.emit(self._words())
        self.found.emit(self._at + 1, len(self._found))

    def _look(self) -> None:
        panes = self._pane_manager.panes
        self._found = [(pane, span) for pane in panes for span in occurrences(pane.article.text, self._sought)]

    def _look_again(self) -> None:
        """Panes moved, came or went: what stood out still does, if it is there."""
        if not self._sought:
            if self.query and set(self._pane_manager.order) <= set(self._hits):
                self._count_hits()
            return
        here = self._found[self._at] if 0 <= self._at < len(self._found) else None
        self._look()
        self._at = self._found.index(here) if here in self._found else -1

    def _before_cursor(self, panes: Sequence[ArticleView]) -> int:
        """The occurrence before the one to begin with."""
        active = self._pane_manager.active
        if active is None:
            return -1
        here = (panes.index(active.pane), active.pane.point)
        later = (i for i, (pane, span) in enumerate(self._found) if (panes.index(pane), span.start) >= here)
        return next(later, 0) - 1

    def _words(self) -> str:
        if not self._sought:
            return ""
        if not self._found:
            return _("“{words}” is in none of these articles").format(words=self._sought)
        number, count = self._at + 1, len(self._found)
        return _("{number} of {count} for “{words}”").format(number=number, count=count, words=self._sought)

    def _mark(self) -> None:
        if not self._sought:
            return
        pane_here, span_here = self._found[self._at] if self._found else (None, None)
        for column in self._pane_manager.shown:
            spans = [span for pane, span in self._found if pane is column.pane]
            column.pane.search_highlighter.show(spans, span_here if column.pane is pane_here else None)
            column.minimap.redraw()

    def _forget(self) -> None:
        self._sought, self._found, self._at = "", [], -1
