"""Articles whose text comes from one place: long verbatim stretches in common, or copy of one agency."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from reader.compare.comparison import Excerpt, Origin, Passage, Relation
from reader.compare.witness import Witness
from reader.dataclass import dataclass
from reader.lexicon import load
from reader.text.spans import Span, joined

_WORD = re.compile(r"\w+")
_MARK = "\ua7ff"
"""A letter that hardly any text has: it stands where names of agencies do."""
_COPIED = 0.25
"""The share of the shorter article's prose that both must have to the letter to be of one origin."""
_COPIED_FROM_AGENCY = 0.1
"""The same where both credit one agency."""


_LONG = 400
"""Characters that two articles have to the letter, some seventy words, from which on no chance brings them there."""


@dataclass(frozen=True, slots=True)
class Agency:
    """The credit that an article gives to an agency."""

    name: str
    excerpt: Excerpt


Credited = Mapping[str, tuple[Agency, ...]]
Shared = Mapping[tuple[str, str], list[tuple[Span, Span]]]


def find(witnesses: Sequence[Witness], passages: Sequence[Passage]) -> tuple[Origin, ...]:
    """Every article in one origin, with the evidence; an article that shares its origin with none is alone in it."""
    credited = {w.article.id: agencies(w) for w in witnesses}
    shared = _verbatim(passages)
    prose = {w.article.id: max(1, sum(len(s) for s in w.sentences)) for w in witnesses}
    parent = {w.article.id: w.article.id for w in witnesses}

    def root(article: str) -> str:
        while parent[article] != article:
            article = parent[article]
        return article

    for (a, b), pairs in sorted(shared.items()):
        copied = min(_length(p[0] for p in pairs) / prose[a], 1), min(_length(p[1] for p in pairs) / prose[b], 1)
        least = _COPIED_FROM_AGENCY if _common(credited[a], credited[b]) else _COPIED
        if max(copied) >= least:
            first, second = sorted((root(a), root(b)))
            parent[second] = first
    groups: dict[str, list[str]] = defaultdict(list)
    for article in sorted(parent):
        groups[root(article)].append(article)
    alike = _uncredited(shared, credited)
    return tuple(_origin(group, credited, shared, alike) for _, group in sorted(groups.items()))


def agencies(witness: Witness) -> tuple[Agency, ...]:
    """The agencies that an article credited as the source of its copy, wherever it does, boilerplate included."""
    text = witness.article.text
    if not (present := _present(text)):
        return ()
    found: dict[str, Agency] = {}
    named = _any_of(present)
    marked = named.sub(lambda match: _MARK * len(match[0]), text)
    for pattern in _patterns():
        for match in pattern.finditer(marked):
            first = match.start("names")
            for part in named.finditer(text[first : match.end("names")]):
                name = _names()[part[0].casefold()]
                span = Span(first + part.start(), first + part.end())
                found.setdefault(name, Agency(name, Excerpt(witness.article.id, span)))
    return tuple(found[name] for name in sorted(found))


def _verbatim(passages: Iterable[Passage]) -> dict[tuple[str, str], list[tuple[Span, Span]]]:
    shared: dict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
    for passage in passages:
        if passage.relation is Relation.REWORDED:
            continue
        for x in passage.alignments:
            one, two = sorted((passage.excerpts[x.left], passage.excerpts[x.right]))
            if passage.relation is Relation.VERBATIM:
                shared[one.article, two.article].append((one.span, two.span))
    return shared


def _uncredited(shared: Shared, credited: Credited) -> dict[str, set[str]]:
    """For each article those that have a stretch of it to the letter as long as agencies' copy, and no credit."""
    found: dict[str, set[str]] = defaultdict(set)
    for (a, b), pairs in shared.items():
        if not (credited[a] or credited[b]) and max(len(span) for pair in pairs for span in pair) >= _LONG:
            found[a].add(b)
            found[b].add(a)
    return found


def _length(spans: Iterable[Span]) -> int:
    return sum(len(s) for s in joined(spans))


def _common(one: Sequence[Agency], two: Sequence[Agency]) -> list[str]:
    return sorted({x.name for x in one} & {x.name for x in two})


def _origin(group: list[str], credited: Credited, shared: Shared, alike: Mapping[str, set[str]]) -> Origin:
    counts: dict[str, int] = defaultdict(int)
    for article in group:
        for credit in credited[article]:
            counts[credit.name] += 1
    named = tuple(sorted(counts, key=lambda n: (-counts[n], n)))
    others = sorted({other for article in group for other in alike.get(article, ())})
    evidence = [c.excerpt for a in group for c in sorted(credited[a], key=lambda c: named.index(c.name))]
    for (a, b), pairs in sorted(shared.items()):
        if (a in group and b in group) or (a in group and b in others) or (b in group and a in others):
            longest = max(pairs, key=lambda p: (len(p[0]), p))
            evidence += [Excerpt(a, longest[0]), Excerpt(b, longest[1])]
    return Origin(tuple(group), named[0] if named else "", tuple(dict.fromkeys(evidence)), named, tuple(others))


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {word.casefold(): name for name, words in load("agencies").items() for word in words}


def _present(text: str) -> tuple[str, ...]:
    """The names of agencies that stand in a text: most have none, and to look for all of them at once takes long."""
    folded = text.casefold()
    words = set(_WORD.findall(folded))
    return tuple(name for name in _names() if words.issuperset(_WORD.findall(name)) and name in folded)


@lru_cache(maxsize=64)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Where a credit stands: a dateline, a line of its own, a note on who contributed; names are marks by then."""
    several = rf"{_MARK}+(?:(?:\s*[,/]\s*|\s+and\s+|\s+){_MARK}+)*"
    where = (
        rf"\((?P<names>{several})\)\s*[-–—:]?",
        rf"^[ \t]*(?:©\s*|source:\s*|by\s+)?(?P<names>{several})[ \t]*$",
        rf"©[^\n]{{0,60}}?\b(?P<names>{several})\b",
        rf"\b(?:from|by|via|source:)\s+(?P<names>(?:the\s+)?{several})[ \t]*\.?[ \t]*$",
        rf"\b(?P<names>{several})\b[^.\n]{{0,80}}\bcontributed to this (?:report|story|article)",
        rf"\b(?:contribut|material)[^.\n]{{0,80}}?\b(?:from|by)\s+(?P<names>(?:the\s+)?{several})\b",
    )
    flags = re.MULTILINE | re.IGNORECASE
    return tuple(re.compile(w, flags) for w in where)
