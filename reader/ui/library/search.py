"""Searching the library: results as one types, stale answers dropped, and the keyboard handed to and fro."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reader.i18n import _
from reader.narrowing import NOTHING, Narrowing
from reader.ui.actions.action_manager import ActionManager
from reader.ui.desk import Desk
from reader.ui.jobs import EACH
from reader.ui.library.field import SearchField
from reader.ui.library.question import PAGE, Question
from reader.ui.library.side import Side
from reader.ui.library.suggestions import Suggestions

if TYPE_CHECKING:
    from reader.search import Order
    from reader.workspace import SearchResults, Suggestion

WAIT = 120
"""Milliseconds without a key before the library is asked."""
LOOK_AGAIN = 1_500
"""Milliseconds after which an answer is asked for again while the index is being written."""


class Search(QObject):
    """Asks the library and shows its answers."""

    changed = Signal()
    """Another question is asked, or none."""
    savedWanted = Signal(str)
    """The saved search of this name is to be run."""

    def __init__(self, desk: Desk, side: Side, field: SearchField) -> None:
        super().__init__(field)
        self._desk, self._side, self.field = desk, side, field
        self.question = Question()
        self.marked = ""
        """The query whose words are marked in the results."""
        self._reach = PAGE
        self._answered: Question | None = None
        self._behind = self._writing = self._enter = False
        self.suggestions = Suggestions(desk, field)
        self._timer = QTimer(self, interval=WAIT, singleShot=True)
        self._timer.timeout.connect(self.ask)
        self._again = QTimer(self, interval=LOOK_AGAIN, singleShot=True)
        self._again.timeout.connect(self._look_again)
        self._connect()

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("search", self.focus)
        actions.register("rebuild", self.rebuild)

    def _connect(self) -> None:
        field, results = self.field, self._side.results
        field.textChanged.connect(self._typed)
        field.returnPressed.connect(self._entered)
        field.downPressed.connect(self._go_down)
        field.escaped.connect(self.leave)
        field.cleared.connect(self.leave)
        self.suggestions.picked.connect(self._pick)
        self.suggestions.passed.connect(self._enter_results)
        results.list.left.connect(self.leave)
        results.list.opened.connect(lambda _id: self.remember())
        results.clearWanted.connect(self.leave)
        results.orderChanged.connect(self._ordered)
        results.correctionWanted.connect(field.setText)
        results.nothing.wayWanted.connect(self._go_on)
        results.filters.narrowed.connect(self.narrow)
        results.filters.rewritten.connect(self.rewrite)
        results.model.moreWanted.connect(self._ask_more)
        self._desk.libraryChanged.connect(self._library_changed)

    @property
    def query(self) -> str:
        """What is typed."""
        return self.field.text().strip()

    @property
    def words(self) -> str:
        """The query whose words are to be marked in an article that is opened from the results."""
        return self.marked if self._side.searching else ""

    @property
    def order(self) -> "Order":
        """The order of the results."""
        return self.question.order

    def focus(self) -> None:
        """Take the keyboard."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def leave(self) -> None:
        """End the search and go back to the library."""
        self.run(Question(order=self.order))
        self._side.take_focus()

    def run(self, question: Question, *, enter: bool = False) -> None:
        """Ask this, whatever was asked before; the answer may take the keyboard, to `enter` it."""
        self._enter = enter
        self.suggestions.close()
        self.question = question
        if self.field.text() != question.text:
            self._writing = True
            self.field.setText(question.text)
            self._writing = False
        if question:
            self.ask()
        else:
            self._stop()

    def narrow(self, narrowing: Narrowing) -> None:
        """Ask the same of fewer, or of more."""
        self.run(replace(self.question, narrowing=narrowing))

    def rewrite(self, query: str) -> None:
        """Ask in other words of the same articles."""
        self.run(replace(self.question, text=query, unfinished=False))

    def ask(self) -> None:
        """Ask the library now; the answer begins where its beginning is."""
        self._timer.stop()
        if not self.question:
            return
        question = self.question
        again = question == self._answered and self._side.searching
        if not again:
            self._reach = PAGE
        reach = self._reach
        self._desk.jobs.cancel("search-more")
        self._desk.work(
            "search", lambda ws, _progress: question.ask(ws, reach), lambda r: self._show(question, r, again=again)
        )
        self.changed.emit()

    def remember(self) -> None:
        """What was typed led somewhere: keep it among the searches made before."""
        query, kept = self.question.text, self.question.kept()
        if query:
            self._desk.work(EACH, lambda ws, _progress: ws.library.searched(query, kept), lambda _none: None)

    def update_index(self) -> None:
        """Write into the index what changed, in the background."""
        self._desk.work("index", lambda ws, progress: ws.update_index(progress), lambda _none: self._look_again())
        self._desk.work("meaning", lambda ws, progress: ws.read_meaning(progress), lambda _none: None)

    def rebuild(self) -> None:
        """Write the index anew."""
        self._desk.work(
            "index",
            lambda ws, progress: ws.rebuild_index(progress),
            lambda _none: self._desk.say(_("The search index was rebuilt.")),
            title=_("Rebuilding the search index"),
        )

    def _stop(self) -> None:
        self._timer.stop()
        self._again.stop()
        for key in ("search", "search-more"):
            self._desk.jobs.cancel(key)
        self._answered, self.marked, self._behind = None, "", False
        self._side.show_results(False)
        self.changed.emit()

    def _typed(self) -> None:
        if self._writing:
            return
        self.question = replace(self.question.unlike(), text=self.query, unfinished=True)
        if self.question:
            self._timer.start()
        else:
            self._stop()

    def _entered(self) -> None:
        """Enter before the answer has come asks at once; afterwards it opens the first hit."""
        self.suggestions.close()
        if self._timer.isActive() or not self._side.searching or not self._side.results.model.rowCount():
            self.question = replace(self.question, unfinished=False)
            self.ask()
            self.remember()
        else:
            self._side.results.list.open_current()

    def _go_down(self) -> None:
        """To the results; where nothing is asked yet, to what was sought before."""
        if self._side.searching or self.query:
            self._enter_results()
        else:
            self.suggestions.ask()

    def _enter_results(self) -> None:
        self.remember()
        self._side.take_focus()

    def _pick(self, one: "Suggestion") -> None:
        if one.kind == "saved":
            self.savedWanted.emit(one.text)
            return
        if one.kind == "history":
            self.run(Question.read(one.text, one.filters))
            self.remember()
        else:
            self.run(replace(self.question.unlike(), text=one.text))
        self.field.setCursorPosition(len(one.text))

    def _go_on(self, query: str, narrowed: bool) -> None:
        narrowing = self.question.narrowing if narrowed else NOTHING
        self.run(replace(self.question, text=query, narrowing=narrowing, unfinished=False))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ordered(self, order: "Order") -> None:
        self.question = replace(self.question, order=order)
        self.ask()

    def _library_changed(self) -> None:
        self.update_index()
        self.ask()

    def _look_again(self) -> None:
        """What the index did not know may be in it by now."""
        if self._behind and self.question == self._answered:
            self.ask()

    def _show(self, question: Question, results: "SearchResults", *, again: bool) -> None:
        if question != self.question:
            return
        self._answered, self.marked, self._behind = question, results.words, results.behind > 0
        self._side.results.show_results(question, results, again=again)
        self._side.show_results(True)
        if self._enter:
            self._enter = False
            self._side.take_focus()
        if results.behind and any(job.key == "index" for job in self._desk.jobs.running):
            self._again.start()

    def _ask_more(self) -> None:
        question, offset = self.question, self._reach
        if question != self._answered:
            return

        def add(results: "SearchResults") -> None:
            if question == self.question:
                self._reach = offset + PAGE
                self._side.results.model.add(results.hits, more=self._reach < results.total)

        self._desk.work("search-more", lambda ws, _progress: question.ask(ws, PAGE, offset), add)
