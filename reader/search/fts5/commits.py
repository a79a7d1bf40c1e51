"""A commit: articles go into a copy of the tail or, when that is full, into a copy of the base together with it."""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain, islice
from pathlib import Path

from reader import garbage
from reader.search.analysis import code
from reader.search.fts5 import segments
from reader.search.fts5.segments import BASE, COLUMNS, TAIL, name_of, named, raw
from reader.search.query import day_number
from reader.search.values import Put
from reader.search.vocabulary import Counts
from reader.search.words import WordCounter

FULL = 2_000
"""Articles of a tail: as many as a commit may copy without anybody noticing."""

_INTO_FTS = f"INSERT INTO fts (rowid, {', '.join(COLUMNS)}) VALUES (?{', ?' * len(COLUMNS)})"  # noqa: S608 - ours
_INTO_ARTICLE = "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?)"
_AT_ONCE = 500  # articles that are written, and ids that are looked up, together


def commit(
    folder: Path, names: Iterable[str], generation: int, puts: Iterable[Put], gone: Iterable[str]
) -> tuple[list[str], Counts]:
    """The state after the one of these files: what is called `gone` is not in it, what is put is.

    The names of its files, of which the new ones have this generation's number; how many articles have each word. What
    is put is drawn as it is written, and nothing of it kept: there may be any number.
    """
    before = list(names)
    base, tail = named(BASE, before), named(TAIL, before)
    new = folder / name_of(TAIL, generation)
    if tail:
        shutil.copyfile(folder / tail, new)
    counter = WordCounter()
    with garbage.put_off(), segments.written(new) as connection:
        if not tail:
            segments.make(connection, TAIL)
        _forget(connection, folder / base if base else None, gone)
        drawn, room = iter(puts), FULL - _size(connection)
        some = list(islice(drawn, room + 1))
        if len(some) > room:
            base = _grown(connection, folder, base, generation, chain(some, drawn), counter)
        else:
            _add(connection, _next(connection, folder / base if base else None), some, counter)
    return [name for name in (base, new.name) if name], counter.counts()


def _grown(
    tail: sqlite3.Connection,
    folder: Path,
    base: str,
    generation: int,
    puts: Iterable[Put],
    counter: WordCounter,
) -> str:
    """A base with the tail's articles and with new ones; the tail has none then. The name of its file."""
    new = folder / name_of(BASE, generation)
    if base:
        shutil.copyfile(folder / base, new)
    with segments.written(new) as connection:
        if not base:
            segments.make(connection, BASE)
        segments.gather(connection)
        columns = ", ".join(COLUMNS)
        connection.executemany(_INTO_FTS, tail.execute(f"SELECT rowid, {columns} FROM fts ORDER BY rowid"))  # noqa: S608
        connection.executemany(_INTO_ARTICLE, tail.execute("SELECT * FROM article ORDER BY number"))
        _add(connection, _last(connection) + 1, puts, counter)
    tail.execute("DELETE FROM fts")
    tail.execute("DELETE FROM article")
    return new.name


def _add(connection: sqlite3.Connection, number: int, puts: Iterable[Put], counter: WordCounter) -> None:
    """Articles under the numbers from `number` on, whose words are counted."""
    drawn = iter(puts)
    while some := list(islice(drawn, _AT_ONCE)):
        connection.executemany(_INTO_FTS, (_words(at, put, counter) for at, put in enumerate(some, number)))
        connection.executemany(_INTO_ARTICLE, (_article(at, put) for at, put in enumerate(some, number)))
        number += len(some)
    counter.ask()  # while what was written is put in order


def _words(number: int, put: Put, counter: WordCounter) -> tuple[object, ...]:
    words = counter.read(put.article, put.reader)
    spoken = segments.language(code(put.article.language))
    return number, words.body, words.headline, words.standfirst, words.byline, words.outlet, spoken


def _article(number: int, put: Put) -> tuple[object, ...]:
    article = put.article
    return (
        number, raw(put.id), day_number(article.published), raw(article.outlet), code(article.language),
        raw(article.headline), raw(article.published),
    )  # fmt: skip


def _forget(tail: sqlite3.Connection, base: Path | None, gone: Iterable[str]) -> None:
    """Take articles away: out of the tail; the base's are noted."""
    ids = [raw(one) for one in gone]
    mine = list(_numbers(tail, ids))
    tail.executemany("DELETE FROM fts WHERE rowid = ?", mine)
    tail.executemany("DELETE FROM article WHERE number = ?", mine)
    if base is not None and ids:
        with closing(segments.opened(base)) as connection:
            tail.executemany("INSERT OR IGNORE INTO gone VALUES (?)", _numbers(connection, ids))


def _numbers(connection: sqlite3.Connection, ids: Sequence[bytes]) -> Iterator[tuple[int]]:
    for at in range(0, len(ids), _AT_ONCE):
        some = ids[at : at + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        yield from connection.execute(f"SELECT number FROM article WHERE id IN ({marks})", some).fetchall()  # noqa: S608


def _size(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])


def _last(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM article").fetchone()[0])


def _next(tail: sqlite3.Connection, base: Path | None) -> int:
    """The number for the next article of a tail: above all of the base's, which it will be added to."""
    last = _last(tail)
    if base is not None:
        with closing(segments.opened(base)) as connection:
            last = max(last, _last(connection))
    return last + 1
