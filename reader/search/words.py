"""An article as both engines take it in: the forms of each of its parts, and the pieces of which its text is made."""

from collections.abc import Callable, Collection

from reader.article import Article
from reader.dataclass import dataclass
from reader.search.analysis import analyser
from reader.text.spans import gaps


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """Forms between spaces, part by part; of the pieces each is given once. Boilerplate is not searched."""

    body: str
    headline: str
    standfirst: str
    byline: str
    outlet: str
    pieces: Collection[str]


Reader = Callable[[], ArticleWords | None]
"""Gives the words of one article that somebody else reads; None where they do not come."""


def read(article: Article) -> ArticleWords:
    """The words of an article."""
    known = analyser(article.language)
    body, pieces = [], set[str]()
    for span in gaps(article.boilerplate, len(article.text)):
        forms, some = known.joined(span.of(article.text))
        body.append(forms)
        pieces |= some
    parts = (article.headline, article.standfirst, article.byline, article.source)
    headline, standfirst, byline, outlet = (known.joined(part)[0] for part in parts)
    return ArticleWords(" ".join(body), headline, standfirst, byline, outlet, pieces)
