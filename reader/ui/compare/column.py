"""The place of one article in the row: room at first; head, pane and lane once somebody needs them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QWidget

from reader.article import Article
from reader.compare.comparison import Coverage
from reader.ui.compare.header import Header
from reader.ui.compare.lane import Lane
from reader.ui.compare.marks import Marks
from reader.ui.compare.pane import Pane

LEAST_WIDTH = 320
"""Of a column; narrower, lines are too short to read."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a column is made of."""

    header: Header
    pane: Pane
    lane: Lane


class Column(QObject):
    """One article. To make its parts takes long enough to be felt: asking for one of them makes them all."""

    made = Signal()

    def __init__(
        self, article: Article, found: Marks, coverage: Coverage | None, make: "Callable[[Column], Parts]"
    ) -> None:
        super().__init__()
        self.article = article
        self.found = found
        self.coverage = coverage
        self.box = QWidget()
        self.box.setMinimumWidth(LEAST_WIDTH)
        self.box.setBackgroundRole(QPalette.ColorRole.Base)
        self.box.setAutoFillBackground(True)
        self._make = make
        self._parts: Parts | None = None

    @property
    def is_made(self) -> bool:
        """Whether there is more than room."""
        return self._parts is not None

    def make(self) -> Parts:
        """Make the parts, where nobody did."""
        if self._parts is None:
            self._parts = self._make(self)
            self._lay_out(self._parts)
            self.made.emit()
        return self._parts

    def _lay_out(self, parts: Parts) -> None:
        grid = QGridLayout(self.box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(parts.header, 0, 0, 1, 2)
        grid.addWidget(parts.pane, 1, 0)
        grid.addWidget(parts.lane, 1, 1)
        parts.pane.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def header(self) -> Header:
        """Its head."""
        return self.make().header

    @property
    def pane(self) -> Pane:
        """Its text."""
        return self.make().pane

    @property
    def lane(self) -> Lane:
        """Its lane."""
        return self.make().lane

    def renew(self, found: Marks, coverage: Coverage | None, numbers: Mapping[int, int]) -> None:
        """Show other findings in the same text."""
        self.found, self.coverage = found, coverage
        if self._parts is not None:
            self._parts.pane.renew(found, numbers)
            self._parts.header.set_coverage(coverage)

    def remove(self) -> None:
        """Leave nothing behind."""
        self.box.deleteLater()
        self.deleteLater()
