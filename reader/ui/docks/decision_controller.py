"""Keeps in the library what a reader decides on findings, and how rows of figures are split and joined."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from reader.compare import finding_ids
from reader.compare.comparison import Comparison, Excerpt, LedgerRow
from reader.compare.finding_ids import Finding
from reader.i18n import _, quoted
from reader.text.shorten import shorten
from reader.ui.actions.action_manager import ActionManager
from reader.ui.compare.finding_actions import DISMISSED, NOTED, Decisions, FindingActions
from reader.ui.compare.view import ComparisonView
from reader.ui.docks.findings_panel import FindingsPanel
from reader.ui.ledger.panel import LedgerPanel
from reader.ui.services.task_runner import NO_KEY
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.state.comparison_state import ComparisonState
from reader.ui.widgets.message_bar import MessageKind
from reader.wording import kinds

if TYPE_CHECKING:
    from reader.compare.figures.rows.regroup import Group
    from reader.library import Decision
    from reader.workspace import Workspace

Waiting = list[tuple["Decision", str]]
NAMED, SHOWN = 3, 60
"""How many decisions that wait are named, and how many characters of the words that each is about."""

LOOK = "decisions"
"""The job that looks what was decided; the newest wins."""

Shown = Callable[[], Comparison | None]
"""Gives the comparison whose findings are acted on."""
Table = LedgerPanel | FindingsPanel
"""A place that lists findings of its `comparison`, and takes decisions on them."""


class DecisionController(QObject):
    """Stands between the places that show findings and the workspace; undo is the library's own."""

    def __init__(
        self,
        service: WorkspaceService,
        state: ComparisonState,
        ledger: LedgerPanel,
        view: ComparisonView,
        panels: "tuple[FindingsPanel, ...]",
    ) -> None:
        super().__init__(view)
        self._service, self._state, self._view = service, state, view
        tables: tuple[Table, ...] = (*panels, ledger)
        self._places: list[tuple[QWidget, FindingActions]] = [(one, one.acts) for one in (*tables, view)]
        self._places.append((view.passage_panel, view.acts))
        self._last = view.acts
        self._told: list[str] = []
        """The decisions that wait, as they were told last."""
        for one in tables:
            self._serve(one.acts, partial(_comparison_of, one))
        self._serve(view.acts, lambda: state.comparison)
        view.decision_bar.decided.connect(partial(self._decide, lambda: state.comparison))
        view.decision_bar.undecided.connect(partial(self._take_back, lambda: state.comparison))
        service.libraryChanged.connect(self.look)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focused)

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("confirm", self.confirm)
        actions.register("dismiss", self.dismiss)
        actions.register("note", self.note)
        actions.register("take-back", self.take_back)

    def _serve(self, acts: FindingActions, shown: Shown) -> None:
        acts.decided.connect(partial(self._decide, shown))
        acts.undecided.connect(partial(self._take_back, shown))
        acts.asked.connect(partial(self._ask, shown))

    # What commands call, wherever the keyboard is

    def confirm(self) -> None:
        """Confirm the row, passage or quotation that the keyboard is at."""
        self._act(lambda acts: acts.confirm.trigger())

    def dismiss(self) -> None:
        """Dismiss it; a reason is asked for."""
        self._act(lambda acts: acts.dismiss.trigger())

    def note(self) -> None:
        """Ask for a note on it."""
        self._act(lambda acts: acts.note.trigger())

    def take_back(self) -> None:
        """Take back what was decided on it."""
        self._act(lambda acts: acts.take_back.trigger())

    def dismiss_as(self, comparison: Comparison, finding: Finding, reason: str) -> None:
        """Dismiss a finding for a reason that needs no asking for."""
        self._decide(lambda: comparison, finding, DISMISSED, reason, "")

    def _act(self, does: Callable[[FindingActions], None]) -> None:
        if self._last.finding is None:
            self._view.statusChanged.emit(_("Choose a row of figures, a passage or a quotation first"))
            return
        does(self._last)

    def _focused(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Menus and the palette take the keyboard for a moment: the place before them stays the one meant."""
        for widget, acts in self._places:
            if now is not None and (widget is now or widget.isAncestorOf(now)):
                self._last = acts
                return

    # What is shown

    def look(self) -> None:
        """Look what was decided on the findings among the articles that lie open."""
        comparison = self._state.comparison
        if comparison is not None and len(comparison.articles) > 1:
            self._service.run(LOOK, lambda ws, _progress: _held(ws, comparison), self._show)

    def _show(self, found: "tuple[Comparison, Decisions, Waiting]") -> None:
        comparison, decisions, waiting = found
        self._state.set_decisions(comparison, decisions)
        told = [one.subject for one, _words in waiting]
        if told and told != self._told:
            words = [f"{quoted(shorten(about, SHOWN))} ({_said(one)})" for one, about in waiting[:NAMED]]
            remedy = _("They are kept, and stand there again where a comparison puts these words together.")
            self._service.messages.say(MessageKind.INFO, f"{kinds.waiting(len(waiting), words)}.", remedy)
        self._told = told

    def _ask(self, shown: Shown, finding: Finding, kind: str) -> None:
        """Ask in the bar, under the panes: it names what it is about, and is wide enough to write in."""
        if shown() is self._state.comparison:
            self._view.go_to(finding)
            self._view.decision_bar.ask(kind)

    # What is kept

    def _decide(self, shown: Shown, finding: Finding, kind: str, reason: str, note: str) -> None:
        comparison = shown()
        if comparison is not None:
            self._change(lambda ws: ws.decide(comparison, finding, kind, reason, note))
            if kind != NOTED and comparison is self._state.comparison and finding == self._state.current_finding:
                self._view.go_to_next(finding)

    def _take_back(self, shown: Shown, finding: Finding) -> None:
        comparison = shown()
        if comparison is not None:
            self._change(lambda ws: ws.undecide(comparison, finding))

    def _change(self, operation: "Callable[[Workspace], object]") -> None:
        self._service.run(
            NO_KEY, lambda ws, _progress: operation(ws), lambda _result: self._service.libraryChanged.emit()
        )


def _comparison_of(table: Table) -> Comparison | None:
    """The one whose rows it shows: another may be on its way into the window, place by place."""
    return table.comparison


def _held(workspace: "Workspace", comparison: Comparison) -> "tuple[Comparison, Decisions, Waiting]":
    """The comparison, the decisions on its findings, and those on words of its articles that stand on none."""
    decisions = finding_ids.placed(comparison, workspace.decisions(comparison))
    return comparison, decisions, workspace.waiting_decisions(comparison)


def _said(decision: "Decision") -> str:
    return ": ".join(filter(None, (kinds.decision(decision.kind), decision.note or decision.reason)))


LOOK_GROUPINGS = "groupings"
"""The job that looks how rows are grouped; the newest wins."""


class RowGroupingController(QObject):
    """Stands between the table of figures and the workspace; undo is the library's own."""

    def __init__(
        self, service: WorkspaceService, state: ComparisonState, ledger: LedgerPanel, renew: Callable[[], None]
    ) -> None:
        """`renew` compares the articles that lie open anew."""
        super().__init__(ledger)
        self._service, self._state, self._ledger, self._renew = service, state, ledger, renew
        ledger.rows.split.connect(self._split)
        ledger.rows.joined.connect(self._join)
        ledger.rows.restored.connect(self._restore)
        service.libraryChanged.connect(self.look)

    def look(self) -> None:
        """Look how rows are grouped: undo, another window, or what was just done here may have changed it."""
        ids = self._state.ids
        if len(ids) > 1:
            self._service.run(LOOK_GROUPINGS, lambda ws, _progress: (ids, ws.groups(ids)), self._compare)

    def _compare(self, found: "tuple[tuple[str, ...], frozenset[Group]]") -> None:
        ids, groups = found
        comparison = self._state.comparison
        if comparison is not None and ids == self._state.ids and groups != comparison.regrouped:
            self._renew()

    def _split(self, comparison: Comparison, row: LedgerRow, excerpts: frozenset[Excerpt], name: str) -> None:
        self._ledger.seek(excerpts)
        self._change(lambda ws: ws.split_row(_ids(comparison), row, excerpts, name))

    def _join(self, comparison: Comparison, rows: tuple[LedgerRow, ...], name: str) -> None:
        self._ledger.seek(frozenset(mention.excerpt for row in rows for mention in row.mentions))
        self._change(lambda ws: ws.join_rows(_ids(comparison), rows, name))

    def _restore(self, comparison: Comparison, row: LedgerRow) -> None:
        self._change(lambda ws: ws.row_as_found(_ids(comparison), row))

    def _change(self, operation: "Callable[[Workspace], None]") -> None:
        self._service.run(NO_KEY, lambda ws, _progress: operation(ws), lambda _done: self._changed())

    def _changed(self) -> None:
        self._renew()
        self._service.libraryChanged.emit()


def _ids(comparison: Comparison) -> tuple[str, ...]:
    return tuple(article.id for article in comparison.articles)
