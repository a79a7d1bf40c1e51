"""Finding words in the articles themselves: spans of the untouched text, never of Qt's copy of it."""

import re
from collections.abc import Iterable

from reader.text.folding import folded
from reader.text.spans import Span
from reader.text.stems import stem
from reader.text.tokens import TOKEN, tokens


def occurrences(text: str, sought: str) -> tuple[Span, ...]:
    """Where a phrase stands, whatever its case and the white space between its words."""
    parts = sought.split()
    if not parts:
        return ()
    pattern = re.compile(r"\s+".join(re.escape(part) for part in parts), re.IGNORECASE)
    return tuple(Span(found.start(), found.end()) for found in pattern.finditer(text))


def mentions(text: str, words: Iterable[str], language: str) -> tuple[Span, ...]:
    """Where any of some words stands in any of its forms, as the search of the library finds them."""
    sought = {stem(token.form, language) for word in words for token in tokens(word)}
    if not sought:
        return ()
    known: dict[str, bool] = {}  # a long article says the same words over and over
    found = []
    for word in TOKEN.finditer(text):
        said = word[0]
        if said not in known:
            known[said] = stem(folded(said), language) in sought
        if known[said]:
            found.append(Span(word.start(), word.end()))
    return tuple(found)
