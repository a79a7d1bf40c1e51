"""Search: the articles in which given words stand, best first; the only home of Whoosh.

index       all that others see: take changes in, search, suggest     values, options   what goes in and comes out
query       what a person typed, understood    answers   an answer, and the query put right
analysis    what a word is, and its form       words, assistant   an article's words, read here or by a second process
state, stamp, folders, present   committed states on the disk, checked before one is opened
helper, helper_main, wire, lock   the process that writes
engines     what an engine has to do; one is made of Whoosh (engine, gate, schema, segment_writer, pool, terms_file,
            postings, query_compiler, columns, ranking, safe_pickle), the other of SQLite's FTS5 (fts5/)
vocabulary, lookup, broader_queries, likeness, limits   other words, other queries, other articles
synonyms    words that one stands for, weighed as one; the same for both engines
occurrences, beginnings, snippets   where in a text the words stand
"""

from typing import TYPE_CHECKING

from reader import lazy_imports

if TYPE_CHECKING:
    from reader.search.index import SearchIndex
    from reader.search.snippets import Snippet, snippet
    from reader.search.values import Answer, Drop, Entry, FacetCount, Filters, Hit, Order, Put, Stats
else:
    __getattr__ = lazy_imports.names(
        __name__,
        {
            "index": "SearchIndex",
            "snippets": "Snippet snippet",
            "values": "Answer Drop Entry FacetCount Filters Hit Order Put Stats",
        },
    )

__all__ = [
    "Answer",
    "Drop",
    "Entry",
    "FacetCount",
    "Filters",
    "Hit",
    "Order",
    "Put",
    "SearchIndex",
    "Snippet",
    "Stats",
    "snippet",
]
