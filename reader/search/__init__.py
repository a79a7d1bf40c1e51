"""Search: the articles in which given words stand, best first; the only home of Whoosh."""

from typing import TYPE_CHECKING

from reader import deferred

if TYPE_CHECKING:
    from reader.search.index import SearchIndex
    from reader.search.snippets import Snippet, snippet
    from reader.search.values import Answer, Drop, Entry, Facet, Filters, Hit, Order, Put, Stats
else:
    __getattr__ = deferred.names(
        __name__,
        {
            "index": "SearchIndex",
            "snippets": "Snippet snippet",
            "values": "Answer Drop Entry Facet Filters Hit Order Put Stats",
        },
    )

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
