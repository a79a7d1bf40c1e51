"""Names of findings stay the same while the texts do, whatever the order of the articles and the words for a scope."""

from dataclasses import replace

from reader.article import Article
from reader.compare import finding_ids
from reader.compare.comparison import Excerpt
from reader.compare.engine import compare
from reader.text.spans import Span

SAID = '"The covered hall was locked when the fire began," said Ida Falk of the council.'
MARKET = Article("a", "Twelve stalls burned down at the market in Brell. " + SAID)
HARBOUR = Article("b", "Nine stalls burned down at the market in Brell. " + SAID)


def test_a_row_is_known_by_where_its_figures_stand() -> None:
    comparison, turned = compare([MARKET, HARBOUR]), compare([HARBOUR, MARKET])
    (row,), (again,) = comparison.ledger, turned.ledger
    assert finding_ids.of_row(comparison, row) == finding_ids.of_row(turned, again)
    assert finding_ids.of_row(comparison, replace(row, scope="booths")) == finding_ids.of_row(comparison, row)


def test_a_finding_is_known_by_the_text_not_by_the_name_of_the_article() -> None:
    comparison = compare([MARKET, HARBOUR])
    renamed = compare([replace(MARKET, id="x"), replace(HARBOUR, id="y")])
    assert finding_ids.of_row(comparison, comparison.ledger[0]) == finding_ids.of_row(renamed, renamed.ledger[0])
    edited = compare([replace(MARKET, text="At dawn. " + MARKET.text), HARBOUR])
    assert finding_ids.of_row(comparison, comparison.ledger[0]) != finding_ids.of_row(edited, edited.ledger[0])


def test_kinds_of_findings_do_not_share_names() -> None:
    comparison = compare([MARKET, HARBOUR])
    (quotation,) = comparison.quotations
    named = {finding_ids.of_quotation(comparison, quotation), finding_ids.of_row(comparison, comparison.ledger[0])}
    named |= {finding_ids.of_passage(comparison, passage) for passage in comparison.passages}
    assert len(named) == 2 + len(comparison.passages) > 2


def test_what_was_decided_on_a_quotation_with_its_marks_is_found_again() -> None:
    comparison = compare([MARKET, HARBOUR])
    start = {article.id: article.text.index('"') for article in comparison.articles}
    end = SAID.rindex('"') + 1
    marked = [Excerpt(name, Span(at, at + end)) for name, at in start.items()]
    (quotation,) = comparison.quotations
    given = tuple(replace(c, excerpt=e, parts=()) for c, e in zip(quotation.credits, marked, strict=True))
    before = finding_ids.of_quotation(comparison, replace(quotation, credits=given))
    assert before != finding_ids.of_quotation(comparison, quotation)
    assert finding_ids.placed(comparison, {before: "kept"}) == {
        finding_ids.Finding(finding_ids.SubjectKind.QUOTATION, 0): "kept"
    }
    assert finding_ids.known_again(comparison, {"figures:x": "kept"}) == {"figures:x": "kept"}
