"""Whatever a person does can be undone and done again; what they did not do is left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.errors import LibraryError
from reader.library import Library


def state(library):
    """Everything a person sees of a library."""
    rows = {row.id: (row.story, row.gone) for binned in (False, True) for row in library.rows(binned=binned)}
    return rows, [(story.name, story.count) for story in library.stories.all()]


def test_words_say_what_is_undone(library, make):
    ids = [library.add(make(n)).id for n in range(3)]
    library.remove(ids)
    assert library.can_undo
    assert library.next_undo == "removing 3 articles"
    assert library.undo() == "removing 3 articles"
    assert library.next_redo == "removing 3 articles"
    assert library.redo() == "removing 3 articles"
    assert not library.can_redo
    library.undo()
    assert library.undo() == "adding “Harbour shut 2”"


def test_undone_add_lies_in_the_bin(library, make):
    added = library.add(make(1))
    library.undo()
    assert library.rows() == []
    assert [row.id for row in library.rows(binned=True)] == [added.id]
    library.redo()
    assert [row.id for row in library.rows()] == [added.id]


def test_removed_story_comes_back_with_its_articles(library, make):
    story = library.stories.add("Harbour")
    inside = library.add(make(1), story=story).id
    library.stories.remove(story)
    assert library.rows()[0].story is None
    assert library.undo() == "removing the story “Harbour”"
    assert [(s.id, s.name, s.count) for s in library.stories.all()] == [(story, "Harbour", 1)]
    assert library.rows(story=story)[0].id == inside


def test_rename_and_assign(library, make):
    story = library.stories.add("Harbour")
    article = library.add(make(1)).id
    library.stories.rename(story, "  Port\n Velim ")
    library.stories.assign([article], story)
    assert library.stories.all()[0].name == "Port Velim"
    library.undo()
    assert library.rows()[0].story is None
    library.undo()
    assert library.stories.all()[0].name == "Harbour"


def test_a_new_operation_forgets_what_was_undone(library, make):
    library.add(make(1))
    library.undo()
    library.add(make(2))
    assert not library.can_redo
    assert library.redo() is None


def test_what_changes_nothing_is_no_operation(library, make):
    story = library.stories.add("Harbour")
    article = library.add(make(1), story=story).id
    before = library.next_undo
    library.stories.assign([article], story)
    library.stories.rename(story, "Harbour")
    library.restore([article])
    library.add(make(1))
    assert library.next_undo == before


def test_together_is_one_operation(library, make):
    with library.together():
        for number in range(3):
            library.add(make(number))
    assert library.undo() == "changing 3 articles"
    assert library.rows() == []
    library.redo()
    assert len(library.rows()) == 3


def test_together_keeps_what_was_done_before_an_error(library, make):
    with pytest.raises(LibraryError), library.together():  # noqa: PT012
        library.add(make(1))
        library.add(make(2), story=99)
    assert library.undo() == "adding “Harbour shut 1”"


def test_purged_articles_are_passed_over(library, make):
    kept, gone = library.add(make(1)).id, library.add(make(2)).id
    library.remove([gone])
    library.purge([gone])
    assert library.undo() == "adding “Harbour shut 1”"
    assert [row.id for row in library.rows(binned=True)] == [kept]


def test_what_another_window_did_since_is_left_alone(library, make, path):
    article = library.add(make(1)).id
    story = library.stories.add("Here")
    library.stories.assign([article], story)
    with Library.open(path) as other:
        elsewhere = other.stories.add("There")
        other.stories.assign([article], elsewhere)
    assert library.undo() == "making the story “Here”"
    assert library.rows()[0].story == elsewhere


@pytest.mark.parametrize("name", ["", "  \n ", "\0"])
def test_a_story_needs_a_name(library, name):
    with pytest.raises(LibraryError, match="name"):
        library.stories.add(name)


def test_unknown_story_is_a_clear_error(library):
    for act in (
        lambda: library.stories.rename(7, "x"),
        lambda: library.stories.remove(7),
        lambda: library.stories.assign([], 7),
    ):
        with pytest.raises(LibraryError, match="no longer"):
            act()


operations = st.lists(
    st.tuples(st.sampled_from(["add", "remove", "restore", "assign", "story", "rename", "drop"]), st.integers(0, 4))
)


@settings(max_examples=60)
@given(operations)
def test_undoing_everything_and_redoing_it_leads_through_the_same_states(tmp_path_factory, done):
    """Any sequence of operations, led back step by step and done again, passes the states it came through."""
    with Library.open(tmp_path_factory.mktemp("undo") / "library.sqlite") as library:
        ids = [library.add(Article("x", f"Text {n}")).id for n in range(3)]
        stories = [library.stories.add(f"Story {n}") for n in range(2)]
        states = [state(library)]
        for what, number in done:
            with_undo = library.next_undo
            steps = len(library._history._done)
            _operate(library, what, number, ids, stories)
            if len(library._history._done) > steps:
                states.append(state(library))
            else:
                assert library.next_undo == with_undo
        for expected in states[-2::-1]:
            assert library.undo() is not None
            assert state(library) == expected
        for expected in states[1:]:
            assert library.redo() is not None
            assert state(library) == expected


def _operate(library, what, number, ids, stories):
    article, story = ids[number % 3], stories[number % 2]
    if what == "add":
        library.add(Article("x", f"Text {number % 3}"), story=None)
    elif what in ("remove", "restore"):
        getattr(library, what)([article])
    elif what == "story":
        library.stories.add(f"New {number}")
    else:
        known = [s.id for s in library.stories.all()]
        if story not in known:
            return
        if what == "assign":
            library.stories.assign(ids[: number + 1], story if number % 3 else None)
        elif what == "rename":
            library.stories.rename(story, f"Named {number}")
        else:
            library.stories.remove(story)


def test_a_story_and_what_was_added_to_it_come_back_together(library, make):
    story = library.stories.add("Harbour")
    library.add(make(1), story=story)
    library.undo()
    library.undo()
    library.redo()
    library.redo()
    assert [(s.name, s.count) for s in library.stories.all()] == [("Harbour", 1)]
