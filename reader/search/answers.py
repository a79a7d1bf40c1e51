"""An answer to a query from one committed state, with the query put right where its words are unknown."""

import re
import time
from collections.abc import Sequence

from reader.dataclass import dataclass
from reader.search.analysis import WORD
from reader.search.engines import Found, IndexReader, QueryCompiler
from reader.search.query import Query, QueryKind, QueryPiece
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
    """The query's text, its unknown words replaced by the likeliest known ones; None if there is nothing to replace."""
    text = query.text
    for piece in [piece for group in query.required for piece in group][:_MOST]:
        if piece.kind not in (QueryKind.WORD, QueryKind.PHRASE) or piece.field != "body":
            continue
        for word in WORD.findall(piece.text)[:_MOST]:
            known = _better(state, words, compiler, word)
            if known:
                text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", known, text, count=1)  # letters only: no backslash
    return text if text != query.text else None


def _better(state: IndexReader, words: Vocabulary, compiler: QueryCompiler, word: str) -> str | None:
    if not _forms(compiler, word) or _held(state, compiler, word):
        return None
    return next((candidate for candidate in words.like(word, limit=5) if _held(state, compiler, candidate)), None)


def _held(state: IndexReader, compiler: QueryCompiler, word: str) -> bool:
    return any(state.holds(form) for form in _forms(compiler, word))


def _forms(compiler: QueryCompiler, word: str) -> list[str]:
    return [form for forms in compiler.words(QueryPiece(QueryKind.WORD, word)) for form in forms]
