"""What the reader decided on findings: words for it, and the order that the ledger takes from it."""

from collections.abc import Mapping
from dataclasses import replace

from reader import wording
from reader.compare import subjects
from reader.compare.comparison import Comparison, LedgerRow
from reader.export.choices import Decided
from reader.export.report import Ruling

DISMISSED = "dismissed"


def ranked(comparison: Comparison, decisions: Mapping[str, Decided]) -> Comparison:
    """The same with its ledger worst first, what the reader dismissed last: as the window has it."""
    dismissed = {id(row) for row in comparison.ledger if _dismissed(comparison, row, decisions)}
    order = sorted(comparison.ledger, key=lambda row: (id(row) in dismissed, -row.verdict.severity))
    return replace(comparison, ledger=tuple(order))


def standing(comparison: Comparison, decisions: Mapping[str, Decided]) -> Comparison:
    """The same without the rows of the ledger that the reader dismissed: what counts is counted without them."""
    rows = tuple(row for row in comparison.ledger if not _dismissed(comparison, row, decisions))
    return replace(comparison, ledger=rows)


def ruling(decided: Decided | None) -> Ruling | None:
    """A decision as a document says it."""
    if decided is None:
        return None
    label = wording.decision(decided.kind)
    if decided.decided:
        label = f"{label}, {decided.decided[:10]}"
    return Ruling(str(decided.kind), label, _line(decided.reason), _line(decided.note))


def _dismissed(comparison: Comparison, row: LedgerRow, decisions: Mapping[str, Decided]) -> bool:
    found = decisions.get(subjects.of_row(comparison, row)) if decisions else None
    return found is not None and found.kind == DISMISSED


def _line(text: str) -> str:
    return " ".join(text.split())
