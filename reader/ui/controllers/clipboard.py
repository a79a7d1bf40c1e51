"""Copies findings to the clipboard with their sources: what is chosen where the keyboard is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication

from reader.i18n import _
from reader.ui.actions.action_manager import ActionManager
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.widgets.focus import FocusTarget, Target

if TYPE_CHECKING:
    from reader.export.clipboard_text import ClipboardText
    from reader.ui.compare.view import ComparisonView
    from reader.ui.docks.findings_panel import FindingsPanel
    from reader.ui.ledger.panel import LedgerPanel

JOB = "copy"
"""The newest wins: there is one clipboard."""


class ClipboardController(QObject):
    """Looks what is chosen, has it worded off the window's thread, and puts it on the clipboard."""

    copied = Signal(str)
    """What there is to say of it."""

    def __init__(
        self,
        service: WorkspaceService,
        view: "ComparisonView",
        ledger: "LedgerPanel",
        quotations: "FindingsPanel",
        focus: FocusTarget,
    ) -> None:
        super().__init__(view)
        self._service, self._state, self._view = service, view.state, view
        self._ledger, self._quotations, self._focus = ledger, quotations, focus

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call, and offer them in the menus of what they copy."""
        actions.register("copy", self.chosen)
        actions.register("copy-passage", self.passage)
        actions.register("copy-quotation", self.quotation)
        actions.register("copy-figures", self.figures)
        self._view.offer([actions["copy"], actions["accounts"], actions["like"]])
        for menu, action in ((self._ledger.acts.menu, "copy-figures"), (self._quotations.acts.menu, "copy-quotation")):
            menu.addSeparator()
            menu.addAction(actions[action])
        self._view.passage_panel.addAction(actions["copy-passage"])
        self._view.passage_panel.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def chosen(self) -> None:
        """Copy what is chosen where the keyboard is: a row of figures, a quotation, a passage, else words."""
        copy = {Target.FIGURES: self.figures, Target.QUOTATIONS: self.quotation, Target.PASSAGE: self.passage}
        copy.get(self._focus.current, self.words)()

    def words(self) -> None:
        """Copy the words selected in the pane that is read, as a quotation with its source."""
        column = self._view.active
        if column is None or not column.pane.textCursor().hasSelection():
            self._say(_("Select the words to copy first."))
            return
        article, span, hidden = column.pane.article, column.pane.selected, column.pane.hidden
        self._copy(lambda style: _wording().cited(article, span, hidden, style=style), _("Copied with its source."))

    def passage(self) -> None:
        """Copy every wording of the chosen passage."""
        found, chosen = self._state.comparison, self._state.chosen_passage
        if found is None or chosen is None:
            self._say(_("Choose a passage first."))
            return
        passage = found.passages[chosen]
        self._copy(lambda style: _wording().passage(found, passage, style), _("Passage copied, with its sources."))

    def figures(self) -> None:
        """Copy the chosen row of figures as a table."""
        found, at = self._state.comparison, self._ledger.chosen_row
        if found is None or not 0 <= at < len(found.ledger):
            self._say(_("Choose a row of figures first."))
            return
        decision = self._ledger.chosen_decision
        self._copy(
            lambda style: _wording().row(found, found.ledger[at], decision, style),
            _("Figures copied, with their sources."),
        )

    def quotation(self) -> None:
        """Copy every wording of the quotation that is chosen in its dock."""
        found, finding = self._state.comparison, self._quotations.acts.finding
        at = finding.index if finding is not None else -1
        if found is None or not 0 <= at < len(found.quotations):
            self._say(_("Choose a quotation first."))
            return
        self._copy(
            lambda style: _wording().utterance(found, found.quotations[at], style),
            _("Quotation copied, with its sources."),
        )

    def _copy(self, word: "Callable[[str], ClipboardText]", words: str) -> None:
        """Have it worded with sources in the style that the settings name, and put on the clipboard."""

        def put(copied: "ClipboardText") -> None:
            held = QMimeData()
            held.setText(copied.text)
            held.setHtml(copied.html)
            QGuiApplication.clipboard().setMimeData(held)
            self._say(words)

        self._service.run(JOB, lambda workspace, _progress: word(workspace.settings.interface.citation), put)

    def _say(self, words: str) -> None:
        """In the status bar, and to a screen reader."""
        self.copied.emit(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, words))


def _wording() -> Any:
    """What words a copy: the exports are loaded when they are first needed, off the window's thread."""
    from reader.export import clipboard_text

    return clipboard_text
