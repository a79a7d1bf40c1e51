"""The state of the open comparison: what stays when other findings come, and what is told of a change."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from reader.article import Article
from reader.compare.comparison import Comparison, Excerpt, Passage, Relation
from reader.compare.finding_ids import Finding, SubjectKind
from reader.text.spans import Span
from reader.ui.state.comparison_state import ComparisonState, passage_numbers

ONE = Article("a1", "The dike held. The pumps ran all night.")
TWO = Article("a2", "All night the pumps ran, and the dike held.")


def passage(left: tuple[int, int], right: tuple[int, int]) -> Passage:
    return Passage(Relation.REWORDED, 80.0, (Excerpt("a1", Span(*left)), Excerpt("a2", Span(*right))))


PUMPS, DIKE = passage((15, 39), (0, 23)), passage((0, 14), (29, 43))
BOTH = Comparison(articles=(ONE, TWO), passages=(PUMPS, DIKE))


@pytest.fixture
def state(qapp: object) -> ComparisonState:
    return ComparisonState()


@pytest.fixture
def told(state: ComparisonState) -> list[Any]:
    """What was signalled, in order."""
    heard: list[Any] = []
    state.comparisonChanged.connect(lambda fresh: heard.append(("comparison", fresh)))
    state.decisionsChanged.connect(lambda changed: heard.append(("decisions", changed)))
    state.currentFindingChanged.connect(lambda: heard.append("finding"))
    state.passageChosen.connect(lambda: heard.append("passage"))
    state.baseChanged.connect(lambda: heard.append("base"))
    return heard


def test_passages_are_numbered_as_they_come_in_the_first_article() -> None:
    assert passage_numbers(BOTH) == {0: 2, 1: 1}


def test_nothing_lies_open_at_first(state: ComparisonState) -> None:
    assert (state.comparison, state.ids, state.chosen_passage, state.base) == (None, (), None, "")


def test_other_articles_begin_anew(state: ComparisonState, told: list[Any]) -> None:
    assert state.open(BOTH)
    state.choose_passage(1)
    state.set_base("a2")
    told.clear()
    assert state.open(Comparison(articles=(replace(ONE, headline="Dike holds"), TWO), passages=(PUMPS, DIKE)))
    assert told == [("comparison", True), "finding"]
    assert (state.chosen_passage, state.current_finding, state.base) == (None, None, "")


def test_among_the_same_articles_the_chosen_passage_stays_wherever_it_is_listed(state: ComparisonState) -> None:
    state.open(BOTH)
    state.choose_passage(1, DIKE.excerpts[1])
    state.set_base("a2")
    assert not state.open(Comparison(articles=(TWO, ONE), passages=(DIKE,)))
    assert (state.chosen_passage, state.current_finding) == (0, Finding(SubjectKind.PASSAGE, 0))
    assert (state.leading_excerpt, state.base) == (DIKE.excerpts[1], "a2")
    assert not state.open(Comparison(articles=(ONE, TWO), passages=(PUMPS,)))
    assert (state.chosen_passage, state.current_finding, state.leading_excerpt) == (None, None, None)


def test_a_passage_is_chosen_again_where_another_wording_leads(state: ComparisonState, told: list[Any]) -> None:
    state.open(BOTH)
    told.clear()
    state.choose_passage(0, PUMPS.excerpts[0])
    state.choose_passage(0, PUMPS.excerpts[1])
    assert told == ["passage", "finding"] * 2
    state.choose_passage(None)
    assert (state.chosen_passage, state.current_finding) == (None, None)


def test_decisions_on_what_lay_open_before_are_not_taken_for_those_of_now(
    state: ComparisonState, told: list[Any]
) -> None:
    held: Any = SimpleNamespace(kind="dismissed")
    state.open(BOTH)
    state.choose_passage(0)
    told.clear()
    state.set_decisions(replace(BOTH), {Finding(SubjectKind.PASSAGE, 0): held})
    assert told == []
    state.set_decisions(BOTH, {Finding(SubjectKind.PASSAGE, 0): held})
    state.set_decisions(BOTH, {Finding(SubjectKind.PASSAGE, 0): held})
    assert told == [("decisions", True), ("decisions", False)]
    assert state.current_decision is held
    state.open(replace(BOTH))
    assert state.decisions == {}


def test_closing_says_so_once(state: ComparisonState, told: list[Any]) -> None:
    state.open(BOTH)
    told.clear()
    state.close()
    state.close()
    assert told == [("comparison", True), "finding"]
    assert state.numbers == {}


def test_the_base_changes_only_where_it_is_another(state: ComparisonState, told: list[Any]) -> None:
    state.open(BOTH)
    told.clear()
    state.set_base("a1")
    state.set_base("a1")
    assert told == ["base"]
