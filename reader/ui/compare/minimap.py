"""The minimap beside a pane: the whole article at a glance, with the visible part as a frame that drags."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.compare.comparison import CLASH, Verdict
from reader.compare.tints import DEEPEST
from reader.i18n import _
from reader.ui import theme
from reader.ui.compare.article_view import ArticleView
from reader.ui.compare.highlights import Laid, PlacedHighlight, S
from reader.ui.compare.scroll_sync import ScrollSynchronizer
from reader.wording.lines import short_name

WIDTH = 10
INSET, WASH = 2, 6
"""What marks that are not to be overlooked reach out beyond the wash, on either side."""
LEAST = 2.5
"""The least height of a mark, so that none is lost."""
LEAST_HANDLE = 18.0


class Minimap(QWidget):
    """Passages lie in it as a wash, quotations and figures over them; hits cross it."""

    def __init__(self, pane: ArticleView, scroll_sync: ScrollSynchronizer) -> None:
        super().__init__()
        self._pane = pane
        self._scroll_sync = scroll_sync
        self._picture: QPixmap | None = None
        self._grip: float | None = None
        self._chosen: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Minimap of {name}").format(name=short_name(pane.article)))
        self.setAccessibleDescription(_("Where passages, quotations, figures and hits lie; drag to scroll"))
        pane.laidOut.connect(self.redraw)

    def sizeHint(self) -> QSize:
        """As wide as marks need to be told apart; as high as its pane."""
        return QSize(WIDTH, 60)

    def redraw(self) -> None:
        """Marks, hits or colours changed: draw the picture anew."""
        self._picture = None
        self.update()

    def choose(self, passage: int | None) -> None:
        """Show one passage as the chosen one."""
        self._chosen = passage
        self.update()

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The cached picture, and the handle over it."""
        painter, now = QPainter(self), theme.current()
        if self._pane.waiting:
            painter.fillRect(self.rect(), now["base"])
            return
        if self._picture is None:
            self._picture = self._draw()
        painter.drawPixmap(0, 0, self._picture)
        if self._chosen is not None:
            for placed in self._pane.passages.of(self._chosen):
                painter.fillRect(_area(placed, self._scale, INSET, WASH), now[f"{placed.mark.hue}_edge"])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(now["text"] if self._grip is not None else now["muted"])
        painter.setBrush(now.faint("muted", 0.16))
        painter.drawRoundedRect(self.handle().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap((self.size() * ratio).expandedTo(QSize(1, 1)))
        picture.setDevicePixelRatio(ratio)
        now, pane = theme.current(), self._pane
        picture.fill(now["base"])
        painter = QPainter(picture)
        painter.setPen(Qt.PenStyle.NoPen)
        scale = self._scale
        for laid in pane.tints.all:
            colour = now["passage_selected"] if laid.mark.depth == DEEPEST else now["passage_3"]
            painter.fillRect(_area(laid, scale, INSET, WASH), colour)
        violet = now.mixed("quotation_edge", "base", 0.6)
        for placed in _kept(pane.quotations.all):
            if placed.mark.altered:
                painter.fillRect(_area(placed, scale, INSET, WASH), violet)
        for placed in _clashing(pane.figures.all):
            y = (placed.first * scale) - 1
            if placed.mark.verdict is Verdict.CONFLICT:
                painter.fillRect(QRectF(0, y, WIDTH, 3), now["conflict_edge"])
            else:
                painter.fillRect(QRectF(INSET, y, WASH, 2), now[f"{placed.mark.hue}_edge"])
        for hit in pane.search_highlighter.hits:
            y = pane.lines.middle(hit.start) * scale
            painter.fillRect(QRectF(0, y - 1.5, WIDTH, 3), now["text"])
            painter.fillRect(QRectF(1, y - 0.75, WIDTH - 2, 1.5), now["hit"])
        painter.end()
        return picture

    @property
    def _scale(self) -> float:
        """Pixels of the minimap over pixels of the article."""
        return self.height() / max(self._scroll_sync.extent(self._pane).whole, 1.0)

    def handle(self) -> QRectF:
        """The visible part."""
        extent, bar = self._scroll_sync.extent(self._pane), self._pane.verticalScrollBar()
        tall = min(max(extent.page * self._scale, LEAST_HANDLE), float(self.height()))
        share = bar.value() / extent.end if extent.end else 0.0
        return QRectF(0, (self.height() - tall) * share, WIDTH, tall)

    # Dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle; beside it, bring it here first."""
        handle, y = self.handle(), event.position().y()
        self._grip = y - handle.top() if handle.top() <= y <= handle.bottom() else handle.height() / 2
        self._drag(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scroll with the handle."""
        if self._grip is not None:
            self._drag(event.position().y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of the handle: the article stays where it was dragged."""
        self._grip = None
        self.update()

    def _drag(self, y: float) -> None:
        room = self.height() - self.handle().height()
        share = (y - (self._grip or 0.0)) / room if room > 0 else 0.0
        self._scroll_sync.scroll_to(self._pane, share * self._scroll_sync.extent(self._pane).end)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """As over the pane."""
        self._pane.wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height, another picture."""
        super().resizeEvent(event)
        self.redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Other colours, another picture."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.redraw()


def _area(placed: Laid[S], scale: float, x: float, width: float, least: float = LEAST) -> QRectF:
    return QRectF(x, placed.top * scale, width, max((placed.bottom - placed.top) * scale - 1, least))


def _kept(found: Iterable[PlacedHighlight]) -> Iterable[PlacedHighlight]:
    return (placed for placed in found if not placed.mark.dismissed)


def _clashing(found: Iterable[PlacedHighlight]) -> list[PlacedHighlight]:
    """What is in conflict is drawn last, over what may be."""
    clashing = [placed for placed in _kept(found) if placed.mark.verdict in CLASH]
    return sorted(clashing, key=lambda placed: placed.mark.verdict is Verdict.CONFLICT)
