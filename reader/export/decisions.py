"""What the reader decided on findings: words for it, and the order that the ledger takes from it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from reader import locales, wording
from reader.compare import counts, finding_ids
from reader.compare.comparison import Comparison
from reader.compare.finding_ids import Finding, SubjectKind
from reader.export.choices import DecisionLike

if TYPE_CHECKING:  # what only documents need comes with the first decision
    from reader.export.report import DecisionEntry


def ranked(comparison: Comparison, decisions: Mapping[str, DecisionLike]) -> Comparison:
    """The same with its ledger worst first, what the reader dismissed last: as the window has it."""
    gone = {finding.index for finding in dismissed(comparison, decisions) if finding.kind is SubjectKind.FIGURES}
    order = sorted(enumerate(comparison.ledger), key=lambda one: (one[0] in gone, -one[1].verdict.severity))
    return replace(comparison, ledger=tuple(row for _at, row in order))


def dismissed(comparison: Comparison, decisions: Mapping[str, DecisionLike]) -> frozenset[Finding]:
    """The findings that the reader dismissed: what counts is counted without them."""
    return counts.dismissed(finding_ids.placed(comparison, decisions))


def ruling(decided: DecisionLike | None) -> "DecisionEntry | None":
    """A decision as a document says it."""
    if decided is None:
        return None
    from reader.export.report import DecisionEntry

    label = wording.decision(decided.kind)
    if decided.decided:
        label = f"{label}, {locales.day(decided.decided)}"
    if changed := wording.changed(decided.came, decided.left):
        label = f"{label} ({changed})"
    return DecisionEntry(str(decided.kind), label, _line(decided.reason), _line(decided.note))


def _line(text: str) -> str:
    return " ".join(text.split())
