"""Sentences of a text, as spans without the white space around them."""

from collections.abc import Iterator

import sentencex

from reader.text.spans import Span, trimmed


def sentences(text: str, language: str = "en") -> Iterator[Span]:
    """The sentences of `text`, in order, none across a line end: all its words, not the white space between.

    The splitting is that of the `sentencex` library (Wikimedia), whose pieces joined are the text again.
    """
    at = 0
    for line in text.splitlines(keepends=True):
        inside = at
        for piece in sentencex.segment(language or "en", line):
            span = trimmed(Span(inside, inside + len(piece)), text)
            inside += len(piece)
            if len(span):
                yield span
        at += len(line)
