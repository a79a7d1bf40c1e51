"""How alike sentences of utterances are: the same words, one cut from the other, a run, or most of what they say.

Across languages no words are alike: there two sentences are one utterance that a passage holds against each other.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance.Indel import opcodes

from reader.compare.attribution import last_name
from reader.compare.comparison import Passage
from reader.compare.passages.terms import Lexis, term
from reader.compare.passages.word_units import are_one, units
from reader.compare.quotations import Quote
from reader.compare.span_index import SpanIndex
from reader.compare.witness import Witness
from reader.dataclass import dataclass
from reader.text.length import UNSPACED
from reader.text.sentences import sentences
from reader.text.spans import Span, trimmed

_RUN = 5
"""Words in a run, at least, for the same ones in two utterances to be no chance."""
_TELLING = 2
"""Words of their own that a run or a cut holds, at least."""
_CUT = 0.8
"""The share of the shorter utterance that must stand in the longer, in order, for it to be cut from that."""
_CHANCE, _PART = 8, 0.25
"""Words in a run that is none whatever else is said, and the share of the shorter that a briefer one must be."""
_RETOLD, _RETOLD_ALONE = 0.45, 0.6
"""What two sentences say alike, as a share of both, for a rewording: within one passage, and wherever they stand."""
_LEAST_RETOLD = 3
"""Words of their own that a rewording shares, at least."""
_COMMON = 32
"""Utterances that a word may stand in and still lead from one to another: the cost follows what is shared."""

Node = int
Likeness = dict[Node, dict[Node, float]]


@dataclass(frozen=True, slots=True)
class QuotedSentence:
    """A sentence of an utterance: its quote, its stretches, its words in one form, and what they say."""

    number: int
    quote: Quote
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    content: frozenset[str]
    language: str = "en"

    @property
    def span(self) -> Span:
        """From its first character to its last."""
        return Span(self.spans[0].start, self.spans[-1].end)


def sentences_of(
    witnesses: Sequence[Witness], quotes: Sequence[Quote], texts: Mapping[str, str]
) -> Iterator[QuotedSentence]:
    """The sentences of the utterances of all witnesses, numbered in order; `texts` are theirs by article."""
    languages = {w.article.id: w.article.language for w in witnesses}
    number = 0
    for quote in quotes:
        if not quote.is_utterance:
            continue
        text, language = texts[quote.article], languages[quote.article]
        for spans in _cut(quote, text, language):
            made = [key for span in spans for _, key in units(text, span, language)]
            lexis = Lexis.of(language)
            content = frozenset(sense for key in made if (sense := term(key, lexis)[1]))
            if made:
                yield QuotedSentence(number, quote, tuple(spans), tuple(made), content, language[:2])
                number += 1


def _cut(quote: Quote, text: str, language: str) -> Iterator[list[Span]]:
    """The sentences of an utterance; one that is interrupted has several stretches."""
    held: list[Span] = []
    for part in quote.parts:
        pieces = [
            trimmed(Span(part.start + s.start, part.start + s.end), text) for s in sentences(part.of(text), language)
        ]
        for piece in pieces:
            held.append(piece)
            if (piece.of(text)[-1:] in ".!?…" and piece is not pieces[-1]) or piece.of(text)[-1:] in ".!?":
                yield held
                held = []
    if held:
        yield held


def likeness(said: Sequence[QuotedSentence], passages: Sequence[Passage]) -> Likeness:
    """How alike every two sentences of different articles are, 0 to 100, where they are one utterance."""
    alike: Likeness = defaultdict(dict)
    within, translated = _within(said, passages), _translated(said, passages)
    for m, n in sorted(_candidates(said) | within):
        one_language = said[m].language == said[n].language
        if score := _alike(said[m], said[n], (m, n) in within) if one_language else translated.get((m, n), 0.0):
            alike[m][n] = alike[n][m] = score
    return alike


def _candidates(said: Sequence[QuotedSentence]) -> set[tuple[Node, Node]]:
    """Sentences of different articles that share two words few others hold, or half of what a short one says."""
    holding: dict[str, list[Node]] = defaultdict(list)
    for sentence in said:
        for word in sentence.content or set(sentence.words):
            holding[word].append(sentence.number)
    met = Counter(
        pair
        for numbers in holding.values()
        if len(numbers) <= _COMMON
        for pair in combinations(numbers, 2)
        if said[pair[0]].quote.article != said[pair[1]].quote.article
    )
    sizes = {pair: min(len(said[pair[0]].content), len(said[pair[1]].content)) for pair in met}
    return {pair for pair, shared in met.items() if shared >= max(1, min(_TELLING, sizes[pair] // 2))}


def _within(said: Sequence[QuotedSentence], passages: Sequence[Passage]) -> set[tuple[Node, Node]]:
    """Sentences that stand in one passage."""
    places = SpanIndex((sentence.quote.article, sentence.span, sentence.number) for sentence in said)
    found: set[tuple[Node, Node]] = set()
    for passage in passages:
        held = [[n for n in places.at(e) if _stands_in(said[n], e.span)] for e in passage.excerpts]
        for one, other in combinations(held, 2):
            found.update((min(m, n), max(m, n)) for m in one for n in other)
    return found


def _translated(said: Sequence[QuotedSentence], passages: Sequence[Passage]) -> dict[tuple[Node, Node], float]:
    """How alike sentences of two languages are: as the passage whose excerpts hold as many of them, one by one."""
    places = SpanIndex((sentence.quote.article, sentence.span, sentence.number) for sentence in said)
    found: dict[tuple[Node, Node], float] = {}
    for passage in passages:
        tongues = {said[n].language for e in passage.excerpts for n in places.at(e)}
        if len(tongues) < 2:
            continue
        held = [[n for n in places.at(e) if _stands_in(said[n], e.span)] for e in passage.excerpts]
        for one, other in combinations(held, 2):
            for m, n in zip(one, other, strict=True) if len(one) == len(other) else ():
                if said[m].language != said[n].language and _agreement(said[m], said[n]) >= 0:
                    pair = (min(m, n), max(m, n))
                    found[pair] = max(passage.score, found.get(pair, 0.0))
    return found


def _stands_in(sentence: QuotedSentence, span: Span) -> bool:
    overlap = sum(part.overlap(span) for part in sentence.spans)
    return overlap * 2 >= min(sum(map(len, sentence.spans)), len(span)) and overlap > 0


def _alike(one: QuotedSentence, other: QuotedSentence, in_passage: bool) -> float:
    """How alike two sentences are, 0 to 100; 0 where they are not one utterance."""
    short, long = sorted((one, other), key=lambda s: len(s.words))
    blocks = list(_equal_blocks(short.words, long.words, short.language))
    same = sum(length for _, length in blocks)
    run = max(blocks, key=lambda block: block[1], default=(0, 0))
    agree = _agreement(one, other)
    whole = _size(short, len(short.words))
    if _is_cut(short, same, run) and (whole >= _RUN or agree > 0 or (in_passage and agree == 0)):
        return max(1.0, 100 * same / len(short.words))
    if _is_run(short, run) and agree >= 0:
        return max(1.0, 100 * same / len(short.words))
    if short.language in UNSPACED and not in_passage:
        return 0.0  # signs are shared by chance
    shared = len(short.content & long.content)
    dice = 2 * shared / max(1, len(short.content) + len(long.content))
    retold = agree >= 0 and shared >= _LEAST_RETOLD and dice >= (_RETOLD if in_passage else _RETOLD_ALONE)
    return 100 * dice if retold else 0.0


def _equal_blocks(short: Sequence[str], long: Sequence[str], language: str) -> Iterator[tuple[int, int]]:
    """Where the same words stand in the shorter, and how many: also where both write them in other ways."""
    start, length, there = 0, 0, 0
    for step in opcodes(short, long):
        if step.tag != "equal":
            continue
        gap = short[start + length : step.src_start], long[there : step.dest_start]
        if length and are_one(*gap, language):
            length = step.src_end - start
        else:
            if length:
                yield start, length
            start, length = step.src_start, step.src_end - step.src_start
            if are_one(short[: step.src_start], long[: step.dest_start], language):
                start, length = 0, step.src_end
        there = step.dest_end
    if length and are_one(short[start + length :], long[there:], language):
        length = len(short) - start
    if length:
        yield start, length


def _size(sentence: QuotedSentence, count: int) -> int:
    """How many words some units make, about: two signs are one where nothing stands between words."""
    return count // 2 if sentence.language in UNSPACED else count


def _is_cut(short: QuotedSentence, same: int, run: tuple[int, int]) -> bool:
    """Whether the shorter stands in the longer: of few words all of them side by side, of more most in order."""
    whole = _size(short, len(short.words))
    if run[1] == len(short.words) and whole >= _RUN:
        return bool(short.content)
    if whole < _RUN:
        return run[1] == len(short.words) and len(short.content) >= min(_TELLING, len(short.words) - 1)
    return same >= _CUT * len(short.words) and len(short.content) >= _TELLING and run[1] * 3 >= len(short.words)


def _is_run(short: QuotedSentence, run: tuple[int, int]) -> bool:
    """Whether the longest run of the same words is no chance."""
    start, length = run
    lexis = Lexis.of("en")
    telling = sum(1 for word in short.words[start : start + length] if term(word, lexis)[1] in short.content)
    size = _size(short, length)
    if size >= _RUN and telling >= _TELLING:
        return size >= _CHANCE or length >= _PART * len(short.words)
    return size > _RUN and telling > 0 and length >= _CUT * len(short.words)


def _agreement(one: QuotedSentence, other: QuotedSentence) -> int:
    """1 where two accounts credit the same name, -1 where each credits another, 0 where that cannot be told."""
    names = [s.quote.speaker for s in (one, other)]
    if not all(name[:1].isupper() for name in names) or len({_is_latin(name) for name in names}) > 1:
        return 0
    return 1 if last_name(names[0]) == last_name(names[1]) else -1


def _is_latin(name: str) -> bool:
    return "LATIN" in unicodedata.name(name[0], "")
