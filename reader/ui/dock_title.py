"""The title of a dock: its name, and two buttons that stay legible in every theme."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from reader.i18n import _


class DockTitle(QWidget):
    """Name, float, close; it is dragged and double-clicked like Qt's own."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setObjectName("dockTitle")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name = QLabel(dock.windowTitle(), self)
        name.setObjectName("dockName")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 6, 3)
        row.setSpacing(2)
        row.addWidget(name, 1)
        floated = self._button("⧉", _("Let “{name}” float, or put it back").format(name=dock.windowTitle()))
        floated.clicked.connect(lambda: dock.setFloating(not dock.isFloating()))
        closed = self._button("×", _("Close “{name}”").format(name=dock.windowTitle()))
        closed.clicked.connect(dock.close)
        row.addWidget(floated)
        row.addWidget(closed)

    def _button(self, sign: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        return button
