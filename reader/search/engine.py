"""What is done with Whoosh's own files: commit a batch, open one committed state, find the best articles in it."""

import gc
import heapq
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.search import gate
from reader.search.query import Query
from reader.search.schema import columns_of, schema
from reader.search.scoring import Late, Ranking, days
from reader.search.values import Hit, Order, Put
from reader.search.writing import NAME, Writer, merging

_CLOCK = 64  # articles between two looks at the clock


def create(folder: Path) -> int:
    """An index without articles in an empty folder; Whoosh's first generation."""
    gate.index.FileIndex.create(gate.filestore.FileStorage(str(folder)), schema(), NAME)
    return 0


def commit(folder: Path, puts: Sequence[Put], gone: Iterable[str], merge: bool = True) -> int:
    """Add articles, after deleting those called `gone` (older forms of them too); Whoosh's generation then."""
    opened = gate.index.FileIndex(gate.filestore.FileStorage(str(folder)), schema(), NAME)
    writer = Writer(opened)
    collecting = gc.isenabled()
    gc.disable()  # millions of postings, none of them in a cycle: looking through them takes a sixth of the time
    try:
        reader = writer.reader()
        for number in _numbers(reader, gone):
            writer.delete_document(number)
        reader.close()
        for put in puts:
            writer.put(columns_of(put.id, put.article))
        writer.commit(mergetype=merging if merge else gate.writing.NO_MERGE)
    except BaseException:
        writer.give_up()
        raise
    finally:
        if collecting:
            gc.enable()
    return int(writer.generation)


def _numbers(reader: Any, ids: Iterable[str]) -> list[int]:
    numbers = []
    for article_id in ids:
        term = article_id.encode("utf-8", "surrogatepass")
        if ("id", term) in reader:
            numbers.extend(reader.postings("id", term).all_ids())
    return numbers


@dataclass(frozen=True, slots=True)
class Found:
    """Articles, best first, out of how many, and whether the clock stopped the search."""

    hits: tuple[Hit, ...]
    total: int
    partial: bool


class Opened:
    """One committed state, open for reading."""

    def __init__(self, folder: Path, generation: int) -> None:
        storage = gate.filestore.FileStorage(str(folder), readonly=True)
        # The generation that the stamp vouches for, not the newest that lies there; our own schema, not a pickled one.
        toc = gate.index.TOC.read(storage, NAME, gen=generation, schema=schema())
        self._segments = [segment.segment_id() for segment in toc.segments]
        self._folder, self._generation = folder, generation
        self._ranking = Ranking()
        reader = gate.index.FileIndex._reader(storage, toc.schema, toc.segments, toc.generation)  # noqa: SLF001
        self._searcher = gate.searching.Searcher(reader, weighting=self._ranking)
        self._days: dict[int, list[int]] = {}

    def close(self) -> None:
        """Let go of the files."""
        self._searcher.close()

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return int(self._searcher.doc_count())

    def files(self) -> list[str]:
        """The names of all files it is made of."""
        toc = f"_{NAME}_{self._generation}.toc"
        return [toc, *(f.name for f in self._folder.iterdir() if f.name.split(".")[0] in self._segments)]

    def holds(self, form: str) -> bool:
        """Whether some article has a word of this form."""
        return ("body", form.encode("utf-8", "surrogatepass")) in self._searcher.reader()

    def find(self, compiled: Any, query: Query, limit: int, order: Order, until: float) -> Found:
        """The best `limit` articles of those that match, counted to the last unless the clock passes `until` before."""
        best: list[tuple[float, float, int]] = []  # a heap: rank, what breaks ties, minus the article's number
        total, partial = 0, False
        self._ranking.until = until
        try:
            for score, day, number in self._matching(compiled, until):
                if not query.since <= day <= query.until:
                    continue
                total += 1
                entry = (score, day, -number) if order == "relevance" else (day, score, -number)
                if len(best) < limit:
                    heapq.heappush(best, entry)
                elif best and entry > best[0]:
                    heapq.heapreplace(best, entry)
        except Late:
            partial = True
        return Found(self._hits(best, order), total, partial)

    def _matching(self, compiled: Any, until: float) -> Iterator[tuple[float, int, int]]:
        context = gate.searching.SearchContext(weighting=self._searcher.weighting)
        for searcher, base in self._searcher.leaf_searchers():
            if base not in self._days:
                self._days[base] = days(searcher.reader())
            day_of = self._days[base]
            matcher = compiled.matcher(searcher, context)
            looked = 0
            while matcher.is_active():
                looked += 1
                if looked % _CLOCK == 0 and time.monotonic() > until:
                    raise Late
                number = matcher.id()
                yield matcher.score(), day_of[number], base + number
                matcher.next()

    def _hits(self, best: list[tuple[float, float, int]], order: Order) -> tuple[Hit, ...]:
        hits = []
        for rank, tie, number in sorted(best, reverse=True):
            article_id, headline, outlet, published = self._searcher.stored_fields(-number)["shown"]
            hits.append(Hit(article_id, rank if order == "relevance" else tie, headline, outlet, published))
        return tuple(hits)
