"""What every part of the library stands on: the connections, the history, and one way to do what can be undone."""

import sqlite3
from collections.abc import Callable

from reader.library import writes
from reader.library.connections import Connections
from reader.library.history import History, Step


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
