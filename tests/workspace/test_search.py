"""Searching a small library whose every answer can be counted by hand: facets, filters, pages, ways on."""

from collections.abc import Iterator

import pytest

from reader.article import Article
from reader.filters import SearchFilters
from reader.paths import Paths
from reader.workspace import Facet, Suggestion, Workspace

SHELVES = (
    ("Dockers walk out", "Dockers in Velim walked out over pay.", "Harbour strike", "Velim Post", "2031-03-03", "en"),
    ("Talks fail", "Talks over pay with the dockers broke off.", "Harbour strike", "Courier", "2031-03-05", "en"),
    ("Market roof", "A storm tore the roof off; dockers helped.", "Old market", "Velim Post", "2031-04-01", "en"),
    ("Les dockers", "Les dockers reprennent le travail au port.", "", "La Digue", "2031-04", "fr"),
    ("Undated", "The dockers have a choir that nobody has dated.", "", "", "", "en"),
)  # fmt: skip


@pytest.fixture
def workspace(paths: Paths) -> Iterator[Workspace]:
    workspace = Workspace(paths)
    for headline, text, story, outlet, day, language in SHELVES:
        article = Article(headline, text, outlet=outlet, published=day, headline=headline, language=language)
        workspace.library.add(article, workspace.story(story) if story else None)
    yield workspace
    workspace.close()


def found(workspace: Workspace, query: str, *chosen: tuple[str, str], since: str = "", until: str = "") -> list[str]:
    results = workspace.search(query, "date", narrowing=SearchFilters(chosen, since, until), facets=True)
    assert results.total == len(results.hits)
    return [hit.headline for hit in results.hits]


def counted(facets: tuple[Facet, ...], kind: str) -> dict[str, int]:
    return {one.name: one.count for one in facets if one.kind == kind}


@pytest.mark.parametrize("query", ["dockers", ""])
def test_filters_hold_with_words_and_without(workspace: Workspace, query: str) -> None:
    story = str(workspace.story("Harbour strike"))
    assert found(workspace, query, ("outlet", "Velim Post")) == ["Market roof", "Dockers walk out"]
    assert found(workspace, query, ("outlet", "Velim Post"), ("month", "2031-03")) == ["Dockers walk out"]
    assert found(workspace, query, ("month", "2031-03"), ("month", "2031-04"), ("language", "fr")) == ["Les dockers"]
    assert found(workspace, query, ("story", story)) == ["Talks fail", "Dockers walk out"]
    assert found(workspace, query, ("outlet", "")) == ["Undated"] == found(workspace, query, ("month", ""))
    assert found(workspace, query, since="2031-03-04", until="2031-03") == ["Talks fail"]
    assert found(workspace, f"{query} date:2031-04") == ["Market roof", "Les dockers"]
    assert found(workspace, f"{query} after:2031-03-04 -story:market") == ["Les dockers", "Talks fail"]
    assert found(workspace, f"{query} before:2031-03-05") == ["Dockers walk out"]
    assert found(workspace, f"{query} story:harbour", ("story", "999")) == []


NAMES = (
    ("Envoy lands", "In Velim the envoy Karim Massimov met the dockers. Karim Massimov left."),
    ("Envoy stays", "Nobody knew why Karim Masimov stayed. Dockers waited for Masimov."),
    ("Colonel speaks", "There was word of Colonel Gadhafi on the radio."),
    ("Colonel silent", "There was no word of Colonel Qaddafi on the radio."),
    ("Premier speaks", "Prime Minister Mirela Djokash spoke on the radio."),
    ("Premier silent", "Nobody heard Prime Minister Mirela Đokaš on the radio."),
    ("Whether", "Nobody asked whether the weather holds; the others asked theirs."),
)  # fmt: skip


@pytest.fixture
def named(paths: Paths) -> Iterator[Workspace]:
    workspace = Workspace(paths)
    for headline, text in NAMES:
        workspace.library.add(Article(headline, text, outlet="Courier", headline=headline))
    yield workspace
    workspace.close()


def spellings(workspace: Workspace, query: str, *chosen: tuple[str, str]) -> list[tuple[str, str, int]]:
    found = workspace.search(query, narrowing=SearchFilters(chosen)).spellings
    return [(one.form, one.query, one.total) for one in found]


def test_a_name_is_offered_as_others_spell_it(named: Workspace) -> None:
    assert spellings(named, "massimov") == [("Masimov", "masimov", 1)]
    assert spellings(named, "karim Massimov") == [("Masimov", "karim masimov", 1)]
    assert spellings(named, "gadhafi") == [("Qaddafi", "qaddafi", 1)]
    assert spellings(named, "djokash") == [("Đokaš", "dokas", 1)]
    assert found(named, "masimov") == ["Envoy stays"]


