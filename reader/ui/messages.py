"""The message bar: what happened, what to do about it, and buttons that do it; it never takes the keyboard away."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from reader.errors import ReaderError
from reader.i18n import _
from reader.ui.badge import Badge
from reader.ui.plain import Label

MOST = 3
"""Messages shown at once; an older one makes room."""
LINGERS = 12_000
"""Milliseconds that good news stays; warnings and errors stay until they are dismissed."""


class Kind(StrEnum):
    """How grave a message is."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


Button = tuple[str, Callable[[], None]]


class Message(QFrame):
    """One message with its buttons."""

    dismissed = Signal()

    def __init__(self, kind: Kind, text: str, remedy: str, buttons: Sequence[Button], parent: QWidget) -> None:
        super().__init__(parent)
        self.kind, self.text, self.remedy = kind, text, remedy
        self.setObjectName("message")
        self.setProperty("kind", kind.value)
        self.setAccessibleName(f"{self.word}: {text} {remedy}".strip())
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(Badge(kind.value, self), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words(), 1)
        for words, call in buttons:
            row.addWidget(self._button(words, call), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._closer(), 0, Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self, interval=LINGERS, singleShot=True)
        self._timer.timeout.connect(self.dismiss)
        self._wait()

    @property
    def word(self) -> str:
        """The kind in a word, for those who cannot see its colour."""
        words = {
            Kind.INFO: _("Note"),
            Kind.SUCCESS: _("Done"),
            Kind.WARNING: _("Warning"),
            Kind.ERROR: _("Error"),
        }
        return words[self.kind]

    def dismiss(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self.hide()
        self.dismissed.emit()
        self.deleteLater()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Whoever points at it is reading it."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The time to read begins anew."""
        self._wait()
        super().leaveEvent(event)

    def _wait(self) -> None:
        if self.kind in (Kind.INFO, Kind.SUCCESS):
            self._timer.start()

    def _words(self) -> Label:
        label = Label(f"{self.text} {self.remedy}".strip(), self)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setMinimumSize(120, 1)  # else it asks for the height it would need at its narrowest
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        label.setWordWrap(True)  # after the policy, to which it adds that height follows from width
        return label

    def _button(self, words: str, call: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.clicked.connect(self.dismiss)
        button.clicked.connect(lambda: call())
        return button

    def _closer(self) -> QToolButton:
        closer = QToolButton(self)
        closer.setText("×")
        closer.setAutoRaise(True)
        closer.setToolTip(_("Dismiss"))
        closer.setAccessibleName(_("Dismiss this message"))
        closer.clicked.connect(self.dismiss)
        return closer


class Messages(QWidget):
    """The messages that have not been dismissed, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Messages"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._messages: list[Message] = []

    @property
    def shown(self) -> list[Message]:
        """The messages there are, newest first."""
        return list(self._messages)

    def say(self, kind: Kind, text: str, remedy: str = "", buttons: Sequence[Button] = ()) -> Message:
        """Show a message; the same one shown already is replaced, not repeated."""
        for one in self.shown:
            if (one.kind, one.text, one.remedy) == (kind, text, remedy):
                one.dismiss()
        for one in self.shown[MOST - 1 :]:
            one.dismiss()
        message = Message(kind, text, remedy, buttons, self)
        self._column.insertWidget(0, message)
        self._messages.insert(0, message)
        message.dismissed.connect(lambda: self._forget(message))
        self._announce(message)
        return message

    def show_error(self, error: ReaderError, buttons: Sequence[Button] = ()) -> Message:
        """Say what went wrong and what to do."""
        return self.say(Kind.ERROR, " ".join(error.message.split()), error.remedy, buttons)

    def move_on(self) -> None:
        """Dismiss the good news: the person has gone on to something else."""
        for one in self.shown:
            if one.kind in (Kind.INFO, Kind.SUCCESS):
                one.dismiss()

    def clear(self) -> None:
        """Dismiss them all."""
        for one in self.shown:
            one.dismiss()

    def _forget(self, message: Message) -> None:
        if message in self._messages:
            self._messages.remove(message)

    def _announce(self, message: Message) -> None:
        """Have a screen reader read it, at once where it is grave."""
        event = QAccessibleAnnouncementEvent(self, message.accessibleName())
        if message.kind in (Kind.WARNING, Kind.ERROR):
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
