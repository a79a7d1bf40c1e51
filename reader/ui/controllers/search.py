"""Searching the library: results as one types, stale answers dropped, and articles like one or like a passage."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from reader.filters import NOTHING, SearchFilters
from reader.i18n import _
from reader.text.shorten import on_one_line, shorten
from reader.ui.actions.action_manager import ActionManager
from reader.ui.event_loop import Debouncer
from reader.ui.library.search_field import SearchField, Suggestions
from reader.ui.library.search_request import PAGE, SearchRequest
from reader.ui.library.sidebar import LibrarySidebar
from reader.ui.services.task_runner import NO_KEY
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.widgets.focus import FocusTarget, Target

if TYPE_CHECKING:
    from reader.article import Article
    from reader.search import Order
    from reader.ui.compare.view import ComparisonView
    from reader.workspace import SearchResults, Suggestion

WAIT = 120
"""Milliseconds without a key before the library is asked."""
LOOK_AGAIN = 1_500
"""Milliseconds after which an answer is asked for again while the index is being written."""


class SearchController(QObject):
    """Asks the library and shows its answers."""

    changed = Signal()
    """Another question is asked, or none."""
    savedWanted = Signal(str)
    """The saved search of this name is to be run."""
    resultsShown = Signal(bool)
    """Results came to stand in the place of the library, or left it."""
    fieldWanted = Signal()
    """The field is about to take the keyboard: it must be in sight."""

    def __init__(self, service: WorkspaceService, sidebar: LibrarySidebar, field: SearchField) -> None:
        super().__init__(field)
        self._service, self._sidebar, self.field = service, sidebar, field
        self.question = SearchRequest()
        self.marked = ""
        """The query whose words are marked in the results."""
        self._reach = PAGE
        self._answered: SearchRequest | None = None
        self._behind = self._writing = self._enter = False
        self.suggestions = Suggestions(service, field)
        self._typing = Debouncer(self.ask, self, WAIT)
        self._again = Debouncer(self._look_again, self, LOOK_AGAIN)
        self._connect()

    @property
    def is_answered(self) -> bool:
        """Whether what stands there is what was last asked for, and nothing more is about to be asked."""
        return self._answered == self.question and not self._typing.is_waiting

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("search", self.focus)
        actions.register("rebuild", self.rebuild)

    def _connect(self) -> None:
        field, results = self.field, self._sidebar.results
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
        self._service.libraryChanged.connect(self._library_changed)

    @property
    def query(self) -> str:
        """What stands in the search field."""
        return self.field.text().strip()

    @property
    def words(self) -> str:
        """The query whose words are to be marked in an article that is opened from the results."""
        return self.marked if self._sidebar.searching else ""

    @property
    def order(self) -> "Order":
        """The order of the results."""
        return self.question.order

    def focus(self) -> None:
        """Bring the keyboard into the search field."""
        self.fieldWanted.emit()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def leave(self) -> None:
        """End the search and go back to the library."""
        self.run(SearchRequest(order=self.order))
        self._sidebar.take_focus()

    def run(self, question: SearchRequest, *, enter: bool = False) -> None:
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

    def narrow(self, narrowing: SearchFilters) -> None:
        """Ask the same of fewer, or of more."""
        self.run(replace(self.question, narrowing=narrowing))

    def rewrite(self, query: str) -> None:
        """Ask in other words of the same articles."""
        self.run(replace(self.question, text=query, unfinished=False))

    def ask(self) -> None:
        """Ask the library now; the answer begins where its beginning is."""
        self._typing.cancel()
        if not self.question:
            return
        question = self.question
        again = question == self._answered and self._sidebar.searching
        if not again:
            self._reach = PAGE
        reach = self._reach
        self._service.tasks.cancel("search-more")
        self._service.run(
            "search", lambda ws, _progress: question.ask(ws, reach), lambda r: self._show(question, r, again=again)
        )
        self.changed.emit()

    def remember(self) -> None:
        """What was typed led somewhere: keep it among the searches made before."""
        query, kept = self.question.text, self.question.kept()
        if query:
            self._service.run(
                NO_KEY, lambda ws, _progress: ws.library.searches.remember(query, kept), lambda _none: None
            )

    def update_index(self) -> None:
        """Write into the index what changed, in the background."""
        self._service.run("index", lambda ws, progress: ws.update_index(progress), lambda _none: self._look_again())
        self._service.run("meaning", lambda ws, progress: ws.read_meaning(progress), lambda _none: None)

    def rebuild(self) -> None:
        """Write the index anew."""
        self._service.run(
            "index",
            lambda ws, progress: ws.rebuild_index(progress),
            lambda _none: self._service.say(_("The search index was rebuilt.")),
            title=_("Rebuilding the search index"),
        )

    def _stop(self) -> None:
        self._typing.cancel()
        self._again.cancel()
        for key in ("search", "search-more"):
            self._service.tasks.cancel(key)
        self._answered, self.marked, self._behind = None, "", False
        self._sidebar.show_results(False)
        self.resultsShown.emit(False)
        self.changed.emit()

    def _typed(self) -> None:
        if self._writing:
            return
        self.question = replace(self.question.unlike(), text=self.query, unfinished=True)
        if self.question:
            self._typing.trigger()
        else:
            self._stop()

    def _entered(self) -> None:
        """Enter before the answer has come asks at once; afterwards it opens the first hit."""
        self.suggestions.close()
        if self._typing.is_waiting or not self._sidebar.searching or not self._sidebar.results.model.rowCount():
            self.question = replace(self.question, unfinished=False)
            self.ask()
            self.remember()
        else:
            self._sidebar.results.list.open_current()

    def _go_down(self) -> None:
        """To the results; where nothing is asked yet, to what was sought before."""
        if self._sidebar.searching or self.query:
            self._enter_results()
        else:
            self.suggestions.ask()

    def _enter_results(self) -> None:
        self.remember()
        self._sidebar.take_focus()

    def _pick(self, one: "Suggestion") -> None:
        if one.kind == "saved":
            self.savedWanted.emit(one.text)
            return
        if one.kind == "history":
            self.run(SearchRequest.read(one.text, one.filters))
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

    def _show(self, question: SearchRequest, results: "SearchResults", *, again: bool) -> None:
        if question != self.question:
            return
        self._answered, self.marked, self._behind = question, results.words, results.behind > 0
        self._sidebar.results.show_results(question, results, again=again)
        self._sidebar.show_results(True)
        self.resultsShown.emit(True)
        if self._enter:
            self._enter = False
            self._sidebar.take_focus()
        if results.behind and any(job.key == "index" for job in self._service.tasks.running):
            self._again.trigger()

    def _ask_more(self) -> None:
        question, offset = self.question, self._reach
        if question != self._answered:
            return

        def add(results: "SearchResults") -> None:
            if question == self.question:
                self._reach = offset + PAGE
                self._sidebar.results.model.add(results.hits, more=self._reach < results.total)

        self._service.run("search-more", lambda ws, _progress: question.ask(ws, PAGE, offset), add)


SHORT = 48
LONGEST = 4_000
"""Characters of a passage that are sought: whoever selects a whole article wants those like it."""


class SimilarArticlesController(QObject):
    """Asks the search; the article that others are to be like is ticked, so that one more makes a comparison."""

    sideWanted = Signal()
    """The answers come at the side: it is to be on view."""

    def __init__(
        self,
        service: WorkspaceService,
        search: SearchController,
        sidebar: LibrarySidebar,
        view: "ComparisonView",
        focus: FocusTarget,
    ) -> None:
        super().__init__(view)
        self._service, self._search, self._sidebar, self._view, self._focus = service, search, sidebar, view, focus

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("like", self.articles)
        actions.register("accounts", self.accounts)

    def articles(self) -> None:
        """Articles like the one chosen in the library, or where the keyboard is in the panes, the one read there."""
        chosen = self._sidebar.chosen()
        if chosen and self._focus.current is not Target.PANES:
            article_id = chosen[0]
            self._service.run(
                "like", lambda ws, _progress: ws.article(article_id).headline, lambda name: self.to(article_id, name)
            )
        elif (article := self._read()) is not None:
            self.to(article.id, article.headline)

    def to(self, article_id: str, headline: str) -> None:
        """Articles like this one."""
        name = headline or _("Without a headline")
        self._ask(SearchRequest(like=article_id, about=_("Like “{name}”").format(name=shorten(name, SHORT))))

    def accounts(self) -> None:
        """Other accounts of the passage that is selected, or else read, in the active pane."""
        from reader.ui.compare.article_view import passage_at_cursor

        if self._view.active is None:
            return
        pane = self._view.active.pane
        words = passage_at_cursor(pane).of(pane.article.text)[:LONGEST]
        if not words.strip():
            self._service.say(_("There is no passage here."))
            return
        about = _("Like the passage “{words}”").format(words=on_one_line(words, SHORT))
        self._ask(SearchRequest(like=pane.article.id, passage=words, about=about))

    def _ask(self, question: SearchRequest) -> None:
        self.sideWanted.emit()
        if not self._service.ticks:
            self._service.ticks.set([question.like], True)
        self._search.run(question, enter=True)

    def _read(self) -> "Article | None":
        return self._view.active.article if self._view.active is not None else None
