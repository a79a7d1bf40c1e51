"""Indexing and searching, beside Recoll and a plain SQLite FTS5 table of the same texts, asked the same."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from reader.paths import Paths
from reader.search.options import SearchOptions
from reader.search.values import FTS5, WHOOSH
from reader.settings import Settings
from reader.workspace import Workspace
from tests.benchmarks import rivals
from tests.benchmarks.bench.rounds import Curve, Row, Spent, clocked, in_turn, median, tell
from tests.benchmarks.bench.sizes import Sizes
from tests.benchmarks.search import KINDS, LOOSE, p95, queries, timed
from tests.benchmarks.texts import articles, shelve

_UNDERSTOOD = ("one word", "two words", "three words, either", "phrase")
"""Kinds of query that FTS5 takes as they are."""
_PLAIN = "SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY bm25(fts) LIMIT 20"
_STORED = "SQLite FTS5, same stored text"
_BARE = "SQLite FTS5, no snippets"
_SHOWN = {WHOOSH: "Whoosh", FTS5: "FTS5 engine"}
_INDEXING = {WHOOSH: {"Recoll": 1 / 2.2}, FTS5: {_STORED: 2.0}}


def measure(sizes: Sizes, other: Path | None) -> list[Row | Curve]:
    """At one size beside others in turn; where that is wanted, searching a large library; growth."""
    del other
    found: list[Row | Curve] = []
    with tempfile.TemporaryDirectory() as folder, closing(Shelf(Path(folder), sizes.indexed)) as shelf:
        for engine in _SHOWN:
            found += shelf.indexing(engine, sizes)
            found += shelf.searching(engine, sizes, 3.0 if engine == WHOOSH else 1.5)
    if sizes.large:
        with tempfile.TemporaryDirectory() as folder, closing(Shelf(Path(folder), sizes.large)) as shelf:
            shelf.plain()
            shelf.rebuilt(FTS5)
            found += shelf.searching(FTS5, sizes, 2.0)
    return [*found, *_growth(sizes)]


class Shelf:
    """A library of generated articles, and what others make of the same."""

    def __init__(self, place: Path, count: int) -> None:
        """Put the articles into the library; nothing is indexed."""
        tell(f"a library of {count:,} articles")
        self.count, self._place, self._times = count, place, 0
        self._fts: sqlite3.Connection | None = None
        with closing(self._workspace(WHOOSH)) as workspace:
            shelve(workspace.library, count)

    def close(self) -> None:
        """Let go of the table."""
        if self._fts is not None:
            self._fts.close()

    def rebuilt(self, engine: str) -> Spent:
        """The index made anew by the helper, which ends with it, so that its time is known."""
        workspace = self._workspace(engine)
        return clocked(lambda: (workspace.rebuild_index(), workspace.close()))

    def plain(self) -> Spent:
        """The articles in a plain table."""
        self.close()
        self._times += 1
        self._fts, spent = rivals.stored_fts5(self._place / f"plain{self._times}.sqlite", list(articles(self.count)))
        return Spent(*spent)

    def recoll(self) -> Spent:
        """The articles indexed by Recoll, a file each."""
        self._times += 1
        return Spent(*rivals.recoll(self._place / f"recoll{self._times}", articles(self.count)))

    def indexing(self, engine: str, sizes: Sizes) -> list[Row]:
        """Our index and theirs, in turn."""
        work = f"index {self.count:,}: {_SHOWN[engine]}"
        tell(work)
        peers: dict[str, Callable[[], Spent]] = {_STORED: self.plain}
        if engine == WHOOSH and rivals.has_recoll():
            peers["Recoll"] = self.recoll
        rounds = max(1, sizes.rounds // 2)
        return in_turn("search", work, lambda: self.rebuilt(engine), peers, rounds, _INDEXING[engine])

    def searching(self, engine: str, sizes: Sizes, goal: float) -> Iterator[Row]:
        """The 95th percentile of our answers, with 20 snippets, beside that of the plain table's, without any."""
        fts = self._fts
        assert fts is not None
        work = f"search p95 in {self.count:,}: {_SHOWN[engine]}"
        tell(work)
        ours, theirs = _Times(), _Times()
        with closing(self._workspace(engine)) as workspace:
            workspace.search("warm")
            for number in range(sizes.rounds):
                for kind, make in (KINDS | LOOSE).items():
                    asked = queries(self.count, make, seed=3 + number, most=sizes.queries)
                    ours.add(kind, (timed(lambda q=q: workspace.search(q, limit=20))[0] for q in asked))
                    if kind in _UNDERSTOOD:
                        theirs.add(kind, (timed(lambda q=q: fts.execute(_PLAIN, (q,)).fetchall())[0] for q in asked))
        yield _row(f"{work}, 20 snippets", ours.of(*_UNDERSTOOD), _BARE, theirs.of(*_UNDERSTOOD), goal)
        yield _row(f"{work}, word*", ours.of("prefix"), "the same, word", ours.of("one word"), 1.3)
        yield _row(f"{work}, word~", ours.of("fuzzy"), "the same, word", ours.of("one word"), 1.6)
        for kind in KINDS | LOOSE:
            yield _row(f"{work}, {kind}", ours.of(kind), "", [], 0)

    def _workspace(self, engine: str) -> Workspace:
        return Workspace(Paths.under(self._place / "home"), Settings(search=SearchOptions(engine)))


class _Times:
    """Of each kind of query, the times of its rounds."""

    def __init__(self) -> None:
        self._of: dict[str, list[list[float]]] = {}

    def add(self, kind: str, seconds: Iterable[float]) -> None:
        self._of.setdefault(kind, []).append(list(seconds))

    def of(self, *kinds: str) -> list[float]:
        """For each round the 95th percentile over these kinds."""
        rounds = zip(*(self._of[kind] for kind in kinds), strict=True)
        return [p95([one for kind in found for one in kind]) for found in rounds]


def _row(work: str, ours: list[float], peer: str, theirs: list[float], goal: float) -> Row:
    """Processor time is what is told here: queries are too short for the clock of a machine that does other things."""
    if not peer:
        return Row("search", work, median(ours), unit="ms")
    ratio = median(one / other for one, other in zip(ours, theirs, strict=True))
    return Row("search", work, median(ours), peer, median(theirs), 0.0, ratio, goal, unit="ms")


def _growth(sizes: Sizes) -> list[Curve]:
    made: dict[str, list[tuple[float, float]]] = {name: [] for name in (*_SHOWN.values(), _STORED)}
    answers: dict[str, list[tuple[float, float]]] = {name: [] for name in (*_SHOWN.values(), _BARE)}
    few = replace(sizes, rounds=1)
    for count in sizes.growth_indexed:
        with tempfile.TemporaryDirectory() as folder, closing(Shelf(Path(folder), count)) as shelf:
            made[_STORED].append((count, shelf.plain().processor))
            for engine, name in _SHOWN.items():
                made[name].append((count, shelf.rebuilt(engine).processor))
                one = next(shelf.searching(engine, few, 0.0))
                answers[name].append((count, one.ours * 1000))
            answers[_BARE].append((count, one.theirs * 1000))
    return [
        Curve("Indexing", "articles", "seconds of processor", made),
        Curve("Answering, 95th percentile", "articles", "milliseconds of processor", answers),
    ]
