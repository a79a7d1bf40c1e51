"""Figures in other languages than English: read by tables, one a language, with the noun that each counts."""

from reader.compare.figures.languages.grammar import grammar
from reader.compare.figures.languages.readings import CountedReading, read
from reader.compare.figures.tokens import Sentence
from reader.text.spans import Span

SUPPORTED = frozenset(["ar", "de", "es", "fr", "it", "pt", "ru", "zh"])
"""The ISO 639-1 codes of the languages that have a table."""


def words(text: str, span: Span, language: str) -> Sentence:
    """The words of the sentence `span` of `text`, cut as its language asks; KeyError never, `language` is supported."""
    return grammar(language).cutter.sentence(text, span)


def readings(sentence: Sentence, language: str) -> list[CountedReading]:
    """All figures of a sentence that `words` has cut, in order, none within another."""
    return read(sentence, grammar(language))


__all__ = ["SUPPORTED", "CountedReading", "readings", "words"]
