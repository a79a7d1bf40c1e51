"""The pictures that a document shows of a comparison: figures over time that clash, then who shares with whom."""

from collections.abc import Collection

from reader.compare.comparison import CLASH, Comparison, LedgerRow
from reader.compare.finding_ids import Finding, SubjectKind
from reader.compare.sharing_matrix import sharing
from reader.compare.timelines import timeline
from reader.export.charts import matrix
from reader.export.charts import timeline as timelines
from reader.export.charts.account_labels import Names
from reader.export.charts.drawing import Chart

MOST = 6
"""Rows of figures that are drawn in a document: a picture is for what a reader looks at first."""


def drawn(comparison: Comparison, gone: Collection[Finding] = ()) -> tuple[int, ...]:
    """The rows of the ledger that a document draws: that clash, or rise over time; none that was dismissed."""
    wanted = (
        n
        for n, row in enumerate(comparison.ledger)
        if Finding(SubjectKind.FIGURES, n) not in gone and (row.verdict in CLASH or _rises(row))
    )
    return tuple(n for n in wanted if timeline(comparison, n) is not None)[:MOST]


def _rises(row: LedgerRow) -> bool:
    """Whether it is told at several moments and not always the same."""
    values = {figure.quantity.value for figure in row.mentions}
    return len(values) > 1 and any(judgement.update for judgement in row.judgements)


def charts(comparison: Comparison, names: Names, gone: Collection[Finding] = ()) -> tuple[Chart, ...]:
    """Every chart that the comparison has something for."""
    lines = (timeline(comparison, row) for row in drawn(comparison, gone))
    pictures = [timelines.chart(comparison, line, names) for line in lines if line is not None]
    if comparison.passages:
        hidden = {finding.index for finding in gone if finding.kind is SubjectKind.PASSAGE}
        pictures.append(matrix.chart(comparison, sharing(comparison, hidden), names))
    return tuple(pictures)
