"""Puts themes on: palette and style sheet for the program, and icons once they are loaded."""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QChildEvent, QEvent, QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from reader.ui import icons, theme
from reader.ui.actions.action_manager import ActionManager
from reader.ui.event_loop import IdleQueue
from reader.ui.state.session import Session

THEMES = {"system": theme.SYSTEM, "light": "light", "dark": "dark", "contrast": "high-contrast"}
"""The preferences that commands choose, by the ends of their ids."""


class ThemeManager(QObject):
    """Dresses the window as the person, or else the system, likes it."""

    changed = Signal()

    def __init__(
        self, window: QWidget, parts: Iterable[QWidget], actions: Mapping[str, QAction], session: Session
    ) -> None:
        """`parts` of the window wear the theme's sheet, and its menus and dialogs do; all else paints itself."""
        super().__init__(window)
        self._window, self._actions, self._session = window, actions, session
        self._icons: icons.IconFont | None = None
        self._turns, self._dressings = IdleQueue(self), IdleQueue(self, apart=True)
        self.dress(parts)
        window.installEventFilter(self)
        self._dress()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        for name, preference in THEMES.items():
            actions.register(f"theme-{name}", partial(self.set_theme, preference))

    def set_theme(self, preference: str) -> None:
        """Put on a theme by its name, or follow the system."""
        self._session.theme = preference
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - there is a window
        self._dressings.take(theme.dressings(app, theme.Theme.load(theme.chosen(preference))))
        self._dress()
        self.changed.emit()

    def dress(self, parts: Iterable[QWidget]) -> None:
        """Let these wear the theme's sheet from here on."""
        for part in parts:
            theme.dress(part)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Menus and dialogs of the window are dressed when they are about to be seen."""
        if event.type() == QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            child = event.child()
            if isinstance(child, QDialog | QMenu):
                theme.dress(child)
        return super().eventFilter(watched, event)

    def load_icons(self) -> None:
        """Fetch the icons, turn by turn, then hang them up."""
        self._turns.take(icons.loading(self._hang))

    def _hang(self, found: icons.IconFont) -> None:
        self._icons = found
        icons.dress(self._actions, found)

    def _dress(self) -> None:
        if self._icons is not None:
            self._hang(self._icons)

    def _follow(self) -> None:
        if self._session.theme == theme.SYSTEM and self._window.isVisible():  # one that was closed follows nothing
            self.set_theme(theme.SYSTEM)


def apply(preference: str) -> None:
    """Put a theme on the program."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101 - no widget is dressed before there is one
    theme.apply(app, theme.Theme.load(theme.chosen(preference)))
