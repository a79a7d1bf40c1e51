"""A figure within its sentence: the words it takes, and what they are worth."""

from dataclasses import dataclass

from reader.compare.comparison import Modifier


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure within its sentence: all its words are `first` to `end`, the number itself is `core` to `core_end`."""

    first: int
    end: int
    core: int
    core_end: int
    low: float
    high: float
    step: float
    unit: str = ""
    dimension: str = "count"
    modifier: Modifier = Modifier.NONE
    open: bool = False
    rate: str = ""
    ordinal: bool = False
    zone: str = ""
    converted: tuple["Reading", ...] = ()
