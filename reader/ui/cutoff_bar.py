"""How alike passages must be to be shown: three presets and a slider beside the results, which follow at once."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSlider, QWidget

from reader.compare.options import BALANCED, BROAD, STRICT, PassageOptions
from reader.i18n import _, ngettext

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison

PRESETS = ((_("Strict"), STRICT), (_("Balanced"), BALANCED), (_("Broad"), BROAD))
LEAST, MOST = 20, 100
WAIT = 60
"""Milliseconds without a move of the slider before the results follow."""


class CutoffBar(QWidget):
    """Preset, slider, value, and how many passages lie just below."""

    changed = Signal(object)
    """The person wants other cutoffs: PassageOptions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = BALANCED
        self.preset = QComboBox(self)
        self.preset.setAccessibleName(_("How alike passages must be: presets"))
        for words, _options in PRESETS:
            self.preset.addItem(words)
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
        self._timer.timeout.connect(lambda: self.changed.emit(self._options))
        self.slider.valueChanged.connect(self._moved)
        self.preset.activated.connect(lambda at: self._choose(PRESETS[at][1]))

    def show_options(self, options: PassageOptions) -> None:
        """Show the cutoffs that are in force, without asking for them."""
        if not self._timer.isActive():
            self._show(options)

    def show_comparison(self, found: "Comparison") -> None:
        """Say how many passages a little more patience would bring."""
        words = ngettext("{n} just below", "{n} just below", found.below).format(n=found.below)
        self.below.setText(words if found.below else "")

    def _moved(self, value: int) -> None:
        self._choose(replace(self._options, cutoff=float(value)))

    def _choose(self, options: PassageOptions) -> None:
        self._show(options)
        self._timer.start()

    def _show(self, options: PassageOptions) -> None:
        self._options = options
        self.slider.blockSignals(True)
        self.slider.setValue(round(options.cutoff))
        self.slider.blockSignals(False)
        self.value.setText(str(round(options.cutoff)))
        self.preset.setCurrentIndex(next((at for at, (_words, one) in enumerate(PRESETS) if one == options), -1))
