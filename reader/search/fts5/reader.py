"""One committed state, open for reading: its base and its tail are asked one after the other."""

import heapq
import math
import sqlite3
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from reader.search.engines import Found, SearchTimeout
from reader.search.facts import AllowedArticles, FactsCache, facet_counts
from reader.search.fts5.expression import Compiler, SearchExpression
from reader.search.fts5.numbers import Numbers
from reader.search.fts5.search import RANKED, Row, Search
from reader.search.fts5.segments import BASE, TAIL, named, opened, text_of
from reader.search.query import Query
from reader.search.synonyms import RecentCounts, Synonyms, lowest
from reader.search.values import EVERYTHING, FacetCount, Filters, Hit, Order
from reader.search.vocabulary import Vocabulary


class Fts5Reader:
    """An `engines.IndexReader` over the files of one state; one thread at a time asks."""

    def __init__(self, folder: Path, names: Iterable[str], remembered: FactsCache | None = None) -> None:
        """Open the files of these names that are ours; `remembered` has what was read of the base before."""
        present = list(names)
        files = [name for kind in (BASE, TAIL) if (name := named(kind, present))]
        self._connections = [opened(folder / name) for name in files]
        self._facts = (remembered or FactsCache()).of(zip(files, self._connections, strict=True), Numbers)
        self._tail = self._connections[-1] if files else None
        self._gone = {row[0] for row in self._tail.execute("SELECT number FROM gone")} if self._tail else set[int]()
        self._allowed = AllowedArticles(self._facts)
        self._recent = RecentCounts()

    def close(self) -> None:
        """Let go of the files."""
        for connection in self._connections:
            connection.close()

    @cached_property
    def articles(self) -> int:
        """How many articles there are."""
        count = "SELECT count(*) FROM article"
        return sum(int(one.execute(count).fetchone()[0]) for one in self._connections) - len(self._gone)

    @property
    def gone(self) -> int:
        """How many articles its base has that are gone."""
        return len(self._gone)

    def compiler(self, languages: Sequence[str], vocabulary: Vocabulary) -> Compiler:
        """What makes queries for it."""
        return Compiler(languages, vocabulary)

    def holds(self, form: str) -> bool:
        """Whether some article has a word of this form."""
        return self.frequency(form) > 0

    def frequency(self, form: str) -> int:
        """In how many articles a word of this form stands."""
        return sum(_frequency(one, form) for one in self._connections)

    def find(
        self,
        wanted: SearchExpression,
        query: Query,
        limit: int,
        order: Order,
        until: float,
        filters: Filters = EVERYTHING,
        facets: bool = False,
    ) -> Found:
        """As `engines.IndexReader.find`."""
        kept: list[list[Row]] = [[] for _ in self._connections]  # which may be among the best
        numbers: list[list[int]] = [[] for _ in self._connections]
        total, partial = 0, False
        allowed = self._allowed.of(filters)
        only_best = wanted.is_of_synonyms and order == "relevance" and limit > 0 and not query.dated
        found = self._best_synonyms(wanted, until, limit, allowed) if only_best else None
        try:
            for part, rows, all_numbers in found or self._found(wanted, until, limit > 0, query, allowed):
                kept[part] += rows
                total += len(rows if all_numbers is None else all_numbers)
                if facets:
                    numbers[part] += [number for number, _ in rows] if all_numbers is None else all_numbers
        except SearchTimeout:
            partial = True
        hits = self._hits(self._best(kept, limit, order), order)
        return Found(hits, total, partial, *(self._facets(numbers) if facets else ()))

    # Matching

    def _best_synonyms(
        self, wanted: SearchExpression, until: float, limit: int, allowed: list[bytearray] | None
    ) -> Iterator[tuple[int, list[Row], Collection[int]]]:
        """Of each part what may be among the best, and the numbers of all."""
        least = -math.inf
        for part, connection, facts in self._parts():
            counts = Search(connection, facts, wanted, until, self._recent).of_synonyms(wanted.synonyms[0])
            if self._gone and part < len(self._connections) - 1:
                counts = counts.among(lambda number: number not in self._gone)
            if allowed is not None:
                counts = counts.among(_in(allowed[part], facts.first))
            rows = counts.best(limit, least)
            least = lowest(rows, limit, least)
            yield part, rows, counts.counts.keys()

    def _parts(self) -> Iterator[tuple[int, sqlite3.Connection, Numbers]]:
        """Those parts that have any article: a tail has none when it was just added to the base."""
        for part, (connection, facts) in enumerate(zip(self._connections, self._facts, strict=True)):
            if facts.count:
                yield part, connection, facts

    def _found(
        self, wanted: SearchExpression, until: float, ranked: bool, query: Query, allowed: list[bytearray] | None
    ) -> Iterator[tuple[int, list[Row], None]]:
        """Of each part what was found."""
        for part, rows in self._matching(wanted, until, ranked):
            yield part, self._passed(part, rows, query, allowed), None

    def _matching(self, wanted: SearchExpression, until: float, ranked: bool) -> Iterator[tuple[int, list[Row]]]:
        """Rows that match, with the part that they are of."""
        for part, connection, facts in self._parts():
            search = Search(connection, facts, wanted, until, self._recent)
            for rows in search.rows(ranked):
                if ranked and part and wanted.leaves:
                    rows = self._weighed(connection, wanted, until, rows)
                if ranked and wanted.synonyms and not wanted.is_of_synonyms:
                    rows = self._with_synonyms(search, wanted, rows)
                yield part, rows

    def _with_synonyms(self, search: Search, wanted: SearchExpression, rows: list[Row]) -> list[Row]:
        for words in wanted.synonyms:
            rarity, scores = self._rarity_of(words), search.of_synonyms(words).scores()
            rows = [(number, score + scores.get(number, 0.0) * rarity) for number, score in rows]
        return rows

    def _rarity_of(self, words: Synonyms) -> float:
        """How much words tell of which each stands for all: as much as the commonest."""
        connection = self._connections[0]
        having = max((_frequency(connection, form) for form in words.forms), default=0)
        return _rarity(_total(connection), having)

    def _passed(self, part: int, rows: list[Row], query: Query, allowed: list[bytearray] | None) -> list[Row]:
        first = self._facts[part].first
        if self._gone and part < len(self._connections) - 1:
            gone = self._gone
            rows = [row for row in rows if row[0] not in gone]
        if allowed is not None:
            passing = allowed[part]
            rows = [row for row in rows if passing[row[0] - first]]
        if query.dated:
            days, since, until = self._facts[part].days, query.since, query.until
            rows = [row for row in rows if since <= days[row[0] - first] <= until]
        return rows

    def _weighed(self, tail: sqlite3.Connection, wanted: SearchExpression, until: float, rows: list[Row]) -> list[Row]:
        """The tail's rows with scores as the base would give them.

        How rare a word is FTS5 counts for each file by itself; among a few articles that says nothing.
        """
        scores = dict.fromkeys((number for number, _score in rows), 0.0)
        for leaf in wanted.leaves:
            if time.monotonic() > until:
                raise SearchTimeout
            found = tail.execute(RANKED, (leaf,)).fetchall()
            if found:
                here = _rarity(_total(tail), len(found))
                there = _rarity(_total(self._connections[0]), self._base_frequency(leaf))
                for number, score in found:
                    if number in scores:
                        scores[number] += score * there / here
        return list(scores.items())

    def _base_frequency(self, leaf: str) -> int:
        """About in how many of the base's articles a leaf stands: a phrase at most where its rarest word does."""
        forms = leaf.partition('"')[2].strip('"').split(" ")
        return min(_frequency(self._connections[0], form) for form in forms)

    # What is shown

    def _facets(self, found: list[list[int]]) -> tuple[tuple[FacetCount, ...], tuple[str, ...]]:
        parts = zip(self._facts, found, strict=True)
        return facet_counts(self._facts, [[number - facts.first for number in numbers] for facts, numbers in parts])

    def _best(self, kept: list[list[Row]], limit: int, order: Order) -> list[tuple[float, float, int, int]]:
        """The best rows: rank, what breaks ties, minus the number, and the part they are of."""
        if limit <= 0:
            return []
        least = -math.inf
        if order == "relevance":  # most rows are out of question, and their days need not be looked up
            scores = heapq.nlargest(limit, [score for rows in kept for _number, score in rows])
            least = scores[-1] if len(scores) == limit else least
        entries = []
        for part, rows in enumerate(kept):
            facts = self._facts[part]
            for number, score in rows:
                if score >= least:
                    day = facts.days[number - facts.first]
                    rank = (score, day) if order == "relevance" else (day, score)
                    entries.append((*rank, -number, part))
        return heapq.nlargest(limit, entries)

    def _hits(self, best: list[tuple[float, float, int, int]], order: Order) -> tuple[Hit, ...]:
        hits = []
        for rank, tie, number, part in best:
            shown = self._connections[part].execute(_SHOWN, (-number,)).fetchone()
            hits.append(Hit(text_of(shown[0]), rank if order == "relevance" else tie, *map(text_of, shown[1:])))
        return tuple(hits)


def _in(passing: bytearray, first: int) -> Callable[[int], int]:
    """Says of an article's number whether it passes, as told by a byte for each from number `first` on."""
    return lambda number: passing[number - first]


_SHOWN = "SELECT id, headline, outlet, published FROM article WHERE number = ?"


def _frequency(connection: sqlite3.Connection, form: str) -> int:
    row = connection.execute("SELECT doc FROM word WHERE term = ?", (form,)).fetchone()
    return int(row[0]) if row else 0


def _total(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])


def _rarity(articles: int, having: int) -> float:
    """How much a word tells, as FTS5 has it."""
    return max(1e-6, math.log((articles - having + 0.5) / (having + 0.5))) if having <= articles else 1e-6
