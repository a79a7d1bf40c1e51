"""Rows of figures that a reader put together: kept, undone and redone, apart for every set of articles."""

from reader.library import Library, Regrouped

DEAD = frozenset({("a", 3, 5), ("b", 7, 9)})
HURT = frozenset({("a", 30, 32)})
ALL = DEAD | HURT


def test_groups_belong_to_the_set_of_articles(library, path):
    library.set_groupings(["b", "a"], [DEAD, HURT], Regrouped.SPLIT)
    assert set(library.groupings(["a", "b", "a"])) == {DEAD, HURT}
    assert library.groupings(["a"]) == ()
    library.close()
    with Library.open(path) as again:
        assert set(again.groupings(["a", "b"])) == {DEAD, HURT}


def test_each_change_is_one_step(library):
    library.set_groupings("ab", [DEAD, HURT], Regrouped.SPLIT)
    library.set_groupings("ab", [ALL], Regrouped.JOINED)
    library.set_groupings("ab", [], Regrouped.AS_FOUND)
    assert library.groupings("ab") == ()
    assert library.undo() == "putting rows of figures back as they were found"
    assert library.groupings("ab") == (ALL,)
    assert library.undo() == "joining rows of figures"
    assert set(library.groupings("ab")) == {DEAD, HURT}
    assert library.undo() == "splitting a row of figures"
    assert library.groupings("ab") == ()
    assert library.redo() == "splitting a row of figures"
    assert set(library.groupings("ab")) == {DEAD, HURT}


def test_what_is_so_already_is_no_step(library):
    library.set_groupings("ab", [DEAD], Regrouped.SPLIT)
    library.undo()
    library.set_groupings("ab", [frozenset()], Regrouped.SPLIT)
    assert library.next_redo == "splitting a row of figures"


def test_groups_among_articles_are_those_of_none_but_them(library):
    library.set_groupings("ab", [DEAD], Regrouped.JOINED)
    library.set_groupings("abc", [ALL], Regrouped.JOINED)
    assert library.groupings_among("abd") == [(("a", "b"), DEAD)]
