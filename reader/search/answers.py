"""An answer to a query from one committed state, with the query put right where its words are unknown."""

import time
from collections.abc import Iterator, Sequence
from itertools import islice

from reader.dataclass import dataclass
from reader.search.analysis import WORD
from reader.search.engines import Found, IndexReader, QueryCompiler
from reader.search.query import LONGEST, PART, QUOTES, Query, QueryKind, QueryPiece, parse
from reader.search.values import EVERYTHING, Answer, Filters, Order
from reader.search.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class IndexQuery:
    """How a query is to be answered."""

    limit: int
    order: Order
    filters: Filters = EVERYTHING
    facets: bool = False


_MOST = 6  # words of a query that are put right; each costs a look through the vocabulary


def answer(
    state: IndexReader, words: Vocabulary, languages: Sequence[str], query: Query, asked: IndexQuery, seconds: float
) -> Answer:
    """What `state`, whose articles are in `languages` and have these `words`, holds on `query`."""
    compiler = state.compiler(languages, words)
    until = time.monotonic() + seconds
    compiled = compiler.compile(query, filtered=asked.filters != EVERYTHING)
    found = Found((), 0, partial=False)
    if compiled is not None:
        found = state.find(compiled, query, asked.limit, asked.order, until, asked.filters, asked.facets)
    corrected = None if found.partial else corrected_text(state, words, compiler, query)
    return Answer(found.hits, found.total, found.partial, corrected, found.facets, found.ids)


def corrected_text(state: IndexReader, words: Vocabulary, compiler: QueryCompiler, query: Query) -> str | None:
    """The query's text, its unknown words replaced by the likeliest known ones; None if there is nothing to replace.

    What has a colon and is no limit (`date:yesterday`) is looked for, but stays as it was typed.
    """
    corrected, end = [], 0
    for start, stop in _plain_values(query.text):
        for word in islice(WORD.finditer(query.text, start, stop), _MOST):
            if known := _better(state, words, compiler, word[0]):
                corrected += [query.text[end : word.start()], known]
                end = word.end()
    return "".join([*corrected, query.text[end:]]) if corrected else None


def _plain_values(text: str) -> Iterator[tuple[int, int]]:
    """Where the first words and phrases stand that an article must have in its text, as they are."""
    negated, looked = False, 0
    for part in PART.finditer(text[:LONGEST].translate(QUOTES)):
        pieces = [piece for group in parse(part[0]).required for piece in group if not (negated or part["field"])]
        negated = part[0] == "NOT"
        if any(piece.kind in (QueryKind.WORD, QueryKind.PHRASE) for piece in pieces):
            looked += 1
            yield part.span("word" if part["phrase"] is None else "phrase")
        if looked == _MOST:
            break


def _better(state: IndexReader, words: Vocabulary, compiler: QueryCompiler, word: str) -> str | None:
    if not _forms(compiler, word) or _held(state, compiler, word):
        return None
    return next((candidate for candidate in words.like(word, limit=5) if _held(state, compiler, candidate)), None)


def _held(state: IndexReader, compiler: QueryCompiler, word: str) -> bool:
    return any(state.holds(form) for form in _forms(compiler, word))


def _forms(compiler: QueryCompiler, word: str) -> list[str]:
    return [form for forms in compiler.words(QueryPiece(QueryKind.WORD, word)) for form in forms]
