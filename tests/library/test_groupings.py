"""Rows of figures that a reader put together: kept with their figures, undone and redone."""

from reader.claims import Mention, Source
from reader.library import GroupingKind, Library, RowGrouping

A, B = Source("a"), Source("b")
DEAD = RowGrouping.of([Mention(A, 3, 5), Mention(B, 7, 9)], [A, B])
HURT = RowGrouping.of([Mention(A, 30, 32)], [A, B])
ALL = RowGrouping.of([*DEAD.mentions, *HURT.mentions], [A, B])


def test_groups_are_kept_with_their_figures(library, path):
    library.groupings.change([], [DEAD, HURT], GroupingKind.SPLIT)
    assert set(library.groupings.all()) == {DEAD, HURT}
    library.close()
    with Library.open(path) as again:
        assert set(again.groupings.all()) == {DEAD, HURT}


def test_each_change_is_one_step(library):
    library.groupings.change([], [DEAD, HURT], GroupingKind.SPLIT)
    library.groupings.change([DEAD.subject, HURT.subject], [ALL], GroupingKind.JOINED)
    library.groupings.change([ALL.subject], [], GroupingKind.AS_FOUND)
    assert library.groupings.all() == ()
    assert library.undo() == "putting rows of figures back as they were found"
    assert library.groupings.all() == (ALL,)
    assert library.undo() == "joining rows of figures"
    assert set(library.groupings.all()) == {DEAD, HURT}
    assert library.undo() == "splitting a row of figures"
    assert library.groupings.all() == ()
    assert library.redo() == "splitting a row of figures"
    assert set(library.groupings.all()) == {DEAD, HURT}


def test_a_group_keeps_the_name_that_its_reader_gave_it(library, path):
    named = RowGrouping.of(DEAD.mentions, DEAD.compared, "people killed on Monday")
    library.groupings.change([], [named], GroupingKind.SPLIT)
    library.close()
    with Library.open(path) as again:
        assert again.groupings.all() == (named,)


def test_what_is_so_already_is_no_step(library):
    library.groupings.change([], [DEAD], GroupingKind.SPLIT)
    library.undo()
    library.groupings.change([], [RowGrouping.of([])], GroupingKind.SPLIT)
    assert library.next_redo == "splitting a row of figures"
