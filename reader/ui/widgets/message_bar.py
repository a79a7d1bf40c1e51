"""Says what happened: one message at a time, at the top of what it is about, with the buttons that answer it."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from reader.errors import ReaderError
from reader.i18n import _
from reader.ui import theme
from reader.ui.widgets.plain_text import PlainLabel

MOST = 3
"""Messages shown at once; an older one makes room."""
WIDEST, EDGE, GAP = 760, 14, 6
"""How wide they may be, how far from the edge, and how far from one another, in pixels."""
LINGERS = 12_000
"""Milliseconds that good news stays; warnings and errors stay until they are dismissed."""


class MessageKind(StrEnum):
    """How grave a message is."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


Button = tuple[str, Callable[[], None]]


class Message(QFrame):
    """One message with its buttons."""

    dismissed = Signal()

    def __init__(
        self, kind: MessageKind, text: str, remedy: str, buttons: Sequence[Button], parent: QWidget, cause: str = ""
    ) -> None:
        super().__init__(parent)
        self.kind, self.text, self.remedy, self.cause = kind, text, remedy, cause
        self.setObjectName("message")
        self.setProperty("kind", kind.value)
        self.setAccessibleName(f"{self.word}: {text} {remedy}".strip())
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(MessageIcon(kind.value, self), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words(), 1)
        self.is_offering = bool(buttons)
        """Whether something can be done about it: to read, to think and to point at it takes longer."""
        for words, call in buttons:
            row.addWidget(self._button(words, call), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._closer(), 0, Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self, interval=LINGERS, singleShot=True)
        self._timer.timeout.connect(self.dismiss)
        self._wait()

    @property
    def lingers(self) -> int:
        """Milliseconds after which it goes by itself; 0 where it stays until somebody has read it."""
        return self._timer.interval() if self._timer.isActive() else 0

    @property
    def word(self) -> str:
        """The kind in a word, for those who cannot see its colour."""
        words = {
            MessageKind.INFO: _("Note"),
            MessageKind.SUCCESS: _("Done"),
            MessageKind.WARNING: _("Warning"),
            MessageKind.ERROR: _("Error"),
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
        if self.kind in (MessageKind.INFO, MessageKind.SUCCESS):
            self._timer.start(3 * LINGERS if self.is_offering else LINGERS)

    def _words(self) -> PlainLabel:
        label = PlainLabel(f"{self.text} {self.remedy}".strip(), self)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setMinimumSize(120, 1)  # else it asks for the height it would need at its narrowest
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        label.setWordWrap(True)  # after the policy, to which it adds that height follows from width
        return label

    def _button(self, words: str, call: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # it goes with a click: the keyboard stays where it was
        button.clicked.connect(self.dismiss)
        button.clicked.connect(lambda: call())
        return button

    def _closer(self) -> QToolButton:
        closer = QToolButton(self)
        closer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        closer.setText("×")
        closer.setAutoRaise(True)
        closer.setToolTip(_("Dismiss"))
        closer.setAccessibleName(_("Dismiss this message"))
        closer.clicked.connect(self.dismiss)
        return closer


MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
"""What changes where messages lie."""


class MessageBar(QWidget):
    """The messages that have not been dismissed, newest first, over the lower edge of what they belong to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._spared: QWidget | None = None
        self.setAccessibleName(_("Messages"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._messages: list[Message] = []
        parent.installEventFilter(self)
        self.hide()

    @property
    def shown(self) -> list[Message]:
        """The messages there are, newest first."""
        return list(self._messages)

    def say(
        self, kind: MessageKind, text: str, remedy: str = "", buttons: Sequence[Button] = (), cause: str = ""
    ) -> Message:
        """Show a message; the same one shown already, or one of the same cause, is replaced, not repeated."""
        for one in self.shown:
            if (one.kind, one.text, one.remedy) == (kind, text, remedy) or (cause and one.cause == cause):
                one.dismiss()
        for one in self.shown[MOST - 1 :]:
            one.dismiss()
        message = Message(kind, text, remedy, buttons, self, cause)
        # What can be clicked stands at the edge: what goes by itself above it moves it under nobody's mouse.
        self._column.insertWidget(-1 if message.is_offering else 0, message)
        self._messages.insert(0, message)
        message.dismissed.connect(lambda: self._forget(message))
        message.show()
        self._place()  # first, so that it does not come up under a mouse that rests elsewhere
        self.show()
        self.raise_()
        self._place()  # once more: only what is shown has the font by which it is as high as it is
        self._announce(message)
        return message

    def show_error(self, error: ReaderError, buttons: Sequence[Button] = (), cause: str = "") -> Message:
        """Say what went wrong and what to do."""
        return self.say(MessageKind.ERROR, " ".join(error.message.split()), error.remedy, buttons, cause)

    def settle(self, cause: str) -> None:
        """What had this cause is so no longer: take it away."""
        for one in self.shown:
            if cause and one.cause == cause:
                one.dismiss()

    def move_on(self) -> None:
        """Dismiss the good news: the person has gone on to something else."""
        for one in self.shown:
            if one.kind in (MessageKind.INFO, MessageKind.SUCCESS):
                one.dismiss()

    def clear(self) -> None:
        """Dismiss all messages, as if each had been closed."""
        for one in self.shown:
            one.dismiss()

    def _forget(self, message: Message) -> None:
        if message in self._messages:
            self._messages.remove(message)
            self._column.removeWidget(message)
        self.setVisible(bool(self._messages))
        self._place()

    def _place(self) -> None:
        """In the middle of the lower edge, as high as they are at that width."""
        over = self._over.rect()
        width = min(WIDEST, over.width() - 2 * EDGE)
        self._column.activate()
        height = max(self._column.totalHeightForWidth(width), 1)
        floor = over.height() - EDGE
        if self._spared is not None and self._spared.isVisibleTo(self._over):
            floor = min(floor, self._spared.mapTo(self._over, self._spared.rect().topLeft()).y() - EDGE)
        self.setGeometry((over.width() - width) // 2, floor - height, width, height)
        self._column.activate()

    def spare(self, widget: QWidget) -> None:
        """Never lie over this part of what they lie over, while it is there."""
        self._spared = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """They stay at the edge of what they lie over, and above what they spare."""
        if self._messages and event.type() in MOVES and watched in (self._over, self._spared):
            self._place()
        return super().eventFilter(watched, event)

    def _announce(self, message: Message) -> None:
        """Have a screen reader read it, at once where it is grave."""
        event = QAccessibleAnnouncementEvent(self, message.accessibleName())
        if message.kind in (MessageKind.WARNING, MessageKind.ERROR):
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)


SIGNS = {"info": "i", "success": "✓", "warning": "!", "error": "×"}
COLOURS = {"info": "passage_edge", "success": "agree_edge", "warning": "tension_edge", "error": "conflict_edge"}
SIDE = 18


class MessageIcon(QWidget):
    """A sign in a disc, in the theme's colour for the kind."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As large as a line of text."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The disc and its sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current()[COLOURS[self._kind]])
        painter.drawEllipse(QRectF(0.5, 0.5, SIDE - 1, SIDE - 1))
        font = QFont(self.font())
        font.setPixelSize(12)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.current()["base"])
        painter.drawText(QRectF(0, 0, SIDE, SIDE), Qt.AlignmentFlag.AlignCenter, SIGNS[self._kind])
