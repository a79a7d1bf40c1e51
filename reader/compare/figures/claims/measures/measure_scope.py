"""What a measure is said of."""

from reader.compare.figures.tokens import Sentence
from reader.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class MeasureScope:
    """The attribute measured (`said`), of what (`thing`), and whether that is clear enough to compare."""

    said: str = ""
    thing: str = ""
    label: str = ""
    which: tuple[str, ...] = ()
    clear: bool = False
    timed: bool = True
    names: tuple[str, ...] = ()
    main: bool = False
    """Whether the names of others than those of the whole story make it unclear whose it is."""
    own_time: bool = False
    """Whether a look back in the sentence before says nothing of its time."""


def forms(sentence: Sentence, first: int, end: int) -> list[str]:
    return [sentence.form(i) for i in range(max(first, 0), min(end, len(sentence.words)))]
