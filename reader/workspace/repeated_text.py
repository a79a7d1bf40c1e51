"""Text that an outlet repeats from article to article: folded in what is imported, offered for what was there."""

from collections.abc import Iterable

from reader.article import Article
from reader.importing.repeated_paragraphs import LOOKED_AT, RepeatedParagraphs
from reader.library import Filter, Library
from reader.text.spans import Span


class RepeatedTextFolder:
    """What the outlets of one import repeat; the library is asked for an outlet's newest articles once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._outlets: dict[str, RepeatedParagraphs] = {}

    def folded(self, article: Article) -> Article:
        """An article that is about to be kept, with what its outlet repeats folded."""
        return self._of(article.outlet).folded(article) if article.outlet else article

    def note(self, article: Article) -> None:
        """An article, by the library's id, that has been kept."""
        if article.outlet:
            self._of(article.outlet).add(article)

    def found(self) -> dict[str, tuple[Span, ...]]:
        """What there is to fold in the articles known now that was not when they came, by their ids."""
        grown = [one for one in self._outlets.values() if one.grown]
        return {article.id: article.boilerplate for one in grown for article in one.changed()}

    def _of(self, outlet: str) -> RepeatedParagraphs:
        if outlet not in self._outlets:
            made = self._outlets[outlet] = RepeatedParagraphs(outlet)
            for article in reversed(self._newest(outlet)):
                made.add(article)
        return self._outlets[outlet]

    def _newest(self, outlet: str) -> list[Article]:
        rows = self._library.rows_page(0, LOOKED_AT, where=Filter(outlets=(outlet,)))
        return list(self._library.texts(row.id for row in rows))


def split(found: dict[str, tuple[Span, ...]], ids: Iterable[str]) -> tuple[dict[str, tuple[Span, ...]], ...]:
    """What was found in these articles, and in others."""
    ours = set(ids)
    return (
        {article: spans for article, spans in found.items() if article in ours},
        {article: spans for article, spans in found.items() if article not in ours},
    )
