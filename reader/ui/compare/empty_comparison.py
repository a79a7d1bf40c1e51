"""What the comparison shows while there is none: what it is for, and one action."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from reader.i18n import _
from reader.ui.widgets.empty_state import line, narrow

WIDEST = 460


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
        column = narrow(self, WIDEST)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(title)
        column.addWidget(words)
        column.addSpacing(8)
        column.addWidget(sample, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(bring, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
