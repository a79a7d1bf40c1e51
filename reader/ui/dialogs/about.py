"""What the program is, which one this is, and where it keeps things."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.i18n import _
from reader.paths import Paths, shipped
from reader.ui.crash import versions
from reader.ui.widgets.plain_text import Label

ICON = 64


class AboutDialog(QDialog):
    """Name, version, licence, places."""

    def __init__(self, paths: Paths, icon: QIcon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About Parallax"))
        picture = Label()
        picture.setPixmap(icon.pixmap(ICON, ICON))
        title = Label("Parallax")
        title.setObjectName("emptyTitle")
        words = Label(
            _("Several accounts of one event, side by side: what they share, and where their figures conflict.")
        )
        words.setWordWrap(True)
        top = QVBoxLayout()
        top.addWidget(title)
        top.addWidget(words)
        top.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(top, 1)
        facts = QFormLayout()
        facts.setHorizontalSpacing(16)
        for name, value in (
            (_("Version"), versions()),
            (_("Licence"), "MIT"),
            (_("Library"), str(paths.library)),
            (_("Settings"), str(paths.settings)),
            (_("Log"), str(paths.log)),
        ):
            facts.addRow(_quiet(name), _selectable(value))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        notices = buttons.addButton(_("Licences of Others…"), QDialogButtonBox.ButtonRole.ActionRole)
        notices.clicked.connect(lambda: NoticesDialog(self).open())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 12)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(facts)
        column.addWidget(buttons)
        self.setFixedWidth(560)


class NoticesDialog(QDialog):
    """The licences of all that the program stands on, as they were collected from what is installed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Licences of others"))
        self.text = QPlainTextEdit((shipped("resources") / "notices.txt").read_text(encoding="utf-8"))
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(_("Licences of others"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(buttons)
        self.resize(760, 560)


def _quiet(text: str) -> Label:
    label = Label(text)
    label.setObjectName("quiet")
    return label


def _selectable(text: str) -> Label:
    label = Label(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
