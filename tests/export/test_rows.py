"""Rows hold every unit once and in order, and stand shared passages side by side."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article
from reader.compare.comparison import Comparison, Excerpt, Passage, Relation
from reader.export.rows import aligned
from reader.export.sentence_groups import SentenceGroup, units
from reader.text.chain import heaviest_pairs
from reader.text.spans import Span

from . import story


def column(*passages: set[int]) -> list[SentenceGroup]:
    return [SentenceGroup((Span(10 * n, 10 * n + 9),), frozenset(held)) for n, held in enumerate(passages)]


def test_shared_units_stand_side_by_side() -> None:
    rows = aligned([column({1}, set(), {2}), column(set(), {1}, {2})], lambda _p: 1.0)
    shared = [row for row in rows if row.sharing]
    assert [sorted(row.passages) for row in shared] == [[1], [2]]
    assert all(set(row.cells) >= {0, 1} for row in shared)


def test_the_heavier_of_two_that_cross_wins() -> None:
    rows = aligned([column({1}, {2}), column({2}, {1})], lambda p: float(p))
    assert [sorted(row.passages) for row in rows if row.sharing] == [[2]]


columns = st.lists(
    st.lists(st.frozensets(st.integers(0, 8), max_size=2), max_size=12).map(lambda held: column(*map(set, held))),
    min_size=2,
    max_size=5,
)


@given(columns)
def test_every_unit_once_and_in_order(given_columns: list[list[SentenceGroup]]) -> None:
    rows = aligned(given_columns, lambda p: 1.0 + p)
    for number, units_given in enumerate(given_columns):
        assert [unit for row in rows for unit in row.cells.get(number, [])] == units_given


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.floats(0.1, 9)), max_size=40))
def test_chain_ascends_in_both(pairs: list[tuple[int, int, float]]) -> None:
    chain = heaviest_pairs(pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(chain))
    best = max((weight for _left, _right, weight in pairs), default=0.0)
    weights = {(left, right): weight for left, right, weight in sorted(pairs, key=lambda pair: pair[2])}
    assert sum(weights[pair] for pair in chain) >= best - 1e-9


def test_units_hold_every_word_once() -> None:
    comparison = story.comparison()
    for article in comparison.articles:
        spans = [span for unit in units(comparison)[article.id] for span in unit.spans]
        assert all(before.end <= after.start for before, after in pairwise(spans))
        held = "".join(span.of(article.text) for span in spans)
        assert "".join(held.split()) == "".join(article.text.split())


def test_a_passage_over_two_sentences_binds_them() -> None:
    comparison = story.comparison()
    bound = story.at(story.GAZETTE, "Tuesday. Almost 8,000")
    passage = type(comparison.passages[0])(comparison.passages[0].relation, 90, (bound,))
    cut = units(type(comparison)(comparison.articles, (passage,)))["gazette"]
    assert [len(unit.spans) for unit in cut if unit.passages] == [2]


def test_a_row_that_costs_more_than_it_aligns_is_given_up() -> None:
    far = [column({1}, *[set[int]() for _unit in range(20)]), column(*[set[int]() for _unit in range(20)], {1})]
    assert not [row for row in aligned(far, lambda _p: 1.0) if row.sharing]
    near = [column({1}, set()), column(set(), {1})]
    assert [row for row in aligned(near, lambda _p: 1.0) if row.sharing]


def test_a_fold_stays_inside_a_passage_that_runs_around_it() -> None:
    text = "First words here. ALSO READ: other news. Last words here."
    article = Article("a", text, boilerplate=(Span(18, 40),))
    passage = Passage(Relation.VERBATIM, 90, (Excerpt("a", Span(0, len(text))),))
    (unit,) = units(Comparison((article,), (passage,)))["a"]
    assert [span.of(text) for span in unit.spans] == ["First words here.", "ALSO READ: other news.", "Last words here."]
    assert unit.folds == {Span(18, 40)}


def test_a_very_long_passage_is_not_kept_together() -> None:
    text = " ".join(f"This is sentence number {n} of a long report." for n in range(40))
    article = Article("a", text)
    whole = Passage(Relation.REWORDED, 90, (Excerpt("a", Span(0, len(text))),))
    first = Passage(Relation.REWORDED, 90, (Excerpt("a", Span(0, 80)),))
    cut = units(Comparison((article,), (whole, first)))["a"]
    assert [len(unit.spans) for unit in cut] == [2, *[1] * 38]
    assert [unit.passages for unit in cut[:2]] == [{0, 1}, frozenset()]
