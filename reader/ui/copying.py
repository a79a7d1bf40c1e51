"""Copies findings to the clipboard with their sources: what is chosen where the keyboard is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from reader.i18n import _
from reader.ui.desk import Desk

if TYPE_CHECKING:
    from reader.export.copying import Copied
    from reader.ui.main_window import MainWindow

JOB = "copy"
"""The newest wins: there is one clipboard."""
SHOWN = 6_000
"""Milliseconds that the window says what was copied."""


class Copying(QObject):
    """Looks what is chosen, has it worded off the window's thread, and puts it on the clipboard."""

    def __init__(self, desk: Desk, window: "MainWindow") -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def offer(self) -> None:
        """Put the commands into the menus of what they copy."""
        window, made = self._window, self._window.commands
        if window.panes is not None and window.ledger is not None:
            window.panes.offer([made["copy"], made["accounts"], made["like"]])
            window.ledger.acts.menu.addSeparator()
            window.ledger.acts.menu.addAction(made["copy-figures"])
            quotations = window.places.findings.panels["quotations"].acts.menu
            quotations.addSeparator()
            quotations.addAction(made["copy-quotation"])
            window.panes.stack.addAction(made["copy-passage"])
            window.panes.stack.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def chosen(self) -> None:
        """Copy what is chosen where the keyboard is: a row of figures, a quotation, a passage, else words."""
        window, focus = self._window, QApplication.focusWidget()
        quoted = window.places.findings.panels.get("quotations")
        if _inside(focus, window.ledger):
            self.figures()
        elif _inside(focus, quoted):
            self.quotation()
        elif window.panes is not None and _inside(focus, window.panes.stack):
            self.passage()
        else:
            self.words()

    def words(self) -> None:
        """Copy the words selected in the pane that is read, as a quotation with its source."""
        column = self._window.panes.active if self._window.panes is not None else None
        if column is None or not column.pane.textCursor().hasSelection():
            self._say(_("Select the words to copy first."))
            return
        article, span, hidden = column.pane.article, column.pane.selected, column.pane.hidden
        self._copy(lambda: _wording().cited(article, span, hidden), _("Copied with its source."))

    def passage(self) -> None:
        """Copy every wording of the chosen passage."""
        found, chosen = self._window.state.comparison, self._window.state.chosen_passage
        if found is None or chosen is None:
            self._say(_("Choose a passage first."))
            return
        passage = found.passages[chosen]
        self._copy(lambda: _wording().passage(found, passage), _("Passage copied, with its sources."))

    def figures(self) -> None:
        """Copy the chosen row of figures as a table."""
        ledger, found = self._window.ledger, self._window.reading.comparison
        at = ledger.chosen_row if ledger is not None else -1
        if ledger is None or found is None or not 0 <= at < len(found.ledger):
            self._say(_("Choose a row of figures first."))
            return
        decision = ledger.chosen_decision
        self._copy(lambda: _wording().row(found, found.ledger[at], decision), _("Figures copied, with their sources."))

    def quotation(self) -> None:
        """Copy every wording of the quotation that is chosen in its dock."""
        found, quoted = self._window.reading.comparison, self._window.places.findings.panels.get("quotations")
        at = quoted.chosen if quoted is not None else -1
        if found is None or not 0 <= at < len(found.quotations):
            self._say(_("Choose a quotation first."))
            return
        self._copy(lambda: _wording().utterance(found, found.quotations[at]), _("Quotation copied, with its sources."))

    def _copy(self, word: "Callable[[], Copied]", words: str) -> None:
        def put(copied: "Copied") -> None:
            held = QMimeData()
            held.setText(copied.text)
            held.setHtml(copied.html)
            QGuiApplication.clipboard().setMimeData(held)
            self._say(words)

        self._desk.work(JOB, lambda _workspace, _progress: word(), put)

    def _say(self, words: str) -> None:
        """At the foot of the window, and to a screen reader."""
        self._window.places.say(words, SHOWN)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, words))


def _wording() -> Any:
    """What words a copy: the exports are loaded when they are first needed, off the window's thread."""
    from reader.export import copying

    return copying


def _inside(widget: QWidget | None, room: QWidget | None) -> bool:
    return widget is not None and room is not None and (widget is room or room.isAncestorOf(widget))
