"""What a reader decided on the findings of a comparison."""

import json
import sqlite3
from collections.abc import Iterable

from reader.i18n import _
from reader.library import moves, notes
from reader.library.base import Base
from reader.library.columns import clean
from reader.library.history import Step
from reader.library.values import Decision, DecisionKind


class Deciding(Base):
    """The part of the library that keeps decisions; each belongs to the set of articles that were compared."""

    def decide(self, ids: Iterable[str], subject: str, kind: str, reason: str = "", note: str = "") -> Decision:
        """Keep what was decided on a finding, in place of what was decided before."""
        decision = Decision(clean(subject), DecisionKind(kind), clean(reason), clean(note), moves.now())
        key = (comparison_key(ids), decision.subject)
        after = (decision.kind.value, decision.reason, decision.note, decision.decided)
        self._do(lambda connection: Step(_words(decision.kind), noted=notes.plan(connection, "decision", key, after)))
        return decision

    def undecide(self, ids: Iterable[str], subject: str) -> None:
        """Take a decision back."""
        key = (comparison_key(ids), clean(subject))

        def plan(connection: sqlite3.Connection) -> Step:
            return Step(_("taking back a decision"), noted=notes.plan(connection, "decision", key, None))

        self._do(plan)

    def decisions(self, ids: Iterable[str]) -> list[Decision]:
        """All that was decided on the findings of a comparison of these articles, the oldest first."""
        sql = "SELECT subject, kind, reason, note, decided FROM decision WHERE comparison = ? ORDER BY decided, subject"
        with self._connections.read() as reading:
            found = reading.execute(sql, (comparison_key(ids),)).fetchall()
        return [Decision(subject, DecisionKind(kind), *rest) for subject, kind, *rest in found]

    def decisions_among(self, ids: Iterable[str]) -> list[tuple[tuple[str, ...], Decision]]:
        """All decisions on comparisons of none but these articles, each with the articles that were compared."""
        inside = set(ids)
        sql = "SELECT comparison, subject, kind, reason, note, decided FROM decision ORDER BY decided, subject"
        with self._connections.read() as reading:
            found = reading.execute(sql).fetchall()
        decided = [(tuple(json.loads(key)), Decision(s, DecisionKind(kind), *rest)) for key, s, kind, *rest in found]
        return [(compared, decision) for compared, decision in decided if inside.issuperset(compared)]


def comparison_key(ids: Iterable[str]) -> str:
    """The same for the same articles, in whatever order they stand."""
    return json.dumps(sorted(set(ids)))


def _words(kind: DecisionKind) -> str:
    return {
        DecisionKind.CONFIRMED: _("confirming a finding"),
        DecisionKind.DISMISSED: _("dismissing a finding"),
        DecisionKind.NOTED: _("a note on a finding"),
    }[kind]
