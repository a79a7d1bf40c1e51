"""One utterance in the wordings of several articles: quotations held against one another, sentence by sentence.

Two sentences are one utterance if they are the same words, if the one is cut from the other, if they share a run of
words that is no chance, or, as translations do, most of what they say. A like B and B like C does not make A like C:
groups are cliques. Groups whose sentences follow one another in every account are one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance.Indel import opcodes

from reader.compare.attribution import is_pronoun, last_name
from reader.compare.comparison import Comparison, Credit, Excerpt, Passage, Quotation
from reader.compare.passages.differences import differing_parts, units
from reader.compare.passages.terms import Lexis, term
from reader.compare.quotations import Quote
from reader.compare.witness import Witness
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
_COMMON = 48
"""Utterances that a word may stand in and still lead from one to another: the cost follows what is shared."""
_LEAST_TOLD = 0.5
"""The share of an utterance that a passage holds, at least, for the passage's other excerpts to tell it."""
_NEAR = 300
"""How many characters may stand between two sentences of one speaker that follow one another."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an utterance: its quote, its stretches, its words in one form, and what they say."""

    number: int
    quote: Quote
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    content: frozenset[str]

    @property
    def span(self) -> Span:
        """From its first character to its last."""
        return Span(self.spans[0].start, self.spans[-1].end)


Node = int
Likeness = dict[Node, dict[Node, float]]


def together(
    witnesses: Sequence[Witness], quotes: Sequence[Quote], passages: Sequence[Passage]
) -> tuple[Quotation, ...]:
    """The utterances that several articles give, each in its own words, in the order of the text."""
    texts = {w.article.id: w.article.text for w in witnesses}
    said = list(_sentences(witnesses, quotes, texts))
    alike = _likeness(said, passages)
    groups = _merged([sorted(clique) for clique in _cliques(alike, said)], said, texts)
    found = [_quotation(group, alike, said, passages, quotes) for group in groups]
    return tuple(sorted(found, key=lambda q: [(c.excerpt.span, c.excerpt.article) for c in q.credits]))


def altered_words(comparison: Comparison, quotation: Quotation) -> tuple[tuple[Span, ...], ...]:
    """For each wording, in order, the words that the first article's has not, as spans of its own article."""
    parts: dict[str, list[Span]] = defaultdict(list)
    for credit in quotation.credits:
        parts[credit.excerpt.article] += credit.spans
    (first, base), *_ = parts.items()
    apart = {
        article: differing_parts(comparison.article(article).text, own, comparison.article(first).text, base)
        for article, own in parts.items()
    }
    return tuple(
        tuple(s for s in apart[c.excerpt.article] if any(span.contains(s) for span in c.spans))
        for c in quotation.credits
    )


def credited(quotation: Quotation) -> tuple[str, ...]:
    """Whom the articles credit, each speaker once and as fully as any of them names him; no pronoun beside a name."""
    found: dict[str, str] = {}
    for credit in quotation.credits:
        if credit.speaker:
            key = last_name(credit.speaker)
            found[key] = max(found.get(key, ""), credit.speaker, key=len)
    named = [name for name in found.values() if not is_pronoun(name)]
    return tuple(named or found.values())


def _sentences(witnesses: Sequence[Witness], quotes: Sequence[Quote], texts: Mapping[str, str]) -> Iterator[Sentence]:
    languages = {w.article.id: w.article.language for w in witnesses}
    number = 0
    for quote in quotes:
        if not quote.is_utterance:
            continue
        text, language = texts[quote.article], languages[quote.article]
        for spans in _cut(quote, text, language):
            made = [key for span in spans for _, key in units(text, span)]
            lexis = Lexis.of(language)
            content = frozenset(sense for key in made if (sense := term(key, lexis)[1]))
            if made:
                yield Sentence(number, quote, tuple(spans), tuple(made), content)
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


def _likeness(said: Sequence[Sentence], passages: Sequence[Passage]) -> Likeness:
    """How alike every two sentences of different articles are, 0 to 100, where they are one utterance."""
    alike: Likeness = defaultdict(dict)
    within = _within(said, passages)
    for m, n in sorted(_candidates(said) | within):
        if score := _alike(said[m], said[n], (m, n) in within):
            alike[m][n] = alike[n][m] = score
    return alike


