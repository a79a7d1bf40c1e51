"""Which articles stand side by side, and in which order; which of them is being read."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from reader.article import Article
from reader.compare.comparison import Comparison, Coverage
from reader.compare.subjects import Finding
from reader.i18n import _
from reader.ui.compare.called import called
from reader.ui.compare.conductor import Conductor
from reader.ui.compare.header import Header
from reader.ui.compare.marks import Mark, Marks, marks
from reader.ui.compare.pane import Pane
from reader.ui.compare.strip import Column, Strip, column


class Columns(QObject):
    """Opens, closes, moves and focuses columns."""

    arranged = Signal()
    """Columns were opened, closed or moved."""
    said = Signal(str)
    marked = Signal(object, object)
    """In which `Pane` which `Mark` was clicked."""
    menuOpened = Signal(object, object)
    """A pane's context menu is about to open on some `Mark`s."""
    zoomed = Signal(int)
    refolded = Signal()
    """In some pane, what is not of the article was folded away or brought back."""
    rebased = Signal()
    """The others are held against another article, or against none."""

    def __init__(self, strip: Strip, conductor: Conductor, tip: Callable[[Mark], str], parent: QObject) -> None:
        super().__init__(parent)
        self._strip = strip
        self._conductor = conductor
        self._tip = tip
        self._all: list[Column] = []
        self.base = ""
        """The id of the article that the others are held against; none while a person has not pinned one."""
        self.offered: tuple[QAction, ...] = ()
        """What every pane offers in its menu."""
        strip.moved.connect(self.move)
        strip.rail.reopened.connect(self.reopen)

    @property
    def shown(self) -> list[Column]:
        """From left to right."""
        return self._strip.columns

    @property
    def everyone(self) -> list[Column]:
        """With those that were closed."""
        return self._all

    @property
    def panes(self) -> list[Pane]:
        """The panes from left to right."""
        return [one.pane for one in self.shown]

    @property
    def active(self) -> Column | None:
        """The column a person is in: the one that drives."""
        first = self.shown[0] if self.shown else None
        return next((one for one in self.shown if one.pane is self._conductor.driver), first)

    def of(self, article: str) -> Column | None:
        """The column on screen that shows an article."""
        return next((one for one in self.shown if one.pane.article.id == article), None)

    # What is open

    def open(self, comparison: Comparison, numbers: dict[int, int], zoom: float) -> None:
        """Show every article of a comparison; there must be no columns left."""
        found, coverage = marks(comparison), {c.article: c for c in comparison.coverage}
        self._all = [self._make(a, found[a.id], coverage.get(a.id), numbers, zoom) for a in comparison.articles]
        self._show(self._all, comparison)

    def renew(self, comparison: Comparison, numbers: dict[int, int], chosen: int | None) -> None:
        """Show other findings in the same articles; no column moves."""
        found, coverage = marks(comparison), {c.article: c for c in comparison.coverage}
        for one in self._all:
            one.pane.renew(found[one.pane.article.id], numbers)
            one.header.set_coverage(coverage.get(one.pane.article.id))
        self._conductor.renew(comparison)
        self._strip.look_beyond()
        self._strip.choose(chosen)

    def show_decided(self, comparison: Comparison, numbers: dict[int, int], decided: Mapping[Finding, str]) -> None:
        """Show what was decided on the findings, by its kind; nothing else changes."""
        found = marks(comparison, decided)
        for one in self._all:
            chosen = one.pane.underlay.chosen
            one.pane.renew(found[one.pane.article.id], numbers)
            one.pane.choose(chosen)
            one.lane.redraw()
        for gutter in self._strip.gutters:
            gutter.update()

    def clear(self) -> None:
        """Leave nothing behind."""
        gone, self._all, self.base = self._all, [], ""
        self._show([])
        for one in gone:
            one.box.deleteLater()

    def _make(
        self, article: Article, found: Marks, coverage: Coverage | None, numbers: dict[int, int], zoom: float
    ) -> Column:
        header, pane = Header(article, coverage), Pane(article, found, numbers, self._tip)
        if zoom != 1.0:
            pane.set_zoom(zoom)
        made = column(header, pane, self._conductor)
        pane.addActions(self.offered)
        pane.marked.connect(lambda mark: self.marked.emit(pane, mark))
        pane.menuOpened.connect(self.menuOpened)
        pane.zoomed.connect(self.zoomed)
        pane.refolded.connect(self.refolded)
        pane.sideways.connect(self._strip.go_sideways)
        header.chosen.connect(pane.setFocus)
        header.pinned.connect(lambda: self.pin(article.id))
        header.swapped.connect(lambda: self.swap(made))
        header.closed.connect(lambda: self.close(made))
        header.dragged.connect(lambda place: self._strip.drag(made, place))
        header.dropped.connect(lambda place: self._strip.drop(made, place))
        return made

    def _show(self, columns: Sequence[Column], comparison: Comparison | None = None) -> None:
        closed = [one for one in self._all if one not in columns]
        self._strip.show_columns(columns, closed)
        self._conductor.conduct(self.panes, comparison)
        self.arranged.emit()

    # The one the others are held against

    def pin(self, article: str) -> None:
        """Hold the others against an article; where they are already, against none."""
        self.base = "" if article == self.base else article
        for one in self._all:
            one.header.set_base(one.pane.article.id == self.base)
        self.rebased.emit()
        if self.base:
            named = called(next(one.pane.article for one in self._all if one.pane.article.id == self.base))
            self.said.emit(_("The others are held against {name}").format(name=named))
        else:
            self.said.emit(_("No article is the base any more"))

    # Their order

    def swap(self, one: Column) -> None:
        """Swap a column with the one at its right, or at its left where it is the last."""
        if len(self.shown) > 1:
            at = self.shown.index(one)
            self.move(one, at + 1 if at + 1 < len(self.shown) else at - 1)

    def move(self, one: Column, to: int) -> None:
        """Put a column in another place."""
        columns = [other for other in self.shown if other is not one]
        columns.insert(to, one)
        self._show(columns)
        self._strip.reveal(one)
        one.pane.setFocus()

    def close(self, one: Column) -> None:
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
            self._conductor.drive(one.pane)
            self._strip.reveal(one)
            self._strip.mark_driver()
            self.said.emit(called(one.pane.article))

    def step(self, by: int) -> None:
        """Go to a neighbour, round and round."""
        if self.active is not None:
            self.focus((self.shown.index(self.active) + by) % len(self.shown) + 1)
