"""The bar of what is chosen: the reason in plain words, and confirm, dismiss and note, all in one place."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.compare.comparison import CLASH, Comparison
from reader.compare.finding_ids import Finding, SubjectKind, own_mark_of
from reader.i18n import _
from reader.ui import theme
from reader.ui.compare import icons
from reader.ui.compare.explanation import FindingExplanation, explained, in_reading_order
from reader.ui.compare.finding_actions import (
    CONFIRMED,
    DISMISSED,
    NOTE,
    NOTED,
    REASONS,
    WHY,
    decision_words,
    is_dismissed,
)
from reader.ui.direction import is_leftwards, text_option
from reader.ui.state.comparison_state import ComparisonState
from reader.ui.widgets.plain_text import PlainLabel, set_tip

if TYPE_CHECKING:
    from reader.library import Decision

NOTE_LINES = 3
WRITING = 420
"""The least width of what is written in."""
READING = 400
"""The least room for the words beside the buttons."""


class DecisionBar(QFrame):
    """Shows the finding that is current in the state, and takes decisions on it; there while one is."""

    decided = Signal(object, str, str, str)
    """The `Finding`, kind, reason, note."""
    undecided = Signal(object)
    untieWanted = Signal()
    """What the reader tied is not to be tied any more."""
    closed = Signal()
    """What is chosen is to be let go."""

    def __init__(self, state: ComparisonState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("decisionBar")
        self.setProperty("leftwards", is_leftwards(self))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._state = state
        self._finding: Finding | None = None
        self._asked = ""
        self._make_line()
        self._make_editor()
        self._lay_out()
        state.currentFindingChanged.connect(self._show)
        state.comparisonChanged.connect(self._show)
        state.decisionsChanged.connect(self._show)
        state.baseChanged.connect(self._show)
        self._draw_icons()
        self._show()

    def _make_line(self) -> None:
        self._reading = _ReasonLabel()
        self._place = PlainLabel()
        self._place.setObjectName("decisionPlace")
        self.confirm = self._button(_("&Confirm"), self._confirm)
        self.confirm.setObjectName("outlined")
        self.dismiss = self._button(_("&Dismiss…"), self._dismiss)
        self.note = self._button(_("&Note…"), lambda: self.ask(NOTED))
        self.take_back = self._button(_("&Take Back"), self._take_back)
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setIconSize(QSize(icons.SIDE, icons.SIDE))
        self._close.setToolTip(_("Let go of what is chosen (Esc)"))
        self._close.setAccessibleName(_("Let go of what is chosen"))
        self._close.clicked.connect(self.closed)

    def _make_editor(self) -> None:
        """What is written in opens below the line, and names what it is about."""
        self._question = PlainLabel()
        self._reason = QComboBox()
        self._reason.setEditable(True)
        self._reason.setMinimumWidth(WRITING)
        self._reason.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = _NoteEdit()
        self._words.setTabChangesFocus(True)
        self._words.kept.connect(self._keep)
        self._words.setMinimumWidth(WRITING)
        self._fields = QStackedWidget()
        self._fields.addWidget(self._reason)
        self._fields.addWidget(self._words)
        self._keep_button = self._button("", self._keep)
        self._keep_button.setObjectName("primary")
        self._cancel = self._button(_("Cancel"), self._close_editor)
        field = self._reason.lineEdit()
        if field is not None:
            field.returnPressed.connect(self._keep)
        self._editor = QWidget()
        row = QHBoxLayout(self._editor)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._question, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._fields, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._keep_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignTop)
        self._editor.hide()

    def _lay_out(self) -> None:
        self._deeds = QWidget()
        deeds = QHBoxLayout(self._deeds)
        deeds.setContentsMargins(0, 0, 0, 0)
        deeds.setSpacing(8)
        deeds.addStretch(1)
        deeds.addWidget(self._place)
        for button in (self.take_back, self.confirm, self.dismiss, self.note):  # what comes and goes moves no other
            deeds.addWidget(button)
        deeds.addWidget(self._close)
        self._line = line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(8)
        line.addWidget(self._reading, 1)
        line.addWidget(self._deeds)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 6, 6)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self._editor)

    def _button(self, words: str, call: Callable[[], None]) -> QPushButton:
        made = QPushButton(words)
        made.setAutoDefault(False)
        made.clicked.connect(call)
        return made

    # What it shows

    def _show(self) -> None:
        comparison, finding = self._state.comparison, self._state.current_finding
        several = comparison is not None and len(comparison.articles) > 1
        if comparison is None or finding is None or not several:
            self._finding = None
            self.hide()
            return
        if finding != self._finding:
            self._close_editor()
        self._finding = finding
        told = explained(comparison, finding, self._state.base)
        held = self._state.current_decision
        self._tell(told, decision_words(held))
        self._show_decision(held, told)
        self._place.setText(self._counted(comparison, finding))
        self.show()

    def _tell(self, told: FindingExplanation, decision: str) -> None:
        self._reading.show_words(told.lead, told.rest, decision)
        self.setAccessibleName(_("Chosen: {name}").format(name=told.name))
        self.setAccessibleDescription(" ".join(filter(None, (told.lead, told.rest, decision))))
        set_tip(self._reading, "\n".join(filter(None, (told.name, told.lead, told.rest, decision))))

    def _show_decision(self, held: "Decision | None", told: FindingExplanation) -> None:
        kind = held.kind.value if held is not None else ""
        done = kind == CONFIRMED
        self.confirm.setText(_("Confirmed") if done else _("&Confirm"))
        self.confirm.setEnabled(not done)
        own = self._is_own
        self.dismiss.setText(_("&Untie") if own else _("&Dismissed…") if kind == DISMISSED else _("&Dismiss…"))
        self.take_back.setVisible(held is not None)
        self._turn()
        for button, words in (
            (self.confirm, _("Confirm {name}")),
            (self.dismiss, _("Untie {name}") if own else _("Dismiss {name}")),
            (self.note, _("Note on {name}")),
            (self.take_back, _("Take back what was decided on {name}")),
        ):
            button.setAccessibleName(words.format(name=told.name))
            set_tip(button, words.format(name=told.name))

    def _counted(self, comparison: Comparison, finding: Finding) -> str:
        every = in_reading_order(comparison, finding)
        if finding.kind is SubjectKind.FIGURES and comparison.ledger[finding.index].verdict in CLASH:
            every = [one for one in every if comparison.ledger[one.index].verdict in CLASH]
        every = [one for one in every if not is_dismissed(self._state.decisions.get(one))]  # as the tabs count
        if finding not in every:
            return ""
        return _("{n} of {count}").format(n=every.index(finding) + 1, count=len(every))

    # What it does

    def ask(self, kind: str) -> None:
        """Open what a reason (of "dismissed") or a note is written in, and take the keyboard there."""
        finding, held = self._finding, self._state.current_decision
        if finding is None:
            return
        self._asked = kind
        name = explained(self._state.comparison, finding).name if self._state.comparison is not None else ""
        if kind == DISMISSED:
            self._reason.clear()
            self._reason.addItems([_(words) for words in REASONS[finding.kind]])
            self._reason.setEditText(held.reason if held is not None and held.kind == DISMISSED else "")
            field = self._reason.lineEdit()
            if isinstance(field, QLineEdit):
                field.setPlaceholderText(_("Choose a reason, or write one"))
        else:
            self._words.setPlainText(held.note if held is not None else "")
        asked = _(WHY[finding.kind]) if kind == DISMISSED else _(NOTE)
        self._question.setText(asked.format(name=name))
        widget: QWidget = self._reason if kind == DISMISSED else self._words
        widget.setAccessibleName(self._question.text())
        self._fields.setCurrentWidget(widget)
        line = self._cancel.sizeHint().height()  # the question, a reason and the buttons stand on one line
        self._question.setFixedHeight(line)
        self._reason.setFixedHeight(line)
        self._fields.setFixedHeight(max(widget.sizeHint().height(), line))
        self._keep_button.setText(_("Di&smiss") if kind == DISMISSED else _("&Keep Note"))
        self._editor.show()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_asking(self) -> bool:
        """Whether something is being written."""
        return not self._editor.isHidden()

    def _close_editor(self) -> None:
        had = self._editor.isAncestorOf(focus) if (focus := self.window().focusWidget()) is not None else False
        self._editor.hide()
        if had:
            (self.note if self._asked == NOTED else self.dismiss).setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        held = self._state.current_decision
        if self._finding is not None:
            self.decided.emit(self._finding, CONFIRMED, "", held.note if held is not None else "")

    def _dismiss(self) -> None:
        """What the program found is dismissed for a reason; what the reader tied is untied."""
        if self._is_own:
            self.untieWanted.emit()
        else:
            self.ask(DISMISSED)

    @property
    def _is_own(self) -> bool:
        comparison, finding = self._state.comparison, self._finding
        return comparison is not None and finding is not None and bool(own_mark_of(comparison, finding))

    def _take_back(self) -> None:
        if self._finding is not None:
            self.undecided.emit(self._finding)

    def _keep(self) -> None:
        """Decide as was written; an emptied note that stood alone is taken back."""
        finding, held = self._finding, self._state.current_decision
        if finding is None or not self.is_asking:
            return
        self._close_editor()
        if self._asked == DISMISSED:
            reason = " ".join(self._reason.currentText().split())
            self.decided.emit(finding, DISMISSED, reason, held.note if held is not None else "")
            return
        note = self._words.toPlainText().strip()
        kind, reason = (held.kind.value, held.reason) if held is not None else (NOTED, "")
        if note or kind != NOTED:
            self.decided.emit(finding, kind, reason, note)
        elif held is not None:
            self.undecided.emit(finding)

    # What Qt asks

    def _draw_icons(self) -> None:
        self._close.setIcon(icons.close())
        self.confirm.setIcon(icons.confirmed())
        self.note.setIcon(icons.pen())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where little room is left beside the buttons, the words stand above them."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        room = self.width() - self._deeds.sizeHint().width()
        wide, high = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(high if room < READING else wide)

    def changeEvent(self, event: QEvent) -> None:
        """Icons carry colours: they follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_editor"):
            self._draw_icons()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes what is written in, then lets go of what is chosen."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.is_asking:
            self._close_editor()
        else:
            self.closed.emit()