def test_only_names_are_and_only_where_they_find_something(named: Workspace) -> None:
    assert spellings(named, "whether") == spellings(named, "dockers") == spellings(named, "others") == []
    assert spellings(named, '"Karim Massimov"') == []
    assert spellings(named, "massimov", ("outlet", "Tidewatch")) == []


@pytest.mark.parametrize("query", ["dockers", ""])
def test_each_kind_of_facet_is_counted_as_if_nothing_of_it_was_chosen(workspace: Workspace, query: str) -> None:
    story = str(workspace.story("Harbour strike"))
    chosen = SearchFilters((("outlet", "Velim Post"), ("story", story)))
    facets = workspace.search(query, narrowing=chosen, facets=True).facets
    assert counted(facets, "outlet") == {"Velim Post": 1, "Courier": 1}
    assert counted(facets, "story") == {"Harbour strike": 1, "Old market": 1}
    assert counted(facets, "month") == {"2031-03": 1}
    assert counted(facets, "language") == {"en": 1}


def test_facets_of_an_answer_without_filters(workspace: Workspace) -> None:
    facets = workspace.search("dockers", facets=True).facets
    assert counted(facets, "outlet") == {"Velim Post": 2, "Courier": 1, "La Digue": 1, "": 1}
    assert counted(facets, "month") == {"2031-03": 2, "2031-04": 2, "": 1}
    assert counted(facets, "story") == {"Harbour strike": 2, "Old market": 1}


def test_pages_are_the_answer_in_parts(workspace: Workspace) -> None:
    whole = workspace.search("dockers")
    parts = [workspace.search("dockers", limit=2, offset=at) for at in (0, 2, 4)]
    assert [hit for part in parts for hit in part.hits] == list(whole.hits)
    assert {part.total for part in parts} == {5}
    first, second = (
        workspace.search("", limit=1, offset=at, narrowing=SearchFilters(until="2031-03")) for at in (0, 1)
    )
    assert [first.hits[0].headline, second.hits[0].headline] == ["Talks fail", "Dockers walk out"]


def test_nothing_is_asked_by_nothing(workspace: Workspace) -> None:
    assert workspace.search("").total == workspace.search("  ").total == 0


def test_ways_on_from_an_empty_answer(workspace: Workspace) -> None:
    def ways(query: str, *chosen: tuple[str, str]) -> list[tuple[str, int, bool]]:
        results = workspace.search(query, narrowing=SearchFilters(chosen))
        assert not results.total
        return [(way.query, way.total, way.narrowed) for way in results.ways]

    assert ways("roof", ("outlet", "Courier")) == [("roof", 1, False)]
    assert ways("choir storm") == [("choir OR storm", 2, True)]
    assert ways('"pay talks"') == [("pay talks", 1, True), ("pay OR talks", 2, True)]
    assert ways("dockers outlet:nowhere") == [("dockers", 5, True)]
    assert ways("", ("outlet", "Courier"), ("language", "fr")) == []
    assert ways("xylophone") == []
    assert workspace.search("roof").ways == ()


def test_what_limits_a_query_is_told(workspace: Workspace) -> None:
    limits = workspace.search('dockers outlet:"velim post" NOT lang:fr date:2031').limits
    assert [(one.field, one.text, one.negative) for one in limits] == [
        ("outlet", "velim post", False), ("lang", "fr", True), ("date", "2031", False),
    ]  # fmt: skip
    assert limits[1].without == 'dockers outlet:"velim post" date:2031'


def test_suggestions_name_outlets_and_stories(workspace: Workspace) -> None:
    workspace.update_index()
    workspace.library.searches.save("The old market", "roof")
    assert Suggestion("outlet", 'roof outlet:"Velim Post"') in workspace.suggest("roof post")
    assert Suggestion("outlet", '-outlet:"Courier"') in workspace.suggest("-outlet:cou")
    assert Suggestion("story", 'story:"Old market"') in workspace.suggest("mark")
    assert Suggestion("saved", "The old market") in workspace.suggest("mark")
    assert all(one.kind != "outlet" for one in workspace.suggest("story:po"))
    assert workspace.suggest("c") == (Suggestion("word", "choir"),)
    texts = [one.text for one in workspace.suggest("do")]
    assert len(texts) == len(set(texts))


def test_hits_of_more_like_this_say_what_is_marked(workspace: Workspace) -> None:
    (first, *_others) = (hit.id for hit in workspace.search("talks").hits)
    results = workspace.like_passage(first, "walked out over pay")
    assert results.hits[0].headline == "Dockers walk out"
    assert results.words
    assert any(mark.of(results.hits[0].snippet) == "pay" for mark in results.hits[0].marks)