def _candidates(said: Sequence[Sentence]) -> set[tuple[Node, Node]]:
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


def _within(said: Sequence[Sentence], passages: Sequence[Passage]) -> set[tuple[Node, Node]]:
    """Sentences that stand in one passage."""
    by_article: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in said:
        by_article[sentence.quote.article].append(sentence)
    found: set[tuple[Node, Node]] = set()
    for passage in passages:
        held = [[s.number for s in by_article[e.article] if _stands_in(s, e.span)] for e in passage.excerpts]
        for one, other in combinations(held, 2):
            found.update((min(m, n), max(m, n)) for m in one for n in other)
    return found


def _stands_in(sentence: Sentence, span: Span) -> bool:
    overlap = sum(part.overlap(span) for part in sentence.spans)
    return overlap * 2 >= min(sum(map(len, sentence.spans)), len(span)) and overlap > 0


def _alike(one: Sentence, other: Sentence, in_passage: bool) -> float:
    """How alike two sentences are, 0 to 100; 0 where they are not one utterance."""
    short, long = sorted((one, other), key=lambda s: len(s.words))
    blocks = [
        (step.src_start, step.src_end - step.src_start)
        for step in opcodes(short.words, long.words)
        if step.tag == "equal"
    ]
    same = sum(length for _, length in blocks)
    run = max(blocks, key=lambda block: block[1], default=(0, 0))
    agree = _agreement(one, other)
    if _is_cut(short, same, run) and (len(short.words) >= _RUN or agree > 0 or (in_passage and agree == 0)):
        return max(1.0, 100 * same / len(short.words))
    if _is_run(short, run) and agree >= 0:
        return max(1.0, 100 * same / len(short.words))
    shared = len(short.content & long.content)
    dice = 2 * shared / max(1, len(short.content) + len(long.content))
    retold = agree >= 0 and shared >= _LEAST_RETOLD and dice >= (_RETOLD if in_passage else _RETOLD_ALONE)
    return 100 * dice if retold else 0.0


def _is_cut(short: Sentence, same: int, run: tuple[int, int]) -> bool:
    """Whether the shorter stands in the longer: of few words all of them side by side, of more most in order."""
    if run[1] == len(short.words) and len(short.words) >= _RUN:
        return bool(short.content)
    if len(short.words) < _RUN:
        return run[1] == len(short.words) and len(short.content) >= min(_TELLING, len(short.words) - 1)
    return same >= _CUT * len(short.words) and len(short.content) >= _TELLING and run[1] * 3 >= len(short.words)


def _is_run(short: Sentence, run: tuple[int, int]) -> bool:
    """Whether the longest run of the same words is no chance."""
    start, length = run
    lexis = Lexis.of("en")
    telling = sum(1 for word in short.words[start : start + length] if term(word, lexis)[1] in short.content)
    if length >= _RUN and telling >= _TELLING:
        return length >= _CHANCE or length >= _PART * len(short.words)
    return length > _RUN and telling > 0 and length >= _CUT * len(short.words)


def _agreement(one: Sentence, other: Sentence) -> int:
    """1 where two accounts credit the same name, -1 where each credits another, 0 where that cannot be told."""
    names = [s.quote.speaker for s in (one, other)]
    if not all(name[:1].isupper() for name in names):
        return 0
    return 1 if last_name(names[0]) == last_name(names[1]) else -1


def _cliques(alike: Likeness, said: Sequence[Sentence]) -> Iterator[list[Node]]:
    """Every likeness in one clique, begun at the surest and grown by the articles whose sentence is like all in it."""
    order = sorted(((m, n) for m in alike for n in alike[m] if m < n), key=lambda e: (-alike[e[0]][e[1]], e))
    done: set[tuple[Node, Node]] = set()
    for m, n in order:
        if (m, n) in done:
            continue
        clique = [m, n]
        while (best := _next(clique, alike, said)) is not None:
            clique.append(best)
        done |= {(min(x, y), max(x, y)) for x, y in combinations(clique, 2)}
        yield clique


def _next(clique: Sequence[Node], alike: Likeness, said: Sequence[Sentence]) -> Node | None:
    articles = {said[n].quote.article for n in clique}
    fits = [n for n in alike[clique[0]] if said[n].quote.article not in articles and all(n in alike[m] for m in clique)]
    return min(fits, key=lambda n: (-min(alike[n][m] for m in clique), n), default=None)


