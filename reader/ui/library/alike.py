"""Finding more: articles like one, and other accounts of a passage, from wherever the keyboard is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.i18n import _
from reader.ui.actions.action_manager import ActionManager
from reader.ui.desk import Desk
from reader.ui.focus_target import FocusTarget, Target
from reader.ui.library.nothing import short
from reader.ui.library.question import Question
from reader.ui.library.search import Search
from reader.ui.library.side import Side

if TYPE_CHECKING:
    from reader.article import Article
    from reader.ui.compare.view import ComparisonView

SHORT = 48
LONGEST = 4_000
"""Characters of a passage that are sought: whoever selects a whole article wants those like it."""


class Alike(QObject):
    """Asks the search; the article that others are to be like is ticked, so that one more makes a comparison."""

    sideWanted = Signal()
    """The answers come at the side: it is to be on view."""

    def __init__(self, desk: Desk, search: Search, side: Side, view: "ComparisonView", focus: FocusTarget) -> None:
        super().__init__(view)
        self._desk, self._search, self._side, self._view, self._focus = desk, search, side, view, focus

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("like", self.articles)
        actions.register("accounts", self.accounts)

    def articles(self) -> None:
        """Articles like the one chosen in the library, or where the keyboard is in the panes, the one read there."""
        chosen = self._side.chosen()
        if chosen and self._focus.current is not Target.PANES:
            article_id = chosen[0]
            self._desk.work(
                "like", lambda ws, _progress: ws.article(article_id).headline, lambda name: self.to(article_id, name)
            )
        elif (article := self._read()) is not None:
            self.to(article.id, article.headline)

    def to(self, article_id: str, headline: str) -> None:
        """Articles like this one."""
        name = headline or _("Without a headline")
        self._ask(Question(like=article_id, about=_("Like “{name}”").format(name=short(name, SHORT))))

    def accounts(self) -> None:
        """Other accounts of the passage that is selected, or else read, in the active pane."""
        from reader.ui.compare.here import passage_here

        if self._view.active is None:
            return
        pane = self._view.active.pane
        words = passage_here(pane).of(pane.article.text)[:LONGEST]
        if not words.strip():
            self._desk.say(_("There is no passage here."))
            return
        about = _("Like the passage “{words}”").format(words=short(" ".join(words.split()), SHORT))
        self._ask(Question(like=pane.article.id, passage=words, about=about))

    def _ask(self, question: Question) -> None:
        self.sideWanted.emit()
        if not self._desk.ticks:
            self._desk.ticks.set([question.like], True)
        self._search.run(question, enter=True)

    def _read(self) -> "Article | None":
        return self._view.active.article if self._view.active is not None else None
