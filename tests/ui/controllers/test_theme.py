"""The window follows the system while it runs, where a person wants it to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reader.ui import theme
from reader.ui.controllers import theme as theme_manager
from reader.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def _afterwards():
    yield
    theme_manager.apply("light")


@pytest.mark.parametrize(
    "tell",
    [
        lambda hints: hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark),
        lambda hints: hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast),
    ],
)
def test_it_follows_the_system_while_it_runs(window: MainWindow, monkeypatch: pytest.MonkeyPatch, tell) -> None:
    monkeypatch.setattr(theme, "chosen", lambda asked: "dark" if asked == theme.SYSTEM else asked)
    window.theme_manager.set_theme("light")
    tell(QGuiApplication.styleHints())
    assert theme.current().name == "light"
    monkeypatch.setattr(theme, "chosen", lambda asked: "light")
    window.theme_manager.set_theme(theme.SYSTEM)
    monkeypatch.setattr(theme, "chosen", lambda asked: "dark" if asked == theme.SYSTEM else asked)
    tell(QGuiApplication.styleHints())
    assert theme.current().name == "dark"
    assert window.commands["theme-system"].isChecked()
