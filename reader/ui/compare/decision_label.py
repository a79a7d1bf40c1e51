"""What a reader decided, as a small sign and a word on a bar; nothing where nothing was decided."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reader.ui.compare import decision_style as decided
from reader.ui.compare import icons
from reader.ui.widgets.plain_text import Label, tip

if TYPE_CHECKING:
    from reader.library import Decision

WIDEST = 320


class DecisionLabel(QWidget):
    """Shows a decision."""

    def __init__(self) -> None:
        super().__init__()
        self._decision: Decision | None = None
        self._sign, self._words = Label(), Label()
        self._words.setMaximumWidth(WIDEST)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self._sign)
        row.addWidget(self._words)
        self.hide()

    def show_decision(self, decision: "Decision | None") -> None:
        """Show it; None hides."""
        self._decision = decision
        self.setVisible(decision is not None)
        said = decided.words(decision)
        metrics = self._words.fontMetrics()
        self._words.setText(metrics.elidedText(said, Qt.TextElideMode.ElideRight, WIDEST))
        self._words.setAccessibleName(said)
        self.setToolTip(tip(said))
        self.draw()

    def draw(self) -> None:
        """The sign, in the colours of now."""
        sign = decided.icon(self._decision)
        if sign is not None:
            self._sign.setPixmap(sign.pixmap(QSize(icons.SIDE, icons.SIDE), self.devicePixelRatioF()))
