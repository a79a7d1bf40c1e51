"""One utterance in the wordings of several articles: quotations held against one another, sentence by sentence.

Two sentences are one utterance if they are the same words, if the one is cut from the other, if they share a run of
words that is no chance, or, as translations do, most of what they say. A like B and B like C does not make A like C:
groups are cliques. Groups whose sentences follow one another in every account are one, and so are those of one speaker
that hold the same sentence: one account gives it whole, others give this half or that.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from reader.compare.attribution import is_pronoun, last_name
from reader.compare.comparison import Comparison, Credit, Excerpt, Passage, Quotation
from reader.compare.paraphrases import Paraphrases
from reader.compare.passages.differences import differing_parts
from reader.compare.quotation_likeness import Likeness, Node, QuotedSentence, likeness, sentences_of
from reader.compare.quotations import Quote
from reader.compare.witness import Witness
from reader.text.spans import Span

_LATEST = 16
"""Groups before one that may go on with it."""
_NEAR = 300
"""How many characters may stand between two sentences of one speaker that follow one another."""


def together(
    witnesses: Sequence[Witness], quotes: Sequence[Quote], passages: Sequence[Passage]
) -> tuple[Quotation, ...]:
    """The utterances that several articles give, each in its own words, in the order of the text."""
    texts = {w.article.id: w.article.text for w in witnesses}
    said = list(sentences_of(witnesses, quotes, texts))
    alike = likeness(said, passages)
    groups = _joined(_merged([sorted(clique) for clique in _cliques(alike, said)], said, texts), said)
    told_elsewhere = Paraphrases(passages, quotes)
    found = [_quotation(group, alike, said, told_elsewhere) for group in groups]
    return tuple(sorted(found, key=lambda q: [(c.excerpt.span, c.excerpt.article) for c in q.credits]))


def altered_words(comparison: Comparison, quotation: Quotation) -> tuple[tuple[Span, ...], ...]:
    """For each wording, in order, the words that the first article's has not, as spans of its own article.

    The first of those in its own language: where a translation stands between, no words are the same.
    """
    parts, bases = _parts_and_bases(comparison, quotation)
    apart = {
        article: differing_parts(
            comparison.article(article).text,
            own,
            comparison.article(bases[article]).text,
            parts[bases[article]],
            comparison.article(article).language,
        )
        for article, own in parts.items()
    }
    return tuple(
        tuple(s for s in apart[c.excerpt.article] if any(span.contains(s) for span in c.spans))
        for c in quotation.credits
    )


def is_altered(comparison: Comparison, quotation: Quotation) -> bool:
    """Whether `altered_words` has any: found out without holding the same letters against one another."""
    parts, bases = _parts_and_bases(comparison, quotation)
    texts = {article: comparison.article(article).text for article in parts}
    seen = {(base, tuple(span.of(texts[base]) for span in parts[base])) for base in bases.values()}
    for article, own in parts.items():
        base = bases[article]
        words = (base, tuple(span.of(texts[article]) for span in own))
        if words in seen:
            continue
        seen.add(words)
        if differing_parts(texts[article], own, texts[base], parts[base], comparison.article(article).language):
            return True
    return False


def _parts_and_bases(comparison: Comparison, quotation: Quotation) -> tuple[dict[str, list[Span]], dict[str, str]]:
    """The stretches of each article, and the first article in its language, which it is held against."""
    parts: dict[str, list[Span]] = defaultdict(list)
    for credit in quotation.credits:
        parts[credit.excerpt.article] += credit.spans
    first: dict[str, str] = {}
    bases = {article: first.setdefault(comparison.article(article).language[:2], article) for article in parts}
    return parts, bases


def credited(quotation: Quotation) -> tuple[str, ...]:
    """Whom the articles credit, each speaker once and as fully as any of them names him; no pronoun beside a name."""
    found: dict[str, str] = {}
    for credit in quotation.credits:
        if credit.speaker:
            key = last_name(credit.speaker)
            found[key] = max(found.get(key, ""), credit.speaker, key=len)
    named = [name for name in found.values() if not is_pronoun(name)]
    return tuple(named or found.values())


def _cliques(alike: Likeness, said: Sequence[QuotedSentence]) -> Iterator[list[Node]]:
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


def _next(clique: Sequence[Node], alike: Likeness, said: Sequence[QuotedSentence]) -> Node | None:
    articles = {said[n].quote.article for n in clique}
    fits = [n for n in alike[clique[0]] if said[n].quote.article not in articles and all(n in alike[m] for m in clique)]
    return min(fits, key=lambda n: (-min(alike[n][m] for m in clique), n), default=None)


def _merged(groups: Sequence[list[Node]], said: Sequence[QuotedSentence], texts: Mapping[str, str]) -> list[list[Node]]:
    """Groups of the same articles whose sentences are the same or follow one another in each, made one."""
    by_articles: dict[frozenset[str], list[list[Node]]] = defaultdict(list)
    for group in sorted(groups):
        by_articles[frozenset(said[n].quote.article for n in group)].append(group)
    result = []
    for held in by_articles.values():
        made: list[list[Node]] = []
        for group in held:
            before = next((m for m in reversed(made[-_LATEST:]) if _follows(m, group, said, texts)), None)
            if before is None:
                made.append(list(group))
            else:
                before.extend(n for n in group if n not in before)
        result += made
    return result


def _joined(groups: Sequence[list[Node]], said: Sequence[QuotedSentence]) -> list[list[Node]]:
    """Groups that hold a sentence in common made one, the largest first, where no two accounts name two speakers."""
    result: list[list[Node]] = []
    holding: dict[Node, list[Node]] = {}
    for group in sorted(groups, key=lambda g: (-len(g), g)):
        known = next((holding[n] for n in group if n in holding and _is_one_voice([*holding[n], *group], said)), None)
        if known is None:
            result.append(known := [])
        known += [n for n in group if n not in known]
        for n in group:
            holding.setdefault(n, known)
    return result


def _is_one_voice(group: Sequence[Node], said: Sequence[QuotedSentence]) -> bool:
    names = {last_name(name) for n in group if (name := said[n].quote.speaker)[:1].isupper() and not is_pronoun(name)}
    return len(names) <= 1


def _follows(
    group: Sequence[Node], other: Sequence[Node], said: Sequence[QuotedSentence], texts: Mapping[str, str]
) -> bool:
    return all(
        any(
            said[m].quote.article == said[n].quote.article and (m == n or _is_next(said[m], said[n], texts))
            for m in group
        )
        for n in other
    )


def _is_next(one: QuotedSentence, other: QuotedSentence, texts: Mapping[str, str]) -> bool:
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
    group: Sequence[Node], alike: Likeness, said: Sequence[QuotedSentence], told_elsewhere: Paraphrases
) -> Quotation:
    scores = [alike[m][n] for m, n in combinations(group, 2) if n in alike[m]]
    by_quote: dict[tuple[str, Span], list[QuotedSentence]] = defaultdict(list)
    for n in sorted(group):
        by_quote[said[n].quote.article, said[n].quote.span].append(said[n])
    given = tuple(_credit(held) for _, held in sorted(by_quote.items()))
    return Quotation(round(min(scores), 1), given, tuple(told_elsewhere.of(given)))


def _credit(held: Sequence[QuotedSentence]) -> Credit:
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
