"""Who shares how much with whom."""

from reader.article import Article
from reader.compare.comparison import Comparison, Excerpt, Origin, Passage, Relation
from reader.compare.sharing_matrix import NOTHING, groups, sharing
from reader.text.spans import Span

FIRE = "The mill at Tarn burned for two nights."
WORDS = "“Nobody slept,” the miller said."
OTHER = "For two nights the mill burned at Tarn."


def at(article: Article, words: str) -> Excerpt:
    start = article.text.index(words)
    return Excerpt(article.id, Span(start, start + len(words)))


ONE = Article("one", f"{FIRE} {WORDS}")
TWO = Article("two", f"{FIRE} Geese flew over the valley. {WORDS}")
THREE = Article("three", f"{OTHER} Rain fell.")


def compared(**more: object) -> Comparison:
    told = {"articles": (ONE, TWO, THREE), "passages": (
        Passage(Relation.REWORDED, 80.0, (at(ONE, FIRE), at(TWO, FIRE), at(THREE, OTHER))),
        Passage(Relation.QUOTATION, 99.0, (at(ONE, WORDS), at(TWO, WORDS))),
    )}  # fmt: skip
    return Comparison(**{**told, **more})


def test_each_share_is_one_of_the_prose_of_the_account_in_question() -> None:
    found = sharing(compared())
    there, back = found.of("one", "two"), found.of("two", "one")
    assert round(there.total, 3) == 1.0
    assert there.total > back.total > 0.5
    assert (there.passage, found.of("three", "one").passage) == (0, 0)


def test_two_copies_within_a_passage_that_others_reword_are_copies() -> None:
    found = sharing(compared())
    assert found.of("one", "two").verbatim > 0
    assert found.of("one", "two").reworded == 0
    assert found.of("one", "three").verbatim == 0
    assert found.of("one", "three").reworded > 0
    assert found.of("one", "two").quoted > 0


def test_what_stands_in_two_passages_counts_once() -> None:
    again = Passage(Relation.REWORDED, 60.0, (at(ONE, FIRE), at(TWO, FIRE)))
    found = sharing(compared(passages=(*compared().passages, again)))
    assert found.of("one", "two") == sharing(compared()).of("one", "two")


def test_what_was_dismissed_is_not_shared() -> None:
    assert sharing(compared(), {0, 1}).pairs == {}
    assert sharing(compared(), {0}).of("one", "three") == NOTHING


def test_accounts_of_one_origin_stand_beside_one_another() -> None:
    origins = (Origin(("one", "three"), "Vale Wire"), Origin(("two",)))
    assert groups(compared(origins=origins)) == (("one", "three"), ("two",))
    assert sharing(compared(origins=origins)).articles == ("one", "three", "two")
    assert groups(compared()) == (("one",), ("two",), ("three",))


def test_an_account_without_prose_shares_nothing() -> None:
    empty = Article("empty", "")
    assert sharing(Comparison(articles=(ONE, empty))).of("empty", "one") == NOTHING
