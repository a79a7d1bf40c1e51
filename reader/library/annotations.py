"""What a reader marked in texts by hand: words highlighted or noted, and words of several articles tied together."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.claims import Claim, Mention
from reader.i18n import _
from reader.library import user_tables, writes
from reader.library.columns import clean
from reader.library.decisions import mentions_as_json, mentions_of
from reader.library.history import Columns, Step
from reader.library.part import LibraryPart
from reader.library.values import Annotation, AnnotationKind


class AnnotationStore(LibraryPart):
    """`library.annotations`: each belongs to its words, whatever is compared with them."""

    def add(self, kind: AnnotationKind, mentions: Iterable[Mention], note: str = "") -> Annotation:
        """Keep an annotation, in place of one of this kind on the same words."""
        claim = Claim(kind.value, tuple(sorted(mentions)))
        made = Annotation(claim.subject, kind, clean(note), writes.now(), claim.mentions)

        def plan(connection: sqlite3.Connection) -> Step:
            before = user_tables.now_in(connection, "annotation", (made.subject,))
            kept = replace(made, made=str(before[2])) if before is not None else made
            change = user_tables.plan(connection, "annotation", (made.subject,), _columns(kept))
            return Step(_words(kind, again=before is not None), noted=change)

        self._do(plan)
        return made

    def keep(self, annotation: Annotation) -> None:
        """Keep an annotation as it was made elsewhere, where there is none of its kind on the same words yet."""
        dated = replace(annotation, made=annotation.made or writes.now())
        self._insert_once("annotation", (clean(annotation.subject),), _columns(dated), _words(annotation.kind))

    def erase(self, subjects: Iterable[str]) -> None:
        """Take annotations away, in one step."""
        self._remove("annotation", ((clean(one),) for one in subjects), _("taking away a mark of yours"))

    def all(self) -> tuple[Annotation, ...]:
        """All of them, the oldest first."""
        sql = "SELECT subject, kind, note, made, mentions FROM annotation ORDER BY made, subject"
        with self._connections.read() as reading:
            return tuple(map(_annotation, reading.execute(sql).fetchall()))


def _columns(one: Annotation) -> Columns:
    return one.kind.value, one.note, one.made, mentions_as_json(one.mentions)


def _annotation(row: Sequence[str]) -> Annotation:
    subject, kind, note, made, mentions = row
    return Annotation(subject, AnnotationKind(kind), note, made, mentions_of(mentions))


def _words(kind: AnnotationKind, *, again: bool = False) -> str:
    if again:
        return _("a note on a mark of yours")
    return {
        AnnotationKind.HIGHLIGHT: _("highlighting words"),
        AnnotationKind.PASSAGE: _("tying passages together"),
        AnnotationKind.FIGURES: _("tying figures together"),
    }[kind]
