"""How alike passages must be to be shown: presets and a slider, and a panel for what is seldom set."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSlider,
    QSpinBox,
    QToolButton,
    QWidget,
)

from reader.compare.options import BALANCED, BROAD, STRICT, FigureOptions, PassageOptions
from reader.i18n import N_, _, ngettext
from reader.ui.event_loop import Debouncer
from reader.ui.widgets.plain_text import PlainLabel

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison

PRESETS = ((N_("Strict"), STRICT), (N_("Balanced"), BALANCED), (N_("Broad"), BROAD))
WAIT = 15
"""Milliseconds without a move of the slider before the results follow: moves of one drag are gathered, no more."""


class CutoffBar(QWidget):
    """A question, its answers, how many more passages a less strict one brings, and a button for what is finer."""

    changed = Signal(object)
    """The person wants other cutoffs: PassageOptions."""
    toleranceChanged = Signal(float)
    """The person wants figures to be rounded otherwise: a share of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options, self._tolerance = BALANCED, FigureOptions().tolerance
        self.preset = QComboBox(self)
        self.question = question = PlainLabel(_("How alike must passages be?"), self)
        question.setBuddy(self.preset)
        self.preset.setAccessibleName(question.text())
        self.preset.setToolTip(question.text())
        for words, _options in PRESETS:
            self.preset.addItem(_(words))
        self.preset.setPlaceholderText(_("Own"))
        self.below = PlainLabel(self)
        self.below.setObjectName("quiet")
        self.below.setToolTip(_("So many more passages come where they may be a little less alike"))
        self.more = QToolButton(self)
        self.more.setObjectName("quietButton")
        self.more.setText(_("Finer…"))
        self.more.setAccessibleName(_("Finer settings"))
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.finer = AdvancedCutoffsPopup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(6)
        row.addStretch(1)
        for widget in (question, self.preset, self.below, self.more):
            row.addWidget(widget)
        self._moving = Debouncer(lambda: self.changed.emit(self._options), self, WAIT)
        self._connect()
        self._show(BALANCED)

    def set_roomy(self, roomy: bool) -> None:
        """Ask in words, and say how many more passages there are, where there is room for it."""
        self.question.setVisible(roomy)
        self.below.setVisible(roomy)

    def _connect(self) -> None:
        self.preset.activated.connect(lambda at: self._choose(PRESETS[at][1]))
        self.more.clicked.connect(lambda: self.finer.open_over(self.more))
        self.finer.cutoffChanged.connect(lambda n: self._choose(replace(self._options, cutoff=float(n))))
        self.finer.leastWordsChanged.connect(lambda n: self._choose(replace(self._options, least_words=n)))
        self.finer.toleranceChanged.connect(self.toleranceChanged)

    def show_options(self, options: PassageOptions, tolerance: float | None = None) -> None:
        """Show the cutoffs that are in force, without asking for them."""
        self._tolerance = self._tolerance if tolerance is None else tolerance
        self._show(self._options if self._moving.is_waiting else options)

    def show_comparison(self, found: "Comparison") -> None:
        """Say how many passages a little more patience would bring."""
        words = ngettext("{n} more if less strict", "{n} more if less strict", found.below).format(n=found.below)
        self.below.setText(words if found.below else "")

    def _choose(self, options: PassageOptions) -> None:
        self._show(options)
        self._moving.trigger()

    def _show(self, options: PassageOptions) -> None:
        self._options = options
        self.preset.setCurrentIndex(next((at for at, (_words, one) in enumerate(PRESETS) if one == options), -1))
        length = ngettext("{n} word", "{n} words", options.least_words).format(n=options.least_words)
        now = _("Alike by {cutoff} of 100 or more, at least {length} long; figures rounded within {share} per cent")
        self.more.setToolTip(
            now.format(cutoff=round(options.cutoff), length=length, share=f"{100 * self._tolerance:g}")
        )
        self.finer.show_values(round(options.cutoff), options.least_words, self._tolerance)


LEAST, MOST = 20, 100
MOST_WORDS, MOST_PERCENT = 50, 50.0
WIDTH = 380


INSET = 5
"""From the edge of a box to its number: Qt overlooks the padding of a style sheet here."""


class AdvancedCutoffsPopup(QFrame):
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
        self._make_controls()
        self._lay_out()
        self.setFixedWidth(WIDTH)
        self.slider.valueChanged.connect(self._moved)
        self.words.valueChanged.connect(self.leastWordsChanged)
        self.rounding.valueChanged.connect(lambda percent: self.toleranceChanged.emit(percent / 100))

    def _make_controls(self) -> None:
        self.slider, self.value = QSlider(Qt.Orientation.Horizontal), PlainLabel()
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

    def _lay_out(self) -> None:
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

    def _add(self, name: str, control: QWidget, shown: QWidget | QHBoxLayout, sentence: str) -> None:
        label, about = PlainLabel(name), PlainLabel(sentence)
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
