"""The tables of the library and the steps that bring an older file up to them, numbered by `user_version`."""

import sqlite3
from collections.abc import Callable

from reader.errors import LibraryError
from reader.i18n import _
from reader.library import claims_by_words, row_sums

APPLICATION = 0x50_4C_58_52  # "PLXR" in the file's header: this SQLite file is a Parallax library and nothing else

# Each entry takes a file from the version of its place in the list to the next. Entries are only ever added.
MIGRATIONS: tuple[tuple[str | Callable[[sqlite3.Connection], None], ...], ...] = (
    (
        "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        # A story's id is never given out twice, so that undoing its removal cannot meet a stranger.
        "CREATE TABLE story (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL)",
        # What lists show stands apart from the texts, so that a list of ten thousand reads a few hundred pages.
        # Columns of text may hold a blob: the bytes of a text that UTF-8 proper cannot carry (see columns.py).
        """CREATE TABLE article (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            fingerprint TEXT NOT NULL UNIQUE,
            headline TEXT NOT NULL, standfirst TEXT NOT NULL, byline TEXT NOT NULL, dateline TEXT NOT NULL,
            outlet TEXT NOT NULL, published TEXT NOT NULL, language TEXT NOT NULL,
            url TEXT NOT NULL, path TEXT NOT NULL,
            added TEXT NOT NULL,
            words INTEGER NOT NULL,
            story INTEGER REFERENCES story (id) ON DELETE SET NULL,
            binned TEXT
        )""",
        """CREATE TABLE body (
            number INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
            text BLOB NOT NULL,
            boilerplate TEXT NOT NULL
        )""",
        "CREATE INDEX article_story ON article (story, binned, added)",
        "CREATE INDEX article_added ON article (binned, added)",
        "CREATE INDEX article_url ON article (url) WHERE url <> ''",
        # One row for an article, its latest change: an index made anew reads each article once.
        """CREATE TABLE outbox (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            article_id TEXT NOT NULL UNIQUE ON CONFLICT REPLACE,
            kind TEXT NOT NULL CHECK (kind IN ('add', 'update', 'remove'))
        )""",
    ),
    (
        "ALTER TABLE article ADD COLUMN starred INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE article ADD COLUMN seen INTEGER NOT NULL DEFAULT 0",
        """CREATE TABLE tag (
            article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
            tag TEXT NOT NULL COLLATE NOCASE,
            PRIMARY KEY (article, tag)
        ) WITHOUT ROWID""",
        "CREATE INDEX tag_article ON tag (tag, article)",
        # One for each order of a list, so that a page far down costs a walk along an index and no sorting.
        "CREATE INDEX article_published ON article (binned, published)",
        "CREATE INDEX article_headline ON article (binned, headline COLLATE NOCASE)",
        "CREATE INDEX article_outlet ON article (binned, outlet COLLATE NOCASE, published DESC)",
        "CREATE INDEX article_words ON article (binned, words DESC)",
        # Without references to articles: one that is purged and comes back, under the same id, is decided on already.
        """CREATE TABLE decision (
            comparison TEXT NOT NULL,
            subject TEXT NOT NULL,
            kind TEXT NOT NULL,
            reason TEXT NOT NULL,
            note TEXT NOT NULL,
            decided TEXT NOT NULL,
            PRIMARY KEY (comparison, subject)
        ) WITHOUT ROWID""",
        """CREATE TABLE comparison (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL, articles TEXT NOT NULL, options TEXT NOT NULL, note TEXT NOT NULL, saved TEXT NOT NULL
        )""",
        # Numbered in the order they were done last: two may fall into one millisecond.
        """CREATE TABLE opened (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            articles TEXT NOT NULL UNIQUE ON CONFLICT REPLACE, opened TEXT NOT NULL
        )""",
        """CREATE TABLE searched (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            query TEXT NOT NULL UNIQUE ON CONFLICT REPLACE
        )""",
        """CREATE TABLE search (
            name TEXT NOT NULL COLLATE NOCASE PRIMARY KEY,
            query TEXT NOT NULL, filters TEXT NOT NULL, saved TEXT NOT NULL
        ) WITHOUT ROWID""",
    ),
    (
        "ALTER TABLE article ADD COLUMN updated TEXT NOT NULL DEFAULT ''",
        # Where each piece of metadata came from when the article was received: {"headline": "page", ...}.
        "ALTER TABLE article ADD COLUMN provenance TEXT NOT NULL DEFAULT '{}'",
        # What stood in a column of `article` before a person wrote something else there.
        """CREATE TABLE edit (
            article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
            field TEXT NOT NULL,
            received TEXT NOT NULL,
            PRIMARY KEY (article, field)
        ) WITHOUT ROWID""",
        "CREATE INDEX article_unseen ON article (added) WHERE seen = 0 AND binned IS NULL",
        "CREATE INDEX article_starred ON article (added) WHERE starred = 1 AND binned IS NULL",
    ),
    (
        # Figures that a reader put into one row: [[article, start, end], ...] as JSON, which is its own key.
        """CREATE TABLE grouping (
            comparison TEXT NOT NULL,
            mentions TEXT NOT NULL,
            made TEXT NOT NULL,
            PRIMARY KEY (comparison, mentions)
        ) WITHOUT ROWID""",
    ),
    ("ALTER TABLE searched ADD COLUMN filters TEXT NOT NULL DEFAULT '{}'",),
    (
        # What was decided belonged to a set of articles; it belongs to the words that it is about.
        "ALTER TABLE decision RENAME TO decided_before",
        "ALTER TABLE grouping RENAME TO grouped_before",
        # `mentions`: as claims.py keeps them. `compared`: ids of the articles, where what was decided before this
        # version waits for a comparison that shows what it was about; one of both is empty.
        """CREATE TABLE decision (
            subject TEXT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL, reason TEXT NOT NULL, note TEXT NOT NULL, decided TEXT NOT NULL,
            mentions TEXT NOT NULL, compared TEXT NOT NULL
        ) WITHOUT ROWID""",
        # `compared`: the articles that were compared when it was made, as claims.py has sources.
        """CREATE TABLE grouping (
            subject TEXT NOT NULL PRIMARY KEY,
            mentions TEXT NOT NULL, compared TEXT NOT NULL, made TEXT NOT NULL
        ) WITHOUT ROWID""",
        claims_by_words.decisions,
        claims_by_words.groupings,
        "DROP TABLE decided_before",
        "DROP TABLE grouped_before",
    ),
    (
        # A random word for each change: an index of another history, where a copy was put back, is told by it.
        "CREATE TABLE mark (seq INTEGER PRIMARY KEY, token TEXT NOT NULL)",
        "INSERT INTO mark SELECT seq, hex(randomblob(8)) FROM outbox",
    ),
    # What to know of how an article was read: [{"kind": ...}, ...], see notices.py.
    ("ALTER TABLE article ADD COLUMN notices TEXT NOT NULL DEFAULT '[]'",),
    # Of every row, see row_sums.py: whatever step comes last, all are reckoned anew at its end.
    (
        """CREATE TABLE row_sum (
            name TEXT NOT NULL, key TEXT NOT NULL, total INTEGER NOT NULL, PRIMARY KEY (name, key)
        ) WITHOUT ROWID""",
    ),
    (
        # What a reader marked by hand; `mentions` as claims.py keeps them, `subject` the name of that claim.
        """CREATE TABLE annotation (
            subject TEXT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('highlight', 'passage', 'figures')),
            note TEXT NOT NULL, made TEXT NOT NULL, mentions TEXT NOT NULL
        ) WITHOUT ROWID""",
    ),
    # What a reader calls a row that he made; "" where it goes by what its figures were found to count.
    ("ALTER TABLE grouping ADD COLUMN name TEXT NOT NULL DEFAULT ''",),
)
VERSION = len(MIGRATIONS)


