"""Finding words in the articles themselves: spans of the untouched text, never of Qt's copy of it."""

import re

from reader.text.spans import Span

MOST = 2_000
"""Words of one article that are marked at most: a query of little words would paint a book yellow."""


def occurrences(text: str, sought: str) -> tuple[Span, ...]:
    """Where a phrase stands, whatever its case and the white space between its words."""
    parts = sought.split()
    if not parts:
        return ()
    pattern = re.compile(r"\s+".join(re.escape(part) for part in parts), re.IGNORECASE)
    return tuple(Span(found.start(), found.end()) for found in pattern.finditer(text))


def query_occurrences(text: str, query: str, language: str) -> tuple[Span, ...]:
    """Where the words and the phrases of a query stand, as the search of the library finds them; each is a hit."""
    if not query:
        return ()
    from reader.search.occurrences import occurrences as sought  # brings Whoosh along: there once anything is sought

    return tuple(span for span, _number in sought(text, query, language, MOST))
