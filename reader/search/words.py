"""An article as both engines take it in: the forms of each of its parts, and the pieces of which its text is made.

The pieces are for the vocabulary. Where another process reads articles it counts them as well, and tells in the end.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from reader.article import Article
from reader.dataclass import dataclass
from reader.search.analysis import analyser, code, words_of
from reader.text.spans import gaps


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """Forms between spaces, part by part; of the pieces each is given once. Boilerplate is not searched.

    There are no `pieces` where whoever read the article counts them.
    """

    body: str
    headline: str
    standfirst: str
    byline: str
    outlet: str
    pieces: Collection[str] | None


class WordSource(Protocol):
    """Somebody else who reads words of articles and counts them."""

    def counts(self) -> Mapping[str, Mapping[str, int]] | None:
        """By language, in how many of the articles that were read since it was last asked each word stands.

        None where that is lost.
        """


class WordReader(Protocol):
    """Gives the words of one article that somebody else reads."""

    @property
    def source(self) -> WordSource:
        """Who reads it."""

    def words(self) -> ArticleWords | None:
        """They, once; None where they do not come."""


def read(article: Article) -> ArticleWords:
    """The words of an article."""
    text = "\n".join(span.of(article.text) for span in gaps(article.boilerplate, len(article.text)))
    parts = text, article.headline, article.standfirst, article.byline, article.source
    (body, headline, standfirst, byline, outlet), pieces = analyser(article.language).read(*parts)
    return ArticleWords(body, headline, standfirst, byline, outlet, pieces)


class WordCounter:
    """Has the words of articles read, and tells in how many of them each stands."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._pieces: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._elsewhere: dict[WordSource, list[Article]] = {}

    def read(self, article: Article, reader: WordReader | None = None) -> ArticleWords:
        """The words of an article, from whoever reads them."""
        words = reader.words() if reader else None
        if words is None:
            words = read(article)
        if words.pieces is not None:
            self._pieces[code(article.language)].update(words.pieces)
        elif reader:
            self._elsewhere.setdefault(reader.source, []).append(article)
        return words

    def counts(self) -> dict[str, dict[str, int]]:
        """By language, in how many of the articles each word stands."""
        told = []
        for source, articles in self._elsewhere.items():
            if (counts := source.counts()) is not None:
                told.append(counts)
                continue
            for article in articles:
                self._pieces[code(article.language)].update(read(article).pieces or ())
        return added([words_of(self._pieces), *told])


def added(told: Iterable[Mapping[str, Mapping[str, int]]]) -> dict[str, dict[str, int]]:
    """Counts of words by language, of several who counted, in one."""
    found: dict[str, dict[str, int]] = {}
    for counts in told:
        for language, words in counts.items():
            if language not in found:
                found[language] = dict(words)
                continue
            here = found[language]
            for word, count in words.items():
                here[word] = here.get(word, 0) + count
    return found
