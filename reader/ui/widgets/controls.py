"""Small controls of our own: a box to choose from, a button, a tick, a table; dialogs that fit the screen."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QToolButton,
    QWidget,
)

from reader.ui import theme
from reader.ui.direction import is_leftwards


class ComboBox(QComboBox):
    """A box that no label stands beside.

    On Linux, Qt tells what is chosen in the place of the name: there the name is told as the description.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)


SIDE = 10.0
CROSS = (((0.1, 0.1), (0.9, 0.9)), ((0.9, 0.1), (0.1, 0.9)))
SHEETS = (
    ((0.3, 0.3), (0.3, 0.0), (1.0, 0.0), (1.0, 0.7), (0.7, 0.7)),
    ((0.0, 0.3), (0.7, 0.3), (0.7, 1.0), (0.0, 1.0), (0.0, 0.3)),
)
PIN = (
    ((0.3, 0.0), (0.7, 0.0), (0.66, 0.4), (0.9, 0.62), (0.1, 0.62), (0.34, 0.4), (0.3, 0.0)),
    ((0.5, 0.62), (0.5, 1.0)),
)
UP = (((0.1, 0.65), (0.5, 0.3), (0.9, 0.65)),)
LEFT = (((0.65, 0.1), (0.3, 0.5), (0.65, 0.9)),)
DOWN = (((0.1, 0.35), (0.5, 0.7), (0.9, 0.35)),)
"""Signs as lines, in shares of the side: no font has to have them."""

Lines = tuple[tuple[tuple[float, float], ...], ...]


class IconButton(QToolButton):
    """A small button with a sign of lines."""

    def __init__(self, lines: Lines, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setToolTip(tip)
        self.setAccessibleName(tip)

    def show_sign(self, lines: Lines, tip: str) -> None:
        """Show another sign, for something else that it does."""
        self._lines = lines
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.update()

    def sizeHint(self) -> QSize:
        """The sign and room to hit it."""
        return QSize(24, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground by the style sheet, the sign in the colour of the text."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current()["text"], 1.2))
        box = QRectF(0, 0, SIDE, SIDE)
        box.moveCenter(QRectF(self.rect()).center())
        for line in self._lines:
            points = ((1 - x if is_leftwards(self) else x, y) for x, y in line)
            painter.drawPolyline(QPolygonF([QPointF(box.left() + x * SIDE, box.top() + y * SIDE) for x, y in points]))


BOX_SIDE, RADIUS, LINE = 14.0, 3.0, 1.8
TICK = ((0.22, 0.53), (0.42, 0.73), (0.79, 0.30))
"""The tick's corners, as shares of the side."""


def paint_box(painter: QPainter, place: QRect, state: Qt.CheckState) -> None:
    """An empty box, a filled one with a tick, or one with a bar where some of what it stands for is ticked."""
    now = theme.current()
    box = QRectF(0, 0, BOX_SIDE, BOX_SIDE)
    box.moveCenter(QRectF(place).center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    empty = state == Qt.CheckState.Unchecked
    painter.setPen(QPen(now["muted" if empty else "highlight"], 1.2))
    painter.setBrush(now["base" if empty else "highlight"])
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.setPen(QPen(now["highlighted"], LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state == Qt.CheckState.Checked:
        corners = [QPointF(box.left() + x * BOX_SIDE, box.top() + y * BOX_SIDE) for x, y in TICK]
        painter.drawPolyline(QPolygonF(corners))
    elif state == Qt.CheckState.PartiallyChecked:
        middle = box.center().y()
        painter.drawLine(QPointF(box.left() + 3.5, middle), QPointF(box.right() - 3.5, middle))
    painter.restore()


class CheckboxDelegate(QStyledItemDelegate):
    """A plain list whose boxes are drawn so."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row by the style, and over its box our own."""
        super().paint(painter, option, index)
        item = QStyleOptionViewItem(option)
        self.initStyleOption(item, index)
        place = QApplication.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, item, item.widget)
        paint_box(painter, place, item.checkState)


ROOM = 0.92
"""How much of the screen a dialog takes at most: its frame and the system's bars want the rest."""
CHOOSER = QSize(760, 480)
"""Of a dialog in which files are chosen: by itself, Qt's is 900 high until it was closed once."""


def fit_to_screen(dialog: QDialog) -> None:
    """Make a dialog that is not shown yet as large as it wants to be, and no larger than there is room for."""
    is_set = dialog.testAttribute(Qt.WidgetAttribute.WA_Resized)
    wanted = dialog.size() if is_set else dialog.sizeHint()
    room = dialog.screen().availableSize() * ROOM
    if wanted.width() > room.width() or wanted.height() > room.height():
        dialog.resize(wanted.boundedTo(room))


class FileDialog(QFileDialog):
    """Where files and folders are chosen; gone once it is closed."""

    def __init__(self, parent: QWidget, title: str, folder: str = "") -> None:
        super().__init__(parent, title, folder)
        self.resize(CHOOSER)
        fit_to_screen(self)
        self.finished.connect(self.deleteLater)


def read_only_table(rows: int, headings: Sequence[str], name: str, parent: QWidget) -> QTableWidget:
    """A table to look at: its rows can be chosen and nothing in it changed; `name` says what it is to who hears it."""
    table = QTableWidget(rows, len(headings), parent)
    table.setHorizontalHeaderLabels(headings)
    table.setAccessibleName(name)
    table.verticalHeader().hide()
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    return table
