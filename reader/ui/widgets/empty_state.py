"""What stands where there is nothing yet: what it is for, what to do, and the welcome of a first run."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.i18n import _
from reader.ui.widgets.plain_text import PlainLabel

WIDEST = 420
STEP, TALL = 4, 10_000
"""How near the least width is sought, in pixels; higher than any text."""


class EmptyState(QWidget):
    """A title, a sentence, a button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.text = line("", "emptyTitle"), line("", "emptyText")
        self.button = QPushButton(self)
        self.button.setAutoDefault(True)  # Return presses it
        self._call: Callable[[], None] | None = None
        self.button.clicked.connect(lambda: self._call() if self._call else None)
        column = narrow(self, WIDEST)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(6)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def offer(self, title: str, text: str, button: str = "", call: Callable[[], None] | None = None) -> None:
        """Say this, and offer that."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.text.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._call = call


class BalancedLabel(PlainLabel):
    """Lines in the middle of a column, all about as long: none is left with the last word or two."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._balance()

    def setText(self, text: str) -> None:
        """Other words, other lines."""
        super().setText(text)
        self._balance()

    def _balance(self) -> None:
        """Set them as narrow as they can be without being more."""
        width, metrics = self.width(), QFontMetrics(self.font())
        side = max(0, (width - balanced(self.text(), metrics, width)) // 2)
        if self.contentsMargins().left() != side:
            self.setContentsMargins(side, 0, side, 0)


def balanced(text: str, metrics: QFontMetrics, width: int) -> int:
    """The least width in which a text has no more lines than in this one."""

    def height(across: int) -> int:
        return metrics.boundingRect(QRect(0, 0, across, TALL), Qt.TextFlag.TextWordWrap, text).height()

    wanted, low, high = height(width), 1, width
    while high - low > STEP:
        middle = (low + high) // 2
        low, high = (low, middle) if height(middle) <= wanted else (middle, high)
    return min(width, high + STEP)


def line(words: str, name: str) -> PlainLabel:
    """Words in the middle of such a column; the style sheet knows them by `name`."""
    label = BalancedLabel(words)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label


def narrow(widget: QWidget, widest: int) -> QVBoxLayout:
    """A column in the middle of `widget`, never wider than that; labels in it wrap and keep the height they need."""
    middle = QWidget(widget)
    middle.setMaximumWidth(widest)
    row = QHBoxLayout(widget)
    row.setContentsMargins(20, 20, 20, 20)
    row.addStretch(1)
    row.addWidget(middle, 1000)
    row.addStretch(1)
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    return column


WIDTH = 520


class Welcome(QWidget):
    """First run: the demo story, import, and nothing else."""

    demoWanted = Signal()
    importWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = line(_("Several accounts of one event, side by side"), "welcomeTitle")
        text = line(
            _(
                "Parallax lays news articles next to one another, links the passages they share, and shows where their "
                "figures conflict."
            ),
            "welcomeText",
        )
        self.demo = QPushButton(_("Open the Demo Story"), self)
        self.demo.setObjectName("primary")
        self.demo.setToolTip(_("Five invented articles on one invented event"))
        self.imports = QPushButton(_("Import Files…"), self)
        for button in (self.demo, self.imports):
            button.setAutoDefault(True)  # Return presses the one that has the focus
        self.demo.clicked.connect(self.demoWanted)
        self.imports.clicked.connect(self.importWanted)
        self._lay_out(title, text)

    def _lay_out(self, title: QLabel, text: QLabel) -> None:
        hint = line(
            _(
                "You can also drop files or a folder anywhere in this window,"
                " or paste an article’s text\u00a0or\u00a0address."
            ),
            "quiet",
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self.demo)
        buttons.addWidget(self.imports)
        buttons.addStretch(1)
        column = narrow(self, WIDTH)
        column.addStretch(4)
        column.addWidget(title)
        column.addSpacing(10)
        column.addWidget(text)
        column.addSpacing(26)
        column.addLayout(buttons)
        column.addSpacing(26)
        column.addWidget(hint)
        column.addStretch(5)


class EmptyComparison(QWidget):
    """Invites to the demo story; importing is the quieter way on."""

    sampleRequested = Signal()
    importRequested = Signal()

    def __init__(self) -> None:
        super().__init__()
        title = line(_("Read several accounts of one event side by side"), "emptyTitle")
        words = line(
            _(
                "Tick two or more articles in the library and press Compare. They scroll together; what they share,"
                " whom they quote and where their figures conflict is marked in the text."
            ),
            "emptyText",
        )
        sample = QPushButton(_("Open the demo story"))
        sample.setDefault(True)
        sample.clicked.connect(self.sampleRequested)
        bring = QPushButton(_("Import articles…"))
        bring.setFlat(True)
        bring.clicked.connect(self.importRequested)
        column = narrow(self, 460)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(title)
        column.addWidget(words)
        column.addSpacing(8)
        column.addWidget(sample, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(bring, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
