"""What a person may choose about searching."""

from reader.dataclass import dataclass
from reader.search.values import FTS5, WHOOSH

AUTOMATIC = "auto"
ENGINES = (AUTOMATIC, WHOOSH, FTS5)
LARGE = 50_000
"""Articles above which the engine for large libraries is better: it answers sooner, and is made sooner."""
_STILL_LARGE = LARGE // 2  # a library that shrinks a little keeps its engine


@dataclass(frozen=True, slots=True)
class SearchOptions:
    """Options of the search stage.

    `engine`: which engine keeps the index, one of `ENGINES`; by itself it is chosen by the size of the library.
    """

    engine: str = AUTOMATIC


def engine_for(options: SearchOptions, articles: int, present: str) -> str:
    """The engine that a library of so many articles should have, whose index was made by `present`."""
    if options.engine in (WHOOSH, FTS5):
        return options.engine
    return FTS5 if articles > (_STILL_LARGE if present == FTS5 else LARGE) else WHOOSH
