"""The files of a state: what they hold, and how they are opened.

As with Whoosh, no file of a state ever changes: a commit writes the tail, a small file, anew. It holds the latest
articles, and which of the base's are gone. When it is full, a commit copies the base and adds the tail's articles to
it. The base has no texts, only where each word stands; the tail keeps the words too, to hand them on. Where any of this
changes, `LAYOUT` in stamp.py has to be counted up.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

BASE, TAIL = "base", "tail"
COLUMNS = ("body", "title", "standfirst", "author", "outlet", "lang")
WEIGHTS = (1.0, 3.0, 1.0, 0.5, 0.5, 0.0)  # how often a word counts that stands in one of these, as in the other engine
TOKENS = "ascii tokenchars '.:'"  # forms hold no other sign of ASCII that is no letter; what is beyond ASCII all counts
_HASH = 64 << 20  # bytes of postings that are gathered before they are written

_FTS = f'CREATE VIRTUAL TABLE fts USING fts5({", ".join(COLUMNS)}, tokenize="{TOKENS}"'
_ARTICLE = (
    "CREATE TABLE article (number INTEGER PRIMARY KEY, id BLOB, day INTEGER, outlet BLOB, language TEXT, "
    "headline BLOB, published BLOB)"
)


def name_of(kind: str, generation: int) -> str:
    """The name of a state's base or tail."""
    return f"{kind}{generation}.sqlite"


def named(kind: str, names: Iterable[str]) -> str:
    """Which of a state's files is its base or tail; nothing where it has none."""
    return next((name for name in names if name.startswith(kind)), "")


def language(code: str) -> str:
    """A language as a word that no text has."""
    return f":{code}"


def raw(text: str) -> bytes:
    """Text as SQLite takes it whatever it holds: half a sign, too."""
    return text.encode("utf-8", "surrogatepass")


def text_of(kept: bytes) -> str:
    """What `raw` was given."""
    return kept.decode("utf-8", "surrogatepass")


@cache
def is_available() -> bool:
    """Whether this Python's SQLite has FTS5; nearly every one has."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE fts USING fts5(body, content='')")
        except sqlite3.OperationalError:
            return False
    return True


@contextmanager
def written(path: Path) -> Iterator[sqlite3.Connection]:
    """A file that nobody reads yet, open for one transaction: whatever goes wrong, it is thrown away whole."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("trusted_schema = OFF", "synchronous = OFF", "journal_mode = OFF", "locking_mode = EXCLUSIVE"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        yield connection
        connection.execute("COMMIT")


def make(connection: sqlite3.Connection, kind: str) -> None:
    """The tables of a base or a tail."""
    if kind == BASE:
        connection.execute(f"{_FTS}, content='')")
        connection.execute("INSERT INTO fts(fts, rank) VALUES ('automerge', 0)")  # see `gather`
    else:
        connection.execute(f"{_FTS})")
        connection.execute("CREATE TABLE gone (number INTEGER PRIMARY KEY)")
    connection.execute(_ARTICLE)
    connection.execute("CREATE INDEX article_id ON article (id)")
    connection.execute("CREATE VIRTUAL TABLE word USING fts5vocab(fts, 'row')")
    connection.execute("CREATE VIRTUAL TABLE place USING fts5vocab(fts, 'instance')")


def gather(connection: sqlite3.Connection) -> None:
    """Have postings gathered in memory, and so written once, not once and then again with each merge."""
    connection.execute("INSERT INTO fts(fts, rank) VALUES ('hashsize', ?)", (_HASH,))


def opened(path: Path) -> sqlite3.Connection:
    """A file of a committed state: it never changes, so nothing is locked and nothing written beside it."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA query_only = ON")
    return connection
