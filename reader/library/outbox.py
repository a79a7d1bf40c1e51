"""What changed in the library, in order: from this the search index learns what it has to take in."""

from reader.library import rows
from reader.library.part import LibraryPart
from reader.library.values import Change


class Outbox(LibraryPart):
    """`library.outbox`: numbered changes; of each article the latest is kept."""

    def after(self, after: int = 0, limit: int = 1000) -> list[Change]:
        """What changed since number `after`, oldest first: for each article its latest change only."""
        with self._connections.read() as reading:
            return rows.outbox(reading, after, limit)

    def before(self, before: int | None = None, limit: int = 1000) -> list[Change]:
        """What changed under number `before`, or at all, newest first: for each article its latest change only."""
        with self._connections.read() as reading:
            return rows.outbox_before(reading, before, limit)

    def count_before(self, before: int) -> int:
        """How many changes the outbox holds under number `before`."""
        with self._connections.read() as reading:
            return int(reading.execute("SELECT count(*) FROM outbox WHERE seq < ?", (before,)).fetchone()[0])

    def count_after(self, after: int = 0) -> int:
        """How many changes the outbox holds above number `after`."""
        with self._connections.read() as reading:
            return int(reading.execute("SELECT count(*) FROM outbox WHERE seq > ?", (after,)).fetchone()[0])

    def is_mine(self, seq: int, token: str) -> bool:
        """Whether the change of this number and token is one of this library's history, as it is in this file."""
        with self._connections.read() as reading:
            if not token:  # of an index made before there were any
                return seq <= int(reading.execute("SELECT coalesce(max(seq), 0) FROM outbox").fetchone()[0])
            sql = "SELECT 1 FROM mark WHERE seq = ? AND token = ?"
            return reading.execute(sql, (seq, token)).fetchone() is not None

    @property
    def last_change(self) -> int:
        """The number of the newest change; 0 in a new library."""
        with self._connections.read() as reading:
            return int(reading.execute("SELECT coalesce(max(seq), 0) FROM outbox").fetchone()[0])
