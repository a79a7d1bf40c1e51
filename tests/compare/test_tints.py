"""How strongly what is shared is marked: deeper with more of the accounts, in the margin only where it is weak."""

from dataclasses import replace

import pytest

from reader.article import Article
from reader.compare.comparison import Comparison, Excerpt, Passage, Relation
from reader.compare.tints import Tint, TintScale, is_weak, only_here, strength, tints
from reader.text.spans import Span

TEXT = "The bridge was closed at noon. It opened again at six. Nobody was hurt, the mayor said."
FIRST, SECOND, LAST = Span(0, 30), Span(31, 54), Span(55, len(TEXT))


def passage(score: float, span: Span, *ids: str, relation: Relation = Relation.REWORDED) -> Passage:
    return Passage(relation, score, tuple(Excerpt(one, span) for one in ids))


def found(*passages: Passage, count: int = 5) -> tuple[Tint, ...]:
    articles = tuple(Article(id=chr(ord("a") + n), text=TEXT) for n in range(count))
    return tints(Comparison(articles, passages))["a"]


def test_each_account_more_makes_it_deeper() -> None:
    pairs = [passage(80, FIRST, "a", other) for other in "bcde"]
    assert [found(*pairs[:n])[0].depth for n in (1, 2, 3, 4)] == [1, 2, 3, 3]
    assert [found(*pairs[:n])[0].others for n in (1, 2, 3, 4)] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("articles", "depths"),
    [(2, "1"), (3, "12"), (4, "123"), (5, "1233"), (6, "12233"), (10, "111222333"), (20, "1111112222223333333")],
)
def test_the_depths_are_thirds_of_the_accounts_that_are_compared(articles: int, depths: str) -> None:
    scale = TintScale.of(articles)
    assert "".join(str(scale.depth(others)) for others in range(1, articles)) == depths
    counts = scale.counts(articles - 1)
    assert [scale.depth(n) for edges in counts for n in edges] == sorted(2 * list(range(1, len(counts) + 1)))
    assert (counts[0][0], counts[-1][1]) == (1, articles - 1)


def test_among_many_accounts_the_number_alone_deepens() -> None:
    assert found(passage(97, FIRST, "a", "b"), count=20)[0].depth == 1


def test_two_passages_with_one_account_are_one_account() -> None:
    assert found(passage(80, FIRST, "a", "b"), passage(90, FIRST, "a", "b")) == (Tint(FIRST, 1, 1),)


def test_nearly_the_same_words_are_deeper() -> None:
    assert found(passage(97, FIRST, "a", "b"))[0].depth == 2
    assert found(passage(50, FIRST, "a", "b", relation=Relation.VERBATIM))[0].depth == 2


def test_a_weak_likeness_tints_nothing() -> None:
    weak = passage(60, FIRST, "a", "b")
    assert is_weak(weak)
    assert found(weak) == ()
    assert [strength(score) for score in (60, 80, 99)] == [1, 2, 3]


def test_neighbours_of_one_depth_are_one_and_the_space_between_is_tinted() -> None:
    one, other = passage(80, FIRST, "a", "b"), passage(80, SECOND, "a", "b")
    assert found(one, other) == (Tint(Span(0, 54), 1, 1),)
    deeper = passage(80, SECOND, "a", "b", "c")
    assert found(one, deeper) == (Tint(Span(0, 31), 1, 1), Tint(SECOND, 2, 2))


def test_passages_that_overlap_are_cut_where_their_number_changes() -> None:
    long, short = passage(80, Span(0, 54), "a", "b"), passage(80, FIRST, "a", "c")
    assert [(t.span, t.others) for t in found(long, short)] == [(FIRST, 2), (Span(30, 54), 1)]


def test_what_was_dismissed_tints_nothing() -> None:
    articles = (Article(id="a", text=TEXT), Article(id="b", text=TEXT))
    assert tints(Comparison(articles, (passage(90, FIRST, "a", "b"),)), {0})["a"] == ()


def test_only_here_is_what_no_passage_holds_without_boilerplate() -> None:
    article = replace(Article(id="a", text=TEXT), boilerplate=(SECOND,))
    assert only_here(article, [FIRST]) == (LAST,)
    assert only_here(article, [Span(0, len(TEXT))]) == ()
