"""The head of a pane: outlet, headline, who wrote it when, how much of it is found elsewhere; swap and close."""

from datetime import date, datetime

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from reader import wording
from reader.article import Article
from reader.compare.comparison import Coverage
from reader.i18n import _
from reader.ui import theme
from reader.ui.compare import icons
from reader.ui.compare.called import called
from reader.ui.compare.labels import Clamped
from reader.ui.plain import tip

DRAG = 12
"""How far a press must move to become a drag."""


class Shared(QWidget):
    """How much of an article is found elsewhere: a bar and its words."""

    BAR, GAP = 36, 7

    def __init__(self, coverage: Coverage) -> None:
        super().__init__()
        self._share, self._words = 0.0, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_coverage(coverage)

    def set_coverage(self, coverage: Coverage) -> None:
        """Show this share."""
        self._share = min(max(coverage.shared, 0.0), 1.0)
        self._words = _("{share} shared").format(share=wording.share(coverage.shared))
        self.setToolTip(tip(wording.coverage(coverage)))
        self.setAccessibleName(wording.coverage(coverage))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The bar, a gap, the words."""
        metrics = self.fontMetrics()
        return QSize(self.BAR + self.GAP + metrics.horizontalAdvance(self._words) + 6, metrics.lineSpacing() + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole, the share of it, the words."""
        now, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(0, self.height() / 2 - 3, self.BAR, 6)
        painter.setBrush(now["border"])
        painter.drawRoundedRect(bar, 3, 3)
        painter.setBrush(now["passage_edge"])
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(bar.width() * self._share, 3), 6), 3, 3)
        painter.setPen(now["muted"])
        painter.drawText(self.BAR + self.GAP, self.fontMetrics().ascent(), self._words)


class Header(QFrame):
    """What article a pane shows. Dragging it moves the pane."""

    pinned = Signal()
    swapped = Signal()
    closed = Signal()
    chosen = Signal()
    dragged = Signal(QPointF)
    """Where the header is dragged to, in global coordinates."""
    dropped = Signal(QPointF)

    def __init__(self, article: Article, coverage: Coverage | None) -> None:
        super().__init__()
        self.setObjectName("paneHeader")
        self.setAccessibleName(_("About {name}").format(name=called(article)))
        self._pressed: QPointF | None = None
        self._dragging = False
        self._base = False
        self._shared: Shared | None = None
        self._headline = Clamped(article.headline, lines=2)
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 10, 8, 10)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(3)
        grid.addWidget(Clamped(called(article), bold=True), 0, 0)
        self._swap = _button(_("Swap with the neighbour"), self.swapped)
        self._close = _button(_("Close this article"), self.closed)
        self._pin = _button(_("Hold the others against this wording"), self.pinned)
        self._pin.setCheckable(True)
        for at, button in enumerate((self._pin, self._swap, self._close), 1):
            grid.addWidget(button, 0, at)
        grid.addWidget(self._headline, 1, 0, 1, 4)
        credits_row = QHBoxLayout()
        credits_row.setSpacing(8)
        credits_row.addWidget(_credits(article), 1)
        if coverage is not None:
            self._shared = Shared(coverage)
            credits_row.addWidget(self._shared)
        grid.addLayout(credits_row, 2, 0, 1, 4)
        grid.setColumnStretch(0, 1)
        self._draw_icons()

    def set_driving(self, driving: bool) -> None:
        """Show whether this pane leads."""
        if self.property("driving") != driving:
            self.setProperty("driving", driving)
            self.style().unpolish(self)
            self.style().polish(self)

    def set_coverage(self, coverage: Coverage | None) -> None:
        """Show another share."""
        if self._shared is not None and coverage is not None:
            self._shared.set_coverage(coverage)

    def set_base(self, base: bool) -> None:
        """Show whether the others are held against this article."""
        self._base = base
        self._pin.setChecked(base)
        self._pin.setToolTip(_("The others are held against this wording") if base else self._pin.accessibleName())
        self._pin.setIcon(icons.pin(base))

    def set_compact(self, compact: bool) -> None:
        """Spend one line instead of two on the headline."""
        self._headline.set_lines(1 if compact else 2)

    def set_neighbour(self, there: bool) -> None:
        """Whether there is a pane to swap with, or to hold against this one."""
        self._swap.setEnabled(there)
        self._pin.setEnabled(there)

    def _draw_icons(self) -> None:
        self._pin.setIcon(icons.pin(self._base))
        self._swap.setIcon(icons.swap())
        self._close.setIcon(icons.close())

    def changeEvent(self, event: QEvent) -> None:
        """Icons carry colours: they follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_close"):
            self._draw_icons()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the pane; a press may become a drag."""
        self._pressed = event.globalPosition()
        self.chosen.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the pane once the press has moved far enough."""
        if self._pressed is None:
            return
        if abs(event.globalPosition().x() - self._pressed.x()) > DRAG:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self.dragged.emit(event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop it here."""
        if self._dragging:
            self.dropped.emit(event.globalPosition())
        self._pressed, self._dragging = None, False
        self.unsetCursor()


def credit(article: Article) -> str:
    """Date and byline, as far as they are known; the date first, because a narrow head cuts the end off."""
    return " · ".join(part for part in (day(article.published), " ".join(article.byline.split())) if part)


def _credits(article: Article) -> Clamped:
    """Date and byline; resting the mouse there, or a screen reader, also tells when the article was updated."""
    shown = Clamped(credit(article), "muted")
    if article.revised:
        updated = _("Updated {when}").format(when=_minute(article.revised))
        shown.setToolTip(tip("\n".join(filter(None, (credit(article), updated)))))
        shown.setAccessibleDescription(updated)
    return shown


def _minute(told: str) -> str:
    """A date as `day` has it, and the time of day where it is known."""
    return " ".join(filter(None, (day(told), told.partition("T")[2][:5])))


def day(published: str) -> str:
    """An ISO date as the reader's country writes it; what is no date as it stands."""
    try:
        when = datetime.fromisoformat(published) if "T" in published else date.fromisoformat(published)
    except ValueError:
        return published
    return f"{when.day} {QLocale().standaloneMonthName(when.month, QLocale.FormatType.ShortFormat)} {when.year}"


def _button(words: str, wish: SignalInstance) -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setIconSize(QSize(icons.SIDE, icons.SIDE))
    button.clicked.connect(wish)
    return button
