"""One article taking part in a comparison, cut once into the parts that every finder reads."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from reader.article import Article
from reader.compare.quotation_marks import quoted
from reader.dataclass import dataclass
from reader.text.sentences import sentences
from reader.text.spans import Span, gaps
from reader.text.token_table import TokenTable, words
from reader.text.tokens import tokens

_LEAST = 3
"""Words in a statement of its own, at least: "Yes." goes with what follows it."""


@dataclass(frozen=True)
class Witness:
    """An article and the sentences of its prose: what is marked as boilerplate takes no part."""

    article: Article
    prose: tuple[Span, ...]
    sentences: tuple[Span, ...]
    statements: tuple[Span, ...]
    """The sentences again, but of several that stand within one pair of quotation marks each is one of its own."""

    @classmethod
    def of(cls, article: Article) -> "Witness":
        """The article cut into prose and sentences; a sentence never crosses boilerplate."""
        prose = tuple(gaps(article.boilerplate, len(article.text)))
        cut = tuple(
            Span(part.start + s.start, part.start + s.end)
            for part in prose
            for s in sentences(part.of(article.text), article.language)
        )
        return cls(article, prose, cut, tuple(s for one in cut for s in _statements(one, article)))

    @cached_property
    def words(self) -> TokenTable:
        """All words and numbers of its text, boilerplate too; found once for all who ask."""
        return words(self.article.text)

    def statement(self, at: int) -> int | None:
        """The number of the statement that holds a character, or None where none does."""
        n = bisect_right(self.statements, at, key=lambda s: s.start) - 1
        return n if n >= 0 and at < self.statements[n].end else None


def _statements(sentence: Span, article: Article) -> Iterator[Span]:
    """A sentence, cut where another begins within its quotation marks."""
    text, start = article.text, sentence.start
    for at in _beginnings(sentence, article):
        if _long(text, start, at) and _long(text, at, sentence.end):
            yield Span(start, start + len(text[start:at].rstrip()))
            start = at
    yield Span(start, sentence.end)


def _beginnings(sentence: Span, article: Article) -> Iterator[int]:
    for stretch in quoted(article.text, [sentence]):
        held = list(sentences(stretch.inner.of(article.text), article.language))
        yield from (stretch.inner.start + one.start for one in held[1:])


def _long(text: str, start: int, end: int) -> bool:
    found = tokens(text, start, end)
    return all(next(found, None) for _ in range(_LEAST))
