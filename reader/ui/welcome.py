"""The centre of the window while nothing lies open: the first run, or a library that waits for ticks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reader.i18n import _
from reader.ui.empty import line, narrow

WIDTH = 520


class Welcome(QWidget):
    """First run: the demo story, import, and nothing else."""

    demoWanted = Signal()
    importWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = line(_("Several accounts of one event, side by side"), "welcomeTitle")
        text = line(
            _(
                "Parallax lays news articles next to one another, links the passages they share, and shows where their "
                "figures conflict."
            ),
            "welcomeText",
        )
        self.demo = QPushButton(_("Open the Demo Story"), self)
        self.demo.setObjectName("primary")
        self.demo.setToolTip(_("Five invented articles on one invented event"))
        self.imports = QPushButton(_("Import Files…"), self)
        for button in (self.demo, self.imports):
            button.setAutoDefault(True)  # Return presses the one that has the focus
        self.demo.clicked.connect(self.demoWanted)
        self.imports.clicked.connect(self.importWanted)
        hint = line(
            _(
                "You can also drop files or a folder anywhere in this window,"
                " or paste an article’s text\u00a0or\u00a0address."
            ),
            "quiet",
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self.demo)
        buttons.addWidget(self.imports)
        buttons.addStretch(1)
        column = narrow(self, WIDTH)
        column.addStretch(4)
        column.addWidget(title)
        column.addSpacing(10)
        column.addWidget(text)
        column.addSpacing(26)
        column.addLayout(buttons)
        column.addSpacing(26)
        column.addWidget(hint)
        column.addStretch(5)
