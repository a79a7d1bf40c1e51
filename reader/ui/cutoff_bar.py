"""How alike passages must be to be shown: three presets and a slider beside the results, which follow at once."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSlider, QToolButton, QWidget

from reader.compare.options import BALANCED, BROAD, STRICT, FigureOptions, PassageOptions
from reader.i18n import N_, _, ngettext
from reader.ui.finer_cutoffs import FinerCutoffs
from reader.ui.plain import Label

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison

PRESETS = ((N_("Strict"), STRICT), (N_("Balanced"), BALANCED), (N_("Broad"), BROAD))
LEAST, MOST = 20, 100
WAIT = 15
"""Milliseconds without a move of the slider before the results follow: moves of one drag are gathered, no more."""


class CutoffBar(QWidget):
    """Preset, slider, value, how many passages lie just below, and a button for what is seldom set."""

    changed = Signal(object)
    """The person wants other cutoffs: PassageOptions."""
    toleranceChanged = Signal(float)
    """The person wants figures to be rounded otherwise: a share of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options, self._tolerance = BALANCED, FigureOptions().tolerance
        self.preset = QComboBox(self)
        self.preset.setAccessibleName(_("How alike passages must be: presets"))
        for words, _options in PRESETS:
            self.preset.addItem(_(words))
        self.preset.setPlaceholderText(_("Own"))
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(LEAST, MOST)
        self.slider.setPageStep(5)
        self.slider.setFixedWidth(110)
        self.slider.setAccessibleName(_("Least likeness of a passage"))
        tip = _("How alike passages must be to be shown, from 0 to 100")
        self.slider.setToolTip(tip)
        self.value = Label(self)
        self.value.setMinimumWidth(self.fontMetrics().horizontalAdvance("100"))
        self.below = Label(self)
        self.below.setObjectName("quiet")
        self.below.setToolTip(_("So many more passages come with a cutoff lower by ten"))
        self.more = QToolButton(self)
        self.more.setObjectName("quietButton")
        self.more.setToolTip(_("Shortest passage, and how far figures are rounded"))
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.finer = FinerCutoffs(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(6)
        row.addStretch(1)
        for widget in (Label(_("Likeness"), self), self.preset, self.slider, self.value, self.below, self.more):
            row.addWidget(widget)
        self._timer = QTimer(self, interval=WAIT, singleShot=True)
        self._connect()
        self._show(BALANCED)

    def _connect(self) -> None:
        self._timer.timeout.connect(lambda: self.changed.emit(self._options))
        self.slider.valueChanged.connect(self._moved)
        self.preset.activated.connect(lambda at: self._choose(PRESETS[at][1]))
        self.more.clicked.connect(lambda: self.finer.open_over(self.more))
        self.finer.leastWordsChanged.connect(lambda n: self._choose(replace(self._options, least_words=n)))
        self.finer.toleranceChanged.connect(self.toleranceChanged)

    def show_options(self, options: PassageOptions, tolerance: float | None = None) -> None:
        """Show the cutoffs that are in force, without asking for them."""
        self._tolerance = self._tolerance if tolerance is None else tolerance
        self._show(self._options if self._timer.isActive() else options)

    def show_comparison(self, found: "Comparison") -> None:
        """Say how many passages a little more patience would bring."""
        words = ngettext("{n} more just below", "{n} more just below", found.below).format(n=found.below)
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
        length = ngettext("{n} word", "{n} words", options.least_words).format(n=options.least_words)
        self.more.setText(f"{length} · {100 * self._tolerance:g} %")
        self.more.setAccessibleName(
            _("Passages from {length}, figures rounded within {share} per cent").format(
                length=length, share=f"{100 * self._tolerance:g}"
            )
        )
        self.finer.show_values(options.least_words, self._tolerance)
