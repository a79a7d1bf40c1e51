"""What a reader marks by hand in the panes: highlighted, noted, tied; kept in the library, and shown at once."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QPlainTextEdit

from reader.compare import finding_ids
from reader.compare.comparison import Comparison, Excerpt, OwnMark
from reader.compare.finding_ids import Finding
from reader.i18n import _
from reader.ui.actions.action_manager import ActionManager
from reader.ui.compare.highlights import Highlight
from reader.ui.compare.view import ComparisonView
from reader.ui.docks.findings_panel import FindingsPanel
from reader.ui.services.task_runner import NO_KEY
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.state.comparison_state import ComparisonState

if TYPE_CHECKING:
    from reader.workspace import Workspace

LOOK = "own marks"
"""The job that looks what is marked; the newest wins."""
OWN = "own"
"""The list of what the reader marked."""
WIDE, HIGH, LONG = 520, 90, 60
"""The size of what a note is written in, and the letters of words by which a mark is named."""


class AnnotationController(QObject):
    """Stands between selections in the panes and the workspace; undo is the library's own."""

    def __init__(
        self,
        service: WorkspaceService,
        state: ComparisonState,
        view: ComparisonView,
        panel: FindingsPanel,
        renew: Callable[[], None],
        dismiss: Callable[[Comparison, Finding, str], None],
    ) -> None:
        """`renew` has the articles that lie open compared anew; `dismiss` decides on what the program found."""
        super().__init__(view)
        self._service, self._state, self._view = service, state, view
        self._renew, self._dismiss = renew, dismiss
        self._actions: ActionManager | None = None
        panel.noteWanted.connect(self.ask_note)
        panel.eraseWanted.connect(self.erase)
        view.menuOpened.connect(self._extend)
        view.decision_bar.untieWanted.connect(self.untie)
        service.libraryChanged.connect(self._look)

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        self._actions = actions
        actions.register("highlight", self.highlight)
        actions.register("highlight-note", self.highlight_with_note)
        actions.register("tie-passages", self.tie_passages)
        actions.register("tie-figures", self.tie_figures)
        actions.register("untie", self.untie)

    # What commands call

    def highlight(self) -> None:
        """Highlight the words that are selected in the pane that is being read."""
        excerpt = self._selected()
        comparison = self._state.comparison
        if excerpt is not None and comparison is not None:
            self._change(lambda ws: ws.highlight(comparison, excerpt), self._view.clear_selections)

    def highlight_with_note(self) -> None:
        """Highlight them, and write a note on them."""
        excerpt, comparison = self._selected(), self._state.comparison
        if excerpt is None or comparison is None:
            return
        self._ask(
            self._named(excerpt), "", lambda note: self._change(lambda ws: ws.highlight(comparison, excerpt, note))
        )

    def tie_passages(self) -> None:
        """Hold the words that are selected in several panes to say the same."""
        found, comparison = self._several(), self._state.comparison
        if found and comparison is not None:
            self._change(lambda ws: ws.tie_passages(comparison, found), self._view.clear_selections)

    def tie_figures(self) -> None:
        """Hold the figures that are selected in several panes to count the same."""
        found, comparison = self._several(), self._state.comparison
        if found and comparison is not None:
            self._change(lambda ws: ws.tie_figures(comparison, found), self._view.clear_selections)

    def untie(self) -> None:
        """What is chosen is not the same: a tie of the reader's goes, what the program found is dismissed."""
        comparison, finding = self._state.comparison, self._state.current_finding
        if comparison is None or finding is None:
            self._say(_("Choose a passage, figures or a quotation first"))
            return
        own = finding_ids.own_mark_of(comparison, finding)
        if own:
            self.erase(own)
        else:
            self._dismiss(comparison, finding, _("these are not the same"))

    def erase(self, subject: str) -> None:
        """Take a mark away."""
        self._change(lambda ws: ws.erase([subject]))

    def ask_note(self, subject: str) -> None:
        """Ask for another note on a mark."""
        comparison = self._state.comparison
        mark = next((one for one in comparison.own_marks if one.subject == subject), None) if comparison else None
        if mark is not None:
            self._ask(self._named(mark.excerpts[0]), mark.note, lambda note: self._note(mark, note))

    def _note(self, mark: OwnMark, note: str) -> None:
        self._change(lambda ws: ws.note_mark(mark.subject, note))

    # What is selected

    def _selected(self) -> Excerpt | None:
        """The words selected in the pane that is being read, else in the only pane that has any."""
        found = self._view.selections
        active = self._view.active
        here = [one for one in found if active is not None and one.article == active.article.id]
        if here or len(found) == 1:
            return (here or found)[0]
        self._say(_("Select words in a pane first"))
        return None

    def _several(self) -> tuple[Excerpt, ...]:
        """The words selected in two panes or more."""
        found = self._view.selections
        if len(found) < 2:
            self._say(_("Select words in one pane, then what belongs to them in another pane"))
            return ()
        return tuple(found)

    def _named(self, excerpt: Excerpt) -> str:
        comparison = self._state.comparison
        words = " ".join(comparison.text(excerpt).split()) if comparison is not None else ""
        return words if len(words) <= LONG else f"{words[:LONG].rstrip()}…"

    def _ask(self, name: str, note: str, keep: Callable[[str], None]) -> None:
        dialog = QInputDialog(self._view.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(_("Note"))
        dialog.setInputMode(QInputDialog.InputMode.TextInput)
        dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        dialog.setLabelText(_("Note on “{words}”:").format(words=name))
        dialog.setTextValue(note)
        dialog.setOkButtonText(_("Keep Note"))
        dialog.setMinimumWidth(WIDE)
        dialog.textValueSelected.connect(lambda words: keep(words.strip()))
        dialog.open()
        field = dialog.findChild(QPlainTextEdit)
        if field is not None:  # the dialog is as small as its field lets it
            field.setMinimumSize(WIDE, HIGH)

    # Menus

    def _extend(self, menu: QMenu, found: tuple[Highlight, ...], subject: str) -> None:
        """What can be done with what is selected, and with what is under the mouse."""
        actions, selected = self._actions, len(self._view.selections)
        if actions is None:
            return
        if selected:
            menu.addSeparator()
            menu.addActions([actions["highlight"], actions["highlight-note"]])
        if selected > 1:
            menu.addActions([actions["tie-passages"], actions["tie-figures"]])
        if subject:
            menu.addSeparator()
            menu.addAction(_("&Note on This Mark…"), lambda: self.ask_note(subject))
            menu.addAction(_("&Remove This Mark"), lambda: self.erase(subject))
        if found:
            menu.addAction(actions["untie"])

    # What is kept

    def _change(self, operation: "Callable[[Workspace], object]", then: Callable[[], None] | None = None) -> None:
        def done(_result: object) -> None:
            if then is not None:
                then()
            self._service.libraryChanged.emit()

        self._service.run(NO_KEY, lambda ws, _progress: operation(ws), done)

    def _look(self) -> None:
        """Undo, another window, or what was just done here may have changed what is marked."""
        ids = self._state.ids
        if ids:
            self._service.run(LOOK, lambda ws, _progress: (ids, ws.own_marks(ids)), self._compare)

    def _compare(self, found: "tuple[tuple[str, ...], tuple[OwnMark, ...]]") -> None:
        ids, marks = found
        comparison = self._state.comparison
        if comparison is not None and ids == self._state.ids and marks != comparison.own_marks:
            self._renew()

    def _say(self, words: str) -> None:
        self._view.statusChanged.emit(words)