class _ReasonLabel(QWidget):
    """The reason: what leads in bold, then the rest, then what was decided. It has room for two lines, and takes up to
    six where the window is narrow; only what is longer is elided.
    """

    LINES, MOST = 2, 6

    def __init__(self) -> None:
        super().__init__()
        self._lead = self._rest = self._decision = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    def show_words(self, lead: str, rest: str, decision: str) -> None:
        """Show these words in the place of those before."""
        self._lead, self._rest, self._decision = lead, rest, decision
        self.setAccessibleName(" ".join(filter(None, (lead, rest, decision))))
        self._fit()
        self.update()

    @property
    def _words(self) -> str:
        return "  ".join(filter(None, (self._lead, self._rest, self._decision)))

    @property
    def is_whole(self) -> bool:
        """Whether all of it is on view."""
        words = self._words
        _layout, lines = self._laid(words)
        return not lines or lines[-1].textStart() + lines[-1].textLength() >= _units(words)

    def _laid(self, words: str) -> tuple[QTextLayout, list[QTextLine]]:
        """The words in lines of its width, up to the most; the lines live as long as the layout."""
        layout = QTextLayout(words, self.font())
        layout.setTextOption(text_option(self))
        layout.setFormats(self._formats(words))
        layout.beginLayout()
        lines: list[QTextLine] = []
        while len(lines) < self.MOST and (line := layout.createLine()).isValid():
            line.setLineWidth(self.width())
            line.setPosition(QPointF(0, sum(one.height() for one in lines)))
            lines.append(line)
        layout.endLayout()
        return layout, lines

    def _fit(self) -> None:
        """As high as its words need in its width, and never lower than two lines: the bar seldom changes its height."""
        _layout, lines = self._laid(self._words)
        self.setFixedHeight(max(self.LINES, len(lines)) * self.fontMetrics().lineSpacing() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters, higher lines."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As many words as its lines hold."""
        now, painter = theme.current(), QPainter(self)
        words = self._words
        _layout, lines = self._laid(words)
        if not lines:
            return
        top = (self.height() - sum(line.height() for line in lines)) / 2
        painter.setPen(now["text"])
        shown = lines[-1].textStart() + lines[-1].textLength()
        for line in lines[:-1] if shown < _units(words) else lines:
            line.draw(painter, QPointF(0, top))
        if shown < _units(words):
            last = lines[-1]
            rest = words.encode("utf-16-le")[2 * last.textStart() :].decode("utf-16-le", "ignore")
            elided = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
            room = QRectF(0, top + last.y(), self.width(), last.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft, elided)

    def _formats(self, words: str) -> list[QTextLayout.FormatRange]:
        bold, quiet = QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(QFont.Weight.DemiBold)
        quiet.setForeground(theme.current()["link"])
        whole, own = _units(words), _units(self._decision)
        return [_range(0, _units(self._lead), bold), _range(whole - own, own, quiet)]


def _units(words: str) -> int:
    """As Qt counts."""
    return len(words.encode("utf-16-le")) // 2


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, form
    return made


def _keeps(event: QKeyEvent) -> bool:
    held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(held) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _NoteEdit(QPlainTextEdit):
    """A few lines to write in; Ctrl+Enter keeps them, whatever the keys do elsewhere in the window."""

    kept = Signal()

    def event(self, event: QEvent) -> bool:
        """The keys are wanted here: no command of the window takes them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _keeps(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep what was written."""
        if _keeps(event):
            self.kept.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        margins = 2 * (self.frameWidth() + int(self.document().documentMargin()))
        return QSize(WRITING, NOTE_LINES * self.fontMetrics().lineSpacing() + margins)

    def minimumSizeHint(self) -> QSize:
        """As high as it likes to be: a line cut in two cannot be read."""
        return self.sizeHint()
