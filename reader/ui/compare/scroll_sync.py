"""Keeps the panes together: the one under the person drives, the others are worked out from it."""

import time
from collections.abc import Collection, Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from reader.compare.comparison import Comparison
from reader.compare.tints import is_weak
from reader.text.chain import ChainLink, heaviest_chain
from reader.text.spans import Span
from reader.ui.compare.article_view import ArticleView
from reader.ui.compare.scroll_map import Detour, Extent, ScrollMap, ScrollMode
from reader.ui.event_loop import SLICE_SECONDS, Debouncer
from reader.ui.state.comparison_state import ComparisonState


class AnchorCache:
    """Remembers the paired heights of every two panes until lines move or other findings come."""

    def __init__(self, state: ComparisonState) -> None:
        self._state = state
        self._known: dict[tuple[ArticleView, ArticleView], list[tuple[float, float]]] = {}

    def forget(self) -> None:
        """Lines moved, or there are other passages."""
        self._known.clear()

    def between(self, left: ArticleView, right: ArticleView) -> list[tuple[float, float]]:
        """The paired heights of two panes, in order, both laid out for it."""
        known = self._known.get((left, right))
        if known is None:
            left.settle()
            right.settle()
            links = _chain(self._state.comparison or Comparison(()), left.article.id, right.article.id)
            known = self._known[left, right] = list(_anchors(left, right, links))
        return known


