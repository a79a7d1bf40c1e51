"""What a reader may set about a comparison: the cutoffs, and nothing that a cutoff does not follow from."""

from dataclasses import field

from reader.dataclass import dataclass

MIN_ARTICLES, MAX_ARTICLES = 2, 20
"""How many articles a comparison takes."""


@dataclass(frozen=True, slots=True)
class PassageOptions:
    """Cutoffs on passages; scores do not depend on them, so that a slider only selects."""

    cutoff: float = 50.0
    """The least score, 0 to 100."""
    least_words: int = 4
    """The least number of words in an excerpt."""


STRICT = PassageOptions(cutoff=70.0, least_words=5)
"""Little that a reader would contest."""
BALANCED = PassageOptions()
"""The best balance of what is found and what is right."""
BROAD = PassageOptions(cutoff=30.0, least_words=3)
"""Whatever may be related."""


@dataclass(frozen=True, slots=True)
class FigureOptions:
    """How strictly figures are held against one another."""

    tolerance: float = 0.02
    """The most that a rounded number may be off, as a share of it."""


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """The options of a comparison."""

    passages: PassageOptions = field(default_factory=PassageOptions)
    figures: FigureOptions = field(default_factory=FigureOptions)
    meaning: bool = True
    """Whether sentences are also compared by what they mean, and so across languages."""
