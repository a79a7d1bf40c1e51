"""One article as a person reads it: a read-only text edit with what was found painted under the text."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextFrameFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QFrame, QTextEdit, QToolTip

from reader.article import Article
from reader.i18n import _
from reader.text.spans import Span
from reader.ui import theme
from reader.ui.compare.called import called
from reader.ui.compare.flash import Flash
from reader.ui.compare.lines import Lines
from reader.ui.compare.marks import Mark, Marks
from reader.ui.compare.offsets import Offsets
from reader.ui.compare.paper import FAMILIES, Paper
from reader.ui.compare.passing import Passing
from reader.ui.compare.placed import Placing
from reader.ui.compare.underlay import Underlay

MEASURE = 68
"""Letters on a line at most: 60 to 75 read well."""
LEFT, RIGHT, TOP, BOTTOM = 44.0, 18.0, 14.0, 48.0
"""Margins of the paper; the left one holds the passages' bars and numbers."""
WHEEL_NOTCH, WHEEL_STEP = 120, 60
"""A notch of the wheel as Qt counts it, and how far it scrolls, in pixels."""
BASE_SIZE = 12.0
SCROLL_KEYS = {
    (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier): QAbstractSlider.SliderAction.SliderSingleStepAdd,
    (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier): QAbstractSlider.SliderAction.SliderSingleStepSub,
    (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier): QAbstractSlider.SliderAction.SliderPageStepAdd,
    (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier): QAbstractSlider.SliderAction.SliderPageStepSub,
    (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier): QAbstractSlider.SliderAction.SliderPageStepAdd,
    (Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier): QAbstractSlider.SliderAction.SliderPageStepSub,
    (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier): QAbstractSlider.SliderAction.SliderToMinimum,
    (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier): QAbstractSlider.SliderAction.SliderToMaximum,
}
"""Qt's own would move the text cursor, and scroll only once that leaves the page."""
"""Letter size in points at a zoom of 1."""


