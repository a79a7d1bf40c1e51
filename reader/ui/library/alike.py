"""Finding more: articles like one, and other accounts of a passage, from wherever the keyboard is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from reader.i18n import _
from reader.ui.library.nothing import short
from reader.ui.library.question import Question

if TYPE_CHECKING:
    from reader.article import Article
    from reader.ui.main_window import MainWindow

SHORT = 48
LONGEST = 4_000
"""Characters of a passage that are sought: whoever selects a whole article wants those like it."""


class Alike(QObject):
    """Asks the search; the article that others are to be like is ticked, so that one more makes a comparison."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def articles(self) -> None:
        """Articles like the one chosen in the library, or where the keyboard is in the panes, the one read there."""
        window = self._window
        chosen = window.side.chosen()
        focus = QApplication.focusWidget()
        if chosen and not (window.panes is not None and focus is not None and window.panes.isAncestorOf(focus)):
            article_id = chosen[0]
            window.desk.work(
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

        panes = self._window.panes
        if panes is None or panes.active is None:
            return
        pane = panes.active.pane
        words = passage_here(pane).of(pane.article.text)[:LONGEST]
        if not words.strip():
            self._window.desk.say(_("There is no passage here."))
            return
        about = _("Like the passage “{words}”").format(words=short(" ".join(words.split()), SHORT))
        self._ask(Question(like=pane.article.id, passage=words, about=about))

    def _ask(self, question: Question) -> None:
        window = self._window
        window.places.show_side(True)
        if not window.desk.ticks:
            window.desk.ticks.set([question.like], True)
        window.search.run(question, enter=True)

    def _read(self) -> "Article | None":
        panes = self._window.panes
        return panes.active.article if panes is not None and panes.active is not None else None
