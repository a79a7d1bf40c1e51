"""What stands between quotation marks, of every style: the utterances of an article and whom it credits with them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from reader.compare.attribution import speakers, split
from reader.compare.comparison import Credit, Excerpt, Name, Passage, Quotation
from reader.compare.marks import quoted
from reader.compare.witness import Witness
from reader.text.spans import Span
from reader.text.tokens import tokens

_LIKE = 60.0
"""Likeness from which on two utterances in one passage are the same one."""
_LIKE_ALONE = 85.0
"""Likeness from which on two utterances are the same one wherever they stand, whatever is told around them."""
_LONG = 5
"""Words in an utterance, at least, to be known again without its surroundings."""
_COMMON = 16
"""Utterances that a word may stand in and still lead from one to another: the cost follows what is shared."""
_LEAST_WORDS = 2
"""Words in an utterance, at least, for likeness to mean anything; shorter ones must be equal."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One utterance of one article, marks included, and whom the article credits ("" where that is not sure)."""

    article: str
    span: Span
    """From the first mark to the last."""
    speaker: str
    parts: tuple[Span, ...]
    """What stands between quotation marks: more than one part where `," he said, "` interrupts the utterance."""
    forms: tuple[str, ...] = ()
    """Its folded words."""


def find(witnesses: Sequence[Witness], names: Sequence[Name] = ()) -> tuple[Quote, ...]:
    """The utterances of all witnesses, in the order of the witnesses and of their texts."""
    return tuple(quote for w in witnesses for quote in _of(w))


def _of(witness: Witness) -> Iterator[Quote]:
    text = witness.article.text
    spans = list(quoted(text, witness.prose))
    parts: list[Span] = []
    said: list[str] = []
    for n, (span, speaker) in enumerate(zip(spans, speakers(witness, spans), strict=True)):
        parts.append(span)
        said.append(speaker)
        if n + 1 == len(spans) or not split(text[span.end : spans[n + 1].start]):
            forms = tuple(t.form for part in parts for t in tokens(text, part.start, part.end))
            yield Quote(witness.article.id, Span(parts[0].start, span.end), said[0] or said[-1], tuple(parts), forms)
            parts, said = [], []


def together(quotes: Sequence[Quote], passages: Sequence[Passage]) -> tuple[Quotation, ...]:
    """Utterances that several articles give, each in its own words: those of one passage that are alike."""
    found = []
    for passage in passages:
        held = [[q for q in quotes if _inside(q, excerpt)] for excerpt in passage.excerpts]
        best = max(
            ((_likeness(one, two), one, two) for a, b in combinations(held, 2) for one in a for two in b),
            key=lambda x: (x[0], -x[1].span.start, -x[2].span.start),
            default=None,
        )
        if best is None or best[0] < _LIKE:
            continue
        said = [best[1], best[2]]
        for others in held:
            if others and all(q.article != others[0].article for q in said):
                closest = max(others, key=lambda q: min(_likeness(q, s) for s in said))
                if min(_likeness(closest, s) for s in said) >= _LIKE:
                    said.append(closest)
        said.sort(key=lambda q: (q.article, q.span))
        found.append(Quotation(round(best[0], 1), tuple(Credit(Excerpt(q.article, q.span), q.speaker) for q in said)))
    unique = {tuple(c.excerpt for c in q.credits): q for q in [*found, *_alone(quotes, found)]}
    return tuple(unique.values())


def _alone(quotes: Sequence[Quote], found: Sequence[Quotation]) -> Iterator[Quotation]:
    """Utterances held against one another directly: the same words, though no passage holds them."""
    known = {frozenset(pair) for q in found for pair in combinations((c.excerpt for c in q.credits), 2)}
    for one, two in _candidates(quotes):
        excerpts = Excerpt(one.article, one.span), Excerpt(two.article, two.span)
        if frozenset(excerpts) in known:
            continue
        likeness = float(fuzz.token_sort_ratio(" ".join(one.forms), " ".join(two.forms)))
        if likeness >= _LIKE_ALONE:
            speakers = (one.speaker, two.speaker)
            both = tuple(Credit(excerpt, who) for excerpt, who in zip(excerpts, speakers, strict=True))
            yield Quotation(round(likeness, 1), tuple(sorted(both, key=lambda c: c.excerpt)))


def _candidates(quotes: Sequence[Quote]) -> Iterator[tuple[Quote, Quote]]:
    """Utterances of different articles that share two words few others hold, in order."""
    holding: dict[str, list[int]] = defaultdict(list)
    for n, quote in enumerate(quotes):
        if len(quote.forms) >= _LONG:
            for form in sorted(set(quote.forms)):
                holding[form].append(n)
    met = Counter(pair for numbers in holding.values() if len(numbers) <= _COMMON for pair in combinations(numbers, 2))
    for (m, n), shared in sorted(met.items()):
        if shared > 1 and quotes[m].article != quotes[n].article:
            yield quotes[m], quotes[n]


def _inside(quote: Quote, excerpt: Excerpt) -> bool:
    """Whether an excerpt holds half of a quote, or a quote half of the excerpt."""
    if quote.article != excerpt.article:
        return False
    return excerpt.span.overlap(quote.span) * 2 >= min(len(quote.span), len(excerpt.span))


def _likeness(one: Quote, two: Quote) -> float:
    """How alike two utterances are, 0 to 100: all the words of the one, in some order, among those of the other."""
    if min(len(one.forms), len(two.forms)) < _LEAST_WORDS:
        return 100.0 if one.forms == two.forms else 0.0
    return float(fuzz.token_set_ratio(" ".join(one.forms), " ".join(two.forms)))
