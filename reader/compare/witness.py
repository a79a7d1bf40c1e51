"""One article taking part in a comparison, cut once into the parts that every finder reads."""

from dataclasses import dataclass

from reader.article import Article
from reader.text.sentences import sentences
from reader.text.spans import Span, gaps


@dataclass(frozen=True, slots=True)
class Witness:
    """An article and the sentences of its prose: what is marked as boilerplate takes no part."""

    article: Article
    prose: tuple[Span, ...]
    sentences: tuple[Span, ...]

    @classmethod
    def of(cls, article: Article) -> "Witness":
        """The article cut into prose and sentences; a sentence never crosses boilerplate."""
        prose = tuple(gaps(article.boilerplate, len(article.text)))
        cut = tuple(
            Span(part.start + s.start, part.start + s.end)
            for part in prose
            for s in sentences(part.of(article.text), article.language)
        )
        return cls(article, prose, cut)
