"""Which articles of one file are wanted, and how much: one question to SQLite, where the query lets it be one."""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence

from reader.search.engines import SearchTimeout
from reader.search.fts5.expression import NearExpression, SearchExpression
from reader.search.fts5.numbers import Numbers
from reader.search.fts5.segments import WEIGHTS

_SCORE = f"-bm25(fts, {', '.join(map(str, WEIGHTS))})"
RANKED = f"SELECT rowid, {_SCORE} FROM fts WHERE fts MATCH ?"  # noqa: S608 - ours
_MATCHED = "SELECT rowid, 0.0 FROM fts WHERE fts MATCH ?"
_AT_ONCE = 4_096  # rows between two looks at the clock
_STEPS = 20_000  # of SQLite's machine between two looks, where it looks long for the first row
_INEXACT = 0.5  # what an article is worth that has a word like the one sought, beside one that has the word itself

Row = tuple[int, float]
"""An article's number and its score."""


class Search:
    """What one file has of what is wanted."""

    def __init__(self, connection: sqlite3.Connection, facts: Numbers, wanted: SearchExpression, until: float) -> None:
        self._connection, self._facts, self._wanted, self._until = connection, facts, wanted, until

    def rows(self, ranked: bool) -> Iterator[list[Row]]:
        """Rows as they are found; raises `SearchTimeout` where the time is over."""
        self._check()
        wanted = self._wanted
        within = [self._any_of(group.expression, group.near) for group in wanted.groups if group.near]
        without = self._any_of("", wanted.excluded.near)
        exact = self._numbers(wanted.exact) if wanted.exact and ranked else None
        for rows in self._matching(ranked):
            if within or without:
                rows = [row for row in rows if row[0] not in without and all(row[0] in some for some in within)]
            if exact:
                rows = [row if row[0] in exact else (row[0], row[1] * _INEXACT) for row in rows]
            yield rows

    def _matching(self, ranked: bool) -> Iterator[list[Row]]:
        required = " AND ".join(f"({group.widest})" for group in self._wanted.groups)
        excluded = self._wanted.excluded.expression
        if required:
            expression = f"({required}) NOT ({excluded})" if excluded else required
            yield from self._asked(RANKED if ranked else _MATCHED, expression)
        else:
            others = self._numbers(excluded) if excluded else frozenset[int]()
            yield [(number, 0.0) for number in self._facts.numbers if number not in others]

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

    def _asked(self, sql: str, expression: str) -> Iterator[list[Row]]:
        self._connection.set_progress_handler(lambda: time.monotonic() > self._until, _STEPS)
        try:
            cursor = self._connection.execute(sql, (expression,))
            while rows := cursor.fetchmany(_AT_ONCE):
                yield rows
                self._check()
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