class Pane(QTextEdit):
    """Shows an article; knows nothing of the other panes."""

    driven = Signal()
    """A person is about to scroll here, or chose this pane."""
    laidOut = Signal()
    """Lines may stand elsewhere: what was worked out from their heights is stale."""
    zoomed = Signal(int)
    """The wheel was turned with Ctrl, by so much; away from the person is positive."""
    sideways = Signal(int)
    """The wheel was turned with Shift, or to the side."""
    marked = Signal(object)
    """A `Mark` was clicked, or Enter pressed on it."""

    def __init__(self, article: Article, found: Marks, numbers: dict[int, int], tip: Callable[[Mark], str]) -> None:
        super().__init__()
        self.article = article
        self.found = found
        self.offsets = Offsets(article.text)
        self.lines = Lines(self.document(), self.offsets)
        self.flash = Flash(self)
        self._tip = tip
        self.alone = False
        """Whether this pane is being moved without the others."""
        self._stale = True
        self._settling = False
        self._pressed: QPointF | None = None
        self._dress()
        self.paper = Paper(self.document(), article, self.offsets)
        self.passing = Passing(self)
        self._underlay = Underlay(self, numbers)
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self.laidOut)
        self.document().documentLayout().documentSizeChanged.connect(self._moved)
        self.set_zoom(1.0)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _dress(self) -> None:
        self.setObjectName("pane")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.viewport().setMouseTracking(True)
        # It paints its own ground: only then does Qt move what is there already and ask for the new strip alone.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(_("{name}: article").format(name=called(self.article)))
        self.setAccessibleDescription(self.article.headline)

    # How it is set

    def set_zoom(self, zoom: float) -> None:
        """Set the text at a multiple of its usual size."""
        font = QFont(self.font())
        font.setFamilies(list(FAMILIES))
        font.setPointSizeF(BASE_SIZE * zoom)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._set()

    def renew(self, found: Marks, numbers: dict[int, int]) -> None:
        """Show other findings in the same text, at the same place."""
        self.found = found
        self._underlay.renew(numbers)
        self._moved()
        self.viewport().update()

    def fold(self, folded: bool) -> None:
        """Fold boilerplate away or bring it back."""
        self.paper.set(self.font(), folded)
        self._moved()
        self.viewport().update()

    def _set(self) -> None:
        self._set_margins()
        self.fold(self.paper.folded)

    def _set_margins(self) -> None:
        """Keep the measure: a pane wider than its lines puts them in its middle."""
        column = MEASURE * QFontMetricsF(self.font()).averageCharWidth()
        spare = max(0.0, self.viewport().width() - column - LEFT - RIGHT)
        form = QTextFrameFormat(self.document().rootFrame().frameFormat())
        wanted = (LEFT + spare / 2, TOP, RIGHT + spare / 2, BOTTOM)
        if wanted == (form.leftMargin(), form.topMargin(), form.rightMargin(), form.bottomMargin()):
            return
        form.setLeftMargin(wanted[0])
        form.setTopMargin(wanted[1])
        form.setRightMargin(wanted[2])
        form.setBottomMargin(wanted[3])
        self.document().rootFrame().setFrameFormat(form)

    @property
    def inset(self) -> tuple[float, float]:
        """The left and right edge of the column of text."""
        form = self.document().rootFrame().frameFormat()
        return form.leftMargin(), self.viewport().width() - form.rightMargin()

    # Heights

    def _moved(self) -> None:
        if not self._settling:
            self._stale = True
            self._late.start()

    def settle(self) -> None:
        """Lay everything out and place every mark, if anything moved since."""
        if not self._stale:
            return
        self._settling = True
        try:
            self.lines.settle()
        finally:
            self._settling = False
        self._stale = False
        self._passages = Placing(self.found.passages, self.lines)
        self._quotations = Placing(self.found.quotations, self.lines)
        self._figures = Placing(self.found.figures, self.lines)

    @property
    def passages(self) -> Placing:
        """The passages and their heights."""
        self.settle()
        return self._passages

    @property
    def quotations(self) -> Placing:
        """The quotations and their heights."""
        self.settle()
        return self._quotations

    @property
    def figures(self) -> Placing:
        """The figures and their heights."""
        self.settle()
        return self._figures

    # What is chosen

    def choose(self, passage: int | None) -> None:
        """Show one passage as the chosen one."""
        self._underlay.chosen = passage
        self.viewport().update()

    def place_cursor(self, span: Span) -> None:
        """Put the text cursor at the start of a span without scrolling."""
        bar = self.verticalScrollBar()
        with QSignalBlocker(bar):
            kept = bar.value()
            cursor = self.textCursor()
            cursor.setPosition(self.offsets.units(span.start))
            self.setTextCursor(cursor)
            bar.setValue(kept)

    @property
    def point(self) -> int:
        """The character that the text cursor stands at."""
        return self.offsets.point(self.textCursor().position())

    def mark_under(self, position: QPointF) -> tuple[Mark, ...]:
        """What is marked at a place of the viewport."""
        height = position.y() + self.verticalScrollBar().value()
        point = self.lines.exactly(QPointF(position.x(), height))
        return self.found.at(point) if point is not None else ()

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """What was found first, then the text over it."""
        self.settle()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        painter.fillRect(event.rect(), theme.current()["base"])
        painter.translate(0, -self.verticalScrollBar().value())
        self._underlay.paint(painter, QRectF(event.rect()).translated(0, self.verticalScrollBar().value()))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure; heights are worked out anew."""
        super().resizeEvent(event)
        self._set_margins()
        self._moved()

    def changeEvent(self, event: QEvent) -> None:
        """Passing marks carry colours: they follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "passing"):
            self.passing.refresh()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """This pane drives; with Alt it moves alone. Zooming and going sideways belong to the whole view."""
        held, turned = event.modifiers(), event.angleDelta()
        if held & Qt.KeyboardModifier.AltModifier:  # Qt turns the wheel sideways then
            self.alone = True
            self.driven.emit()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - (turned.y() or turned.x()) * WHEEL_STEP // WHEEL_NOTCH)
            self.alone = False
            event.accept()
        elif held & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(turned.y())
            event.accept()
        elif held & Qt.KeyboardModifier.ShiftModifier or abs(turned.x()) > abs(turned.y()):
            self.sideways.emit(turned.x() or turned.y())
            event.accept()
        else:
            self.driven.emit()
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the passage at the text cursor. Keys scroll as over a page; with Shift they select."""
        self.driven.emit()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            mark = self.found.passage_at(self.point)
            if mark is not None:
                self.marked.emit(mark)
            return
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        action = SCROLL_KEYS.get((Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))
        if action is not None:
            self.verticalScrollBar().triggerAction(action)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QEvent) -> None:
        """The pane that has the focus drives."""
        self.driven.emit()
        super().focusInEvent(event)  # type: ignore[arg-type]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Dragging on past the edge scrolls, so this pane drives."""
        self.driven.emit()
        self._pressed = event.position() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click that selected no text chooses what it fell on."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None or self.textCursor().hasSelection():
            return
        if self._underlay.fold_under(event.position()):
            self.fold(not self.paper.folded)
            return
        found = self.mark_under(event.position())
        if found:
            self.marked.emit(found[0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be clicked."""
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            live = self._underlay.fold_under(event.position()) or bool(self.mark_under(event.position()))
            shape = Qt.CursorShape.PointingHandCursor if live else Qt.CursorShape.IBeamCursor
            if self.viewport().cursor().shape() != shape:
                self.viewport().setCursor(shape)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu, and what can be done with boilerplate."""
        menu = self.createStandardContextMenu(event.pos())
        if self.paper.folds:
            menu.addSeparator()
            words = _("Show what was folded away") if self.paper.folded else _("Fold what is not of the article")
            menu.addAction(words).triggered.connect(lambda: self.fold(not self.paper.folded))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Hovering says why something is marked."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.mark_under(QPointF(event.pos()))
            words = "<hr>".join(filter(None, (self._tip(mark) for mark in found[:3])))
            if words:
                QToolTip.showText(event.globalPos(), words, self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied are the article's own words, not Qt's copy of them."""
        cursor = self.textCursor()
        span = Span(self.offsets.point(cursor.selectionStart()), self.offsets.point(cursor.selectionEnd()))
        copied = QMimeData()
        copied.setText(span.of(self.article.text))
        return copied
