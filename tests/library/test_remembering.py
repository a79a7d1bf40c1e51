"""Saved searches renamed and forgotten searches; what of the library is counted by kind."""

import pytest

from reader.errors import LibraryError
from reader.library import Filter
from reader.library.values import RecentSearch


def names(library):
    return [one.name for one in library.saved_searches()]


def test_a_search_gets_another_name(library):
    library.save_search("Piers", "pier* OR quay", {"outlet": ["Velim Post"]})
    (before,) = library.saved_searches()
    library.rename_search("piers", "Quays")
    (after,) = library.saved_searches()
    assert (after.name, after.query, after.filters) == ("Quays", before.query, before.filters)
    assert library.undo() == "renaming the search “Piers”"
    assert library.saved_searches() == [before]
    assert library.redo()
    assert names(library) == ["Quays"]


def test_only_the_case_of_a_name_changes(library):
    library.save_search("piers", "pier")
    library.rename_search("piers", "Piers")
    assert names(library) == ["Piers"]
    library.undo()
    assert names(library) == ["piers"]
    library.rename_search("piers", "piers")
    assert library.undo() == "saving the search “piers”"


def test_a_name_is_not_taken_away_from_another(library):
    library.save_search("Piers", "pier")
    library.save_search("Quays", "quay")
    with pytest.raises(LibraryError, match="already"):
        library.rename_search("Piers", "QUAYS")
    with pytest.raises(LibraryError, match="no longer"):
        library.rename_search("Storms", "Winds")
    with pytest.raises(LibraryError, match="name"):
        library.rename_search("Piers", "  ")
    assert names(library) == ["Piers", "Quays"]


def test_one_search_is_forgotten(library):
    for query in ("piers", "storm"):
        library.searched(query)
    library.forget_searches("piers", "nothing")
    assert library.search_history() == [RecentSearch("storm")]


def test_the_filters_of_the_last_time_are_remembered(library):
    library.searched("piers", {"outlet": ["Velim Post"]})
    library.searched("storm", {"since": "2031-02"})
    library.searched("piers", {"outlet": ["Quay"], "order": "date"})
    assert library.search_history() == [
        RecentSearch("piers", {"outlet": ["Quay"], "order": "date"}),
        RecentSearch("storm", {"since": "2031-02"}),
    ]
    library.searched("piers")
    assert library.search_history(limit=1) == [RecentSearch("piers")]


def test_counts_by_kind(library, make):
    story = library.add_story("Harbour")
    days = ("2031-03-01", "2031-03-09T10:00:00Z", "2031", "May 2031", "")
    for number, day in enumerate(days, start=1):
        outlet = "Velim Post" if number < 3 else "Bad \ud800" if number == 3 else ""
        library.add(make(number, outlet=outlet, published=day), story if number > 3 else None)
    assert library.counts("outlet") == [("", 2), ("Velim Post", 2), ("Bad \ud800", 1)]
    assert dict(library.counts("month")) == {"2031-03": 2, "": 2, "2031": 1}
    assert library.counts("story") == [(str(story), 2)]
    where = Filter(months=("2031-03", "2031"))
    assert library.counts("outlet", where) == [("Velim Post", 2), ("Bad \ud800", 1)]
    ids = frozenset(library.ids(where))
    assert library.count(Filter(ids=ids)) == library.count(Filter(months=("2031-03", "2031"), ids=ids)) == 3
    assert library.count(Filter(without=ids)) == library.count(Filter(stories=(story,))) == 2
