"""What many accounts tell is one group, however many passages join them; a chain of passages is none."""

from itertools import combinations

from reader.article import Article
from reader.compare.comparison import Comparison, Excerpt, Passage, Relation
from reader.compare.passages.groups import grouped
from reader.text.spans import Span

TEXT = "The ferry left at noon with forty people. It came back at six. The pier stayed shut, the mayor said."
FIRST, SECOND, BOTH = Span(0, 41), Span(42, 62), Span(0, 62)


def passage(score: float, *told: tuple[str, Span]) -> Passage:
    return Passage(Relation.REWORDED, score, tuple(Excerpt(article, span) for article, span in told))


def among(ids: str, *passages: Passage) -> Comparison:
    return Comparison(tuple(Article(id=one, text=TEXT) for one in ids), passages)


def test_what_every_two_of_twenty_share_is_told_once() -> None:
    ids = "abcdefghijklmnopqrst"
    pairs = [passage(80, (one, FIRST), (two, FIRST)) for one, two in combinations(ids, 2)]
    (group,) = grouped(among(ids, *pairs))
    assert sorted(group.articles) == sorted(ids)
    assert sorted(group.passages) == list(range(len(pairs)))
    assert group.articles[0] == group.head.article


def test_the_passages_of_the_head_come_first_the_most_alike_before() -> None:
    around = [passage(70, ("b", FIRST), ("a", FIRST)), passage(90, ("b", FIRST), ("c", FIRST))]
    between = passage(99, ("a", FIRST), ("c", FIRST))
    (group,) = grouped(among("abcd", *around, passage(80, ("b", FIRST), ("d", FIRST)), between))
    assert group.head == Excerpt("b", FIRST)
    assert group.passages == (1, 2, 0, 3)
    assert group.articles == ("b", "c", "d", "a")


def test_a_chain_does_not_put_two_things_together() -> None:
    one = passage(90, ("a", FIRST), ("b", FIRST))
    two = passage(90, ("c", SECOND), ("d", SECOND))
    bridge = passage(70, ("b", FIRST), ("c", SECOND))
    groups = grouped(among("abcd", one, two, bridge))
    assert [len(group.passages) for group in groups] == [2, 1]
    assert all(not {0, 1}.issubset(group.passages) for group in groups)


def test_stretches_that_cover_little_of_one_another_are_two_things() -> None:
    groups = grouped(among("abc", passage(90, ("a", SECOND), ("b", SECOND)), passage(90, ("a", BOTH), ("c", BOTH))))
    assert len(groups) == 2
    (group,) = grouped(among("abc", passage(90, ("a", FIRST), ("b", FIRST)), passage(80, ("a", BOTH), ("c", BOTH))))
    assert group.articles[0] == "a"


def test_the_group_of_most_accounts_comes_first_then_the_most_alike() -> None:
    pair, likest = passage(75, ("a", SECOND), ("b", SECOND)), passage(95, ("c", SECOND), ("d", SECOND))
    three = passage(70, ("a", FIRST), ("b", FIRST), ("d", FIRST))
    assert [group.passages for group in grouped(among("abcd", pair, likest, three))] == [(2,), (1,), (0,)]


def test_of_no_passages_there_are_no_groups() -> None:
    assert grouped(among("ab")) == ()
