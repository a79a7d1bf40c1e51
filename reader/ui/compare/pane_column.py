"""The place of one article in the row: room at first; head, pane, minimap and channel once somebody needs them."""

import math
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from reader.article import Article
from reader.compare.comparison import Coverage
from reader.dataclass import dataclass
from reader.i18n import _
from reader.ui import theme
from reader.ui.compare import link_channel, minimap
from reader.ui.compare.article_text_edit import LEFT, RIGHT, article_font
from reader.ui.compare.article_view import ArticleView
from reader.ui.compare.header import Header
from reader.ui.compare.highlights import ArticleHighlights
from reader.ui.compare.link_channel import LinkChannel
from reader.ui.compare.minimap import Minimap
from reader.ui.direction import placed_in
from reader.wording.lines import short_name

FOLDED = 32
"""The width of a column of which only the head is left."""
NARROWEST = 26
"""Letters on a line at least: with fewer, a line holds but three or four words."""
PROSE = "The water rose in the night, and by morning nobody on the island could say how far it had come."
"""By what the width of a letter is known: prose has more narrow letters than the alphabet."""


def least_width(zoom: float) -> int:
    """The narrowest that a column may be: `NARROWEST` letters of prose and what stands beside them."""
    letter = QFontMetricsF(article_font(zoom)).horizontalAdvance(PROSE) / len(PROSE)
    return math.ceil(NARROWEST * letter + LEFT + RIGHT + minimap.WIDTH + link_channel.WIDTH)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a column is made of."""

    header: Header
    pane: ArticleView
    minimap: Minimap
    channel: LinkChannel


class PaneColumn(QObject):
    """One article. To make its parts takes long enough to be felt: asking for one of them makes them all."""

    made = Signal()
    unfoldWanted = Signal()

    def __init__(
        self,
        article: Article,
        find: Callable[[Article], ArticleHighlights],
        coverage: Coverage | None,
        make: "Callable[[PaneColumn], Parts]",
    ) -> None:
        super().__init__()
        self.article = article
        self._find = find
        self._found: ArticleHighlights | None = None
        self.coverage = coverage
        self.box = QWidget()
        self.box.setBackgroundRole(QPalette.ColorRole.Base)
        self.box.setAutoFillBackground(True)
        self.folded = False
        """Whether only the head is shown, for a while."""
        self.letter = ""
        self._spine: _Spine | None = None
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
        grid.addWidget(parts.header, 0, 0, 1, 3)
        grid.addWidget(parts.pane, 1, 0)
        grid.addWidget(parts.minimap, 1, 1)
        grid.addWidget(parts.channel, 1, 2)
        grid.setColumnStretch(0, 1)
        parts.pane.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        parts.header.set_letter(self.letter)
        self._show_parts()

    def set_letter(self, letter: str) -> None:
        """Show by which letter the article goes, from left to right."""
        self.letter = letter
        if self._parts is not None:
            self._parts.header.set_letter(letter)
        if self._spine is not None:
            self._spine.update()

    def set_folded(self, folded: bool) -> None:
        """Leave only the head, upright, or bring all of it back."""
        if folded != self.folded:
            self.folded = folded
            if folded and self._spine is None:
                self._spine = _Spine(self)
            self._show_parts()

    def _show_parts(self) -> None:
        if self._spine is not None:
            self._spine.setGeometry(0, 0, FOLDED, self.box.height())
            self._spine.setVisible(self.folded)
            self._spine.raise_()

    @property
    def header(self) -> Header:
        """The head of the column, made with the other parts where nobody asked for one yet."""
        return self.make().header

    @property
    def pane(self) -> ArticleView:
        """The article of the column, made with the other parts where nobody asked for one yet."""
        return self.make().pane

    @property
    def minimap(self) -> Minimap:
        """The whole of it at a glance."""
        return self.make().minimap

    @property
    def channel(self) -> LinkChannel:
        """Its links to the column at the right."""
        return self.make().channel

    def place(self, x: int, width: int, height: int) -> None:
        """Stand here. A folded column keeps the width that its lines are set for: it comes back as it was."""
        self.box.setGeometry(x, 0, width, height)
        self._show_parts()

    @property
    def found(self) -> ArticleHighlights:
        """What is marked in the article; worked out when it is first asked for."""
        if self._found is None:
            self._found = self._find(self.article)
        return self._found

    def renew(
        self, find: Callable[[Article], ArticleHighlights], coverage: Coverage | None, numbers: Mapping[int, int]
    ) -> None:
        """Show other findings in the same text."""
        self._find, self._found, self.coverage = find, None, coverage
        if self._parts is not None:
            self._parts.pane.renew(self.found, numbers)
            self._parts.header.set_coverage(coverage)

    def remove(self) -> None:
        """Take the place away with all that stands in it, once Qt has the time."""
        self.box.deleteLater()
        self.deleteLater()


class _Spine(QWidget):
    """What is left of a folded column: letter and outlet, upright; a click brings the rest back."""

    def __init__(self, column: PaneColumn) -> None:
        super().__init__(column.box)
        self._column = column
        self.setAccessibleName(_("{name}, folded").format(name=short_name(column.article)))
        self.setToolTip(_("Show this article again"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As the back of a book."""
        painter, now = QPainter(self), theme.current()
        painter.fillRect(self.rect(), now["window"])
        painter.fillRect(placed_in(self, QRectF(self.width() - 1, 0, 1, self.height())), now["hair"])
        painter.setPen(now["muted"])
        painter.drawText(self.rect().adjusted(0, 8, 0, 0), Qt.AlignmentFlag.AlignHCenter, self._column.letter)
        painter.setPen(now["text"])
        painter.translate(0, self.height())
        painter.rotate(-90)
        room = self.rect().transposed().adjusted(0, 0, -FOLDED, 0)
        words = self.fontMetrics().elidedText(
            short_name(self._column.article), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on what is folded brings the pane back."""
        if self.rect().contains(event.position().toPoint()):
            self._column.unfoldWanted.emit()
