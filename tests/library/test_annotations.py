"""What a reader marks by hand is kept with its words, undone and redone; an older library gets room for it."""

import sqlite3
from pathlib import Path

import pytest

from reader.claims import Mention, Source
from reader.library import AnnotationKind, DecisionKind, Library, backup_folder, schema

A, B = Source("a"), Source("b")
HERE, THERE = Mention(A, 3, 9, "harbour"), Mention(B, 7, 14, "harbour")


def test_annotations_are_kept_with_their_words(library, path):
    one = library.annotations.add(AnnotationKind.HIGHLIGHT, [HERE], "who says so?")
    other = library.annotations.add(AnnotationKind.PASSAGE, [THERE, HERE])
    library.close()
    with Library.open(path) as again:
        assert set(again.annotations.all()) == {one, other}
        assert {a.note for a in again.annotations.all()} == {"who says so?", ""}
        assert other.mentions == (HERE, THERE)


def test_the_same_words_have_one_highlight_and_its_note_can_change(library):
    first = library.annotations.add(AnnotationKind.HIGHLIGHT, [HERE])
    library.annotations.add(AnnotationKind.HIGHLIGHT, [HERE], "asked the harbour master")
    (kept,) = library.annotations.all()
    assert (kept.note, kept.made, kept.subject) == ("asked the harbour master", first.made, first.subject)
    assert library.undo() == "a note on a mark of yours"
    assert library.annotations.all()[0].note == ""
    assert library.undo() == "highlighting words"
    assert library.annotations.all() == ()


def test_each_is_one_step_that_can_be_undone_and_redone(library):
    tied = library.annotations.add(AnnotationKind.FIGURES, [HERE, THERE])
    library.annotations.erase([tied.subject])
    assert library.annotations.all() == ()
    assert library.undo() == "taking away a mark of yours"
    assert library.annotations.all() == (tied,)
    assert library.undo() == "tying figures together"
    assert library.redo() == "tying figures together"
    assert library.annotations.all() == (tied,)


def test_what_came_from_elsewhere_does_not_replace_what_is_here(library):
    mine = library.annotations.add(AnnotationKind.HIGHLIGHT, [HERE], "mine")
    library.annotations.keep(type(mine)(mine.subject, mine.kind, "theirs", mine.made, mine.mentions))
    assert library.annotations.all() == (mine,)


def test_words_that_are_no_text_are_kept_as_far_as_they_are(library):
    library.annotations.add(AnnotationKind.HIGHLIGHT, [HERE], "odd \ud800 note\0")
    (kept,) = library.annotations.all()
    assert kept.note.startswith("odd ")


@pytest.fixture
def version_9(path: Path) -> Path:
    """A library as the version before annotations left it: two articles, two decisions, a row joined, a comparison."""
    path.parent.mkdir(parents=True)
    connection = sqlite3.connect(path)
    connection.executescript((Path(__file__).parent / "version_9.sql").read_text(encoding="utf-8"))
    connection.close()
    return path


def test_a_library_of_the_version_before_keeps_all_and_gets_room_for_annotations(version_9: Path) -> None:
    with Library.open(version_9) as library:
        kinds = [(d.kind, d.reason, d.note) for d in library.decisions.all()]
        assert kinds == [
            (DecisionKind.CONFIRMED, "counted twice", "Ask the police."),
            (DecisionKind.NOTED, "", "Which Thursday?"),
        ]
        assert len(library.groupings.all()) == 1
        assert [c.name for c in library.comparisons.all()] == ["Tunnel"]
        assert {row.outlet for row in library.rows()} == {"Pass Post", "Valley Radio"}
        assert library.annotations.all() == ()
        mention = library.decisions.all()[0].mentions[0]
        library.annotations.add(AnnotationKind.HIGHLIGHT, [mention])
        assert library.check().is_good
    with Library.open(version_9) as again:
        assert again.annotations.all()[0].mentions == (mention,)
    (kept,) = backup_folder.kept(version_9)
    assert kept.name.startswith("before-version-9-")
    assert schema.VERSION >= 10
