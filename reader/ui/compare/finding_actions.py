"""What a reader can do about a finding: confirm it, dismiss it with a reason, note something, take that back."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from reader import wording
from reader.compare.finding_ids import Finding, SubjectKind
from reader.i18n import N_, _
from reader.ui.compare import icons

if TYPE_CHECKING:  # comes with the library, which is loaded off the window's thread
    from reader.library import Decision

CONFIRMED, DISMISSED, NOTED = "confirmed", "dismissed", "noted"
"""The kinds of decision, as the library keeps them."""

Decisions = Mapping[Finding, "Decision"]


def decision_words(decision: "Decision | None") -> str:
    """The decision with its reason and note; the empty string where nothing was decided."""
    if decision is None:
        return ""
    said = {CONFIRMED: _("confirmed"), DISMISSED: _("dismissed"), NOTED: _("noted")}[decision.kind]
    parts = (decision.reason, decision.note, wording.changed(decision.came, decision.left))
    more = "; ".join(" ".join(part.split()) for part in parts if part.strip())
    return f"{said}: {more}" if more else said


def decision_icon(decision: "Decision | None") -> QIcon | None:
    """A tick in a ring, a crossed ring or a pen."""
    return decision_sign(decision.kind.value) if decision is not None else None


def decision_sign(kind: str) -> QIcon:
    """The sign of a kind of decision."""
    return {CONFIRMED: icons.confirmed, DISMISSED: icons.dismissed, NOTED: icons.pen}[kind]()


def is_dismissed(decision: "Decision | None") -> bool:
    """Whether a finding is no longer to count."""
    return decision is not None and decision.kind == DISMISSED


REASONS: dict[SubjectKind, tuple[str, ...]] = {
    SubjectKind.FIGURES: (
        N_("different things are counted"),
        N_("different times or places"),
        N_("a later count"),
        N_("the articles do not contradict one another"),
        N_("a number was misread"),
    ),
    SubjectKind.PASSAGE: (
        N_("different things are said"),
        N_("too common to mean anything"),
        N_("only the names are shared"),
        N_("not part of the articles"),
    ),
    SubjectKind.QUOTATION: (
        N_("two different quotations"),
        N_("too common to mean anything"),
        N_("nobody is quoted here"),
    ),
}
"""What is offered as a reason; any other can be written."""

WHY: dict[SubjectKind, str] = {
    SubjectKind.FIGURES: N_("Why there is no conflict ({name}):"),
    SubjectKind.PASSAGE: N_("Why this is not shared ({name}):"),
    SubjectKind.QUOTATION: N_("Why this does not count ({name}):"),
}
NOTE = N_("Note on {name}:")
"""What is asked; `name` is what the finding is called."""


class FindingActions(QObject):
    """The actions on the finding that is chosen in one place; what is to be written is asked for elsewhere."""

    decided = Signal(object, str, str, str)
    """The `Finding`, kind, reason, note."""
    undecided = Signal(object)
    asked = Signal(object, str)
    """For the `Finding` a reason ("dismissed") or a note ("noted") is to be asked for."""

    def __init__(self, place: QWidget) -> None:
        """Where `place` itself has the keyboard, Delete dismisses."""
        super().__init__(place)
        self._place = place
        self._finding: Finding | None = None
        self._held: Decision | None = None
        self.confirm = self._action(_("&Confirm"), self._confirm)
        self.dismiss = self._action(_("&Dismiss…"), self._ask_reason, QKeySequence(Qt.Key.Key_Delete))
        self.note = self._action(_("&Note…"), self._ask_note)
        self.take_back = self._action(_("&Take Back"), self._take_back)
        self.menu = QMenu(place)
        self.menu.addActions(self.every)
        self.menu.insertSeparator(self.take_back)
        self.choose(None, None)

    @property
    def every(self) -> Sequence[QAction]:
        """The actions in the order of a menu."""
        return (self.confirm, self.dismiss, self.note, self.take_back)

    def _action(self, text: str, call: Callable[[], None], keys: QKeySequence | None = None) -> QAction:
        made = QAction(text, self._place)
        made.triggered.connect(call)
        if keys is not None:
            made.setShortcut(keys)
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._place.addAction(made)
        return made

    @property
    def finding(self) -> Finding | None:
        """What is acted on."""
        return self._finding

    def choose(self, finding: Finding | None, held: "Decision | None") -> None:
        """Act on this finding, on which that was decided; None for nothing."""
        self._finding, self._held = finding, held
        for action in (self.confirm, self.dismiss, self.note):
            action.setEnabled(finding is not None)
        self.confirm.setEnabled(finding is not None and (held is None or held.kind != CONFIRMED))
        self.take_back.setEnabled(held is not None)

    def _confirm(self) -> None:
        self.decided.emit(self._finding, CONFIRMED, "", self._held.note if self._held is not None else "")

    def _take_back(self) -> None:
        self.undecided.emit(self._finding)

    def _ask_reason(self) -> None:
        if self._finding is not None:
            self.asked.emit(self._finding, DISMISSED)

    def _ask_note(self) -> None:
        if self._finding is not None:
            self.asked.emit(self._finding, NOTED)
