"""Whom an article credits with an utterance, and where it says so.

tokens      the words around the quotations, and where sentences begin
speakers    a name, an office, a pronoun             preceding_subjects, following_subjects   who stands around a verb
clauses     "said Ana Ruiz"                          persons                whom "he" and "the president" mean
neuters     what "it" in "it says" is
attribution   what all have in common
credits     which clause belongs to which utterance  lexicon                the lists of words
sources     who says what a sentence tells in the article's own words

Of other languages than English:
tables      the lists of words of each               tabled_clauses         "sagte Ruiz", "selon Ruiz"
tabled_attributions   which of these belongs to which utterance
"""

from collections.abc import Sequence

from reader.compare.attribution.attribution import Attribution, AttributionSource
from reader.compare.attribution.credits import Attributions
from reader.compare.attribution.sources import StatementSources
from reader.compare.attribution.speakers import is_pronoun, last_name
from reader.compare.attribution.tabled_attributions import TabledAttributions
from reader.compare.attribution.tables import ReportingWords, has_dialogue, is_read
from reader.compare.quotation_marks import QuotedSpan
from reader.compare.witness import Witness
from reader.text.spans import Span

__all__ = [
    "Attribution", "AttributionSource", "StatementSources", "attributions", "has_dialogue", "is_pronoun", "is_read",
    "last_name",
]  # fmt: skip


def attributions(witness: Witness, stretches: Sequence[QuotedSpan], titles: Sequence[Span] = ()) -> AttributionSource:
    """The attributions of an article by the rules of its language; nobody in one that has none."""
    language = witness.article.language
    if not is_read(language):
        return AttributionSource(stretches)
    words = ReportingWords.of(language)
    return TabledAttributions(witness, stretches, titles, words) if words else Attributions(witness, stretches, titles)
