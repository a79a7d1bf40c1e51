"""A figure within its sentence: the words it takes, and what they are worth."""

from reader.compare.comparison import Modifier
from reader.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ParsedQuantity:
    """A figure within its sentence: all its words are `first` to `end`, the number itself is `core` to `core_end`.

    Besides the dimensions of units.toml, count and ratio there are year, date (YYYYMMDD), day (MMDD, no year known),
    month (YYYYMM, or MM where no year is told), clock (minutes since midnight), ordinal, rank (No. 3, the 16th
    District), reference (Article 4), calibre, rate (so many per 100,000), and two of pairs: in a tally (348-77) or
    score (2-1) `low` is the first value, `high` the second.
    """

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
    converted: tuple["ParsedQuantity", ...] = ()
