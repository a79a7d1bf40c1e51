"""What the comparison shows while there is none: what it is for, and one action."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reader.i18n import _


class EmptyComparison(QWidget):
    """Invites to the demo story; importing is the quieter way on."""

    sampleRequested = Signal()
    importRequested = Signal()

    def __init__(self) -> None:
        super().__init__()
        title = QLabel(_("Read several accounts of one event side by side"))
        title.setObjectName("emptyTitle")
        words = QLabel(
            _(
                "Tick two or more articles in the library and press Compare. They scroll together; what they share,"
                " whom they quote and where their figures conflict is marked in the text."
            )
        )
        words.setObjectName("emptyText")
        words.setWordWrap(True)
        words.setMaximumWidth(460)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        sample = QPushButton(_("Open the demo story"))
        sample.setDefault(True)
        sample.clicked.connect(self.sampleRequested)
        bring = QPushButton(_("Import articles…"))
        bring.setFlat(True)
        bring.clicked.connect(self.importRequested)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(sample, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(bring, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
