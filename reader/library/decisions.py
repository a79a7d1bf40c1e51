"""What a reader decided on the findings of comparisons, kept with the words that it is about."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.claims import Claim, Mention
from reader.i18n import _
from reader.library import user_tables, writes
from reader.library.columns import clean
from reader.library.history import Columns, Step
from reader.library.part import LibraryPart
from reader.library.values import Decision, DecisionKind


class DecisionStore(LibraryPart):
    """`library.decisions`: each belongs to a claim, whatever is compared with it."""

    def decide(self, claim: Claim, kind: str, reason: str = "", note: str = "") -> Decision:
        """Keep what was decided on a claim, in place of what was decided before on it or on a part of it."""
        decision = Decision(
            claim.subject, DecisionKind(kind), clean(reason), clean(note), writes.now(), claim.mentions
        )  # fmt: skip

        def plan(connection: sqlite3.Connection) -> Step:
            before = [one for one in _read(connection) if _is_part(one, claim) and one.subject != claim.subject]
            gone = [n for one in before for n in user_tables.plan(connection, "decision", (one.subject,), None)]
            kept = user_tables.plan(connection, "decision", (claim.subject,), _columns(decision))
            return Step(_words(decision.kind), noted=(*gone, *kept))

        self._do(plan)
        return decision

    def take_back(self, subjects: Iterable[str]) -> None:
        """Take decisions back, in one step."""
        self._remove("decision", ((clean(one),) for one in subjects), _("taking back a decision"))

    def all(self) -> list[Decision]:
        """All that was decided, the oldest first."""
        with self._connections.read() as reading:
            return _read(reading)

    def keep(self, decision: Decision) -> None:
        """Keep a decision as it was made elsewhere, where nothing is decided on the same yet."""
        dated = replace(decision, decided=decision.decided or writes.now())
        self._insert_once("decision", (clean(decision.subject),), _columns(dated), _words(decision.kind))

    def settle(self, subject: str, mentions: Iterable[Mention]) -> None:
        """Write down what a decision is about that was kept with the articles compared only; this is no step."""
        with self._connections.write() as writing:
            sql = "UPDATE decision SET mentions = ?, compared = '' WHERE subject = ? AND mentions = ''"
            writing.execute(sql, (mentions_as_json(mentions), subject))


def mentions_as_json(mentions: Iterable[Mention]) -> str:
    """Mentions as a column keeps them."""
    return json.dumps([mention.kept() for mention in mentions], separators=(",", ":"))


def mentions_of(kept: str) -> tuple[Mention, ...]:
    """What `mentions_as_json` gave."""
    return tuple(Mention.read(one) for one in json.loads(kept)) if kept else ()


def _columns(decision: Decision) -> Columns:
    about = mentions_as_json(decision.mentions) if decision.mentions else ""
    compared = json.dumps(sorted(set(decision.compared))) if decision.compared else ""
    return decision.kind.value, clean(decision.reason), clean(decision.note), decision.decided, about, compared


def _read(connection: sqlite3.Connection) -> list[Decision]:
    sql = "SELECT subject, kind, reason, note, decided, mentions, compared FROM decision ORDER BY decided, subject"
    return [_decision(row) for row in connection.execute(sql).fetchall()]


def _decision(row: Sequence[str]) -> Decision:
    subject, kind, reason, note, decided, mentions, compared = row
    ids = tuple(json.loads(compared)) if compared else ()
    return Decision(subject, DecisionKind(kind), reason, note, decided, mentions_of(mentions), ids)


def _is_part(decision: Decision, claim: Claim) -> bool:
    """Whether a decision was on a part of what is decided on now."""
    if not decision.mentions or not decision.subject.startswith(f"{claim.kind}:"):
        return False
    return Claim(claim.kind, decision.mentions).is_within(claim.mentions)


def _words(kind: DecisionKind) -> str:
    return {
        DecisionKind.CONFIRMED: _("confirming a finding"),
        DecisionKind.DISMISSED: _("dismissing a finding"),
        DecisionKind.NOTED: _("a note on a finding"),
    }[kind]
