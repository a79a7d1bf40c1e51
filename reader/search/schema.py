"""The fields of the index, and how an article becomes their terms."""

from collections.abc import Iterator
from typing import Any

from reader.article import Article
from reader.search import analysis
from reader.search.gate import columns, fields, formats
from reader.search.query import day_number
from reader.text.spans import gaps

VERSION = 1  # goes into the stamp: count it up when what is indexed changes
_APART = 1_000  # places between two parts of an article, so that no phrase runs from one into the next

# How much more a word says that stands in one of these as well as in the text.
_WEIGHTS = {"headline": 3.0, "standfirst": 1.0, "byline": 0.5, "outlet": 0.5}

Terms = dict[str, tuple[list[int], float]]  # form -> its places, its weight


class Words(fields.FieldType):  # type: ignore[misc]
    """A field whose terms come ready-made from our analyser, with their places and weights."""

    def __init__(self) -> None:
        """Set what Whoosh asks of a field."""
        super().__init__(format=formats.Positions(), analyzer=None, scorable=True)

    def index(self, value: Terms, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Terms as Whoosh writes them: bytes, how often, weight, encoded places."""
        encode = self.format.encode
        for form, (places, weight) in value.items():
            yield form.encode("utf-8", "surrogatepass"), len(places), weight, encode(places)


class Names(fields.FieldType):  # type: ignore[misc]
    """A field of names that are looked up whole: the article's id, its language."""

    def __init__(self) -> None:
        """Set what Whoosh asks of a field."""
        super().__init__(format=formats.Existence(), analyzer=None)

    def index(self, value: str, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """The one term."""
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
        shown=fields.STORED(),
    )


def columns_of(article_id: str, article: Article) -> dict[str, object]:
    """What the index keeps of an article, by field. Boilerplate is not searched."""
    analyser = analysis.analyser(article.language)
    headline, byline, outlet = (analyser.forms(part) for part in (article.headline, article.byline, article.outlet))
    body: Terms = {}
    place = 0
    for span in gaps(article.boilerplate, len(article.text)):
        place = _fill(body, analyser.forms(span.of(article.text)), place, 1.0)
    for name, forms in (
        ("headline", headline),
        ("standfirst", analyser.forms(article.standfirst)),
        ("byline", byline),
        ("outlet", outlet),
    ):
        place = _fill(body, forms, place + _APART, _WEIGHTS[name])
    return {
        "id": article_id,
        "lang": analysis.code(article.language),
        "body": body,
        "title": _terms(headline),
        "author": _terms(byline),
        "outlet": _terms(outlet),
        "date": day_number(article.published),
        "shown": (article_id, article.headline, article.outlet, article.published),
    }


def _terms(forms: list[str]) -> Terms:
    terms: Terms = {}
    _fill(terms, forms, 0, 1.0)
    return terms


def _fill(terms: Terms, forms: list[str], place: int, weight: float) -> int:
    """Add forms that stand from `place` on; the next free place."""
    for at, form in enumerate(forms, place):
        if form in terms:
            places, sum_ = terms[form]
            places.append(at)
            terms[form] = (places, sum_ + weight)
        else:
            terms[form] = ([at], weight)
    return place + len(forms)
