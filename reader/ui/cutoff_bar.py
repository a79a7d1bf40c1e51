"""How alike passages must be to be shown: three presets and a slider beside the results, which follow at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSlider, QWidget

from reader.i18n import _, ngettext

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison

PRESETS = ((_("Strict"), 75), (_("Balanced"), 50), (_("Broad"), 35))
LEAST, MOST = 20, 100
WAIT = 60
"""Milliseconds without a move of the slider before the articles are compared anew."""


class CutoffBar(QWidget):
    """Preset, slider, value, and how many passages lie just below."""

    changed = Signal(float)
    """The person wants another cutoff."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preset = QComboBox(self)
        self.preset.setAccessibleName(_("How alike passages must be: presets"))
        for words, value in PRESETS:
            self.preset.addItem(words, value)
        self.preset.setPlaceholderText(_("Own"))
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(LEAST, MOST)
        self.slider.setPageStep(5)
        self.slider.setFixedWidth(110)
        self.slider.setAccessibleName(_("Least likeness of a passage"))
        tip = _("How alike passages must be to be shown, from 0 to 100")
        self.slider.setToolTip(tip)
        self.value = QLabel(self)
        self.value.setMinimumWidth(self.fontMetrics().horizontalAdvance("100"))
        self.below = QLabel(self)
        self.below.setObjectName("quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(6)
        row.addStretch(1)
        for widget in (QLabel(_("Likeness"), self), self.preset, self.slider, self.value, self.below):
            row.addWidget(widget)
        self._timer = QTimer(self, interval=WAIT, singleShot=True)
        self._timer.timeout.connect(lambda: self.changed.emit(float(self.slider.value())))
        self.slider.valueChanged.connect(self._moved)
        self.preset.activated.connect(lambda at: self.slider.setValue(PRESETS[at][1]))

    def show_cutoff(self, cutoff: float) -> None:
        """Show the cutoff that is in force, without asking for it."""
        if self._timer.isActive():
            return
        self.slider.blockSignals(True)
        self.slider.setValue(round(cutoff))
        self.slider.blockSignals(False)
        self._say(round(cutoff))

    def show_comparison(self, found: "Comparison") -> None:
        """Say how many passages a little more patience would bring."""
        words = ngettext("{n} just below", "{n} just below", found.below).format(n=found.below)
        self.below.setText(words if found.below else "")

    def _moved(self, value: int) -> None:
        self._say(value)
        self._timer.start()

    def _say(self, value: int) -> None:
        self.value.setText(str(value))
        self.preset.setCurrentIndex(next((at for at, (_w, v) in enumerate(PRESETS) if v == value), -1))
