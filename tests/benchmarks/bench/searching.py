"""Indexing and searching, beside Recoll and a plain SQLite FTS5 table of the same texts, asked the same."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from reader.article import Article
from reader.paths import Paths
from reader.workspace import Workspace
from tests.benchmarks import rivals
from tests.benchmarks.bench.rounds import Curve, Row, Spent, clocked, in_turn, median, tell
from tests.benchmarks.bench.sizes import Sizes
from tests.benchmarks.search import KINDS, LOOSE, p95, queries, timed
from tests.benchmarks.texts import articles

_UNDERSTOOD = ("one word", "two words", "three words, either", "phrase")
"""Kinds of query that FTS5 takes as they are."""
_PLAIN = "SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY bm25(fts) LIMIT 20"
_BUILD = "SQLite FTS5, same stored text"


def measure(sizes: Sizes, other: Path | None) -> list[Row | Curve]:
    """At one size beside others in turn; growth; where that is wanted, searching a large library."""
    del other
    found: list[Row | Curve] = []
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder), sizes.indexed)
        found += shelf.indexing(sizes)
        found += shelf.searching(sizes)
        shelf.close()
    if sizes.large:
        with tempfile.TemporaryDirectory() as folder:
            shelf = Shelf(Path(folder), sizes.large)
            shelf.rebuilt()
            shelf.plain()
            found += shelf.searching(sizes)
            shelf.close()
    return [*found, *_growth(sizes)]


class Shelf:
    """A library of generated articles, and what others make of the same."""

    def __init__(self, place: Path, count: int) -> None:
        """Put the articles into the library; nothing is indexed."""
        tell(f"a library of {count:,} articles")
        self.count, self._place, self._times = count, place, 0
        self._paths = Paths.under(place / "home")
        with closing(Workspace(self._paths)) as workspace, workspace.library.together():
            for one in articles(count):
                workspace.library.add(one)
        self._fts: sqlite3.Connection | None = None

    def close(self) -> None:
        """Let go of the table."""
        if self._fts is not None:
            self._fts.close()

    def rebuilt(self) -> Spent:
        """The index made anew by the helper, which ends with it, so that its time is known."""
        workspace = Workspace(self._paths)
        return clocked(lambda: (workspace.rebuild_index(), workspace.close()))

    def plain(self) -> Spent:
        """The articles in a plain table."""
        self.close()
        self._times += 1
        self._fts, spent = rivals.stored_fts5(self._place / f"plain{self._times}.sqlite", self._articles())
        return Spent(*spent)

    def recoll(self) -> Spent:
        """The articles indexed by Recoll, a file each."""
        self._times += 1
        return Spent(*rivals.recoll(self._place / f"recoll{self._times}", self._articles()))

    def indexing(self, sizes: Sizes) -> list[Row]:
        """Our index and theirs, in turn."""
        tell(f"indexing {self.count:,} articles")
        peers: dict[str, Callable[[], Spent]] = {_BUILD: self.plain}
        if rivals.has_recoll():
            peers["Recoll"] = self.recoll
        goals = {"Recoll": 1 / 2.2}
        return in_turn("search", f"index {self.count:,}: Whoosh", self.rebuilt, peers, max(1, sizes.rounds // 2), goals)

    def searching(self, sizes: Sizes) -> list[Row]:
        """The 95th percentile of our answers, with 20 snippets, beside that of the plain table's, without any."""
        fts = self._fts
        assert fts is not None
        with closing(Workspace(self._paths)) as workspace:
            workspace.search("warm")
            ours, theirs = _Times(), _Times()
            for number in range(sizes.rounds):
                for kind, make in (KINDS | LOOSE).items():
                    asked = queries(self.count, make, seed=3 + number, most=sizes.queries)
                    ours.add(kind, (timed(lambda q=q: workspace.search(q, limit=20))[0] for q in asked))
                    if kind in _UNDERSTOOD:
                        theirs.add(kind, (timed(lambda q=q: fts.execute(_PLAIN, (q,)).fetchall())[0] for q in asked))
        return list(self._told(ours, theirs))

    def _told(self, ours: "_Times", theirs: "_Times") -> Iterator[Row]:
        work = f"search p95 in {self.count:,}: Whoosh"
        yield _row(work, ours.of(*_UNDERSTOOD), "SQLite FTS5, no snippets", theirs.of(*_UNDERSTOOD), 3.0)
        yield _row(f"{work}, word*", ours.of("prefix"), "the same, word", ours.of("one word"), 1.3)
        yield _row(f"{work}, word~", ours.of("fuzzy"), "the same, word", ours.of("one word"), 1.6)
        for kind in KINDS | LOOSE:
            yield _row(f"{work}, {kind}", ours.of(kind), "", [], 0)

    def _articles(self) -> list[Article]:
        return list(articles(self.count))


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
    lines: dict[str, list[tuple[float, float]]] = {"Whoosh": [], _BUILD: []}
    answers: dict[str, list[tuple[float, float]]] = {"Whoosh, 20 snippets": [], "SQLite FTS5, no snippets": []}
    for count in sizes.growth_indexed:
        with tempfile.TemporaryDirectory() as folder:
            shelf = Shelf(Path(folder), count)
            lines["Whoosh"].append((count, shelf.rebuilt().processor))
            lines[_BUILD].append((count, shelf.plain().processor))
            one = shelf.searching(sizes)[0]
            answers["Whoosh, 20 snippets"].append((count, one.ours * 1000))
            answers["SQLite FTS5, no snippets"].append((count, one.theirs * 1000))
            shelf.close()
    return [
        Curve("Indexing", "articles", "seconds of processor", lines),
        Curve("Answering, 95th percentile", "articles", "milliseconds of processor", answers),
    ]
