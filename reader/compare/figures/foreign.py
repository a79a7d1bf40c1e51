"""The figures of an article in another language than English, and which articles' figures cannot be read at all."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reader.article import Article
from reader.compare.figures.claims.reach import Reach
from reader.compare.figures.languages import SUPPORTED, figures_of, words
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tables import OmittedSpans, omissions
from reader.compare.figures.tokens import Sentence
from reader.compare.witness import Witness
from reader.text.spans import Span

if TYPE_CHECKING:  # loaded for articles in such languages
    from reader.compare.figures.languages.readings import CountedQuantity

ENGLISH = "en"
LONGEST = {"zh": 480}
"""Sentences of more words are read in pieces; Chinese ones are counted in signs."""
USUAL_LONGEST = 120


def language(article: Article) -> str:
    """The ISO 639-1 code of an article's language; English where nobody has said another."""
    return article.language.strip().lower().replace("_", "-").partition("-")[0] or ENGLISH


def unread(articles: Iterable[Article]) -> tuple[str, ...]:
    """The ids of the articles in whose language no figures are read, in their order."""
    return tuple(article.id for article in articles if language(article) not in SUPPORTED | {ENGLISH})


def read(witness: Witness) -> "list[tuple[Sentence, list[CountedQuantity]]]":
    """The sentences of an article whose language is not English, with their figures; none where it has no table."""
    code = language(witness.article)
    if code not in SUPPORTED:
        return []
    omitted = OmittedSpans(omissions(witness))
    pieces = (
        piece
        for span in _rejoined(witness)
        if not omitted.has(span)
        for piece in words(witness.article.text, span, code).pieces(LONGEST.get(code, USUAL_LONGEST))
    )
    return [(sentence, figures_of(sentence, code)) for sentence in pieces if not omitted.has(sentence.span)]


def _rejoined(witness: Witness) -> Iterator[Span]:
    """The sentences, those put together again that were cut inside a figure: 25 млн. | рублей."""
    text, held = witness.article.text, None
    for span in witness.sentences:
        is_near = held is not None and not text[held.end : span.start].strip(" \u00a0")
        if held is not None and is_near and (text[span.start].islower() or _ends_in_ordinal(witness, held)):
            held = Span(held.start, span.end)
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


def _ends_in_ordinal(witness: Witness, span: Span) -> bool:
    """Whether a sentence seems to end in an ordinal, where those have a full stop: der 19. | Bundestag."""
    code = language(witness.article)
    from reader.compare.figures.languages.tables import grammar

    return grammar(code).numerals.dotted and bool(_ORDINAL.search(span.of(witness.article.text)[-4:]))


_ORDINAL = re.compile(r"\b\d{1,2}\.$")


def day(witness: Witness, found: Iterable[ParsedQuantity]) -> dt.date | None:
    """The day the article was written, as its file says, else the first full date among its figures."""
    told = witness.article.published[:10]
    dates = (f"{int(r.low):08d}" for r in found if r.dimension == "date" and r.low >= 10_000)
    for written in (told, *dates):
        try:
            return dt.date.fromisoformat(written)
        except ValueError:
            continue
    return None


def reach(witness: Witness, sentence: Sentence, one: "CountedQuantity") -> Reach:
    """What a figure is about, in the article's own words; never clear enough to be compared by key."""
    label = ""
    if one.noun is not None:
        first, end = one.noun
        label = Span(sentence.words[first].start, sentence.words[end - 1].end).of(witness.article.text)
    return Reach(one.reading.dimension, thing=one.lemma, label=" ".join(label.split()))
