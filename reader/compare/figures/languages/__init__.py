"""Figures in other languages than English: read by tables, one a language, with the noun that each counts.

tokens -> numbers (digits, compounds, sums; chinese) -> ranges -> measures, ages, moments, scores (decoys left out)
-> nouns, modifiers -> readings; `tables` makes the `grammar` of a language of its table in data/lexicon/figures.
"""

from typing import TYPE_CHECKING

from reader.compare.figures.tokens import Sentence
from reader.text.spans import Span

if TYPE_CHECKING:  # loaded for articles in such languages
    from reader.compare.figures.languages.readings import CountedQuantity

SUPPORTED = frozenset(["ar", "de", "es", "fr", "it", "pt", "ru", "zh"])
"""The ISO 639-1 codes of the languages that have a table."""


def words(text: str, span: Span, language: str) -> Sentence:
    """The words of the sentence `span` of `text`, cut as its language asks; `language` is one of `SUPPORTED`."""
    from reader.compare.figures.languages.tables import grammar

    return grammar(language).cutter.sentence(text, span)


def figures_of(sentence: Sentence, language: str) -> "list[CountedQuantity]":
    """All figures of a sentence that `words` has cut, in order, none within another."""
    from reader.compare.figures.languages.readings import read
    from reader.compare.figures.languages.tables import grammar

    return read(sentence, grammar(language))


__all__ = ["SUPPORTED", "figures_of", "words"]
