"""The bar at the top: menus, the search field, and the few commands that are used all the time, in one row."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QSizePolicy, QStyle, QStyleOptionMenuItem, QToolButton, QWidget

from reader.i18n import N_, _
from reader.ui import icons, theme
from reader.ui.actions.specs import SEARCH_FIELD, TOOLBAR, strip_mnemonic
from reader.ui.direction import is_leftwards, placed_in

WORDS = {
    "import-files": N_("Import"),
    "scroll-together": N_("Scroll together"),
    "only-these": N_("Only these"),
    "export": N_("Export"),
}
"""What is used so often, or is so hard to draw, that it has its word beside it."""
HEIGHT = 40
AIR, GAP, ROUND = 8, 6, 5
LEFT, RIGHT = 6, 8
"""The margins of the row."""


class BarButton(QToolButton):
    """A flat button: a ground under the mouse and while it is on, its sign, and its word where there is room."""

    def __init__(self, action: QAction, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._word, self._worded = word, bool(word)
        self.setDefaultAction(action)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(icons.SIZE, icons.SIZE))
        action.changed.connect(self._name)
        self._name()

    def set_worded(self, worded: bool) -> None:
        """Show its word, or only its sign."""
        self._worded = worded and bool(self._word)
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        """Its name says whether it is on, for those who do not see it."""
        action = self.defaultAction()
        name = self._word or strip_mnemonic(action.text())
        if action.isCheckable():
            name = _("{name}: on").format(name=name) if action.isChecked() else _("{name}: off").format(name=name)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """The sign, and the word beside it."""
        word = self.fontMetrics().horizontalAdvance(self._word) + GAP if self._worded else 0
        return QSize(icons.SIZE + word + 2 * AIR, max(28, self.fontMetrics().height() + 10))

    def minimumSizeHint(self) -> QSize:
        """As large as it likes to be: no button goes behind an arrow."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, sign, word."""
        painter, now = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isEnabled() and (self.isChecked() or self.isDown() or self.underMouse()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now["border" if self.isDown() else "hover"])
            painter.drawRoundedRect(box, ROUND, ROUND)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        sign = placed_in(self, QRectF(AIR, (self.height() - icons.SIZE) / 2, icons.SIZE, icons.SIZE))
        self.icon().paint(painter, sign.toRect(), Qt.AlignmentFlag.AlignCenter, mode)
        if self._worded:
            painter.setPen(now["text"] if self.isEnabled() else now.faint("muted", 0.7))
            left = AIR + icons.SIZE + GAP
            room = placed_in(self, QRectF(left, 0, self.width() - left, self.height()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._word)
        if self.hasFocus():
            painter.setPen(QPen(now["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)


class MenuBar(QMenuBar):
    """A menu bar that knows how wide it is from right to left too: there Qt takes whatever width it was given last."""

    def sizeHint(self) -> QSize:
        """As wide as its menus."""
        hint = super().sizeHint()
        if is_leftwards(self):
            spacing = self.style().pixelMetric(QStyle.PixelMetric.PM_MenuBarItemSpacing, None, self)
            edge = self.style().pixelMetric(QStyle.PixelMetric.PM_MenuBarHMargin, None, self)
            hint.setWidth(2 * edge + spacing + sum(self._width(one) + spacing for one in self.actions()))
        return hint

    def minimumSizeHint(self) -> QSize:
        """No menu goes behind an arrow."""
        return self.sizeHint()

    def _width(self, action: QAction) -> int:
        option = QStyleOptionMenuItem()
        self.initStyleOption(option, action)
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, action.text())
        kind = QStyle.ContentsType.CT_MenuBarItem
        return self.style().sizeFromContents(kind, option, words, self).width()


class TopBar(QWidget):
    """Menus first, search in the middle, commands last. Where menus stand elsewhere, the row stays."""

    def __init__(self, actions: Mapping[str, QAction], search: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAccessibleName(_("Tool bar"))
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)
        self.menus = MenuBar(self)
        self.menus.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._buttons: list[BarButton] = []
        self.tools = QWidget(self)
        """Search and commands, which a first run does without."""
        self._row = QHBoxLayout(self.tools)
        self._fill(actions, search)
        row = QHBoxLayout(self)
        row.setContentsMargins(LEFT, 0, RIGHT, 1)
        row.setSpacing(0)
        row.addWidget(self.menus, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.tools, 1)

    def _fill(self, actions: Mapping[str, QAction], search: QWidget) -> None:
        blank, row = icons.blank(), self._row
        row.setContentsMargins(12, 0, 0, 0)
        row.setSpacing(2)
        for name in TOOLBAR:
            if name is None:
                row.addWidget(_Line(self.tools))
            elif name == SEARCH_FIELD:
                row.addStretch(1)
                row.addWidget(search, 4)
                row.addStretch(1)
            else:
                actions[name].setIcon(blank)
                self._buttons.append(BarButton(actions[name], _(WORDS[name]) if name in WORDS else "", self.tools))
                row.addWidget(self._buttons[-1])

    def sizeHint(self) -> QSize:
        """One row, as high as its letters need."""
        return QSize(600, max(HEIGHT, self.fontMetrics().height() + 22))

    def minimumSizeHint(self) -> QSize:
        """As high, and narrow enough for a small screen."""
        return QSize(320, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words go before anything else does."""
        super().resizeEvent(event)
        self._show_words(True)
        if self._needed() > self.width():
            self._show_words(False)

    def _show_words(self, shown: bool) -> None:
        for button in self._buttons:
            button.set_worded(shown)
        self._row.invalidate()

    def _needed(self) -> int:
        """The width that the row takes as it is: the longer the words of a language, the more."""
        return LEFT + RIGHT + self.menus.sizeHint().width() + self._row.minimumSize().width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline under it."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, theme.current()["hair"])

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters, a higher row."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()


class _Line(QWidget):
    """Between two groups."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(13)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Upright, and short."""
        QPainter(self).fillRect(6, (self.height() - 18) // 2, 1, 18, theme.current()["border"])
