"""A claim: a figure, what it is said of, and the sentence that says it."""

from dataclasses import field

from reader.compare.comparison import Figure
from reader.compare.figures.claims.clause import Clause
from reader.compare.figures.claims.reach import Reach
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """One article's figure with what it is about, as the lexicon reads it (`reach`) and as the sentence stands.

    `first` up to `end` are its words within `clause`; `place` is the number of its sentence in the article.
    """

    figure: Figure
    reach: Reach
    published: str
    clause: Clause = field(compare=False)
    reading: ParsedQuantity
    place: int = 0

    @property
    def article(self) -> str:
        """The id of the article that says it."""
        return self.figure.excerpt.article

    @property
    def first(self) -> int:
        """Where its words begin in the clause."""
        return self.reading.first

    @property
    def end(self) -> int:
        """The word behind it."""
        return self.reading.end

    @property
    def voice(self) -> str:
        """Who says it, folded; "" where the sentence does not tell."""
        span = self.figure.said_by
        words = self.clause.sentence.words
        return "" if span is None else " ".join(w.form for w in words if span.start <= w.start < span.end)
