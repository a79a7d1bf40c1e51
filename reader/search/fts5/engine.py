"""The engine as the rest of the search knows it."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from reader.search.engines import Commit, StateStamp
from reader.search.facts import FactsCache
from reader.search.fts5 import commits
from reader.search.fts5.reader import Fts5Reader
from reader.search.values import Put


def create(folder: Path) -> int:
    """As `Engine.create`: before the first article there is no file."""
    del folder
    return 0


def commit(folder: Path, stamped: StateStamp, puts: Iterable[Put], gone: Iterable[str], merge: bool = True) -> Commit:
    """As `Engine.commit`; when to merge is not asked, as that costs next to nothing here."""
    del merge
    generation = stamped.generation + 1
    files, counts = commits.commit(folder, stamped.names, generation, puts, gone)
    with closing(Fts5Reader(folder, files)) as made:
        worn = made.gone > made.articles + commits.FULL
        return Commit(generation, tuple(files), made.articles, counts, worn)


def opened(folder: Path, stamped: StateStamp, remembered: FactsCache | None = None) -> Fts5Reader:
    """As `Engine.opened`."""
    return Fts5Reader(folder, stamped.names, remembered)
