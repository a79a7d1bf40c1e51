"""A small sheet over its button with what is seldom set: the shortest passage, and how far figures are rounded."""

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QDoubleSpinBox, QFormLayout, QFrame, QSpinBox, QWidget

from reader.i18n import _

MOST_WORDS, MOST_PERCENT = 50, 50.0


INSET = 5
"""From the edge of a box to its number: Qt overlooks the padding of a style sheet here."""


class FinerCutoffs(QFrame):
    """Two numbers; each change is told at once."""

    leastWordsChanged = Signal(int)
    toleranceChanged = Signal(float)
    """A share: 0.02 is two per cent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAccessibleName(_("Finer cutoffs"))
        self.words, self.rounding = QSpinBox(), QDoubleSpinBox()
        self.words.setRange(1, MOST_WORDS)
        self.words.setSuffix(_(" words"))
        self.rounding.setRange(0, MOST_PERCENT)
        self.rounding.setDecimals(1)
        self.rounding.setSingleStep(0.5)
        self.rounding.setSuffix(" %")
        for box, name in ((self.words, _("Shortest passage")), (self.rounding, _("Rounding allowed"))):
            box.setAccessibleName(name)
            box.lineEdit().setTextMargins(INSET, 0, 0, 0)
            box.setKeyboardTracking(False)  # a number is told when it is written, not digit by digit
        form = QFormLayout(self)
        form.setContentsMargins(12, 12, 12, 12)
        form.setHorizontalSpacing(14)
        form.addRow(_("Shortest &passage"), self.words)
        form.addRow(_("&Rounding allowed"), self.rounding)
        self.words.valueChanged.connect(self.leastWordsChanged)
        self.rounding.valueChanged.connect(lambda percent: self.toleranceChanged.emit(percent / 100))

    def show_values(self, words: int, tolerance: float) -> None:
        """Show these without telling of them."""
        with QSignalBlocker(self.words), QSignalBlocker(self.rounding):
            self.words.setValue(words)
            self.rounding.setValue(100 * tolerance)

    def open_over(self, button: QAbstractButton) -> None:
        """Open above a button, and take the keyboard."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), -self.height() - 4))
        self.move(corner)
        self.show()
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)
        self.words.selectAll()
