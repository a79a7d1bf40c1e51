"""The search field in the tool bar, and the list under it of how what is typed may go on."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QFocusEvent, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.i18n import N_, _
from reader.ui import theme
from reader.ui.direction import item_place
from reader.ui.event_loop import Debouncer
from reader.ui.library.facet_popup import Index
from reader.ui.library.search_request import limits, names
from reader.ui.services.task_runner import NO_KEY
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.widgets.plain_text import tip
from reader.wording.lines import SEPARATOR

if TYPE_CHECKING:
    from reader.workspace import Suggestion, Workspace

WIDTH = 380
OWN = (Qt.Key.Key_Escape,)
"""Keys that are this field's while it is in use, whatever commands have them."""


class SearchField(QLineEdit):
    """Escape clears it, or leaves it when it is empty; Down goes on to the suggestions, or else to the results."""

    downPressed = Signal()
    escaped = Signal()
    cleared = Signal()
    """The cross in the field was pressed."""
    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Search the library"))
        self.setAccessibleName(_("Search the library"))
        self.setToolTip(
            _("Words, “a phrase”, OR, -without, outlet:post, date:2031-05.")
            + "\n"
            + _("Down shows what was sought before.")
        )
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(180)
        self.setMaximumWidth(WIDTH)
        self.setAcceptDrops(False)  # what is dropped here is for the window
        cross = self.findChild(QAction, "_q_qlineeditclearaction")
        if cross is not None:
            cross.triggered.connect(self.cleared)

    def offer(self, menu: QAction, icon: QIcon) -> None:
        """Put a button into the field that opens the menu of searches."""
        menu.setIcon(icon)
        self.addAction(menu, QLineEdit.ActionPosition.TrailingPosition)

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(WIDTH, super().sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Escape is this field's own while it is in use."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in OWN:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Down lead out of the field; the suggestions, where they are open, have had their say."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.downPressed.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Suggestions go with the keyboard."""
        super().focusOutEvent(event)
        self.left.emit()


WAIT = 100
"""Milliseconds without a key before suggestions are asked for."""
MOST, PAD = 8, 10
SUGGESTION = Qt.ItemDataRole.UserRole
WHAT = Qt.ItemDataRole.UserRole + 1
KINDS = {"saved": N_("saved"), "history": N_("sought before"), "outlet": N_("outlet"), "story": N_("story"), "word": ""}


class SuggestionDelegate(QStyledItemDelegate):
    """What would be sought, and at the right what kind of suggestion that is."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line and air."""
        return QSize(100, option.fontMetrics.height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Where the choice is, a tint and an edge."""
        now, rect = theme.current(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, now["soft"])
            painter.fillRect(item_place(option, QRect(rect.topLeft(), QSize(3, rect.height()))), now["focus"])
        kind = option.fontMetrics.elidedText(index.data(WHAT), Qt.TextElideMode.ElideRight, rect.width() // 2)
        wide = option.fontMetrics.horizontalAdvance(kind)
        words = rect.adjusted(PAD, 0, -(2 * PAD + wide), 0)
        text = option.fontMetrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.setPen(now["text"])
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(item_place(option, words), left, text)
        painter.setPen(now["muted"])
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(item_place(option, rect.adjusted(0, 0, -PAD, 0)), side, kind)


class SuggestionList(QListWidget):
    """Lies over the window, under the field; never has the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("popup")
        self.setAccessibleName(_("Suggestions"))
        self.setItemDelegate(SuggestionDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemEntered.connect(self.setCurrentItem)
        self.hide()

    def show_under(self, field: QWidget, suggestions: "tuple[Suggestion, ...]", stories: Mapping[str, str]) -> None:
        """Show these, none of them chosen yet; `stories` are names by numbers."""
        self.clear()
        for one in suggestions:
            item = QListWidgetItem(one.text, self)
            narrowed = limits(one.filters, stories)
            what = SEPARATOR.join(part for part in (_(KINDS[one.kind]), narrowed) if part)
            item.setData(SUGGESTION, one)
            item.setData(WHAT, what)
            long = narrowed or len(one.text) > field.width() // self.fontMetrics().averageCharWidth()
            item.setToolTip(tip(SEPARATOR.join(part for part in (one.text, narrowed) if part)) if long else "")
        self.setCurrentRow(-1)
        height = len(suggestions) * (self.fontMetrics().height() + 10) + 2 * self.frameWidth()
        place = field.mapTo(self._window, QPoint(0, field.height() + 1))
        self.setGeometry(QRect(place, QSize(field.width(), height)))
        self.show()
        self.raise_()


class Suggestions(QObject):
    """Asks for suggestions while a person types, and takes the keys that are theirs."""

    picked = Signal(object)
    """The Suggestion that was taken."""
    passed = Signal()
    """Down was pressed on the last one."""

    def __init__(self, service: WorkspaceService, field: SearchField) -> None:
        super().__init__(field)
        self._service, self._field = service, field
        self.list: SuggestionList | None = None
        self._typing = Debouncer(self.ask, self, WAIT)
        field.installEventFilter(self)
        field.textEdited.connect(self._typed)
        field.left.connect(self.close)
        field.cleared.connect(self.close)

    @property
    def open(self) -> bool:
        """Whether any are on view."""
        return self.list is not None and self.list.isVisible()

    def ask(self) -> None:
        """Ask for what goes on as the field does; where that is empty, what was saved and sought before."""
        self._typing.cancel()
        typed = self._field.text()
        self._service.run(
            "suggest",
            lambda ws, _progress: _with_names(ws, ws.suggest(typed, MOST)),
            lambda found: self._show(typed, *found),
            failed=lambda _error: None,  # the search itself says what is wrong
        )

    def close(self) -> None:
        """Take them away, and those that are still to come."""
        self._typing.cancel()
        self._service.tasks.cancel("suggest")
        if self.list is not None:
            self.list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that are theirs do not reach the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self._field:
            return self.take(event)
        return super().eventFilter(watched, event)

    def take(self, event: QKeyEvent) -> bool:
        """Whether a key was theirs: Down and Up move, Enter takes what was moved to, Escape closes."""
        if not self.open or self.list is None:
            return False
        key, row = event.key(), self.list.currentRow()
        if key == Qt.Key.Key_Down and row == self.list.count() - 1:
            self.close()
            self.passed.emit()
        elif key == Qt.Key.Key_Down or (key == Qt.Key.Key_Up and row >= 0):
            self._move(row + (1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self._pick(self.list.currentItem())
        elif key == Qt.Key.Key_Delete and row >= 0 and self._current_kind() == "history":
            self._forget(self.list.takeItem(row).text())
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.close()
            return False
        return True

    def _typed(self, text: str) -> None:
        if text.strip():
            self._typing.trigger()
        else:
            self.close()

    def _current_kind(self) -> str:
        return str(self.list.currentItem().data(SUGGESTION).kind) if self.list is not None else ""

    def _show(self, typed: str, found: "tuple[Suggestion, ...]", stories: Mapping[str, str]) -> None:
        if typed != self._field.text() or not self._field.hasFocus() or not found:
            self.close()
            return
        if self.list is None:
            self.list = SuggestionList(self._field.window())
            self.list.itemClicked.connect(self._pick)
        self.list.show_under(self._field, found, stories)

    def _move(self, row: int) -> None:
        if self.list is None:
            return
        self.list.setCurrentRow(row)
        item = self.list.item(row)
        if item is not None:
            words = ", ".join(filter(None, (item.text(), item.data(WHAT))))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, words))

    def _pick(self, item: QListWidgetItem) -> None:
        one = item.data(SUGGESTION)
        self.close()
        self.picked.emit(one)

    def _forget(self, query: str) -> None:
        self._service.run(NO_KEY, lambda ws, _progress: ws.library.searches.forget(query), lambda _none: None)
        if self.list is not None and not self.list.count():
            self.close()


def _with_names(
    workspace: "Workspace", found: "tuple[Suggestion, ...]"
) -> "tuple[tuple[Suggestion, ...], Mapping[str, str]]":
    """The names of stories too, where a search made before is narrowed to one."""
    narrowed = any("story" in one.filters for one in found)
    return found, names(workspace.library.stories.all()) if narrowed else {}
