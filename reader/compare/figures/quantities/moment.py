"""A moment that a text names: a date, a year, a clock time."""

from reader.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Moment:
    """Words `first` up to `end` that name a time: a date as YYYYMMDD (noughts for what is not said), a year, minutes
    since midnight, seconds that something took, or days from the day of writing (`relative`)."""

    first: int
    end: int
    kind: str
    """date, day (of which no year is meant), decade, age, degrees, month, weekday, clock, duration or relative."""
    value: float
    zone: str = ""
    last: float = 0.0
    """The end of a range, from `value` on; nought without."""
