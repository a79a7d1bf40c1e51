"""The fields of the index, and how an article becomes their terms."""

import json
from array import array
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from reader.article import Article
from reader.search import analysis
from reader.search.gate import columns, fields, formats
from reader.search.query import day_number
from reader.search.words import ArticleWords

NAME = "MAIN"  # of the index, in the names of its files
_FEW = 128  # articles of which it does not matter that one has to count where the first ends to find the second
_APART = 1_000  # places between two parts of an article, so that no phrase runs from one into the next

# How often a word counts that stands in one of these parts, as it does once in the text.
_WEIGHTS = {"headline": 3.0, "standfirst": 1.0, "byline": 0.5, "outlet": 0.5}


class Terms:
    """The terms of a field of an article: runs of forms, each with the place of its first and what each weighs."""

    def __init__(self) -> None:
        self.runs: list[tuple[list[str], int, float]] = []
        self.end = 0

    def add(self, forms: list[str], weight: float = 1.0) -> None:
        """Add forms that stand one after the other, behind those that are there."""
        self.runs.append((forms, self.end, weight))
        self.end += len(forms)

    def part(self) -> None:
        """What follows is another part of the article: no phrase runs into it."""
        self.end += _APART


class Places(formats.Positions):  # type: ignore[misc]
    """Places as plain numbers; Whoosh's own format pickles them, which takes three times as long."""

    def encode(self, places: list[int]) -> bytes:
        """The places, 4 bytes each."""
        return array("I", places).tobytes()

    def decode_positions(self, value: bytes) -> list[int]:
        """What was encoded."""
        return array("I", value).tolist()

    def decode_frequency(self, value: bytes) -> int:
        """In how many places a term stands in an article."""
        return len(value) // array("I").itemsize


class Words(fields.FieldType):  # type: ignore[misc]
    """A field whose terms come ready-made from our analyser, with their places and weights."""

    def __init__(self) -> None:
        """Set what Whoosh asks of a field."""
        super().__init__(format=Places(), analyzer=None, scorable=True)

    def index(self, value: Terms, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Terms as Whoosh writes them: bytes, how often, weight, encoded places."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        weights: defaultdict[str, float] = defaultdict(float)
        for forms, start, weight in value.runs:
            for at, form in enumerate(forms, start):
                places[form].append(at)
                weights[form] += weight
        for form, found in places.items():
            yield form.encode("utf-8"), len(found), weights[form], array("I", found).tobytes()


class Names(fields.FieldType):  # type: ignore[misc]
    """A field of names that are looked up whole: the article's id, its language."""

    def __init__(self) -> None:
        """Set what Whoosh asks of a field."""
        super().__init__(format=formats.Existence(), analyzer=None)

    def index(self, value: str, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """One term: what is kept whole is not cut into words."""
        yield value.encode("utf-8", "surrogatepass"), 1, 1.0, b""


def schema() -> Any:
    """The fields, as Whoosh takes them."""
    return fields.Schema(
        id=Names(),
        lang=Names(),
        body=Words(),
        title=Words(),
        author=Words(),
        outlet=Words(),
        date=fields.COLUMN(columns.NumericColumn("I", default=0)),
        key=fields.COLUMN(columns.VarBytesColumn()),
        outlet_name=fields.COLUMN(columns.RefBytesColumn()),  # up to 65,535 in a segment, which has fewer articles
        language=fields.COLUMN(columns.RefBytesColumn()),
        shown=fields.COLUMN(columns.VarBytesColumn(write_offsets_cutoff=_FEW)),
    )


def columns_of(article_id: str, article: Article, words: ArticleWords) -> dict[str, object]:
    """What the index keeps of an article, by field."""
    headline, byline, outlet = (part.split() for part in (words.headline, words.byline, words.outlet))
    parts = {"headline": headline, "standfirst": words.standfirst.split(), "byline": byline, "outlet": outlet}
    body = Terms()
    body.add(words.body.split())
    for name, forms in parts.items():
        body.part()
        body.add(forms, _WEIGHTS[name])
    return {
        "id": article_id,
        "lang": analysis.code(article.language),
        "body": body,
        "title": _terms(headline),
        "author": _terms(byline),
        "outlet": _terms(outlet),
        "date": day_number(article.published),
        "key": article_id.encode("utf-8", "surrogatepass"),
        "outlet_name": article.outlet.encode("utf-8", "surrogatepass"),
        "language": analysis.code(article.language).encode("utf-8", "surrogatepass"),
        "shown": json.dumps((article_id, article.headline, article.outlet, article.published)).encode("ascii"),
    }


def _terms(forms: list[str]) -> Terms:
    terms = Terms()
    terms.add(forms)
    return terms