def _merged(groups: Sequence[list[Node]], said: Sequence[Sentence], texts: Mapping[str, str]) -> list[list[Node]]:
    """Groups of the same articles whose sentences are the same or follow one another in each, made one."""
    by_articles: dict[frozenset[str], list[list[Node]]] = defaultdict(list)
    for group in sorted(groups):
        by_articles[frozenset(said[n].quote.article for n in group)].append(group)
    result = []
    for held in by_articles.values():
        made: list[list[Node]] = []
        for group in held:
            before = next((m for m in reversed(made) if _follows(m, group, said, texts)), None)
            if before is None:
                made.append(list(group))
            else:
                before.extend(n for n in group if n not in before)
        result += made
    return result


def _follows(group: Sequence[Node], other: Sequence[Node], said: Sequence[Sentence], texts: Mapping[str, str]) -> bool:
    return all(
        any(
            said[m].quote.article == said[n].quote.article and (m == n or _is_next(said[m], said[n], texts))
            for m in group
        )
        for n in other
    )


def _is_next(one: Sentence, other: Sentence, texts: Mapping[str, str]) -> bool:
    """Whether a sentence follows another as the same speaker's next one, in either order."""
    first, last = sorted((one, other), key=lambda s: s.number)
    if last.number != first.number + 1:
        return False
    if first.quote is last.quote:
        return True
    speakers = {last_name(s.quote.speaker) for s in (first, last) if s.quote.speaker}
    near = last.quote.article == first.quote.article and last.span.start - first.span.end <= _NEAR
    return near and (
        last.quote.goes_on or (len(speakers) == 1 and bool(last.quote.speaker) and bool(first.quote.speaker))
    )


def _quotation(
    group: Sequence[Node],
    alike: Likeness,
    said: Sequence[Sentence],
    passages: Sequence[Passage],
    quotes: Sequence[Quote],
) -> Quotation:
    scores = [alike[m][n] for m, n in combinations(group, 2) if n in alike[m]]
    by_quote: dict[tuple[str, Span], list[Sentence]] = defaultdict(list)
    for n in sorted(group):
        by_quote[said[n].quote.article, said[n].quote.span].append(said[n])
    given = tuple(_credit(held) for _, held in sorted(by_quote.items()))
    return Quotation(round(min(scores), 1), given, tuple(_told(given, passages, quotes)))


def _credit(held: Sequence[Sentence]) -> Credit:
    """The wording of sentences that follow one another in one utterance, joined where nothing interrupts."""
    quote = held[0].quote
    spans = [span for sentence in held for span in sentence.spans]
    parts = [
        Span(inside[0].start, inside[-1].end)
        for part in quote.parts
        if (inside := [span for span in spans if part.contains(span)])
    ]
    attribution = quote.attribution
    return Credit(
        Excerpt(quote.article, Span(parts[0].start, parts[-1].end)),
        quote.speaker,
        tuple(parts) if len(parts) > 1 else (),
        attribution.span if attribution else None,
        attribution.credit if attribution else None,
    )


def _told(given: Sequence[Credit], passages: Sequence[Passage], quotes: Sequence[Quote]) -> Iterator[Excerpt]:
    """What articles that do not quote it say in its place, in the passages that hold it."""
    articles = {credit.excerpt.article for credit in given}
    seen: set[str] = set()
    for passage in passages:
        if not any(_holds(excerpt, credit) for excerpt in passage.excerpts for credit in given):
            continue
        for excerpt in passage.excerpts:
            if excerpt.article not in articles | seen and not _is_quoted(excerpt, quotes):
                seen.add(excerpt.article)
                yield excerpt


def _holds(excerpt: Excerpt, credit: Credit) -> bool:
    """Whether an excerpt is this wording rather than what stands around it."""
    if excerpt.article != credit.excerpt.article:
        return False
    overlap = sum(span.overlap(excerpt.span) for span in credit.spans)
    return overlap >= _LEAST_TOLD * max(sum(map(len, credit.spans)), len(excerpt.span))


def _is_quoted(excerpt: Excerpt, quotes: Iterable[Quote]) -> bool:
    held = sum(part.overlap(excerpt.span) for q in quotes if q.article == excerpt.article for part in q.parts)
    return held * 4 >= len(excerpt.span)
