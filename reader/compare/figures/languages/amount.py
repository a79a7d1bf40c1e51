"""A number as it was read, before its unit and its modifiers."""

from reader.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """Words `first` up to `end`, worth `low` (to `high` where vague); `step`: one unit of its last digit."""

    first: int
    end: int
    low: float
    high: float
    step: float
    about: bool = False
    """Whether the word itself says "about so many": une centaine."""
    vague: bool = False
    open: bool = False
    """Whether the letter of a vague count sets no upper end."""
    in_digits: bool = False
    scale: float = 1.0
    """The last scale in it: a million in "two million"."""
    worded: str = ""
    """The folded word, where it is a single one."""
    more: bool = False
    """Whether it says within itself "and more": 9000多万."""
    people: bool = False
    """Whether the word counts people by itself."""


def step_of(value: float) -> float:
    """One unit of the last digit of a value that is not nought."""
    if value != int(value):
        return 0.5 if value * 2 == int(value * 2) else 0.1
    step = 1.0
    while value and value % (step * 10) == 0:
        step *= 10
    return step
