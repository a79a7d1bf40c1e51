"""What was dismissed does not count, and is counted for itself."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article
from reader.compare import counts
from reader.compare.comparison import Comparison, Excerpt, LedgerRow, Passage, Quotation, Relation, Verdict
from reader.compare.finding_ids import Finding, SubjectKind, every
from reader.text.spans import Span

PLACES = (Excerpt("a", Span(0, 1)), Excerpt("b", Span(0, 1)))
PASSAGE, QUOTATION = Passage(Relation.VERBATIM, 99.0, PLACES), Quotation(99.0, ())
ROWS = tuple(LedgerRow(verdict.value, verdict, (), ()) for verdict in Verdict)
WHOLE = Comparison((Article("a", "x"), Article("b", "x")), (PASSAGE,) * 3, ledger=ROWS, quotations=(QUOTATION,) * 2)


class Decision:
    """As the library's, as far as counting looks at it."""

    def __init__(self, kind: str) -> None:
        self.kind = kind


def test_everything_stands_where_nothing_was_dismissed() -> None:
    found = counts.counted(WHOLE)
    assert found.left == counts.Tally(3, 2, 5, conflicts=1, tensions=1, looks=1)
    assert (found.left.fitting, found.left.clashing, found.left.all) == (2, 2, 10)
    assert found.dismissed == counts.Tally()


def test_only_what_was_dismissed_is_left_out() -> None:
    conflict = Finding(SubjectKind.FIGURES, [row.verdict for row in ROWS].index(Verdict.CONFLICT))
    passage = Finding(SubjectKind.PASSAGE, 2)
    gone = counts.dismissed({conflict: Decision("dismissed"), passage: Decision("noted")})
    assert gone == {conflict}
    found = counts.counted(WHOLE, gone)
    assert (found.left.figures, found.left.conflicts, found.left.passages) == (4, 0, 3)
    assert found.dismissed == counts.Tally(figures=1, conflicts=1)
    assert Verdict.CONFLICT not in {row.verdict for row in counts.standing(WHOLE, gone)}


@given(st.sets(st.sampled_from(every(WHOLE))))
def test_what_stands_and_what_was_dismissed_is_all_there_is(gone: set[Finding]) -> None:
    found, whole = counts.counted(WHOLE, gone), counts.counted(WHOLE).left
    for name in ("passages", "quotations", "figures", "conflicts", "tensions", "looks", "fitting", "all"):
        assert getattr(found.left, name) + getattr(found.dismissed, name) == getattr(whole, name)
    assert found.dismissed.all == len(gone)
    assert counts.counted(replace(WHOLE, ledger=counts.standing(WHOLE, gone))).left.figures == found.left.figures
