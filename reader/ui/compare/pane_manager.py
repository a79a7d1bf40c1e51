"""Which articles stand side by side, and in which order; which of them is being read, and how large the letters are."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from reader.compare.comparison import Comparison
from reader.i18n import _
from reader.ui.compare.article_view import ArticleView
from reader.ui.compare.header import Header
from reader.ui.compare.highlights import Heat, Highlight, MarkIndex
from reader.ui.compare.link_channel import LinkChannel
from reader.ui.compare.minimap import Minimap
from reader.ui.compare.pane_column import PaneColumn, Parts, least_width
from reader.ui.compare.pane_strip import PaneStrip
from reader.ui.compare.scroll_sync import ScrollSynchronizer
from reader.ui.event_loop import IdleQueue
from reader.ui.state.comparison_state import ComparisonState
from reader.wording.lines import short_name


class PaneManager(QObject):
    """Opens, closes, moves and focuses columns."""

    arranged = Signal()
    """Columns were opened, closed or moved."""
    made = Signal(object)
    """A `PaneColumn` that was room till now has its text."""
    said = Signal(str)
    marked = Signal(object, object)
    """In which `ArticleView` which `Highlight` was clicked."""
    menuOpened = Signal(object, object, str)
    """A pane's context menu is about to open on some `Highlight`s, and on what the reader marked by hand."""
    zoomed = Signal(int)
    unfoldWanted = Signal()
    """Those that were folded to their heads are to come back."""
    refolded = Signal()
    """In some pane, what is not of the article was folded away or brought back."""
    detailsWanted = Signal(str)
    """What is known of an article is asked for, by its id."""

    def __init__(
        self,
        state: ComparisonState,
        strip: PaneStrip,
        scroll_sync: ScrollSynchronizer,
        tip: Callable[[Highlight], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._strip = strip
        self._scroll_sync = scroll_sync
        self._tip = tip
        self._all: list[PaneColumn] = []
        self._zoom = 1.0
        self._making, self._zooming = IdleQueue(self, apart=True), IdleQueue(self)
        self.heat = Heat.SHARED
        """What the ground of the text tells."""
        self.offered: tuple[QAction, ...] = ()
        """What every pane offers in its menu."""
        strip.moved.connect(self.move)
        strip.closed_panes.reopened.connect(self.reopen)

    @property
    def shown(self) -> list[PaneColumn]:
        """From left to right."""
        return self._strip.columns

    @property
    def everyone(self) -> list[PaneColumn]:
        """With those that were closed."""
        return self._all

    @property
    def ready(self) -> bool:
        """Whether every column on screen is made, at the zoom that a person wants."""
        return self._making.done and self._zooming.done

    @property
    def panes(self) -> list[ArticleView]:
        """The panes from left to right; those that are not made yet are made."""
        return [one.pane for one in self.shown]

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of the articles on screen, from left to right."""
        return tuple(one.article.id for one in self.shown)

    @property
    def active(self) -> PaneColumn | None:
        """The column a person is in: the one that drives."""
        first = self.shown[0] if self.shown else None
        return next((one for one in self._strip.made if one.pane is self._scroll_sync.driver), first)

    @property
    def made_ones(self) -> list[PaneColumn]:
        """Those on screen that have their text, from left to right."""
        return list(self._strip.made)

    def of(self, article: str) -> PaneColumn | None:
        """The column on screen that shows an article."""
        return next((one for one in self.shown if one.article.id == article), None)

    # What is open

    def open(self, comparison: Comparison) -> None:
        """Show every article of a comparison, the first now and the others soon; there must be no columns left."""
        find, coverage = MarkIndex(comparison).of, {c.article: c for c in comparison.coverage}
        self._all = [PaneColumn(a, find, coverage.get(a.id), self._make) for a in comparison.articles]
        for one in self._all:
            one.made.connect(partial(self._join, one))
            one.unfoldWanted.connect(self.unfoldWanted)
        self._strip.set_least(least_width(self._zoom))
        self._scroll_sync.begin()
        self._show(self._all)
        self._making.take(one.make for one in self._all[1:])

    def renew(self, comparison: Comparison) -> None:
        """Show other findings in the same articles; no column moves."""
        find, coverage = MarkIndex(comparison).of, {c.article: c for c in comparison.coverage}
        for one in self._all:
            one.renew(find, coverage.get(one.article.id), self._state.numbers)
        self._scroll_sync.renew()

    def show_decided(self, comparison: Comparison) -> None:
        """Show what was decided on the findings, by its kind; nothing else changes."""
        find = MarkIndex(comparison, {one: held.kind.value for one, held in self._state.decisions.items()}).of
        for one in self._all:
            one.renew(find, one.coverage, self._state.numbers)

    def clear(self) -> None:
        """Take every pane away; no signal reaches them any more."""
        gone, self._all = self._all, []
        self._making.drop()
        self._zooming.drop()
        self._show([])
        for one in gone:
            one.remove()

    def _make(self, one: PaneColumn) -> Parts:
        years = {other.article.published[:4] for other in self._all if other.article.published}
        header = Header(one.article, one.coverage, year=len(years) > 1 or len(self._all) == 1)
        pane = ArticleView(one.article, one.found, self._state.numbers, self._tip)
        if self._zoom != 1.0:
            pane.set_zoom(self._zoom)
        pane.highlight_painter.everyone = len(self._all) - 1
        pane.show_heat(self.heat)
        pane.addActions(self.offered)
        pane.marked.connect(lambda mark: self.marked.emit(pane, mark))
        pane.menuOpened.connect(self.menuOpened)
        pane.zoomed.connect(self.zoomed)
        pane.refolded.connect(self.refolded)
        pane.sideways.connect(self._strip.go_sideways)
        pane.pointed.connect(self._strip.point)
        header.chosen.connect(pane.setFocus)
        header.pinned.connect(lambda: self.pin(one.article.id))
        header.swapped.connect(lambda: self.swap(one))
        header.moved.connect(lambda by: self._shift(one, by))
        header.detailsWanted.connect(lambda: self.detailsWanted.emit(one.article.id))
        header.closed.connect(lambda: self.close(one))
        header.dragged.connect(self._strip.drag)
        header.dropped.connect(lambda place: self._strip.drop(one, place))
        header.set_base(one.article.id == self._state.base)
        return Parts(header, pane, Minimap(pane, self._scroll_sync), LinkChannel(pane))

    def _join(self, one: PaneColumn) -> None:
        """A column was made: it takes part."""
        self._scroll_sync.take(one.pane)
        if one in self.shown:
            self._take_part()
            self._strip.dress(one)
        self.made.emit(one)

    def _show(self, columns: Sequence[PaneColumn]) -> None:
        closed = [one for one in self._all if one not in columns]
        self._strip.show_columns(columns, closed)
        if columns:
            columns[0].make()
        self._take_part()
        self.arranged.emit()

    def _take_part(self) -> None:
        self._scroll_sync.synchronize([one.pane for one in self._strip.made])

    def set_zoom(self, zoom: float) -> None:
        """Set the articles at a multiple of the usual size, the one being read first."""
        self._zoom = zoom
        self._strip.set_least(least_width(zoom))
        made = [one for one in self._all if one.is_made]
        made.sort(key=lambda one: one is not self.active)
        for one in made[:1]:
            one.pane.set_zoom(zoom)
        self._zooming.take(partial(one.pane.set_zoom, zoom) for one in made[1:])

    def show_heat(self, heat: Heat) -> None:
        """Let the ground of every article tell what it has alone, what all have, or what some share."""
        self.heat = heat
        for one in self._all:
            if one.is_made:
                one.pane.show_heat(heat)

    # The one the others are held against

    def pin(self, article: str) -> None:
        """Hold the others against an article; where they are already, against none."""
        base = "" if article == self._state.base else article
        for one in self._all:
            if one.is_made:
                one.header.set_base(one.article.id == base)
        self._state.set_base(base)
        if base:
            named = short_name(next(one.article for one in self._all if one.article.id == base))
            self.said.emit(_("The others are held against {name}").format(name=named))
        else:
            self.said.emit(_("The others are compared with no one account any more"))

    # Their order

    def swap(self, one: PaneColumn) -> None:
        """Swap a column with the one at its right, or at its left where it is the last."""
        if len(self.shown) > 1:
            at = self.shown.index(one)
            self.move(one, at + 1 if at + 1 < len(self.shown) else at - 1)

    def _shift(self, one: PaneColumn, by: int) -> None:
        """Move a column by so many places, as far as the row goes."""
        self.move(one, min(max(self.shown.index(one) + by, 0), len(self.shown) - 1))

    def move(self, one: PaneColumn, to: int) -> None:
        """Put a column in another place."""
        columns = [other for other in self.shown if other is not one]
        columns.insert(to, one)
        self._show(columns)
        self._strip.reveal(one)
        one.pane.setFocus()

    def close(self, one: PaneColumn) -> None:
        """Take a column away; `reopen` brings it back."""
        self._show([other for other in self.shown if other is not one])

    def reopen(self) -> None:
        """Bring back what was closed, at the right."""
        self._show([*self.shown, *(one for one in self._all if one not in self.shown)])

    # The one being read

    def focus(self, number: int) -> None:
        """Go to a pane by its number from the left, 1 and up; nothing happens where there is none."""
        if 1 <= number <= len(self.shown):
            one = self.shown[number - 1]
            one.pane.setFocus()
            self._scroll_sync.drive(one.pane)
            self._strip.reveal(one)
            self._strip.mark_driver()
            self.said.emit(short_name(one.article))

    def step(self, by: int) -> None:
        """Go to a neighbour, round and round."""
        if self.active is not None:
            self.focus((self.shown.index(self.active) + by) % len(self.shown) + 1)


STEP, LEAST, MOST = 1.1, 0.6, 2.6


class ZoomController(QObject):
    """Sets the panes at a multiple of the usual size."""

    said = Signal(str)

    def __init__(self, pane_manager: PaneManager, parent: QObject) -> None:
        super().__init__(parent)
        self.zoom = 1.0
        """1 is the usual size."""
        self._pane_manager = pane_manager
        pane_manager.zoomed.connect(self._turn)

    def set(self, zoom: float) -> None:
        """Letters of this size, within what can be read; nothing is said where nothing is open."""
        self.zoom = min(max(zoom, LEAST), MOST)
        self._pane_manager.set_zoom(self.zoom)
        if self._pane_manager.shown:
            self.said.emit(_("{percent}%").format(percent=round(100 * self.zoom)))

    def step(self, by: int) -> None:
        """So many steps larger, or smaller where it is negative."""
        self.set(self.zoom * STEP**by)

    def _turn(self, turned: int) -> None:
        """The wheel was turned over a pane."""
        if turned:
            self.step(1 if turned > 0 else -1)
