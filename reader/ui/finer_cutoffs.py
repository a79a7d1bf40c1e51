"""A small sheet over its button with what is seldom set: likeness and length of passages, rounding of figures."""

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSlider,
    QSpinBox,
    QWidget,
)

from reader.i18n import _
from reader.ui.plain import Label

LEAST, MOST = 20, 100
MOST_WORDS, MOST_PERCENT = 50, 50.0
WIDTH = 380


INSET = 5
"""From the edge of a box to its number: Qt overlooks the padding of a style sheet here."""


class FinerCutoffs(QFrame):
    """Three numbers, each with a sentence on what it does; each change is told at once."""

    cutoffChanged = Signal(int)
    """From 0, anything, to 100, word for word."""
    leastWordsChanged = Signal(int)
    toleranceChanged = Signal(float)
    """A share: 0.02 is two per cent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAccessibleName(_("Finer settings"))
        self.slider, self.value = QSlider(Qt.Orientation.Horizontal), Label()
        self.slider.setRange(LEAST, MOST)
        self.slider.setPageStep(5)
        self.value.setMinimumWidth(self.fontMetrics().horizontalAdvance("100"))
        self.words, self.rounding = QSpinBox(), QDoubleSpinBox()
        self.words.setRange(1, MOST_WORDS)
        self.words.setSuffix(_(" words"))
        self.rounding.setRange(0, MOST_PERCENT)
        self.rounding.setDecimals(1)
        self.rounding.setSingleStep(0.5)
        self.rounding.setSuffix(" %")
        for box in (self.words, self.rounding):
            box.lineEdit().setTextMargins(INSET, 0, 0, 0)
            box.setKeyboardTracking(False)  # a number is told when it is written, not digit by digit
        alike = QHBoxLayout()
        alike.addWidget(self.slider, 1)
        alike.addWidget(self.value)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 12, 12, 12)
        self._grid.setHorizontalSpacing(14)
        self._grid.setColumnStretch(1, 1)
        self._add(
            _("How &alike passages must be"),
            self.slider,
            alike,
            _("At 100 only what is the same word for word is shown; lower down, what is told in other words too."),
        )
        self._add(
            _("Shortest &passage"),
            self.words,
            self.words,
            _("Shorter ones are often only phrases that everybody uses."),
        )
        self._add(
            _("&Rounding allowed"),
            self.rounding,
            self.rounding,
            _("Figures that differ by no more than this share agree: 4,950 and 5,000 at one per cent."),
        )
        self.setFixedWidth(WIDTH)
        self.slider.valueChanged.connect(self._moved)
        self.words.valueChanged.connect(self.leastWordsChanged)
        self.rounding.valueChanged.connect(lambda percent: self.toleranceChanged.emit(percent / 100))

    def _add(self, name: str, control: QWidget, shown: QWidget | QHBoxLayout, sentence: str) -> None:
        label, about = Label(name), Label(sentence)
        label.setBuddy(control)
        control.setAccessibleName(name.replace("&", ""))
        control.setAccessibleDescription(sentence)
        about.setObjectName("quiet")
        about.setWordWrap(True)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        if isinstance(shown, QWidget):
            self._grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addLayout(shown, row, 1)
        self._grid.addWidget(about, row + 1, 0, 1, 2)

    def _moved(self, value: int) -> None:
        self.value.setText(str(value))
        self.cutoffChanged.emit(value)

    def show_values(self, cutoff: int, words: int, tolerance: float) -> None:
        """Show these without telling of them."""
        with QSignalBlocker(self.slider), QSignalBlocker(self.words), QSignalBlocker(self.rounding):
            self.slider.setValue(cutoff)
            self.value.setText(str(cutoff))
            self.words.setValue(words)
            self.rounding.setValue(100 * tolerance)

    def open_over(self, button: QAbstractButton) -> None:
        """Open above a button, and take the keyboard."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), -self.height() - 4))
        self.move(corner)
        self.show()
        self.slider.setFocus(Qt.FocusReason.PopupFocusReason)
