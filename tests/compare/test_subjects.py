"""Names of findings stay the same while the texts do, whatever the order of the articles and the words for a scope."""

from dataclasses import replace

from reader.article import Article
from reader.compare import subjects
from reader.compare.engine import compare

SAID = '"The covered hall was locked when the fire began," said Ida Falk of the council.'
MARKET = Article("a", "Twelve stalls burned down at the market in Brell. " + SAID)
HARBOUR = Article("b", "Nine stalls burned down at the market in Brell. " + SAID)


def test_a_row_is_known_by_where_its_figures_stand() -> None:
    comparison, turned = compare([MARKET, HARBOUR]), compare([HARBOUR, MARKET])
    (row,), (again,) = comparison.ledger, turned.ledger
    assert subjects.of_row(comparison, row) == subjects.of_row(turned, again)
    assert subjects.of_row(comparison, replace(row, scope="booths")) == subjects.of_row(comparison, row)


def test_a_finding_is_known_by_the_text_not_by_the_name_of_the_article() -> None:
    comparison = compare([MARKET, HARBOUR])
    renamed = compare([replace(MARKET, id="x"), replace(HARBOUR, id="y")])
    assert subjects.of_row(comparison, comparison.ledger[0]) == subjects.of_row(renamed, renamed.ledger[0])
    edited = compare([replace(MARKET, text="At dawn. " + MARKET.text), HARBOUR])
    assert subjects.of_row(comparison, comparison.ledger[0]) != subjects.of_row(edited, edited.ledger[0])


def test_kinds_of_findings_do_not_share_names() -> None:
    comparison = compare([MARKET, HARBOUR])
    (quotation,) = comparison.quotations
    named = {subjects.of_quotation(comparison, quotation), subjects.of_row(comparison, comparison.ledger[0])}
    named |= {subjects.of_passage(comparison, passage) for passage in comparison.passages}
    assert len(named) == 2 + len(comparison.passages) > 2
