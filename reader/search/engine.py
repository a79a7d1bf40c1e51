"""What is done with Whoosh's own files: commit a batch, open one committed state, find the best articles in it."""

import heapq
import json
import math
import time
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import reader.search.terms_file  # noqa: F401 - without which no segment is opened
from reader import garbage
from reader.search import gate
from reader.search.columns import Columns
from reader.search.engines import Commit, Found, SearchTimeout, StateStamp
from reader.search.facts import AllowedArticles, FactsCache, facet_counts
from reader.search.query import Query
from reader.search.query_compiler import Compiler, SynonymQuery
from reader.search.ranking import Ranking
from reader.search.schema import NAME, columns_of, schema
from reader.search.synonyms import WordCounts
from reader.search.values import EVERYTHING, Filters, Hit, Order, Put
from reader.search.vocabulary import Vocabulary
from reader.search.words import WordCounter

_CLOCK = 64  # articles between two looks at the clock


def create(folder: Path) -> int:
    """An index without articles in an empty folder; Whoosh's first generation."""
    gate.index.FileIndex.create(gate.filestore.FileStorage(str(folder)), schema(), NAME)
    return 0


def commit(folder: Path, stamped: StateStamp, puts: Iterable[Put], gone: Iterable[str], merge: bool = True) -> Commit:
    """As `Engine.commit`; Whoosh itself knows which state is the last."""
    from reader.search.segment_writer import Writer, merging  # late: a search writes nothing

    del stamped
    present = gate.index.FileIndex(gate.filestore.FileStorage(str(folder)), schema(), NAME)
    writer = Writer(present)
    try:
        with garbage.put_off():  # millions of postings: looking for cycles among them takes a sixth of the time
            reader = writer.reader()
            for number in _numbers(reader, gone):
                writer.delete_document(number)
            reader.close()
            counter = WordCounter()
            for put in puts:
                writer.put(columns_of(put.id, put.article, counter.read(put.article, put.reader)))
            writer.commit(mergetype=merging if merge else gate.writing.NO_MERGE)
    except BaseException:
        writer.give_up()
        raise
    generation = int(writer.generation)
    made = WhooshReader(folder, generation)
    try:
        return Commit(generation, tuple(made.files()), made.articles, counter.counts())
    finally:
        made.close()


def opened(folder: Path, stamped: StateStamp, remembered: FactsCache | None = None) -> "WhooshReader":
    """As `Engine.opened`."""
    return WhooshReader(folder, stamped.generation, remembered)


def _numbers(reader: Any, ids: Iterable[str]) -> list[int]:
    numbers = []
    for article_id in ids:
        term = article_id.encode("utf-8", "surrogatepass")
        if ("id", term) in reader:
            numbers.extend(reader.postings("id", term).all_ids())
    return numbers


