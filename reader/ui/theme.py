"""Themes: the colours of `resources/colours.toml`, put on as a palette and the windows' style sheet."""

import re
from collections.abc import Callable, Mapping
from functools import cache, cached_property, partial
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from shiboken6 import isValid

from reader import colours
from reader.dataclass import dataclass
from reader.paths import shipped

SYSTEM = "system"
"""The preference that follows the system; every other one is a theme's name."""

NAMES = ("light", "dark", "high-contrast")
HALF = 128
STYLED, DRESSED = "styled", "dressed"
SHEETS = ("reader.qss", "window.qss")
"""The later one has the last word."""

ROLES: Mapping[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "base",
    QPalette.ColorRole.AlternateBase: "alternate",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "button",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "highlighted",
    QPalette.ColorRole.Highlight: "highlight",
    QPalette.ColorRole.HighlightedText: "highlighted",
    QPalette.ColorRole.Accent: "highlight",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.ToolTipBase: "tooltip",
    QPalette.ColorRole.ToolTipText: "tooltip_text",
    QPalette.ColorRole.Light: "button",
    QPalette.ColorRole.Midlight: "window",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Shadow: "border",
}


@dataclass(frozen=True)
class Theme:
    """Colours by name: `theme["passage_edge"]`."""

    name: str
    dark: bool
    colours: Mapping[str, QColor]

    @classmethod
    def load(cls, name: str, path: Path | None = None) -> "Theme":
        """The theme of this name; ReaderError where there is none or the table of colours cannot be read."""
        found = colours.load(name, path)
        return cls(name, found.dark, MappingProxyType({key: QColor(shade) for key, shade in found.named.items()}))

    def __getitem__(self, name: str) -> QColor:
        return self.colours[name]

    def faint(self, name: str, alpha: float) -> QColor:
        """A colour let through to what lies under it; `alpha` from 0 to 1."""
        colour = QColor(self.colours[name])
        colour.setAlphaF(alpha)
        return colour

    def mixed(self, name: str, ground: str, share: float) -> QColor:
        """A colour as it looks, let through by so much, on a ground: opaque, which paints five times as fast."""
        over, under = self.colours[name], self.colours[ground]
        parts = zip(
            (over.redF(), over.greenF(), over.blueF()), (under.redF(), under.greenF(), under.blueF()), strict=True
        )
        return QColor.fromRgbF(*(a * share + b * (1 - share) for a, b in parts))

    def palette(self) -> QPalette:
        """The palette that Fusion draws with; what is disabled takes the muted colour."""
        palette = QPalette()
        for role, name in ROLES.items():
            palette.setColor(role, self[name])
        disabled = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)
        for role in disabled:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.faint("muted", 0.7))
        return palette

    @cached_property
    def sheet(self) -> str:
        """The style sheet in these colours; every part of a window wears the same."""
        return self.dress(_written())

    def dress(self, sheet: str) -> str:
        """A style sheet with `@name` replaced by the colour of that name."""
        return re.sub(r"@([a-z_]+)", lambda found: self[found[1]].name(), sheet)


_current: Theme | None = None
_native = ""
"""What the desktop painted before the first theme was put on: "light" or "dark"."""


def current() -> Theme:
    """The theme that is on; the light one until `apply` is called. Widgets ask as they paint."""
    global _current
    if _current is None:
        _current = Theme.load("light")
    return _current


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the application: every widget gets a PaletteChange and paints itself anew."""
    for dressing in dressings(app, theme):
        dressing()


def dressings(app: QApplication, theme: Theme) -> list[Callable[[], None]]:
    """Put the palette on now, and give what puts the sheet on each part that wears it, those in sight first.

    Qt goes through all widgets of a part that gets another sheet: done in one go, a window stands still meanwhile.
    """
    global _current, _native
    _native = _native or _painted()
    _current = theme
    if not app.property(STYLED):  # a style is made anew each time it is set, and every widget with it
        app.setStyle("Fusion")
        app.setProperty(STYLED, True)
    app.setPalette(theme.palette())
    QToolTip.setPalette(theme.palette())  # else tips of what wears no sheet stay as the system has them
    worn = sheet()
    dressed = [one for window in app.topLevelWidgets() for one in _parts(window) if one.property(DRESSED)]
    return [partial(_wear, one, worn) for one in sorted(dressed, key=lambda one: not one.isVisible())]


def _parts(window: QWidget) -> list[QWidget]:
    return [window, *window.findChildren(QWidget)]


def _wear(widget: QWidget, sheet: str) -> None:
    if isValid(widget):  # it may have gone since
        widget.setStyleSheet(sheet)


def dress(widget: QWidget) -> None:
    """Put the theme's sheet on a part of a window, this theme's and those to come; what is in it wears it too.

    Whatever wears a sheet takes Qt the longer to make, so the panes wear none: they paint themselves. Set on the
    application, the same sheet takes Qt three times as long.
    """
    if not widget.property(DRESSED):
        QDir.setSearchPaths("icons", [str(shipped("resources") / "icons")])
        widget.setProperty(DRESSED, True)
        widget.setStyleSheet(sheet())


def sheet() -> str:
    """The style sheet in the colours of the theme that is on."""
    return current().sheet


@cache
def _written() -> str:
    """The sheet as it is kept, with the names of colours."""
    return "".join((shipped("resources") / name).read_text(encoding="utf-8") for name in SHEETS)


def chosen(preference: str) -> str:
    """The name of the theme that a preference comes to now: itself, or what the system says where it is `SYSTEM`."""
    if preference != SYSTEM:
        return preference if preference in NAMES else "light"
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "high-contrast"
    if hints.colorScheme() != Qt.ColorScheme.Unknown:
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
    # Bare X11 does not say, but the desktop's own palette does.
    return _native or _painted()


def _painted() -> str:
    return "dark" if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < HALF else "light"
