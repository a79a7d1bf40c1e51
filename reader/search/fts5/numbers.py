"""What filters and facets ask of the articles of one file."""

import sqlite3
from functools import cached_property
from typing import Any

from reader.search import synonyms
from reader.search.facts import Facts
from reader.search.fts5.segments import text_of
from reader.search.synonyms import ArticleNorms


class Numbers(Facts):
    """Facts read from a file's table of articles; those numbers that no article has stand for nothing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Only the numbers are read yet."""
        self.source = connection
        first, last = connection.execute("SELECT min(number), max(number) FROM article").fetchone()
        self.first = int(first or 0)
        self._count = int(last) - self.first + 1 if last is not None else 0

    @property
    def count(self) -> int:
        """As `Facts.count`."""
        return self._count

    @cached_property
    def days(self) -> list[int]:
        """As `Facts.days`."""
        return self._column("day", 0)

    @cached_property
    def ids(self) -> list[str]:
        """As `Facts.ids`."""
        return [text_of(one) for one in self._column("id", b"")]

    @cached_property
    def outlets(self) -> list[str]:
        """As `Facts.outlets`."""
        column = self._column("outlet", b"")
        known = {one: text_of(one) for one in set(column)}
        return [known[one] for one in column]

    @cached_property
    def languages(self) -> list[str]:
        """As `Facts.languages`."""
        return self._column("language", "")

    @cached_property
    def numbers(self) -> list[int]:
        """The numbers of the articles there are."""
        return [row[0] for row in self.source.execute("SELECT number FROM article ORDER BY number")]

    @cached_property
    def norms(self) -> ArticleNorms:
        """Those of the articles, by the length of their texts."""
        lengths, first, whole = [0] * self._count, self.first, 0
        for number, sizes in self.source.execute("SELECT id, sz FROM fts_docsize"):
            whole += _length(sizes)
            lengths[number - first] = _length(sizes)
        return synonyms.norms(lengths, whole / max(1, len(self.numbers)))

    def _column(self, name: str, nothing: Any) -> list[Any]:
        values, first = [nothing] * self._count, self.first
        for number, value in self.source.execute(f"SELECT number, {name} FROM article"):  # noqa: S608 - ours
            values[number - first] = value
        return values


def _length(sizes: bytes) -> int:
    """How many words FTS5 counted in an article's first column, its text: the first number, as SQLite writes them."""
    length = 0
    for byte in sizes:
        length = length << 7 | byte & 127
        if byte < 128:
            break
    return length
