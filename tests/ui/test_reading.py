"""What is said of a comparison in one line."""

from reader.article import Article
from reader.compare.comparison import Comparison, LedgerRow, Verdict
from reader.compare.subjects import Finding, Kind
from reader.ui.reading import totals

ARTICLES = (Article("a", "x"), Article("b", "x"))


def of_verdicts(*verdicts: Verdict) -> Comparison:
    return Comparison(ARTICLES, ledger=tuple(LedgerRow(one.value, one, (), ()) for one in verdicts))


def test_what_is_worth_a_look_is_counted_beside_the_conflicts() -> None:
    found = of_verdicts(Verdict.CONFLICT, Verdict.LOOK, Verdict.LOOK, Verdict.AGREE)
    assert totals(found) == "2 articles · 0 passages · 4 figures · 1 conflict · 2 worth a look"
    gone = [Finding(Kind.FIGURES, 0), Finding(Kind.FIGURES, 1)]
    assert totals(found, gone) == "2 articles · 0 passages · 2 figures · no conflicts · 1 worth a look · 2 dismissed"
    assert totals(of_verdicts(Verdict.AGREE)) == "2 articles · 0 passages · 1 figure · no conflicts"
