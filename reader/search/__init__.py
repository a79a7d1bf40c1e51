"""Search: the articles in which given words stand, best first; the only home of Whoosh."""

from reader.search.index import SearchIndex
from reader.search.snippets import Snippet, snippet
from reader.search.values import Answer, Drop, Entry, Facet, Filters, Hit, Order, Put, Stats

__all__ = [
    "Answer",
    "Drop",
    "Entry",
    "Facet",
    "Filters",
    "Hit",
    "Order",
    "Put",
    "SearchIndex",
    "Snippet",
    "Stats",
    "snippet",
]
