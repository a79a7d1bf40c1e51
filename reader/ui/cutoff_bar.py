"""How alike passages must be to be shown: strict, balanced or broad, and finer; the results follow at once."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from reader.compare.options import BALANCED, BROAD, STRICT, FigureOptions, PassageOptions
from reader.i18n import N_, _, ngettext
from reader.ui.finer_cutoffs import FinerCutoffs
from reader.ui.plain import Label

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
        self.question = question = Label(_("How alike must passages be?"), self)
        question.setBuddy(self.preset)
        self.preset.setAccessibleName(question.text())
        self.preset.setToolTip(question.text())
        for words, _options in PRESETS:
            self.preset.addItem(_(words))
        self.preset.setPlaceholderText(_("Own"))
        self.below = Label(self)
        self.below.setObjectName("quiet")
        self.below.setToolTip(_("So many more passages come where they may be a little less alike"))
        self.more = QToolButton(self)
        self.more.setObjectName("quietButton")
        self.more.setText(_("Finer…"))
        self.more.setAccessibleName(_("Finer settings"))
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.finer = FinerCutoffs(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(6)
        row.addStretch(1)
        for widget in (question, self.preset, self.below, self.more):
            row.addWidget(widget)
        self._timer = QTimer(self, interval=WAIT, singleShot=True)
        self._connect()
        self._show(BALANCED)

    def set_roomy(self, roomy: bool) -> None:
        """Ask in words, and say how many more passages there are, where there is room for it."""
        self.question.setVisible(roomy)
        self.below.setVisible(roomy)

    def _connect(self) -> None:
        self._timer.timeout.connect(lambda: self.changed.emit(self._options))
        self.preset.activated.connect(lambda at: self._choose(PRESETS[at][1]))
        self.more.clicked.connect(lambda: self.finer.open_over(self.more))
        self.finer.cutoffChanged.connect(lambda n: self._choose(replace(self._options, cutoff=float(n))))
        self.finer.leastWordsChanged.connect(lambda n: self._choose(replace(self._options, least_words=n)))
        self.finer.toleranceChanged.connect(self.toleranceChanged)

    def show_options(self, options: PassageOptions, tolerance: float | None = None) -> None:
        """Show the cutoffs that are in force, without asking for them."""
        self._tolerance = self._tolerance if tolerance is None else tolerance
        self._show(self._options if self._timer.isActive() else options)

    def show_comparison(self, found: "Comparison") -> None:
        """Say how many passages a little more patience would bring."""
        words = ngettext("{n} more if less strict", "{n} more if less strict", found.below).format(n=found.below)
        self.below.setText(words if found.below else "")

    def _choose(self, options: PassageOptions) -> None:
        self._show(options)
        self._timer.start()

    def _show(self, options: PassageOptions) -> None:
        self._options = options
        self.preset.setCurrentIndex(next((at for at, (_words, one) in enumerate(PRESETS) if one == options), -1))
        length = ngettext("{n} word", "{n} words", options.least_words).format(n=options.least_words)
        now = _("Alike by {cutoff} of 100 or more, at least {length} long; figures rounded within {share} per cent")
        self.more.setToolTip(
            now.format(cutoff=round(options.cutoff), length=length, share=f"{100 * self._tolerance:g}")
        )
        self.finer.show_values(round(options.cutoff), options.least_words, self._tolerance)
