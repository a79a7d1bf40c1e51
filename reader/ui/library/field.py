"""The search field in the tool bar; its keys are the suggestions' while those are open."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.i18n import _

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
