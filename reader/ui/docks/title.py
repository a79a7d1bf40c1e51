"""The title of a dock that may share its place with others: what its panel says of itself, and two buttons."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QSizePolicy, QWidget

from reader.i18n import _
from reader.ui.plain import Label
from reader.ui.sign_button import CROSS, SHEETS, SignButton

FLOATING = QSize(560, 320)
"""The least size of a dock that a person lets float: in its row it was but a strip."""


class Title(QWidget):
    """Name, the panel's own bar, float, close. Where a tab says the name already, it is left out."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setObjectName("dockTitle")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name = Label(dock.windowTitle(), self)
        self._name.setObjectName("dockName")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 2, 6, 2)
        self._row.setSpacing(4)
        self._row.addWidget(self._name)
        self._row.addStretch(1)
        words = {"name": dock.windowTitle()}
        floated = SignButton(SHEETS, _("Let “{name}” float, or put it back").format(**words), self)
        floated.clicked.connect(lambda: _float(dock))
        closed = SignButton(CROSS, _("Close “{name}”").format(**words), self)
        closed.clicked.connect(dock.close)
        for button in (floated, closed):
            self._row.addWidget(button)

    def take_in(self, bar: QWidget) -> None:
        """Show a panel's bar beside the name, in the place of nothing."""
        bar.setParent(self)
        bar.setSizePolicy(QSizePolicy.Policy.Expanding, bar.sizePolicy().verticalPolicy())
        inside = bar.layout()
        if inside is not None:
            inside.setContentsMargins(0, 2, 8, 2)
        self._row.takeAt(1)
        self._row.insertWidget(1, bar, 1)
        bar.show()

    def set_tabbed(self, tabbed: bool) -> None:
        """Whether a tab says the name."""
        self._name.setVisible(not tabbed)


def _float(dock: QDockWidget) -> None:
    """Let it float, large enough to read in, or put it back."""
    dock.setFloating(not dock.isFloating())
    if dock.isFloating():
        dock.resize(dock.size().expandedTo(FLOATING))
