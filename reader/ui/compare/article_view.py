"""One article as a person reads it: what mouse, wheel and keys do on its sheet."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider

from reader.article import Article
from reader.i18n import _
from reader.text.spans import Span
from reader.ui import theme
from reader.ui.compare import announcements
from reader.ui.compare.article_text_edit import ArticleTextEdit
from reader.ui.compare.highlights import ArticleHighlights, Highlight, OwnSpan
from reader.ui.widgets.plain_text import show_tip

WHEEL_NOTCH, WHEEL_STEP = 120, 60
"""A notch of the wheel as Qt counts it, and how far it scrolls, in pixels."""
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


class ArticleView(ArticleTextEdit):
    """Answers a person; knows nothing of the other panes."""

    driven = Signal()
    """A person is about to scroll here, or chose this pane."""
    zoomed = Signal(int)
    """The wheel was turned with Ctrl, by so much; away from the person is positive."""
    sideways = Signal(int)
    """The wheel was turned with Shift, or to the side."""
    marked = Signal(object)
    """A `Highlight` was clicked, or Enter pressed on it."""
    pointed = Signal(object)
    """The mouse is over another `Highlight` than before, or over none."""
    menuOpened = Signal(object, object, str)
    """A context menu is about to open: the `QMenu`, the tuple of `Highlight`s that it is opened on, and the name of the
    mark of the reader's own there, "" where there is none."""

    def __init__(
        self, article: Article, found: ArticleHighlights, numbers: Mapping[int, int], tip: Callable[[Highlight], str]
    ) -> None:
        """`tip` says why something is marked."""
        super().__init__(article, found, numbers)
        self.alone = False
        """Whether this pane is being moved without the others."""
        self.why = tip
        self._pointed: Highlight | None = None
        self._pressed: QPointF | None = None

    def mark_under(self, position: QPointF) -> tuple[Highlight, ...]:
        """What is marked at a place of the viewport."""
        height = position.y() + self.verticalScrollBar().value()
        point = self.lines.exactly(QPointF(position.x(), height))
        return self.found.at(point) if point is not None else ()

    def point_at(self, mark: Highlight | None) -> None:
        """The mouse is over this mark, here or on its link; None for no mark."""
        if mark != self._pointed:
            self._pointed = mark
            self.pointed.emit(mark)

    def own_under(self, position: QPointF) -> OwnSpan | None:
        """What the reader marked at a place of the viewport."""
        point = self.lines.exactly(QPointF(position.x(), position.y() + self.verticalScrollBar().value()))
        return self.found.own_at(point) if point is not None else None

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
        if self.highlight_painter.fold_under(event.position()):
            self.fold(not self.article_document.folded)
            return
        found = self.mark_under(event.position())
        if found:
            self.marked.emit(found[0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be clicked."""
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            found = self.mark_under(event.position())
            self.point_at(found[0] if found else None)
            live = self.highlight_painter.fold_under(event.position()) or bool(found)
            shape = Qt.CursorShape.PointingHandCursor if live else Qt.CursorShape.IBeamCursor
            if self.viewport().cursor().shape() != shape:
                self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is over nothing any more."""
        super().leaveEvent(event)
        self.point_at(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu, and what can be done with boilerplate."""
        menu = self.createStandardContextMenu(event.pos())
        menu.addActions(self.actions())
        if self.article_document.folds:
            menu.addSeparator()
            folded = self.article_document.folded
            words = _("Show What Was Folded Away") if folded else _("Fold What Is Not of the Article")
            menu.addAction(words).triggered.connect(lambda: self.fold(not self.article_document.folded))
        own = self.own_under(QPointF(event.pos()))
        self.menuOpened.emit(menu, self.mark_under(QPointF(event.pos())), own.subject if own is not None else "")
        menu.aboutToHide.connect(menu.deleteLater)
        theme.dress(menu)
        menu.popup(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Hovering says why something is marked."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.mark_under(QPointF(event.pos()))
            own = self.own_under(QPointF(event.pos()))
            noted = announcements.own_mark(own) if own is not None else ""
            words = "<hr>".join(filter(None, (noted, *(self.why(mark) for mark in found[:3]))))
            show_tip(event, words, self.viewport())
            return True
        return super().viewportEvent(event)


def passage_at_cursor(pane: ArticleView) -> Span:
    """Where it stands in the pane's article; empty where there is nothing but white space."""
    text, chosen = pane.article.text, pane.selected
    if text[chosen.start : chosen.end].strip():
        return chosen
    mark = pane.found.passage_at(pane.point)
    return mark.span if mark is not None else paragraph(text, pane.point)


def paragraph(text: str, point: int) -> Span:
    """The line of a text at a place, or the next that is not empty."""
    start = text.rfind("\n", 0, point) + 1
    end = text.find("\n", start)
    while end >= 0 and not text[start:end].strip():
        start, end = end + 1, text.find("\n", end + 1)
    return Span(start, end if end >= 0 else len(text))
