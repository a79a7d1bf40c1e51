"""Folding more of an article, or less: which of its words count as boilerplate is kept beside the text and undone."""

import sqlite3
from collections.abc import Mapping

from reader.i18n import ngettext
from reader.library import notes
from reader.library.base import LibraryBase
from reader.library.columns import spans_as_json
from reader.library.history import NoteRecord, Step
from reader.text.spans import Span


class BoilerplateStore(LibraryBase):
    """The part of the library in which boilerplate is changed."""

    def fold(self, boilerplate: Mapping[str, tuple[Span, ...]]) -> None:
        """Take these stretches, and no others, of each article for boilerplate."""

        def plan(connection: sqlite3.Connection) -> Step:
            noted = [n for article, spans in boilerplate.items() for n in _fold(connection, article, spans)]
            words = ngettext("folding text in {count} article", "folding text in {count} articles", len(noted))
            return Step(words.format(count=len(noted)), noted=tuple(noted))

        self._do(plan)


def _fold(connection: sqlite3.Connection, article_id: str, spans: tuple[Span, ...]) -> tuple[NoteRecord, ...]:
    row = connection.execute("SELECT number FROM article WHERE id = ?", (article_id,)).fetchone()
    return notes.plan(connection, "boilerplate", (row[0],), (spans_as_json(spans),)) if row else ()