def check(connection: sqlite3.Connection) -> int:
    """The version of the file, not written to yet; raises where it is newer than we are or not ours at all."""
    # In this order: another process may be making the file, and all three appear in one commit.
    filled = connection.execute("SELECT EXISTS (SELECT 1 FROM sqlite_schema)").fetchone()[0]
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if filled and application != APPLICATION:
        raise LibraryError(
            _("This file is not a Parallax library."), _("Choose another file; this one was left as it is.")
        )
    if version > VERSION:
        raise LibraryError(
            _("This library was made by a newer version of Parallax."),
            _("Update Parallax to open it; the file was left as it is."),
        )
    return version


def new_id() -> str:
    """The id of a library that is begun, or begun anew from a copy; random."""
    import uuid  # late: it is wanted once in a library's life

    return str(uuid.uuid4())


def migrate(connection: sqlite3.Connection, name: Callable[[], str] = new_id) -> None:
    """Bring an open file up to `VERSION`, all or nothing; an empty file becomes a library with the id from `name`."""
    if check(connection) == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        before = check(connection)  # again: another window may have been quicker
        for steps in MIGRATIONS[before:]:
            for step in steps:
                if isinstance(step, str):
                    connection.execute(step)
                else:
                    step(connection)
        row_sums.fill(connection)
        if before == 0:
            connection.execute("INSERT INTO about VALUES ('id', ?)", (name(),))
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
