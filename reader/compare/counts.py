"""How much a comparison holds of each kind, apart from what its reader dismissed: the one place where it is counted."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Protocol

from reader.compare.comparison import Comparison, LedgerRow, Verdict
from reader.compare.finding_ids import Finding, SubjectKind
from reader.dataclass import dataclass

DISMISSED = "dismissed"
"""The kind of decision by which a finding no longer counts."""


class HasKind(Protocol):
    """A decision, as far as it says its kind."""

    @property
    def kind(self) -> str:
        """What was decided."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Passages, quotations, and rows of figures: how many of these conflict, are in tension, are worth a look."""

    passages: int = 0
    quotations: int = 0
    figures: int = 0
    conflicts: int = 0
    tensions: int = 0
    looks: int = 0

    @property
    def clashing(self) -> int:
        """The rows in conflict or in tension."""
        return self.conflicts + self.tensions

    @property
    def fitting(self) -> int:
        """The rows with nothing to look at."""
        return self.figures - self.clashing - self.looks

    @property
    def all(self) -> int:
        """Findings of every kind."""
        return self.passages + self.quotations + self.figures


@dataclass(frozen=True, slots=True)
class Counts:
    """What stands, and what was dismissed."""

    left: Tally
    dismissed: Tally


def dismissed(decisions: Mapping[Finding, HasKind]) -> frozenset[Finding]:
    """Those findings that were decided to count no longer."""
    return frozenset(finding for finding, decision in decisions.items() if decision.kind == DISMISSED)


def counted(comparison: Comparison, gone: Collection[Finding] = ()) -> Counts:
    """The findings of a comparison, of which a reader dismissed those in `gone`."""
    rows = {finding.index for finding in gone if finding.kind is SubjectKind.FIGURES}
    away = Tally(
        passages=sum(finding.kind is SubjectKind.PASSAGE for finding in gone),
        quotations=sum(finding.kind is SubjectKind.QUOTATION for finding in gone),
    )
    left = Tally(len(comparison.passages) - away.passages, len(comparison.quotations) - away.quotations)
    return Counts(
        _with_rows(left, [row for at, row in enumerate(comparison.ledger) if at not in rows]),
        _with_rows(away, [row for at, row in enumerate(comparison.ledger) if at in rows]),
    )


def standing(comparison: Comparison, gone: Collection[Finding]) -> tuple[LedgerRow, ...]:
    """The rows of figures that were not dismissed."""
    return tuple(row for at, row in enumerate(comparison.ledger) if Finding(SubjectKind.FIGURES, at) not in gone)


def _with_rows(tally: Tally, rows: Collection[LedgerRow]) -> Tally:
    held = Counter(row.verdict for row in rows)
    return replace(
        tally,
        figures=len(rows),
        conflicts=held[Verdict.CONFLICT],
        tensions=held[Verdict.TENSION],
        looks=held[Verdict.LOOK],
    )
