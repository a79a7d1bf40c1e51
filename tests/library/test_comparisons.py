"""Comparisons: saved under a name, opened again, and those made last."""

import pytest

from reader.errors import LibraryError


def test_saved_comparisons(library, make, path):
    a, b, c = (library.add(make(n)).id for n in range(3))
    number = library.comparisons.save(" Harbour\n day 1 ", [b, a, b], {"cutoff": 70}, "Look at the piers.")
    library.comparisons.save("another", [a, c])
    first, second = library.comparisons.all()
    assert (first.name, second.name) == ("another", "Harbour day 1")
    assert (second.id, second.articles) == (number, (b, a))
    assert (second.options, second.note) == ({"cutoff": 70}, "Look at the piers.")
    assert library.comparisons.save("Harbour day 1", [a, c], note="Later") == number
    library.comparisons.rename(number, "Harbour")
    library.comparisons.note(number, "Last")
    library.comparisons.remove(number)
    assert [one.name for one in library.comparisons.all()] == ["another"]
    for _ in range(4):
        library.undo()
    assert library.comparisons.all()[1] == second
    library.undo()
    library.undo()
    assert library.comparisons.all() == []
    with pytest.raises(LibraryError, match="no longer"):
        library.comparisons.rename(number, "x")
    with pytest.raises(LibraryError, match="name"):
        library.comparisons.save(" \n", [a, b])


def test_undoing_a_saved_comparison_does_not_mind_that_it_was_opened(library, make):
    ids = [library.add(make(n)).id for n in range(2)]
    library.comparisons.save("Harbour", ids)
    before = library.comparisons.all()[0].opened
    library.comparisons.remember(ids)
    assert library.comparisons.all()[0].opened >= before
    assert library.undo() == "saving the comparison “Harbour”"
    assert library.comparisons.all() == []


def test_recent_comparisons_leave_out_what_is_gone(library, make):
    a, b, c = (library.add(make(n)).id for n in range(3))
    for ids in ([a, b], [b, c], [a, b, c], [a, b]):
        library.comparisons.remember(ids)
    assert [one.articles for one in library.comparisons.recent()] == [(a, b), (a, b, c), (b, c)]
    assert len(library.comparisons.recent(limit=1)) == 1
    library.remove([c])
    assert [one.articles for one in library.comparisons.recent()] == [(a, b)]
    library.undo()
    assert len(library.comparisons.recent()) == 3
