"""Changing what is known about an article; what it said when it was received is kept, and its text never changes.

Which of its words count as boilerplate is kept beside the text too.
"""

import json
import re
import sqlite3
from collections.abc import Mapping
from datetime import date, datetime

from reader import locales
from reader.article import METADATA, Provenances, provenances
from reader.errors import LibraryError
from reader.i18n import _, ngettext
from reader.library import user_tables
from reader.library.columns import clean, spans_as_json, stored, string
from reader.library.history import RecordChange, Step
from reader.library.part import LibraryPart
from reader.text.spans import Span

LONGEST = 2000
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class MetadataStore(LibraryPart):
    """`library.metadata`: what is known of articles, and which of their words count as boilerplate."""

    def edit(self, article_id: str, **values: str) -> None:
        """Give fields of METADATA other values; raises where a date, an address or a language is none."""
        wanted = {field: checked(field, value) for field, value in values.items()}

        def plan(connection: sqlite3.Connection) -> Step:
            noted = [n for field, value in wanted.items() for n in _edit(connection, article_id, field, value)]
            return Step(_("editing what is known about an article"), noted=tuple(noted))

        self._do(plan)

    def received(self, article_id: str) -> Mapping[str, str]:
        """What stood, when the article came, in the fields that have been edited since."""
        sql = "SELECT field, received FROM edit WHERE article = ?"
        with self._connections.read() as reading:
            return {str(field): string(value) for field, value in reading.execute(sql, (article_id,))}

    def provenance_received(self, article_id: str) -> Provenances:
        """Where the fields of an article came from before anybody edited them."""
        with self._connections.read() as reading:
            row = reading.execute("SELECT provenance FROM article WHERE id = ?", (article_id,)).fetchone()
        return provenances(json.loads(row[0])) if row else ()

    def take_back_edits(self, article_id: str, *fields: str) -> None:
        """Give these fields, or without any all edited ones, the values again that they came with."""

        def plan(connection: sqlite3.Connection) -> Step:
            sql = "SELECT field, received FROM edit WHERE article = ? ORDER BY field"
            found = connection.execute(sql, (article_id,)).fetchall()
            noted = [
                n
                for field, value in found
                if not fields or field in fields
                for n in (
                    *user_tables.plan(connection, field, (article_id,), (value,)),
                    *user_tables.plan(connection, "edit", (article_id, field), None),
                )
            ]
            return Step(_("taking back what was edited"), noted=tuple(noted))

        self._do(plan)

    def fold(self, boilerplate: Mapping[str, tuple[Span, ...]]) -> None:
        """Take these stretches, and no others, of each article for boilerplate."""

        def plan(connection: sqlite3.Connection) -> Step:
            noted = [n for article, spans in boilerplate.items() for n in _fold(connection, article, spans)]
            words = ngettext("folding text in {count} article", "folding text in {count} articles", len(noted))
            return Step(words.format(count=len(noted)), noted=tuple(noted))

        self._do(plan)


def checked(field: str, value: str) -> str:
    """A value as it may be kept; raises, with what to do, where it cannot be one of this field."""
    if field not in METADATA:
        raise LibraryError(_("There is no field “{field}”.").format(field=field))
    found = " ".join(clean(value).split())[:LONGEST]
    if field in ("published", "updated") and found:
        return _moment(found)
    if field == "language" and found and not _LANGUAGE.fullmatch(found):
        raise LibraryError(_("“{value}” is not a language.").format(value=found), _("Write a code such as en or fr."))
    if field == "url" and found and not found.startswith(("http://", "https://")):
        raise LibraryError(_("“{value}” is not an address.").format(value=found), _("Write one that begins with http."))
    return found


def _moment(value: str) -> str:
    """An ISO 8601 date, or date and time, with a zone where one is given."""
    try:
        if len(value) <= len("2031-05-03"):
            return date.fromisoformat(value).isoformat()
        return datetime.fromisoformat(value).isoformat(timespec="minutes")
    except ValueError:
        raise LibraryError(
            _("“{value}” is not a date.").format(value=value),
            _("Write it as {day}, or {moment} with time and zone.").format(
                day=locales.day("2031-05-03"), moment=locales.moment("2031-05-03T14:30+02:00")
            ),
        ) from None


def _edit(connection: sqlite3.Connection, article_id: str, field: str, value: str) -> tuple[RecordChange, ...]:
    """The changes that make a field hold `value`: the received value is set aside, or is itself again."""
    now = user_tables.now_in(connection, field, (article_id,))
    if now is None:
        raise LibraryError(_("This article is no longer in the library."))
    kept = user_tables.now_in(connection, "edit", (article_id, field))
    received = kept if kept is not None else now
    after = (stored(value),)
    if after == now:
        return ()
    aside = None if after == received else received
    return (
        *user_tables.plan(connection, field, (article_id,), after),
        *user_tables.plan(connection, "edit", (article_id, field), aside),
    )


def _fold(connection: sqlite3.Connection, article_id: str, spans: tuple[Span, ...]) -> tuple[RecordChange, ...]:
    row = connection.execute("SELECT number FROM article WHERE id = ?", (article_id,)).fetchone()
    return user_tables.plan(connection, "boilerplate", (row[0],), (spans_as_json(spans),)) if row else ()