def _chain(comparison: Comparison, left: str, right: str) -> list[ChainLink]:
    """The chain of passages that scrolling from one article to another follows."""
    return heaviest_chain(
        ChainLink(
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


def _anchors(left: ArticleView, right: ArticleView, links: Sequence[ChainLink]) -> Iterator[tuple[float, float]]:
    """The chain as paired heights: the middle of the first and of the last line of each passage."""
    for link in links:
        a, b = left.passages.standing(link.left), right.passages.standing(link.right)
        yield a.first, b.first
        yield a.last, b.last


FRESH_SECONDS = 0.004
"""Seconds of a turn up to which marks of a whole article may still be placed in it."""
Place = tuple[int, float]
"""A character of an article, and how far below the top of its line the reading line is, in pixels."""
_Measures = tuple[Sequence[tuple[float, float]], Extent, Extent]


class ScrollSynchronizer(QObject):
    """Moves scroll bars; shared positions are floats, so that rounding never adds up.

    What stands on the reading line stays there, in every pane, whatever happens to lines and pages: only a person who
    scrolls, or goes somewhere, moves it.
    """

    scrolled = Signal()
    """Some pane stands elsewhere, or its lines do."""

    def __init__(self, state: ComparisonState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mode = ScrollMode.MATCHED
        self._panes: list[ArticleView] = []
        self._exact: dict[ArticleView, float] = {}
        self._ways: dict[ArticleView, ScrollMap | Detour] = {}
        """Where each of the others stands for where the driver stands; made when it is asked for."""
        self._places: dict[ArticleView, Place] = {}
        """What stands on the reading line of each pane; of those that are missing here the map decides."""
        self._wish: tuple[Mapping[ArticleView, Span], ArticleView] | None = None
        """A meeting asked for before the lines stood, to be held again once they do."""
        self._levels = AnchorCache(state)
        self._maps: dict[tuple[ArticleView, ArticleView], tuple[_Measures, ScrollMap]] = {}
        """How each pane followed another, and what that was worked out from."""
        self._driver: ArticleView | None = None
        self._busy = False
        self._late = Debouncer(self._settle, self)

    @property
    def driver(self) -> ArticleView | None:
        """The pane that leads."""
        return self._driver

    @property
    def settled(self) -> bool:
        """Whether no pane waits for its lines, or for its place."""
        return not self._late.is_waiting and not any(pane.unsettled for pane in self._panes)

    def begin(self) -> None:
        """Lead through another comparison; its panes are still to come."""
        self._levels.forget()
        self._maps.clear()
        self._panes, self._exact, self._ways, self._places, self._driver, self._wish = [], {}, {}, {}, None, None

    def take(self, pane: ArticleView) -> None:
        """Hear of what a person does in a pane that was just made."""
        pane.driven.connect(lambda: self.drive(pane))
        pane.laidOut.connect(self._stale)
        pane.repaged.connect(self._repaged)
        pane.verticalScrollBar().valueChanged.connect(lambda value: self._moved(pane, value))

    def synchronize(self, panes: Sequence[ArticleView]) -> None:
        """Lead these panes, in this order."""
        self._panes = list(panes)
        self._levels.forget()
        self._maps.clear()
        self._ways.clear()
        self._exact = {pane: self._exact.get(pane, 0.0) for pane in panes}
        if self._driver not in self._panes:
            self._driver = self._panes[0] if self._panes else None
        self._late.trigger()

    def renew(self) -> None:
        """Follow other findings in the same panes, from where they stand."""
        self._levels.forget()
        self._ways.clear()
        self._late.trigger()

    # Where they stand

    @property
    def place(self) -> int:
        """The character of the leading pane that stands on the reading line; 0 at the very top."""
        return self.places.get(self._driver.article.id, 0) if self._driver is not None else 0

    @property
    def places(self) -> dict[str, int]:
        """The character of each article that stands on its reading line; 0 at the very top."""
        return {pane.article.id: self._point(pane) for pane in self._panes}

    def _point(self, pane: ArticleView) -> int:
        if self._exact[pane] <= 0:
            return 0
        return self._places[pane][0] if pane in self._places else self._line(pane)

    def _line(self, pane: ArticleView) -> int:
        return pane.lines.point(self._exact[pane] + self.extent(pane).line)

    def go_to(self, pane: ArticleView, point: int) -> None:
        """Bring a character of a pane to the reading line, the others after it."""
        self.drive(pane)
        pane.settle()
        self._exact[pane] = self.extent(pane).standing(pane.lines.middle(point)) if point else 0.0
        self._ways.clear()
        self._lead(0.0)
        self._note()

    def part(self, places: Mapping[str, int]) -> None:
        """Bring each article to a place of its own, as panes that scroll freely may stand."""
        for pane in self._panes:
            point = places.get(pane.article.id, 0)
            pane.settle()
            self._exact[pane] = self.extent(pane).standing(pane.lines.middle(point)) if point else 0.0
        self._set_bars()
        self._note()

    def drive(self, pane: ArticleView) -> None:
        """Let this pane lead from here, wherever the others stand."""
        if pane is not self._driver and pane in self._exact:
            self._driver = pane
            self._start_here()

    def extent(self, pane: ArticleView) -> Extent:
        """What a pane can show."""
        bar = pane.verticalScrollBar()
        return Extent(bar.maximum() + bar.pageStep(), bar.pageStep())

    def _note(self) -> None:
        """What stands on the reading line now is what is kept there."""
        self._wish = None
        self._places = {pane: self._noted(pane, self._line(pane)) for pane in self._panes}

    def _noted(self, pane: ArticleView, point: int) -> Place:
        return point, self._exact[pane] + self.extent(pane).line - pane.lines.line(point)[0]

    # The driver moved

    def _moved(self, pane: ArticleView, value: int) -> None:
        if self._busy or pane is not self._driver or pane.adjusting:  # Qt moves bars while it lays lines out
            return
        before, extent = self._exact[pane], self.extent(pane)
        residue = before - round(before)
        exact = float(value) if value in (0, pane.verticalScrollBar().maximum()) else extent.clamped(value + residue)
        self._exact[pane] = exact
        if pane.alone:
            self._start_here()
            self.scrolled.emit()
        else:
            self._lead(exact - before)
        self._note()

    def _lead(self, moved: float) -> None:
        """Set every other pane for where the driver stands now, `moved` from where it stood."""
        for pane in self._panes:
            if pane is self._driver:
                continue
            if self.mode is ScrollMode.FREE:
                self._exact[pane] = self.extent(pane).clamped(self._exact[pane] + moved)
            else:
                self._exact[pane] = self.extent(pane).clamped(self._followed(pane))
        self._set_bars()

    def _followed(self, pane: ArticleView) -> float:
        """Where a pane stands for where the driver stands."""
        driver = self._driver
        if driver is None:
            return self._exact[pane]
        way, value = self._ways.get(pane), self._exact[driver]
        if isinstance(way, Detour) and way.over(value):
            way = self._ways[pane] = way.home
        if way is None:
            way = self._ways[pane] = self._map(driver, pane)
        return way(value)

    def _map(self, driver: ArticleView, pane: ArticleView) -> ScrollMap:
        anchors = self.anchors(driver, pane) if self.mode is ScrollMode.MATCHED else ()
        measures = anchors, self.extent(driver), self.extent(pane)
        known = self._maps.get((driver, pane))
        if known is not None and known[0][0] is anchors and known[0][1:] == measures[1:]:
            return known[1]
        made = ScrollMap(*measures)
        self._maps[driver, pane] = measures, made
        return made

    def anchors(self, driver: ArticleView, pane: ArticleView) -> list[tuple[float, float]]:
        """Which heights of two panes belong together, from the top."""
        return self._levels.between(driver, pane)

    def is_on_detour(self, pane: ArticleView) -> bool:
        """Whether a pane goes on from where it stood, until it is where the map has it."""
        return isinstance(self._ways.get(pane), Detour)

    def _start_here(self, but: Collection[ArticleView] = ()) -> None:
        """The others, `but` for these, go on from where they stand, whatever the map says."""
        self._ways.clear()
        driver = self._driver
        if driver is None or self.mode is ScrollMode.FREE or driver.stale:
            return
        for pane in self._panes:
            if pane is not driver and pane not in but and not pane.stale:
                self._ways[pane] = self._map(driver, pane).through(self._exact[driver], self._exact[pane])

    def _set_bars(self) -> None:
        self._busy = True
        try:
            for pane, exact in self._exact.items():
                pane.verticalScrollBar().setValue(round(exact))
        finally:
            self._busy = False
        self.scrolled.emit()

    # Lines or pages moved

    def _stale(self) -> None:
        self._levels.forget()
        self._repaged()

    def _repaged(self) -> None:
        self._ways.clear()
        self._late.trigger()

    def _settle(self) -> None:
        """Once all lines stand, bring back to the reading line what stood on it."""
        driver = self._driver
        if not self._lay_out():
            self._late.trigger()
        elif driver is None or not driver.isVisible():
            return
        elif self._wish is not None:
            wish, self._wish = self._wish, None
            self.meet(*wish)
        else:
            if any(self._exact.values()):  # where all show their beginnings, they go on to
                self._hold()
            self._set_bars()

    def _hold(self) -> None:
        """Bring back what stood on the reading line; what was nowhere yet goes where the map has it."""
        for pane, (point, below) in self._places.items():
            if pane in self._exact:
                self._exact[pane] = self.extent(pane).standing(pane.lines.line(point)[0] + below)
        self._start_here(but=[pane for pane in self._panes if pane not in self._places])
        for pane in self._panes:
            if pane not in self._places and pane is not self._driver:
                self._exact[pane] = self.extent(pane).clamped(self._followed(pane))

    def _lay_out(self) -> bool:
        """Lay out as much as a turn has room for, and say whether nothing is left: a person goes on meanwhile."""
        begun = time.perf_counter()
        end = begun + SLICE_SECONDS
        for pane in sorted(self._panes, key=lambda pane: pane is not self._driver):
            if pane.waiting:
                pane.viewport().update()
            while pane.stale:
                if time.perf_counter() >= (begun + FRESH_SECONDS if pane.places_next else end):
                    return False
                pane.advance()
            if self._driver is not None and pane is not self._driver and self.mode is ScrollMode.MATCHED:
                self.anchors(self._driver, pane)
                if time.perf_counter() >= end:
                    return False
        return True

    # Wishes

    def set_mode(self, mode: ScrollMode) -> None:
        """Follow in another way; matched and proportional fall into place at once."""
        self.mode = mode
        self._ways.clear()
        self._lead(0.0)
        self._note()

    def scroll_to(self, pane: ArticleView, value: float) -> None:
        """Move a pane as a person would, the others after it."""
        self.drive(pane)
        pane.verticalScrollBar().setValue(round(value))

    def meet(self, spans: Mapping[ArticleView, Span], leading: ArticleView) -> None:
        """Bring these spans to the reading line, or else as near to it as all of them can stand level.

        The panes without a span follow the leading one.
        """
        if leading not in self._exact:
            return
        early = not self.settled
        self._driver = leading
        self._ways.clear()
        there = {pane: pane.lines.middle(span.start) for pane, span in spans.items() if pane in self._exact}
        level = self._level(there, leading)
        for pane, height in there.items():
            self._exact[pane] = self.extent(pane).clamped(height - level)
        for pane in self._panes:
            if pane not in there and pane is not leading:
                self._exact[pane] = self.extent(pane).clamped(self._followed(pane))
        held = [pane for pane in self._panes if pane in there or not early]
        self._places = {pane: self._noted(pane, self._on_line(pane, spans.get(pane))) for pane in held}
        self._start_here(but=[pane for pane in self._panes if pane not in there])
        self._set_bars()
        self._wish = (spans, leading) if early else None  # heights were those of lines that will move

    def _on_line(self, pane: ArticleView, span: Span | None) -> int:
        """The character to keep on the reading line: where a span begins, if that is where it came to stand."""
        if span is None:
            return self._line(pane)
        top, bottom = pane.lines.line(span.start)
        return span.start if top <= self._exact[pane] + self.extent(pane).line <= bottom else self._line(pane)

    def _level(self, heights: Mapping[ArticleView, float], leading: ArticleView) -> float:
        """How far down the page all these heights can stand; that of the leading pane decides where not all can."""
        line = self.extent(leading).line
        lowest = max((height - self.extent(pane).end for pane, height in heights.items()), default=line)
        highest = min(heights.values(), default=line)
        if lowest <= highest or leading not in heights:
            return min(max(line, lowest), highest)
        return heights[leading] - self.extent(leading).standing(heights[leading])
