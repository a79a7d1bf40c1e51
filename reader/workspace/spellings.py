"""Names of a query as other articles spell them: Massimov is Masimov elsewhere, and that is worth a search too."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.compare.sounds import are_spellings, names_of_place
from reader.library import Library
from reader.search import SearchIndex
from reader.search.beginnings import WordFinder, beginnings
from reader.search.broader_queries import written
from reader.search.query import Query, QueryKind, QueryPiece
from reader.search.values import Filters
from reader.text.folding import folded
from reader.text.tokens import TOKEN
from reader.workspace.values import SpellingVariant

_LEAST = 5
"""Letters in a name, at least: of shorter ones too many sound alike."""
_WORDS = 4
"""Words of a query that are looked at; each costs a look through the vocabulary."""
_OFFERED = 3
"""Spellings that are offered, those of most articles first."""
_SHOWN = 3
"""Articles that are read to see how a word is written."""
_NAME = 0.8
"""The share of the places of a word that have a capital, from which on it is a name."""
_SENTENCE_END = re.compile(r"(?:^|[.!?:\n]|[.!?][”\"'’»)]+)\s*[“\"'‘«(]*$")


def other_spellings(
    asked: Query, texts: Iterable[str], index: SearchIndex, library: Library, filters: Filters
) -> Iterator[SpellingVariant]:
    """At most three; `texts` are articles that hold the words as they were asked for, if any does."""
    found: list[SpellingVariant] = []
    held = list(texts)
    for at, piece in _names(asked):
        word = folded(piece.text)
        if held and not _as_names_are_written(word, held):
            continue
        near = (other for other in index.near(word) if other != word and are_spellings(word, other))
        for other in dict.fromkeys((*near, *names_of_place(word))):
            hits = index.search(other, limit=_SHOWN).hits
            form = _as_names_are_written(other, [a.text for a in library.texts(hit.id for hit in hits)])
            query = _with(asked, at, other)
            if form and (total := index.search(query, limit=0, filters=filters).total):
                found.append(SpellingVariant(form, query, total))
    yield from sorted(found, key=lambda one: (-one.total, one.form))[:_OFFERED]


def _names(asked: Query) -> Iterator[tuple[int, QueryPiece]]:
    """The words of a query that may be names, each with its place among what is required."""
    places = [(at, group[0]) for at, group in enumerate(asked.required) if len(group) == 1]
    for at, piece in places[:_WORDS]:
        plain = piece.kind is QueryKind.WORD and piece.field in ("body", "title", "author")
        known = len(piece.text) >= _LEAST or names_of_place(folded(piece.text))
        if plain and known and piece.text.isalpha():
            yield at, piece


def _with(asked: Query, at: int, word: str) -> str:
    required = list(asked.required)
    required[at] = (replace(required[at][0], text=word),)
    return written(replace(asked, required=tuple(required)))


def _as_names_are_written(word: str, texts: Iterable[str]) -> str:
    """How texts write a folded word that is a name in them; "" where it is none, or stands in none."""
    great: Counter[str] = Counter()
    small = 0
    for text in texts:
        for token in _begun_so(word, text):
            if folded(token[0]).removesuffix("'s") != word:
                continue
            if not token[0][0].isupper():
                small += 1
            elif not _SENTENCE_END.search(text, max(0, token.start() - 8), token.start()):
                great[token[0].removesuffix("’s").removesuffix("'s")] += 1
    total = sum(great.values())
    return great.most_common(1)[0][0] if total and total >= _NAME * (total + small) else ""


def _begun_so(word: str, text: str) -> Iterator["re.Match[str]"]:
    """The tokens of a text that may be a word, and some others; to look at each takes ten times as long."""
    begun = beginnings((), [word], "en")
    end = 0
    for start, stop, _is_sure in WordFinder(begun, word.__eq__).places(text) if begun else [(0, len(text), False)]:
        for token in TOKEN.finditer(text, max(start, end)):
            if token.start() >= stop:
                break
            end = token.end()
            yield token
