"""What stands between quotation marks, of every style: the utterances of an article and whom it credits with them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from reader.compare.attribution import Attribution, AttributionSource, attributions, has_dialogue
from reader.compare.comparison import Name
from reader.compare.quotation_marks import dialogue, quoted
from reader.compare.witness import Witness
from reader.dataclass import dataclass
from reader.lexicon import load
from reader.text.spans import Span
from reader.text.tokens import tokens

_LEAST = 2
"""Words in an utterance, at least: a single one in quotation marks is held up, not said."""
_FREE = 5
"""Words from which on an utterance needs nobody who is credited with it."""
_SIGNS = 2
"""Signs in a word, about, in writings in which words are few or have no spaces between them."""
_TITLE = 10
"""Words in a title, at most."""
_SO_CALLED = re.compile(
    r"(?:\bso[- ]called|\bknown as|\bknown by|\bnicknamed|\btitled|\bentitled|\bthe words?)\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Quote:
    """One utterance of one article, and whom the article credits (None where that is not sure)."""

    article: str
    parts: tuple[Span, ...]
    """What stands between quotation marks, without them: more than one part where `," he said, "` interrupts it."""
    attribution: Attribution | None = None
    forms: tuple[str, ...] = ()
    """Its folded words."""
    is_utterance: bool = True
    """Whether somebody says it: a title, a single word held up and what is "so-called" are not said."""
    goes_on: bool = False
    """Whether the same speaker goes on from the quote before, with nothing but the credit between."""

    @property
    def span(self) -> Span:
        """From the first word to the last, with whatever interrupts."""
        return Span(self.parts[0].start, self.parts[-1].end)

    @property
    def speaker(self) -> str:
        """Whom the article credits, "" where that is not sure."""
        return self.attribution.name if self.attribution else ""


def find(witnesses: Sequence[Witness], names: Sequence[Name] = ()) -> tuple[Quote, ...]:
    """What stands in quotation marks in all witnesses, in the order of the witnesses and of their texts."""
    return tuple(quote for w in witnesses for quote in _of(w))


def _of(witness: Witness) -> Iterator[Quote]:
    text = witness.article.text
    found = list(quoted(text, witness.prose))
    titles = [stretch for stretch in found if is_title(stretch.inner.of(text))]
    away = {stretch.span for stretch in titles}
    dashed = list(dialogue(text, witness.prose)) if has_dialogue(witness.article.language) else []
    said = sorted((s for s in (*found, *dashed) if s.span not in away), key=lambda stretch: stretch.span)
    quotes = []
    if said:
        given = attributions(witness, said, [stretch.span for stretch in titles])
        lists = {s.span for s in dashed} - {s.span for n, s in enumerate(given.stretches) if given.found[n]}
        groups = (group for group in given.utterances() if given.stretches[group[0]].span not in lists)
        quotes = [_quote(witness, group, given) for group in groups]
    quotes += [Quote(witness.article.id, (s.inner,), None, _forms(text, [s.inner]), False) for s in titles]
    yield from sorted(quotes, key=lambda quote: quote.span)


def _quote(witness: Witness, group: Sequence[int], given: AttributionSource) -> Quote:
    text = witness.article.text
    stretches = [given.stretches[n] for n in group]
    parts = tuple(stretch.inner for stretch in stretches)
    forms = _forms(text, parts)
    attribution = next((a for n in group if (a := given.found[n])), None)
    before = text[max(0, stretches[0].span.start - 20) : stretches[0].span.start]
    length = max(len(forms), sum(_signs(part.of(text)) for part in parts) // _SIGNS)
    is_said = length >= _LEAST and not _SO_CALLED.search(before)
    is_said = is_said and (length >= _FREE or attribution is not None)
    return Quote(witness.article.id, parts, attribution, forms, is_said, given.goes_on(group[0]))


def _signs(text: str) -> int:
    """How many signs of such writings are in a text."""
    return 0 if text.isascii() else len(_sign().findall(text))


@cache
def _sign() -> "re.Pattern[str]":
    """Compiled when first wanted: a set of so many letters takes two milliseconds."""
    return re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]")


def _forms(text: str, parts: Sequence[Span]) -> tuple[str, ...]:
    return tuple(t.form for part in parts for t in tokens(text, part.start, part.end))


def is_title(words: str) -> bool:
    """Whether words in quotation marks are written as titles are: "Face the Nation"; or one alone, held up."""
    if words.isalnum() and _signs(words) < _SIGNS * _FREE:
        return True
    found = re.findall(r"[^\W_]+(?:[’'.&][^\W_]+)*", words)
    if not 2 <= len(found) <= _TITLE or words.rstrip()[-1:] in "?!" or re.search(r"[.!?]\s", words):
        return False
    great = [w for w in found if w[0].isupper() or w[0].isdigit()]
    small = [w for w in found if w not in great]
    return len(great) >= 2 and found[0] in great and all(w in _small() for w in small) and found[-1] in great


@lru_cache(maxsize=1)
def _small() -> frozenset[str]:
    return frozenset(load("names")["small"].split())
