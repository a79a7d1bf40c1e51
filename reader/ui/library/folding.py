"""Offers to fold, in articles that were there before, what an import showed that their outlet repeats."""

from typing import TYPE_CHECKING

from reader.i18n import _, ngettext
from reader.ui.desk import Desk
from reader.ui.jobs import EACH
from reader.ui.messages import Kind

if TYPE_CHECKING:
    from reader.workspace import ImportReport


def offer(desk: Desk, report: "ImportReport") -> None:
    """Say that there is something to fold, with a button that does it."""
    if not report.repeated:
        return

    def fold() -> None:
        desk.work(EACH, lambda ws, _progress: ws.fold_repeated(report), lambda _count: desk.libraryChanged.emit())

    count = len(report.repeated)
    words = ngettext(
        "{n} earlier article has text that its outlet repeats from article to article.",
        "{n} earlier articles have text that their outlet repeats from article to article.",
        count,
    )
    desk.messages.say(Kind.INFO, words.format(n=count), buttons=[(_("Fold It There Too"), fold)])
