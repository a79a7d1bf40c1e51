"""Decisions, saved comparisons and searches: kept, undone, and left alone when somebody else was quicker."""

import pytest

from reader.claims import Claim, Mention, Source
from reader.errors import LibraryError
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
    return {d.subject: d.kind for d in library.decisions()}


def test_a_decision_is_kept_with_the_words_that_it_is_about(library, path):
    decided = library.decide(AB, "dismissed", reason="another count", note="See the\nagency.")
    assert library.decisions() == [decided]
    assert (decided.subject, decided.mentions) == (AB.subject, AB.mentions)
    assert decided.kind is DecisionKind.DISMISSED
    library.close()
    with Library.open(path) as again:
        assert again.decisions() == [decided]


def test_decisions_are_undone_one_by_one(library):
    library.decide(AB, "confirmed")
    library.decide(AB, "dismissed", "no")
    library.decide(OTHER, "noted", note="hm")
    library.undecide([AB.subject])
    assert kinds(library) == {OTHER.subject: "noted"}
    assert library.undo() == "taking back a decision"
    assert kinds(library) == {AB.subject: "dismissed", OTHER.subject: "noted"}
    assert library.undo() == "a note on a finding"
    assert library.undo() == "dismissing a finding"
    assert kinds(library) == {AB.subject: "confirmed"}
    assert library.redo() == "dismissing a finding"
    assert kinds(library) == {AB.subject: "dismissed"}
    library.undecide(["never decided"])
    assert library.next_undo == "dismissing a finding"


def test_deciding_on_more_takes_the_place_of_what_was_decided_on_a_part(library):
    library.decide(AB, "dismissed")
    library.decide(OTHER, "noted", note="hm")
    library.decide(ABC, "confirmed")
    assert kinds(library) == {OTHER.subject: "noted", ABC.subject: "confirmed"}
    library.undo()
    assert kinds(library) == {AB.subject: "dismissed", OTHER.subject: "noted"}
    library.redo()
    library.decide(AB, "noted", note="these two only")
    assert kinds(library) == {OTHER.subject: "noted", ABC.subject: "confirmed", AB.subject: "noted"}


def test_what_another_window_decided_is_not_undone(library, path):
    library.decide(AB, "confirmed")
    with Library.open(path) as other:
        other.decide(AB, "dismissed")
    assert library.undo() is None
    assert kinds(library) == {AB.subject: "dismissed"}


def test_an_unknown_kind_is_a_mistake_of_ours(library):
    with pytest.raises(ValueError, match="perhaps"):
        library.decide(AB, "perhaps")


def test_several_decisions_at_once(library):
    with library.together(lambda count: "dismissing all"):
        for number in range(3):
            library.decide(claim(f"a{number}", f"b{number}"), "dismissed")
    assert library.undo() == "dismissing all"
    assert library.decisions() == []


def test_saved_comparisons(library, make, path):
    a, b, c = (library.add(make(n)).id for n in range(3))
    number = library.save_comparison(" Harbour\n day 1 ", [b, a, b], {"cutoff": 70}, "Look at the piers.")
    library.save_comparison("another", [a, c])
    first, second = library.comparisons()
    assert (first.name, second.name) == ("another", "Harbour day 1")
    assert (second.id, second.articles) == (number, (b, a))
    assert (second.options, second.note) == ({"cutoff": 70}, "Look at the piers.")
    assert library.save_comparison("Harbour day 1", [a, c], note="Later") == number
    library.rename_comparison(number, "Harbour")
    library.note_comparison(number, "Last")
    library.remove_comparison(number)
    assert [one.name for one in library.comparisons()] == ["another"]
    for _ in range(4):
        library.undo()
    assert library.comparisons()[1] == second
    library.undo()
    library.undo()
    assert library.comparisons() == []
    with pytest.raises(LibraryError, match="no longer"):
        library.rename_comparison(number, "x")
    with pytest.raises(LibraryError, match="name"):
        library.save_comparison(" \n", [a, b])


def test_undoing_a_saved_comparison_does_not_mind_that_it_was_opened(library, make):
    ids = [library.add(make(n)).id for n in range(2)]
    library.save_comparison("Harbour", ids)
    before = library.comparisons()[0].opened
    library.opened_comparison(ids)
    assert library.comparisons()[0].opened >= before
    assert library.undo() == "saving the comparison “Harbour”"
    assert library.comparisons() == []


def test_recent_comparisons_leave_out_what_is_gone(library, make):
    a, b, c = (library.add(make(n)).id for n in range(3))
    for ids in ([a, b], [b, c], [a, b, c], [a, b]):
        library.opened_comparison(ids)
    assert [one.articles for one in library.recent_comparisons()] == [(a, b), (a, b, c), (b, c)]
    assert len(library.recent_comparisons(limit=1)) == 1
    library.remove([c])
    assert [one.articles for one in library.recent_comparisons()] == [(a, b)]
    library.undo()
    assert len(library.recent_comparisons()) == 3


def test_searches(library):
    library.save_search("Piers", "pier* OR quay", {"outlets": ["Velim Post"]})
    library.save_search("PIERS", "pier")
    (one,) = library.saved_searches()
    assert (one.query, one.filters) == ("pier", {})
    library.undo()
    (one,) = library.saved_searches()
    assert (one.name, one.query, one.filters) == ("Piers", "pier* OR quay", {"outlets": ["Velim Post"]})
    library.remove_search("piers")
    assert library.saved_searches() == []
    assert library.undo() == "removing the search “Piers”"
    assert library.saved_searches() == [one]


def test_search_history(library):
    for query in ("piers", "  Port   Velim", "storm", "piers", "", " \ud800"):
        library.searched(query)
    assert [one.query for one in library.search_history()] == ["?", "piers", "storm", "Port Velim"]
    assert [one.query for one in library.search_history("P")] == ["piers", "Port Velim"]
    assert len(library.search_history(limit=2)) == 2
    for number in range(300):
        library.searched(f"query {number}")
    assert len(library.search_history(limit=1000)) == 200
    library.forget_searches()
    assert library.search_history() == []
