"""The names dock: who or what is written in more than one way, and which article writes it how."""

from reader.compare.comparison import Comparison, Excerpt, Name, Spelling
from reader.i18n import _, ngettext
from reader.text.spans import Span
from reader.ui.compare.short_name import short_name
from reader.ui.docks.finding_item import FindingItem


def entries(comparison: Comparison) -> tuple[FindingItem, ...]:
    """A name a heading, in the spelling of most articles; its spellings under it."""
    return tuple(_name(comparison, name) for name in comparison.names)


def _name(comparison: Comparison, name: Name) -> FindingItem:
    spellings = sorted(name.spellings, key=lambda spelling: -len(spelling.articles))
    count = len(spellings)
    return FindingItem(
        text=spellings[0].form,
        note=ngettext("{n} spelling", "{n} spellings", count).format(n=count),
        excerpts=tuple(excerpt for spelling in spellings for excerpt in _first(comparison, spelling)),
        children=tuple(_spelling(comparison, spelling) for spelling in spellings),
    )


def _spelling(comparison: Comparison, spelling: Spelling) -> FindingItem:
    outlets = ", ".join(short_name(comparison.article(article)) for article in spelling.articles)
    return FindingItem(
        spelling.form,
        note=_("in {outlets}").format(outlets=outlets),
        excerpts=_first(comparison, spelling),
        prose=True,
    )


def _first(comparison: Comparison, spelling: Spelling) -> tuple[Excerpt, ...]:
    """Where each article first writes it so."""
    found = ((article, comparison.article(article).text.find(spelling.form)) for article in spelling.articles)
    return tuple(Excerpt(article, Span(at, at + len(spelling.form))) for article, at in found if at >= 0)


def summary(comparison: Comparison) -> str:
    """How many names."""
    count = len(comparison.names)
    return ngettext("{n} name written in several ways", "{n} names written in several ways", count).format(n=count)
