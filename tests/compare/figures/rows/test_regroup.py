"""Rows that a reader split and joined, and the verdicts on them."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.compare.comparison import CLASH, Comparison, Excerpt, LedgerRow, Verdict
from reader.compare.engine import compare
from reader.compare.figures.rows.regroup import Group, as_found, join, mentions_of, regrouped, split
from reader.text.spans import Span

ONE = Article("a", "The storm killed 12 people in Orrin. It injured 40. Divers found 3 boats.", published="2025-03-01")
TWO = Article("b", "The storm killed 15 people in Orrin. It injured 44. Divers found 3 boats.", published="2025-03-02")
THREE = Article("c", "The storm killed 12 people in Orrin. Nearly 40 were injured, doctors said.")
WHOLE = compare([ONE, TWO, THREE])


def row(comparison: Comparison, words: str) -> LedgerRow:
    """The row in which an article says that."""
    return next(r for r in comparison.ledger if any(comparison.text(m.excerpt) == words for m in r.mentions))


def said(comparison: Comparison, *words: str) -> Group:
    """The mentions with these words."""
    every = (m.excerpt for r in comparison.ledger for m in r.mentions)
    return frozenset(excerpt for excerpt in every if comparison.text(excerpt) in words)


def words(comparison: Comparison, found: LedgerRow) -> list[str]:
    return sorted(comparison.text(m.excerpt) for m in found.mentions)


def test_without_groups_nothing_changes() -> None:
    assert regrouped(WHOLE, ()) is WHOLE


@pytest.mark.parametrize("gone", [Excerpt("a", Span(0, 3)), Excerpt("no such article", Span(0, 2))])
def test_mentions_that_are_no_longer_found_are_passed_over(gone: Excerpt) -> None:
    assert regrouped(WHOLE, [frozenset({gone})]) is WHOLE


def test_a_mention_taken_out_stands_alone_and_the_rest_is_concluded_anew() -> None:
    killed = row(WHOLE, "15")
    assert killed.verdict is Verdict.CONFLICT
    after = regrouped(WHOLE, split((), killed, said(WHOLE, "15")))
    alone, rest = row(after, "15"), row(after, "12")
    assert (words(after, alone), alone.verdict, alone.judgements) == (["15"], Verdict.CONSISTENT, ())
    assert (words(after, rest), rest.verdict) == (["12", "12"], Verdict.AGREE)
    assert (alone.regrouped, rest.regrouped) == (True, True)
    assert not row(after, "3").regrouped
    assert [r.verdict.severity for r in after.ledger] == sorted(
        (r.verdict.severity for r in after.ledger), reverse=True
    )


def test_rows_put_together_are_judged_across_by_the_engine() -> None:
    killed, injured = row(WHOLE, "15"), row(WHOLE, "44")
    after = regrouped(WHOLE, join((), [killed, injured]))
    both = row(after, "15")
    assert words(after, both) == sorted([*words(WHOLE, killed), *words(WHOLE, injured)])
    assert both.verdict is Verdict.CONFLICT
    assert {killed.scope, injured.scope} == set(both.scope.split(" / "))
    across = [{after.text(both.mentions[i].excerpt) for i in (j.left, j.right)} for j in both.judgements]
    assert {"12", "44"} in across
    assert len(after.ledger) == len(WHOLE.ledger) - 1


def test_what_cannot_be_held_against_one_another_is_not_judged() -> None:
    priced = compare(
        [
            Article("a", "Rebuilding the pier of Orrin cost $20 million. The storm killed 12 people."),
            Article("b", "Rebuilding the pier of Orrin cost $25 million. The storm killed 15 people."),
        ]
    )
    whole = regrouped(priced, join((), priced.ledger))
    (found,) = whole.ledger
    kinds = [{found.mentions[i].quantity.dimension for i in (j.left, j.right)} for j in found.judgements]
    assert {"money", "count"} not in kinds
    assert len(kinds) == 2


def test_an_article_that_gives_both_figures_does_not_contradict_the_other() -> None:
    killed, injured = row(WHOLE, "15"), row(WHOLE, "44")
    after = row(regrouped(WHOLE, join((), [killed, injured])), "15")
    clashes = [{after.mentions[i] for i in (j.left, j.right)} for j in after.judgements if j.verdict in CLASH]
    assert clashes
    for left, right in clashes:
        both = {(m.excerpt.article, m.quantity.value) for m in after.mentions}
        assert (left.excerpt.article, right.quantity.value) not in both
        assert (right.excerpt.article, left.quantity.value) not in both


def test_the_way_back() -> None:
    killed, injured = row(WHOLE, "15"), row(WHOLE, "44")
    groups = join((), [killed, injured])
    joined = regrouped(WHOLE, groups)
    groups = split(groups, row(joined, "15"), said(WHOLE, "15"))
    apart = regrouped(WHOLE, groups)
    assert words(apart, row(apart, "15")) == ["15"]
    for found in (row(apart, "15"), row(apart, "44")):
        assert as_found(WHOLE.ledger, groups, found) == ()
    other = (*groups, said(WHOLE, "3") - {min(said(WHOLE, "3"))})
    assert as_found(WHOLE.ledger, other, row(apart, "15")) == other[-1:]


def test_all_or_nothing_of_a_row_is_no_split_and_one_row_no_join() -> None:
    killed = row(WHOLE, "15")
    assert split((), killed, mentions_of(killed)) == split((), killed, ()) == ()
    assert join((), [killed]) == ()


def test_put_back_together_by_hand_it_is_the_row_that_was_found() -> None:
    killed = row(WHOLE, "15")
    groups = split((), killed, said(WHOLE, "15"))
    apart = regrouped(WHOLE, groups)
    again = regrouped(WHOLE, join(groups, [row(apart, "15"), row(apart, "12")]))
    assert again.ledger == WHOLE.ledger


def test_a_later_higher_toll_may_be_an_update_in_a_joined_row_too() -> None:
    killed, injured = row(WHOLE, "15"), row(WHOLE, "44")
    joined = row(regrouped(WHOLE, join((), [killed, injured])), "15")
    updates = [
        [regrouped(WHOLE, ()).text(joined.mentions[i].excerpt) for i in (j.left, j.right)]
        for j in joined.judgements
        if j.update
    ]
    assert ["12", "44"] in updates


EVERY = sorted({m.excerpt for r in WHOLE.ledger for m in r.mentions})


@settings(max_examples=60)
@given(st.lists(st.frozensets(st.sampled_from(EVERY), min_size=1), max_size=4))
def test_no_mention_is_ever_lost_or_told_twice(groups: list[Group]) -> None:
    after = regrouped(WHOLE, groups)
    told = [m.excerpt for r in after.ledger for m in r.mentions]
    assert sorted(told) == EVERY
    for found in after.ledger:
        worst = max((j.verdict for j in found.judgements), key=lambda v: v.severity, default=Verdict.CONSISTENT)
        assert found.verdict is worst
        assert all(
            found.mentions[j.left].excerpt.article != found.mentions[j.right].excerpt.article for j in found.judgements
        )
    assert regrouped(replace(WHOLE, articles=WHOLE.articles[::-1]), groups).ledger == after.ledger
