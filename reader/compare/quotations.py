"""What stands between quotation marks, of every style: the utterances of an article and whom it credits with them."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.compare.attribution import speaker
from reader.compare.comparison import Credit, Excerpt, Name, Passage, Quotation
from reader.compare.marks import quoted
from reader.compare.witness import Witness
from reader.text.spans import Span


@dataclass(frozen=True, slots=True)
class Quote:
    """One utterance of one article, marks included, and whom the article credits ("" where that is not sure)."""

    article: str
    span: Span
    speaker: str


def find(witnesses: Sequence[Witness], names: Sequence[Name]) -> tuple[Quote, ...]:
    """The utterances of all witnesses, in the order of the witnesses and of their texts."""
    return tuple(
        Quote(w.article.id, span, speaker(w, span, names))
        for w in witnesses
        for span in quoted(w.article.text, w.prose)
    )


def together(quotes: Sequence[Quote], passages: Sequence[Passage]) -> tuple[Quotation, ...]:
    """Utterances that several articles give: those that a passage holds to be the same."""
    found = []
    for passage in passages:
        parts = [c for excerpt in passage.excerpts if (c := _credit(excerpt, quotes))]
        if len(parts) > 1:
            found.append(Quotation(passage.score, tuple(parts)))
    return tuple(found)


def _credit(excerpt: Excerpt, quotes: Sequence[Quote]) -> Credit | None:
    """The longest utterance in an excerpt, as far as the excerpt holds it."""
    inside = [q for q in quotes if q.article == excerpt.article and excerpt.span.overlap(q.span) * 2 >= len(q.span)]
    if not inside:
        return None
    longest = max(inside, key=lambda q: len(q.span))
    return Credit(Excerpt(excerpt.article, longest.span), longest.speaker)
