"""Rows of figures that a reader put together: kept with their figures, undone and redone."""

from reader.claims import Mention, Source
from reader.library import GroupingKind, Library, RowGrouping

A, B = Source("a"), Source("b")
DEAD = RowGrouping.of([Mention(A, 3, 5), Mention(B, 7, 9)], [A, B])
HURT = RowGrouping.of([Mention(A, 30, 32)], [A, B])
ALL = RowGrouping.of([*DEAD.mentions, *HURT.mentions], [A, B])


def test_groups_are_kept_with_their_figures(library, path):
    library.regroup([], [DEAD, HURT], GroupingKind.SPLIT)
    assert set(library.groupings()) == {DEAD, HURT}
    library.close()
    with Library.open(path) as again:
        assert set(again.groupings()) == {DEAD, HURT}


def test_each_change_is_one_step(library):
    library.regroup([], [DEAD, HURT], GroupingKind.SPLIT)
    library.regroup([DEAD.subject, HURT.subject], [ALL], GroupingKind.JOINED)
    library.regroup([ALL.subject], [], GroupingKind.AS_FOUND)
    assert library.groupings() == ()
    assert library.undo() == "putting rows of figures back as they were found"
    assert library.groupings() == (ALL,)
    assert library.undo() == "joining rows of figures"
    assert set(library.groupings()) == {DEAD, HURT}
    assert library.undo() == "splitting a row of figures"
    assert library.groupings() == ()
    assert library.redo() == "splitting a row of figures"
    assert set(library.groupings()) == {DEAD, HURT}


def test_a_group_keeps_the_name_that_its_reader_gave_it(library, path):
    named = RowGrouping.of(DEAD.mentions, DEAD.compared, "people killed on Monday")
    library.regroup([], [named], GroupingKind.SPLIT)
    library.close()
    with Library.open(path) as again:
        assert again.groupings() == (named,)


def test_what_is_so_already_is_no_step(library):
    library.regroup([], [DEAD], GroupingKind.SPLIT)
    library.undo()
    library.regroup([], [RowGrouping.of([])], GroupingKind.SPLIT)
    assert library.next_redo == "splitting a row of figures"
