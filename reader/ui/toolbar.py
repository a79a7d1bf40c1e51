"""The tool bar of `actions.TOOLBAR`, with the search field in its middle."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from reader.i18n import N_, _
from reader.ui import icons
from reader.ui.actions.specs import SEARCH_FIELD, TOOLBAR, strip_mnemonic

WORDS = {"import-files": N_("Import"), "compare": N_("Compare"), "scroll-mode": N_("Together"), "export": N_("Export")}
MODES = {"matched": N_("Together"), "proportional": N_("Proportional"), "free": N_("Free")}
"""What is used so often, or is so hard to draw, that it has its word beside it."""


MARGINS = 34
"""Of a button with icon and words, beside those."""


class ToolBar(QToolBar):
    """Import, compare, search, scrolling, zoom, export."""

    def __init__(self, actions: Mapping[str, QAction], search: QWidget, parent: QWidget) -> None:
        super().__init__(_("Tool bar"), parent)
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(icons.SIZE, icons.SIZE))
        blank = icons.blank()
        for name in TOOLBAR:
            if name is None:
                self.addWidget(_stretch(self))
            elif name == SEARCH_FIELD:
                self.addWidget(search)
            else:
                self._button(name, actions[name], blank)

    def show_mode(self, action: QAction, mode: str) -> None:
        """Let the button for scrolling say how the panes scroll; it keeps the width of the longest word."""
        action.setIconText(_(MODES[mode]) if mode in MODES else mode)

    def _button(self, name: str, action: QAction, blank: QIcon) -> None:
        action.setIcon(blank)
        self.addAction(action)
        button = self.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setAccessibleName(strip_mnemonic(action.text()))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if name in WORDS:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                action.setIconText(_(WORDS[name]))
            if name == "scroll-mode":
                longest = max(button.fontMetrics().horizontalAdvance(_(word)) for word in MODES.values())
                button.setFixedWidth(longest + icons.SIZE + MARGINS)


def _stretch(parent: QWidget) -> QWidget:
    """Room between groups."""
    room = QWidget(parent)
    room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    room.setMinimumWidth(8)
    return room
