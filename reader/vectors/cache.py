"""The file that keeps the vectors of a library's articles, so that comparing them encodes nothing: it can be remade."""

import contextlib
import hashlib
import logging
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.vectors.sources import Pause, VectorSource
from reader.vectors.texts import LANGUAGES, MODEL

if TYPE_CHECKING:  # NumPy comes with the first vector
    from reader.vectors.values import Vectors

_TABLES = """
    CREATE TABLE IF NOT EXISTS vectors (article TEXT PRIMARY KEY, sentences BLOB NOT NULL, data BLOB NOT NULL);
    CREATE INDEX IF NOT EXISTS by_sentences ON vectors (sentences);
    CREATE TABLE IF NOT EXISTS known (library TEXT PRIMARY KEY, change INTEGER NOT NULL);
"""
_PATIENCE = 5.0  # seconds that another process may write


class Cache:
    """Vectors by the sentences that they are of, for one library; a file that cannot be read is begun anew.

    Every method may be called from any thread. What cannot be kept is lost without harm: it is encoded again.
    """

    def __init__(self, folder: Path) -> None:
        """The file is named for the model, so that another one's vectors are never taken for this one's."""
        self._path = folder / f"{MODEL}.sqlite"
        self._lock = threading.Lock()

    def get(self, sentences: Sequence[str]) -> "Vectors | None":
        """The vectors of these sentences, where they are kept."""
        from reader.vectors.values import Vectors

        rows = self._ask("SELECT data FROM vectors WHERE sentences = ?", (_key(sentences),))
        for (data,) in rows:
            with contextlib.suppress(ValueError):
                found = Vectors.unpacked(data)
                if len(found) == len(sentences):
                    return found
        return None

    def put(self, article: str, sentences: Sequence[str], vectors: "Vectors") -> None:
        """Keep the vectors of an article, in the place of those of its former text."""
        row = (article, _key(sentences), vectors.packed())
        self._ask("INSERT OR REPLACE INTO vectors (article, sentences, data) VALUES (?, ?, ?)", row)

    def drop(self, article: str) -> None:
        """Forget the vectors of an article that is gone."""
        self._ask("DELETE FROM vectors WHERE article = ?", (article,))

    def known(self, library: str) -> int:
        """The number of the library's last change that was read; 0 where none was."""
        rows = self._ask("SELECT change FROM known WHERE library = ?", (library,))
        return int(rows[0][0]) if rows else 0

    def know(self, library: str, change: int) -> None:
        """Remember how far the library was read."""
        self._ask("INSERT OR REPLACE INTO known (library, change) VALUES (?, ?)", (library, change))

    def _ask(self, statement: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        for _attempt in range(2):
            try:
                with self._lock, self._open() as connection, connection:
                    return connection.execute(statement, values).fetchall()
            except sqlite3.DatabaseError as error:
                if isinstance(
                    error, sqlite3.OperationalError
                ):  # locked, or a full disk: nothing is wrong with the file
                    break
                with contextlib.suppress(OSError):
                    self._path.unlink()
            except OSError:
                break
        logging.getLogger(__name__).warning("The vectors in %s can be neither read nor kept", self._path)
        return []

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        if not self._path.exists():
            self._remove_outdated()
        with contextlib.closing(sqlite3.connect(self._path, timeout=_PATIENCE)) as connection:
            connection.executescript(_TABLES)
            yield connection

    def _remove_outdated(self) -> None:
        """Vectors of an older model, or of texts as it read them, are of no use to anybody."""
        for file in self._path.parent.glob(f"{MODEL.partition('-')[0]}-*.sqlite*"):
            with contextlib.suppress(OSError):  # another program may have it open, where that keeps it from going
                file.unlink()


class CachedSource:
    """A source that looks into the cache before it asks another."""

    def __init__(self, cache: Cache, source: VectorSource) -> None:
        self._cache, self._source = cache, source

    def vectors(self, sentences: Sequence[str], language: str, pause: Pause) -> "Vectors | None":
        """As `Source.vectors`."""
        if language[:2] not in LANGUAGES:
            return None
        return self._cache.get(sentences) or self._source.vectors(sentences, language, pause)


def _key(sentences: Sequence[str]) -> bytes:
    return hashlib.sha256("\0".join(sentences).encode("utf-8", "surrogatepass")).digest()
