"""What narrows a search, as chips: each says what it is and goes when it is pressed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reader.i18n import _
from reader.ui import theme
from reader.ui.widgets.flow_layout import FlowLayout

WIDEST, PAD, SIGN, GAP = 220, 9, 7.0, 7
KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True, slots=True)
class Chip:
    """Its words, and what takes away that for which it stands."""

    words: str
    remove: Callable[[], None]


class ChipButton(QAbstractButton):
    """A rounded label with a cross; long words end in an ellipsis and are whole in the tip."""

    def __init__(self, chip: Chip, parent: QWidget) -> None:
        super().__init__(parent)
        self._chip = chip
        self._say()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self._chip.remove())

    def become(self, chip: Chip) -> None:
        """Stand for this one from now on; a new button would cost a millisecond of styling."""
        before, self._chip = self._chip, chip
        if chip.words != before.words:
            self._say()

    def sizeHint(self) -> QSize:
        """Its words and the cross."""
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 2 * PAD + GAP + round(SIGN) + 2
        return QSize(min(WIDEST, wide), self.fontMetrics().height() + 6)

    def minimumSizeHint(self) -> QSize:
        """Some letters."""
        return QSize(min(60, self.sizeHint().width()), self.sizeHint().height())

    def _say(self) -> None:
        words = self._chip.words
        self.setText(words)
        self.setToolTip(_("{words}: press to take this away").format(words=words))
        self.setAccessibleName(_("Take away {words}").format(words=words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Delete and Backspace press it, as Space does."""
        if event.key() in KEYS:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A tint, the words, the cross; a frame where the keyboard is."""
        now, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = now["focus"] if self.hasFocus() else now["passage_edge" if self.underMouse() else "border"]
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.setBrush(now["soft"])
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(now["text"])
        room = self.rect().adjusted(PAD, 0, -(PAD + GAP + round(SIGN)), 0)
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        cross = QRectF(self.width() - PAD - SIGN, (self.height() - SIGN) / 2, SIGN, SIGN)
        painter.setPen(QPen(now["text"], 1.3))
        painter.drawLine(cross.topLeft(), cross.bottomRight())
        painter.drawLine(QPointF(cross.right(), cross.top()), QPointF(cross.left(), cross.bottom()))


class Chips(QWidget):
    """As many lines of chips as it takes; none where there are no chips."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._shown: list[ChipButton] = []
        self.hide()

    @property
    def buttons(self) -> list[ChipButton]:
        """The chips there are."""
        return list(self._shown)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these; where one that had the keyboard goes, the next takes it."""
        at = next((n for n, one in enumerate(self._shown) if one.hasFocus()), None)
        for one, chip in zip(self._shown, chips, strict=False):
            one.become(chip)
        for old in self._shown[len(chips) :]:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        added = [ChipButton(chip, self) for chip in chips[len(self._shown) :]]
        self._shown = [*self._shown[: len(chips)], *added]
        for one in added:
            self._flow.addWidget(one)
            one.show()
        self.setVisible(bool(chips))
        if at is not None and self._shown:
            self._shown[min(at, len(self._shown) - 1)].setFocus()
