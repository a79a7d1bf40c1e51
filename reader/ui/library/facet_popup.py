"""The values of one filter with how many articles each has, in a popup that one types into."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader import locales
from reader.i18n import N_, _, ngettext
from reader.ui import theme
from reader.ui.direction import item_place
from reader.ui.widgets.controls import BOX_SIDE, paint_box
from reader.ui.widgets.plain_text import PlainLabel

if TYPE_CHECKING:
    from reader.workspace import Facet

Index = QModelIndex | QPersistentModelIndex
COUNT = Qt.ItemDataRole.UserRole + 20
VALUE = Qt.ItemDataRole.UserRole + 21
NO_PARENT = QModelIndex()
KIND_WORDS = {"outlet": N_("Outlet"), "month": N_("Date"), "story": N_("Story"), "language": N_("Language")}


def named(kind: str, value: str, name: str = "") -> str:
    """What people call a value of a facet."""
    if kind == "month":
        return _month(value)
    if kind == "language":
        return _language(value)
    nothing = {"outlet": _("No outlet"), "story": _("A story that is gone")}
    return name or (value if kind == "outlet" else "") or nothing[kind]


def _month(value: str) -> str:
    if not value:
        return _("No date")
    return locales.month(value)


def _language(value: str) -> str:
    return locales.language_name(value) if value else _("Unknown language")


class FacetModel(QAbstractListModel):
    """The values of one kind; months the newest first, all others by how many articles have them."""

    toggled = Signal(str)
    """The value that a person ticked or unticked."""

    def __init__(self, kind: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._rows: list[Facet] = []
        self._chosen: frozenset[str] = frozenset()

    def show(self, facets: "Iterable[Facet]", chosen: Iterable[str]) -> None:
        """Show these; where the values are the same, counts and ticks change and nothing moves."""
        rows = [one for one in facets if one.kind == self.kind]
        if self.kind == "month":
            rows.sort(key=lambda one: one.value, reverse=True)
        self._chosen = frozenset(chosen)
        if [one.value for one in rows] == [one.value for one in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many values."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A value's name, tick and count."""
        if not index.isValid():
            return None
        one = self._rows[index.row()]
        name = named(one.kind, one.value, one.name)
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == COUNT:
            return one.count
        if role == VALUE:
            return one.value
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{name}, " + ngettext("{n} article", "{n} articles", one.count).format(n=one.count)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if one.value in self._chosen else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, _value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a tick, or that it goes; it shows once the answer is there."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.toggled.emit(self._rows[index.row()].value)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every value can be ticked."""
        return super().flags(index) | (Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else Qt.ItemFlag.NoItemFlags)


WIDTH, MOST_ROWS, MANY = 270, 10, 8
PAD = 8
DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class ChoiceDelegate(QStyledItemDelegate):
    """A box, a name, and at the right a count."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line and air."""
        return QSize(WIDTH, option.fontMetrics.height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row; where the keyboard is, with a tint and a frame."""
        now, rect = theme.current(), option.rect
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, now["soft"])
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(now["focus"], 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        box = QRect(rect.left() + PAD, rect.top(), round(BOX_SIDE), rect.height())
        paint_box(painter, item_place(option, box), Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)))
        count = locales.count(index.data(COUNT))
        wide = option.fontMetrics.horizontalAdvance(count)
        words = rect.adjusted(2 * PAD + round(BOX_SIDE), 0, -(2 * PAD + wide), 0)
        name = option.fontMetrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        _write(painter, item_place(option, words), name, now["text"], Qt.AlignmentFlag.AlignLeft)
        _write(
            painter, item_place(option, rect.adjusted(0, 0, -PAD, 0)), count, now["muted"], Qt.AlignmentFlag.AlignRight
        )


def _write(painter: QPainter, box: QRect, words: str, colour: QColor, side: Qt.AlignmentFlag) -> None:
    painter.setPen(colour)
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, words)


class ChoiceList(QListView):
    """Space and Enter tick, and so does a click anywhere on a row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(ChoiceDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._toggle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter tick, Escape is left to the popup; the arrows go from value to value, as Qt has it."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._toggle(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _toggle(self, index: QModelIndex) -> None:
        self.model().setData(index, None, Qt.ItemDataRole.CheckStateRole)


class FacetPopup(QFrame):
    """Lies over the window and stays while one ticks; Escape, or going elsewhere, closes it.

    It is no window of its own: those take the keyboard by force, and not every desktop lets them.
    """

    daysChanged = Signal(str, str)

    def __init__(self, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._button: QWidget | None = None
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_(KIND_WORDS[kind]))
        self.model = FacetModel(kind, self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self.model)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.sieve = QLineEdit(self)
        self.sieve.setPlaceholderText(_("Find among these"))
        self.sieve.setAccessibleName(_("Find among these"))
        self.sieve.textChanged.connect(self._shown.setFilterFixedString)
        self.list = ChoiceList(self)
        self.list.setModel(self._shown)
        self.list.setAccessibleName(_(KIND_WORDS[kind]))
        self.since, self.until = QLineEdit(self), QLineEdit(self)
        self.hint = PlainLabel(_("As 2031, 2031-05 or 2031-05-17"), self)
        self.hint.setObjectName("quiet")
        self._days = self._make_days()
        self._days.setVisible(kind == "month")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        for widget in (self._days, self.sieve, self.list):
            column.addWidget(widget)

    def show_days(self, since: str, until: str) -> None:
        """Show from when to when, unless a person is typing there."""
        for edit, day in ((self.since, since), (self.until, until)):
            if not edit.hasFocus():
                edit.setText(day)

    def open_under(self, button: QWidget) -> None:
        """Show under a button, with the keyboard on the first value or on the days; pressed again, it goes."""
        if self.isVisible():
            self.leave()
            return
        self.sieve.clear()
        self.sieve.setVisible(self.model.rowCount() > MANY)
        rows = min(MOST_ROWS, max(1, self.model.rowCount()))
        self.list.setMinimumWidth(WIDTH)
        self.list.setFixedHeight(rows * (self.fontMetrics().height() + 10) + 2)
        self.list.setVisible(self.model.rowCount() > 0)
        self._button = button
        self.setParent(button.window())
        self.adjustSize()
        self.move(self._place(button))
        self.show()
        self.raise_()
        self.enter()

    def enter(self) -> None:
        """Bring the keyboard to the first value of the list, or to the days where it has none."""
        if not self.model.rowCount():
            self.since.setFocus()
            return
        self.list.setCurrentIndex(self._shown.index(0, 0))
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, and gives the keyboard back."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_Down and not self.list.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Close, and give the keyboard back."""
        self.hide()
        if self._button is not None:
            self._button.setFocus(Qt.FocusReason.PopupFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """From now on, look where the person goes."""
        super().showEvent(event)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr] # there is one where widgets are

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing to look for any more."""
        super().hideEvent(event)
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click, or the keyboard, elsewhere closes it."""
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.FocusIn) and isinstance(watched, QWidget):
            inside = watched is self or self.isAncestorOf(watched)
            if not inside and not (watched is self._button and event.type() == QEvent.Type.MouseButtonPress):
                self.hide()
        return False

    def _place(self, button: QWidget) -> QPoint:
        """Under the button, as far to the left as the window asks."""
        place = button.mapTo(button.window(), QPoint(0, button.height() + 2))
        return QPoint(max(0, min(place.x(), button.window().width() - self.width())), place.y())

    def _tell(self) -> None:
        since, until = self.since.text().strip(), self.until.text().strip()
        fitting = [not day or bool(DAY.fullmatch(day)) for day in (since, until)]
        ordered = not (since and until) or since[: len(until)] <= until[: len(since)]
        for edit, fits in ((self.since, fitting[0] and ordered), (self.until, fitting[1] and ordered)):
            edit.setProperty("wrong", not fits)
            edit.style().polish(edit)
        words = _("As 2031, 2031-05 or 2031-05-17") if ordered else _("The first day comes after the last.")
        self.hint.setText(words)
        if all(fitting) and ordered:
            self.daysChanged.emit(since, until)

    def _make_days(self) -> QWidget:
        days = QWidget(self)
        grid = QGridLayout(days)
        grid.setContentsMargins(2, 2, 2, 4)
        grid.setVerticalSpacing(3)
        for at, (edit, words) in enumerate(((self.since, _("From")), (self.until, _("To")))):
            label = PlainLabel(words, days)
            label.setBuddy(edit)
            edit.setAccessibleName(_("From this day") if edit is self.since else _("To this day"))
            edit.setMaxLength(10)
            edit.textEdited.connect(self._tell)
            edit.returnPressed.connect(self.leave)
            grid.addWidget(label, 0, at)
            grid.addWidget(edit, 1, at)
        grid.addWidget(self.hint, 2, 0, 1, 2)
        return days
