"""The list of what the reader marked by hand: highlights and ties, each with its words and its note."""

from reader import wording
from reader.compare.comparison import Comparison, Excerpt, OwnMark
from reader.i18n import _, ngettext
from reader.ui.compare.short_name import short_name
from reader.ui.docks.finding_item import FindingItem, words_of


def entries(comparison: Comparison) -> tuple[FindingItem, ...]:
    """A mark a heading, the newest first; the words of each article under it."""
    return tuple(_mark(comparison, one) for one in reversed(comparison.own_marks))


def _mark(comparison: Comparison, mark: OwnMark) -> FindingItem:
    day = mark.made[:10]
    return FindingItem(
        text=wording.own_mark(mark.kind),
        note=" · ".join(filter(None, (day, " ".join(mark.note.split())))),
        excerpts=mark.excerpts,
        children=tuple(_words(comparison, mark, excerpt) for excerpt in mark.excerpts),
        own=mark.subject,
    )


def _words(comparison: Comparison, mark: OwnMark, excerpt: Excerpt) -> FindingItem:
    others = [one for one in mark.excerpts if one is not excerpt]
    return FindingItem(
        words_of(comparison, excerpt),
        label=short_name(comparison.article(excerpt.article)),
        excerpts=(excerpt, *others),
        prose=True,
        own=mark.subject,
    )


def summary(comparison: Comparison) -> str:
    """How many, and how more are made."""
    count = len(comparison.own_marks)
    said = ngettext("{n} mark of yours", "{n} marks of yours", count).format(n=count)
    return said + " · " + _("select words in a pane to mark more; Delete removes one")
