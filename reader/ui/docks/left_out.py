"""The dock of what was left out: what of each article was taken for boilerplate and folded away."""

from reader.article import Article
from reader.compare.comparison import Comparison, Excerpt
from reader.i18n import _, ngettext
from reader.text.spans import joined
from reader.ui.compare.short_name import short_name
from reader.ui.docks.finding_item import FindingItem, words_of


def entries(comparison: Comparison) -> tuple[FindingItem, ...]:
    """An article a heading that can be ticked, each stretch that was left out under it."""
    return tuple(_article(comparison, article) for article in comparison.articles if article.boilerplate)


def _article(comparison: Comparison, article: Article) -> FindingItem:
    count = _words(article)
    places = [Excerpt(article.id, span) for span in joined(article.boilerplate)]
    return FindingItem(
        text=short_name(article),
        note=ngettext("{n} word left out", "{n} words left out", count).format(n=count),
        children=tuple(
            FindingItem(words, excerpts=(place,), prose=True)
            for place in places
            if (words := words_of(comparison, place))
        ),
        folds=article.id,
    )


def _words(article: Article) -> int:
    return sum(len(span.of(article.text).split()) for span in joined(article.boilerplate))


def summary(comparison: Comparison) -> str:
    """How much was left out, and what the ticks do."""
    count = sum(_words(article) for article in comparison.articles)
    said = ngettext("{n} word takes no part in the comparison", "{n} words take no part in the comparison", count)
    return said.format(n=count) + " · " + _("tick an article to bring its words back into the pane")
