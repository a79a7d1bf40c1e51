"""Decisions: kept, undone, and left alone when somebody else was quicker."""

import pytest

from reader.claims import Claim, Mention, Source
from reader.library import DecisionKind, Library


def claim(*places: str) -> Claim:
    """A claim on figures: "a3" is a word at offset 3 of the text "a"."""
    return Claim(
        "figures",
        tuple(
            Mention(Source(place[0], outlet=place[0].upper()), int(place[1:]), int(place[1:]) + 2) for place in places
        ),
    )


AB, ABC, OTHER = claim("a3", "b7"), claim("a3", "b7", "c1"), claim("a30", "b70")


def kinds(library):
    return {d.subject: d.kind for d in library.decisions.all()}


def test_a_decision_is_kept_with_the_words_that_it_is_about(library, path):
    decided = library.decisions.decide(AB, "dismissed", reason="another count", note="See the\nagency.")
    assert library.decisions.all() == [decided]
    assert (decided.subject, decided.mentions) == (AB.subject, AB.mentions)
    assert decided.kind is DecisionKind.DISMISSED
    library.close()
    with Library.open(path) as again:
        assert again.decisions.all() == [decided]


def test_decisions_are_undone_one_by_one(library):
    library.decisions.decide(AB, "confirmed")
    library.decisions.decide(AB, "dismissed", "no")
    library.decisions.decide(OTHER, "noted", note="hm")
    library.decisions.take_back([AB.subject])
    assert kinds(library) == {OTHER.subject: "noted"}
    assert library.undo() == "taking back a decision"
    assert kinds(library) == {AB.subject: "dismissed", OTHER.subject: "noted"}
    assert library.undo() == "a note on a finding"
    assert library.undo() == "dismissing a finding"
    assert kinds(library) == {AB.subject: "confirmed"}
    assert library.redo() == "dismissing a finding"
    assert kinds(library) == {AB.subject: "dismissed"}
    library.decisions.take_back(["never decided"])
    assert library.next_undo == "dismissing a finding"


def test_deciding_on_more_takes_the_place_of_what_was_decided_on_a_part(library):
    library.decisions.decide(AB, "dismissed")
    library.decisions.decide(OTHER, "noted", note="hm")
    library.decisions.decide(ABC, "confirmed")
    assert kinds(library) == {OTHER.subject: "noted", ABC.subject: "confirmed"}
    library.undo()
    assert kinds(library) == {AB.subject: "dismissed", OTHER.subject: "noted"}
    library.redo()
    library.decisions.decide(AB, "noted", note="these two only")
    assert kinds(library) == {OTHER.subject: "noted", ABC.subject: "confirmed", AB.subject: "noted"}


def test_what_another_window_decided_is_not_undone(library, path):
    library.decisions.decide(AB, "confirmed")
    with Library.open(path) as other:
        other.decisions.decide(AB, "dismissed")
    assert library.undo() is None
    assert kinds(library) == {AB.subject: "dismissed"}


def test_an_unknown_kind_is_a_mistake_of_ours(library):
    with pytest.raises(ValueError, match="perhaps"):
        library.decisions.decide(AB, "perhaps")


def test_several_decisions_at_once(library):
    with library.together(lambda count: "dismissing all"):
        for number in range(3):
            library.decisions.decide(claim(f"a{number}", f"b{number}"), "dismissed")
    assert library.undo() == "dismissing all"
    assert library.decisions.all() == []
