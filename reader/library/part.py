"""What every part of the library stands on: the connections, the history, and one way to do what can be undone."""

import sqlite3
from collections.abc import Callable, Iterable

from reader.library import user_tables, writes
from reader.library.connections import Connections
from reader.library.history import Columns, History, Step


class LibraryPart:
    """One of the parts that `Library` is put together from; all share its connections and its history."""

    def __init__(self, connections: Connections, history: History) -> None:
        self._connections, self._history = connections, history

    def _do(self, plan: Callable[[sqlite3.Connection], Step]) -> None:
        """Plan a step and take it, in one transaction; it can be undone then."""
        with self._connections.write() as writing:
            step = plan(writing)
            writes.take(writing, step)
        self._history.record(step)

    def _insert_once(self, table: str, key: Columns, after: Columns, words: str) -> None:
        """Write a row that was made elsewhere where there is none of its key yet; `words` name the step."""

        def plan(connection: sqlite3.Connection) -> Step:
            if user_tables.now_in(connection, table, key) is not None:
                return Step("")
            return Step(words, noted=user_tables.plan(connection, table, key, after))

        self._do(plan)

    def _remove(self, table: str, keys: Iterable[Columns], words: str) -> None:
        """Take rows away, all in one step that these words name."""
        wanted = tuple(dict.fromkeys(keys))

        def plan(connection: sqlite3.Connection) -> Step:
            return Step(words, noted=tuple(n for key in wanted for n in user_tables.plan(connection, table, key, None)))

        self._do(plan)
