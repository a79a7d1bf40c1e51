"""The words of the articles as they are written, and in how many: for prefixes, suggestions and did-you-mean.

It lies in a small SQLite file among the index's own, a new one with each commit. Articles that are removed are not
counted back; what it proposes is checked against the index.
"""

import re
import shutil
import sqlite3
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import chain, repeat
from pathlib import Path

from reader.search.analysis import plain

_SURROGATE = re.compile("[\ud800-\udfff]")
_REMEMBERED = 256  # words whose neighbours are kept
_STATES = 2  # whose words are kept in memory at most
_BESIDE = 32  # words that one prefix or one spelling stands for at most

Counts = Mapping[str, Mapping[str, int]]
"""By language, in how many articles each word stands."""


class Vocabulary:
    """The vocabulary of one committed state: its file never changes once it is made.

    A connection is open only while it is asked.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def grown(self, path: Path, counts: Counts) -> "Vocabulary":
        """The vocabulary of this one's articles and of those that were counted, in a new file at `path`."""
        if self._path.is_file():
            shutil.copyfile(self._path, path)
        grown = Vocabulary(path)
        grown._learn(counts)
        return grown

    def _learn(self, counts: Counts) -> None:
        with self._open() as connection:
            # The index is a cache, and nobody reads the file before it is whole.
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute(
                "CREATE TABLE IF NOT EXISTS word (word TEXT, language TEXT, articles INTEGER, "
                "PRIMARY KEY (word, language)) WITHOUT ROWID"
            )
            connection.execute("BEGIN")
            connection.executemany(
                "INSERT INTO word VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET articles = articles + excluded.articles",
                chain.from_iterable(_rows(language, words) for language, words in sorted(counts.items())),
            )
            connection.execute("COMMIT")

    def beginning(self, prefix: str, limit: int = _BESIDE) -> list[str]:
        """The words that begin so, those of most articles first."""
        start = plain(prefix)
        if not start or _SURROGATE.search(start):  # half a sign is in no word, and SQLite takes none
            return []
        if (known := self._known()) is not None:
            return known.beginning(start, limit)
        sql = (
            "SELECT word FROM word WHERE word >= ? AND word < ? GROUP BY word ORDER BY sum(articles) DESC, word LIMIT ?"
        )
        with self._open() as connection:
            return [row[0] for row in connection.execute(sql, (start, start + "\U0010ffff", limit))]

    def like(self, word: str, limit: int = _BESIDE) -> Iterator[str]:
        """The words spelt about so, the nearest and then the most frequent first; farther ones are looked for last."""
        sought = plain(word)
        met: set[str] = set()
        for far in range(1, distance_allowed(sought) + 1):
            fresh = [one for one in self._within(far, sought) if one not in met][: limit - len(met)]
            met.update(fresh)
            yield from fresh

    def _within(self, far: int, sought: str) -> list[str]:
        known = self._words()
        found = known.near.get(sought)
        if found is None:
            if len(known.near) >= _REMEMBERED:
                known.near.clear()
            found = known.near[sought] = known.within(distance_allowed(sought), sought)
        return [word for distance, word in found if distance <= far]

    def spoken(self, words: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Words, each with every language of whose articles some have it."""
        wanted = list(words)
        if (known := self._known()) is not None:
            yield from ((word, language) for word in wanted for language in known.languages(word))
            return
        marks = ", ".join("?" * len(wanted))
        with self._open() as connection:
            sql = f"SELECT word, language FROM word WHERE word IN ({marks}) ORDER BY word, language"  # noqa: S608
            found = connection.execute(sql, wanted).fetchall()
        place = {word: at for at, word in enumerate(wanted)}
        yield from sorted(found, key=lambda row: place[row[0]])

    def size(self) -> int:
        """How many different words there are."""
        with self._open() as connection:
            return int(connection.execute("SELECT count(DISTINCT word) FROM word").fetchone()[0])

    def _words(self) -> "_Words":
        loaded = self._known()
        if loaded is None:
            for old in tuple(_LOADED)[: 1 - _STATES]:
                _LOADED.pop(old, None)
            with self._open() as connection:
                loaded = _LOADED[self._state()] = _Words(
                    connection.execute("SELECT word, language, articles FROM word ORDER BY word, language")
                )
        return loaded

    def _known(self) -> "_Words | None":
        """All words, where they are in memory; they are loaded when the first is sought that is spelt uncertainly."""
        return _LOADED.get(self._state())

    def _state(self) -> tuple[Path, int, int]:
        status = self._path.stat()
        return self._path, status.st_mtime_ns, status.st_size

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, isolation_level=None)) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            yield connection


def _rows(language: str, words: Mapping[str, int]) -> Iterator[tuple[str, str, int]]:
    """The rows of a language's words, in their order, as a table is written fastest."""
    ordered = sorted(words)
    return zip(ordered, repeat(language), map(words.__getitem__, ordered))


def distance_allowed(word: str) -> int:
    """How many letters may be wrong in a word of this length."""
    return 0 if len(word) < 3 else 1 if len(word) < 6 else 2


class _Words:
    """All words of a state in memory, in order, by their length and by their first two letters."""

    def __init__(self, rows: Iterable[tuple[str, str, int]]) -> None:
        """Words in order, each with a language and the number of its articles in it."""
        self._counts: dict[str, int] = {}
        self._languages: dict[str, tuple[str, ...]] = {}
        alike: dict[tuple[str, ...], tuple[str, ...]] = {}
        for word, language, articles in rows:
            self._counts[word] = self._counts.get(word, 0) + articles
            spoken = (*self._languages.get(word, ()), language)
            self._languages[word] = alike.setdefault(spoken, spoken)
        self._sorted = list(self._counts)
        self._shelves: defaultdict[int, defaultdict[str, defaultdict[str, list[str]]]] = defaultdict(
            lambda: defaultdict(lambda: defaultdict(list))
        )
        for word in self._sorted:
            self._shelves[len(word)][word[:1]][word[1:2]].append(word)
        self.near: dict[str, list[tuple[int, str]]] = {}

    def beginning(self, start: str, limit: int) -> list[str]:
        """The words that begin so, those of most articles first."""
        first = bisect_left(self._sorted, start)
        last = bisect_left(self._sorted, start + "\U0010ffff", lo=first)
        ranked = sorted(self._sorted[first:last], key=self._counts.__getitem__, reverse=True)  # equals stay in order
        return ranked[:limit]

    def languages(self, word: str) -> tuple[str, ...]:
        """Those of whose articles some have the word."""
        return self._languages.get(word, ())

    def within(self, far: int, sought: str) -> list[tuple[int, str]]:
        """The words at most so far from one, each with how far, the nearest first, then those that begin as it does."""
        from rapidfuzz import process  # late: most searches are for words that are known
        from rapidfuzz.distance import OSA

        ranked = []
        for length in range(len(sought) - far, len(sought) + far + 1):  # no other word can be that near
            words = self._begun_alike(length, sought)
            found = process.extract(sought, words, scorer=OSA.distance, score_cutoff=far, limit=4 * _BESIDE)
            ranked += [(distance, word[:1] != sought[:1], -self._counts[word], word) for word, distance, _ in found]
        return [(distance, word) for distance, *_, word in sorted(ranked)]

    def _begun_alike(self, length: int, sought: str) -> list[str]:
        """Words of a length of whose first two letters one is right, be it in its place or beside it.

        Where both are wrong, two of two errors stand at the very beginning: that is another word.
        """
        first, second = sought[:1], sought[1:2]
        found: list[str] = []
        for begun, shelf in self._shelves.get(length, {}).items():
            if begun in (first, second):
                for words in shelf.values():
                    found += words
            else:
                found += shelf.get(second, ())
                if first != second:
                    found += shelf.get(first, ())
        return found


_LOADED: dict[tuple[Path, int, int], _Words] = {}
"""The words of the last states, by their files."""
