"""Searches: saved, renamed, made before and forgotten."""

import pytest

from reader.errors import LibraryError
from reader.library.values import RecentSearch


def names(library):
    return [one.name for one in library.searches.all()]


def test_a_search_gets_another_name(library):
    library.searches.save("Piers", "pier* OR quay", {"outlet": ["Velim Post"]})
    (before,) = library.searches.all()
    library.searches.rename("piers", "Quays")
    (after,) = library.searches.all()
    assert (after.name, after.query, after.filters) == ("Quays", before.query, before.filters)
    assert library.undo() == "renaming the search “Piers”"
    assert library.searches.all() == [before]
    assert library.redo()
    assert names(library) == ["Quays"]


def test_only_the_case_of_a_name_changes(library):
    library.searches.save("piers", "pier")
    library.searches.rename("piers", "Piers")
    assert names(library) == ["Piers"]
    library.undo()
    assert names(library) == ["piers"]
    library.searches.rename("piers", "piers")
    assert library.undo() == "saving the search “piers”"


def test_a_name_is_not_taken_away_from_another(library):
    library.searches.save("Piers", "pier")
    library.searches.save("Quays", "quay")
    with pytest.raises(LibraryError, match="already"):
        library.searches.rename("Piers", "QUAYS")
    with pytest.raises(LibraryError, match="no longer"):
        library.searches.rename("Storms", "Winds")
    with pytest.raises(LibraryError, match="name"):
        library.searches.rename("Piers", "  ")
    assert names(library) == ["Piers", "Quays"]


def test_one_search_is_forgotten(library):
    for query in ("piers", "storm"):
        library.searches.remember(query)
    library.searches.forget("piers", "nothing")
    assert library.searches.recent() == [RecentSearch("storm")]


def test_the_filters_of_the_last_time_are_remembered(library):
    library.searches.remember("piers", {"outlet": ["Velim Post"]})
    library.searches.remember("storm", {"since": "2031-02"})
    library.searches.remember("piers", {"outlet": ["Quay"], "order": "date"})
    assert library.searches.recent() == [
        RecentSearch("piers", {"outlet": ["Quay"], "order": "date"}),
        RecentSearch("storm", {"since": "2031-02"}),
    ]
    library.searches.remember("piers")
    assert library.searches.recent(limit=1) == [RecentSearch("piers")]


def test_searches(library):
    library.searches.save("Piers", "pier* OR quay", {"outlets": ["Velim Post"]})
    library.searches.save("PIERS", "pier")
    (one,) = library.searches.all()
    assert (one.query, one.filters) == ("pier", {})
    library.undo()
    (one,) = library.searches.all()
    assert (one.name, one.query, one.filters) == ("Piers", "pier* OR quay", {"outlets": ["Velim Post"]})
    library.searches.remove("piers")
    assert library.searches.all() == []
    assert library.undo() == "removing the search “Piers”"
    assert library.searches.all() == [one]


def test_search_history(library):
    for query in ("piers", "  Port   Velim", "storm", "piers", "", " \ud800"):
        library.searches.remember(query)
    assert [one.query for one in library.searches.recent()] == ["?", "piers", "storm", "Port Velim"]
    assert [one.query for one in library.searches.recent("P")] == ["piers", "Port Velim"]
    assert len(library.searches.recent(limit=2)) == 2
    for number in range(300):
        library.searches.remember(f"query {number}")
    assert len(library.searches.recent(limit=1000)) == 200
    library.searches.forget()
    assert library.searches.recent() == []
