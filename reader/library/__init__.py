"""The library: articles, stories and the bin in one SQLite file, the truth the search index is made from."""

from reader.library.store import Library
from reader.library.values import Added, Change, Order, Row, Story

__all__ = ["Added", "Change", "Library", "Order", "Row", "Story"]