class WhooshReader:
    """One committed state, open for reading."""

    def __init__(self, folder: Path, generation: int, remembered: FactsCache | None = None) -> None:
        """Open a state; `remembered` has what was read of its segments when they were part of another."""
        storage = gate.filestore.FileStorage(str(folder), readonly=True)
        # The generation that the stamp vouches for, not the newest that lies there; our own schema, not a pickled one.
        toc = gate.index.TOC.read(storage, NAME, gen=generation, schema=schema())
        self._segments = [segment.segment_id() for segment in toc.segments]
        self._folder, self._generation = folder, generation
        self._ranking = Ranking()
        reader = gate.index.FileIndex._reader(storage, toc.schema, toc.segments, toc.generation)  # noqa: SLF001
        self._searcher = gate.searching.Searcher(reader, weighting=self._ranking)
        self._leaves = [searcher.reader() for searcher, _base in self._searcher.leaf_searchers()]
        self._bases = [base for _searcher, base in self._searcher.leaf_searchers()]
        self._shown_of: dict[int, Any] = {}
        self._facts = (remembered or FactsCache()).of(((_name(leaf), leaf) for leaf in self._leaves), Columns)
        self._allowed = AllowedArticles(self._facts)

    def close(self) -> None:
        """Let go of the files."""
        self._searcher.close()

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return int(self._searcher.doc_count())

    def compiler(self, languages: Sequence[str], vocabulary: Vocabulary) -> Compiler:
        """What makes queries for it."""
        return Compiler(languages, vocabulary)

    def files(self) -> list[str]:
        """The names of all files it is made of."""
        toc = f"_{NAME}_{self._generation}.toc"
        return [toc, *(f.name for f in self._folder.iterdir() if f.name.split(".")[0] in self._segments)]

    def holds(self, form: str) -> bool:
        """Whether some article has a word of this form."""
        return ("body", form.encode("utf-8", "surrogatepass")) in self._searcher.reader()

    def frequency(self, form: str) -> int:
        """In how many articles a word of this form stands."""
        return int(self._searcher.reader().doc_frequency("body", form.encode("utf-8", "surrogatepass")))

    def find(
        self,
        compiled: Any,
        query: Query,
        limit: int,
        order: Order,
        until: float,
        filters: Filters = EVERYTHING,
        facets: bool = False,
    ) -> Found:
        """The best `limit` articles of those that match, counted to the last unless the clock passes `until` before."""
        best: list[tuple[float, float, int]] = []  # a heap: rank, what breaks ties, minus the article's number
        found: list[list[int]] = [[] for _ in self._facts]
        total, partial = 0, False
        relevance, since, latest = order == "relevance", query.since, query.until
        least = -math.inf if limit else math.inf  # the rank from which on an article may be among the best
        self._ranking.until = until
        try:
            for segment, base, matching in self._matching(compiled, until, filters):
                days, are_counted = self._facts[segment].days, False
                if isinstance(matching, WordCounts):
                    are_counted = relevance and not query.dated
                    if are_counted:  # all of them are found, and of most nothing else need be known
                        total += len(matching.counts)
                        found[segment] += matching.counts if facets else ()
                    matching = matching.best(limit, least) if are_counted else matching.scores().items()
                for number, score in matching:
                    day = days[number]
                    if not since <= day <= latest:
                        continue
                    if not are_counted:
                        total += 1
                        if facets:
                            found[segment].append(number)
                    if (score if relevance else day) < least:
                        continue
                    entry = (score, day, -(base + number)) if relevance else (day, score, -(base + number))
                    if len(best) < limit:
                        heapq.heappush(best, entry)
                    elif entry > best[0]:
                        heapq.heapreplace(best, entry)
                    if len(best) == limit:
                        least = best[0][0]
        except SearchTimeout:
            partial = True
        hits = self._hits(best, order)
        return Found(hits, total, partial, *(facet_counts(self._facts, found) if facets else ()))

    def _matching(
        self, compiled: Any, until: float, filters: Filters
    ) -> Iterator[tuple[int, int, WordCounts | Iterable[tuple[int, float]]]]:
        """Of each segment its place, the number at which its articles begin, and what of them matches, weighed or to
        be weighed."""
        context = gate.searching.SearchContext(weighting=self._searcher.weighting)
        passing = self._allowed.of(filters)
        for segment, (searcher, base) in enumerate(self._searcher.leaf_searchers()):
            allowed = passing[segment] if passing else None
            if isinstance(compiled, SynonymQuery):
                counts = compiled.counts(searcher)
                yield segment, base, counts if allowed is None else counts.among(allowed.__getitem__)
            else:
                yield segment, base, _walked(compiled.matcher(searcher, context), until, allowed)

    def _hits(self, best: list[tuple[float, float, int]], order: Order) -> tuple[Hit, ...]:
        hits = []
        for rank, tie, number in sorted(best, reverse=True):
            article_id, headline, outlet, published = json.loads(self._shown(-number))
            hits.append(Hit(article_id, rank if order == "relevance" else tie, headline, outlet, published))
        return tuple(hits)

    def _shown(self, number: int) -> bytes:
        leaf = bisect_right(self._bases, number) - 1
        if leaf not in self._shown_of:
            self._shown_of[leaf] = self._leaves[leaf].column_reader("shown", translate=False)
        found: bytes = self._shown_of[leaf][number - self._bases[leaf]]
        return found


def _walked(matcher: Any, until: float, allowed: bytearray | None) -> Iterator[tuple[int, float]]:
    """What a matcher matches, with what it weighs; what is not allowed is not weighed."""
    looked = 0
    while matcher.is_active():
        looked += 1
        if looked % _CLOCK == 0 and time.monotonic() > until:
            raise SearchTimeout
        number = matcher.id()
        if allowed is None or allowed[number]:
            yield number, matcher.score()
        matcher.next()


def _name(reader: Any) -> str:
    segment = reader.segment()
    return str(segment.segment_id()) if segment else ""  # none: the state has no articles at all
