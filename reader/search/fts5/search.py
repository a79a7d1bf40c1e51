"""Which articles of one file are wanted, and how much: one question to SQLite, where the query lets it be one."""

import json
import sqlite3
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from reader.search.engines import SearchTimeout
from reader.search.fts5.expression import NearExpression, SearchExpression, any_of, any_within
from reader.search.fts5.numbers import Numbers
from reader.search.fts5.segments import COLUMNS, WEIGHTS
from reader.search.synonyms import RecentCounts, Synonyms, WordCounts

_SCORE = f"-bm25(fts, {', '.join(map(str, WEIGHTS))})"
RANKED = f"SELECT rowid, {_SCORE} FROM fts WHERE fts MATCH ?"  # noqa: S608 - ours
_MATCHED = "SELECT rowid, 0.0 FROM fts WHERE fts MATCH ?"
_AT_ONCE = 4_096  # rows between two looks at the clock
_STEPS = 20_000  # of SQLite's machine between two looks, where it looks long for the first row
_MORE = WEIGHTS[COLUMNS.index("title")] - 1  # that a word counts in a headline than in the text

Row = tuple[int, float]
"""An article's number and its score."""


class Search:
    """What one file has of what is wanted."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        facts: Numbers,
        wanted: SearchExpression,
        until: float,
        recent: RecentCounts,
    ) -> None:
        self._connection, self._facts, self._wanted, self._until = connection, facts, wanted, until
        self._recent = recent

    def rows(self, ranked: bool) -> Iterator[list[Row]]:
        """Rows as they are found; raises `SearchTimeout` where the time is over.

        What synonyms add to what they are worth is left out where they are wanted together with anything else.
        """
        self._check()
        within = [self._any_of(group.expression, group.near) for group in self._wanted.groups if group.near]
        without = self._any_of("", self._wanted.excluded.near)
        for rows in self._matching(ranked):
            if within or without:
                rows = [row for row in rows if row[0] not in without and all(row[0] in some for some in within)]
            yield rows

    def of_synonyms(self, words: Synonyms) -> WordCounts:
        """The articles that have any of some words."""
        return self._recent.of(words, id(self._connection), lambda: self._counted(words))

    def _counted(self, words: Synonyms) -> WordCounts:
        self._check()
        counts = self._counts(words)
        exact = self._numbers(any_within(words.field, words.exact)) if words.exact and words.less != 1 else ()
        return WordCounts(counts, self._facts.norms, exact, words.less, self._facts.first)

    def _counts(self, words: Synonyms) -> dict[int, float]:
        """How often each article has any of some words; in its headline one counts for several, as `WEIGHTS` has it."""
        field, forms = words.field, words.forms
        marks = ", ".join("?" * len(forms))
        here = f"term IN ({marks})" + ("" if field == "body" else " AND col = ?")
        # One value for all rows, read as a list of numbers: to make a row of each takes longer than to find it.
        sql = f"SELECT '[' || ifnull(group_concat(doc), '') || ']' FROM place WHERE {here}"  # noqa: S608 - ours
        with self._interrupted():
            told = self._connection.execute(sql, forms if field == "body" else (*forms, field)).fetchone()[0]
        counts: Counter[int] = Counter(json.loads(told))
        met: dict[int, float] = counts  # type: ignore[assignment] # numbers that need not be whole
        if field == "body" and forms:
            titles = " UNION ALL ".join([_MATCHED] * len(forms))
            for numbers in self._asked(titles, *(any_within("title", [form]) for form in forms)):
                for number, _score in numbers:
                    met[number] += _MORE
        return met

    def _matching(self, ranked: bool) -> Iterator[list[Row]]:
        wanted = self._wanted
        required = " AND ".join(f"({group.widest})" for group in wanted.groups)
        excluded = wanted.excluded.expression
        if wanted.is_of_synonyms and ranked:
            yield list(self.of_synonyms(wanted.synonyms[0]).scores().items())
        elif required:
            expression = f"({required}) NOT ({excluded})" if excluded else required
            if ranked and wanted.synonyms:  # of which there may be many, so that to weigh each takes long
                yield from self._ranked_otherwise(expression)
            else:
                yield from self._asked(RANKED if ranked else _MATCHED, expression)
        else:
            others = self._numbers(excluded) if excluded else frozenset[int]()
            yield [(number, 0.0) for number in self._facts.numbers if number not in others]

    def _ranked_otherwise(self, expression: str) -> Iterator[list[Row]]:
        """What matches, weighed by the leaves."""
        leaves, scores = any_of(self._wanted.leaves), dict[int, float]()
        for rows in self._asked(RANKED, leaves) if leaves else ():
            scores.update(rows)
        for rows in self._asked(_MATCHED, expression):
            yield [(number, scores.get(number, 0.0)) for number, _score in rows]

    def _any_of(self, expression: str, near: Iterable[NearExpression]) -> set[int]:
        found = self._numbers(expression) if expression else set[int]()
        for one in near:
            found |= self._near(one)
        return found

    def _near(self, near: NearExpression) -> set[int]:
        """The articles that have its forms in their order, each near enough to the one before."""
        candidates = self._numbers(near.expression)
        places: list[dict[tuple[int, str], list[int]]] = []
        for form in near.forms:
            self._check()
            stands: dict[tuple[int, str], list[int]] = {}
            rows = self._connection.execute("SELECT doc, col, offset FROM place WHERE term = ?", (form,))
            for number, column, offset in rows:
                if number in candidates and near.column in ("body", column):
                    stands.setdefault((number, column), []).append(offset)
            places.append(stands)
        return {key[0] for key in places[0] if _follow([stands.get(key, []) for stands in places], near.slop)}

    def _numbers(self, expression: str) -> set[int]:
        return {number for rows in self._asked(_MATCHED, expression) for number, _score in rows}

    def _asked(self, sql: str, *expressions: str) -> Iterator[list[Row]]:
        with self._interrupted():
            cursor = self._connection.execute(sql, expressions)
            while rows := cursor.fetchmany(_AT_ONCE):
                yield rows
                self._check()

    @contextmanager
    def _interrupted(self) -> Iterator[None]:
        """SQLite stops where the time is over, be it before the first row."""
        self._connection.set_progress_handler(lambda: time.monotonic() > self._until, _STEPS)
        try:
            yield
        except sqlite3.OperationalError as error:
            if "interrupted" in str(error):
                raise SearchTimeout from error
            raise
        finally:
            self._connection.set_progress_handler(None, 0)

    def _check(self) -> None:
        if time.monotonic() > self._until:
            raise SearchTimeout


def _follow(places: Sequence[Sequence[int]], slop: int) -> bool:
    """Whether one place of each can be taken so that each lies 1 to `slop` behind the one before."""
    reached = set(places[0])
    for others in places[1:]:
        reached = {place for place in others if any(place - back in reached for back in range(1, slop + 1))}
    return bool(reached)
