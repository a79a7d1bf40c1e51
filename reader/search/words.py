"""An article as both engines take it in: the forms of each of its parts, and in how many articles each word stands."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Protocol

from reader.article import Article
from reader.dataclass import dataclass
from reader.search.analysis import analyser, code, words_of
from reader.text.spans import gaps


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """Forms between spaces, part by part. Boilerplate is not searched."""

    body: str
    headline: str
    standfirst: str
    byline: str
    outlet: str


class WordSource(Protocol):
    """Somebody else who reads words of articles and counts them."""

    def ask(self) -> None:
        """Have it make ready what `counts` will tell, where that takes a while."""

    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """By language, in how many of the articles that were read since it was last asked each word stands."""


class WordReader(Protocol):
    """Gives the words of one article that somebody else reads."""

    @property
    def source(self) -> WordSource:
        """Who reads it."""

    def words(self) -> ArticleWords | None:
        """They, once; None where they do not come."""


class WordCounter:
    """Reads the words of articles, or has them read, and tells in how many of them each stands."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._pieces: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._elsewhere: set[WordSource] = set()

    def read(self, article: Article, reader: WordReader | None = None) -> ArticleWords:
        """The words of an article, from whoever reads them."""
        words = reader.words() if reader else None
        if reader is None or words is None:
            return self._read(article)
        self._elsewhere.add(reader.source)
        return words

    def ask(self) -> None:
        """All is read; `counts` will be asked for after something else."""
        for source in self._elsewhere:
            source.ask()

    def counts(self) -> dict[str, dict[str, int]]:
        """By language, in how many of the articles that were read since this was last asked each word stands."""
        pieces, self._pieces = self._pieces, defaultdict(Counter)
        return added([words_of(pieces), *(source.counts() for source in self._elsewhere)])

    def _read(self, article: Article) -> ArticleWords:
        text = "\n".join(span.of(article.text) for span in gaps(article.boilerplate, len(article.text)))
        parts = article.headline, article.standfirst, article.byline, article.source, text
        language = code(article.language)
        headline, standfirst, byline, outlet, body = analyser(language).read(parts, self._pieces[language])
        return ArticleWords(body, headline, standfirst, byline, outlet)


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
