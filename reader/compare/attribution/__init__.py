"""Whom an article credits with an utterance, and where it says so.

tokens      the words around the quotations, and where sentences begin
speakers    a name, an office, a pronoun             preceding, following   who stands before and behind a verb
clauses     "said Ana Ruiz"                          persons                whom "he" and "the president" mean
credits     which clause belongs to which utterance  lexicon                the lists of words
"""

from reader.compare.attribution.credits import Attribution, Attributions
from reader.compare.attribution.speakers import is_pronoun, last_name

__all__ = ["Attribution", "Attributions", "is_pronoun", "last_name"]
