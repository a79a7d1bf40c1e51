"""What every part of the library stands on: the connections, the history, and one way to do what can be undone."""

import sqlite3
from collections.abc import Callable

from reader.library import moves
from reader.library.connections import Connections
from reader.library.history import History, Step


class LibraryBase:
    """Connections and history, shared by the parts that `Library` is put together from."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._history = History()

    def _do(self, plan: Callable[[sqlite3.Connection], Step]) -> None:
        """Plan a step and take it, in one transaction; it can be undone then."""
        with self._connections.write() as writing:
            step = plan(writing)
            moves.take(writing, step)
        self._history.record(step)
