"""Stars, tags, what has been read, filters, pages, versions and merged stories."""

import time

import pytest

from reader.article import Article
from reader.errors import LibraryError
from reader.library import Filter


@pytest.fixture
def ids(library, make):
    return [
        library.add(
            make(
                n,
                outlet=("Velim Post", "Ostra Courier")[n % 2],
                published=f"2031-03-0{n}T10:00:00Z" if n < 5 else "",
                language=("en", "fr")[n == 3],
                byline="By Ana Kořínek" if n == 2 else "",
            )
        ).id
        for n in range(1, 6)
    ]


def test_stars(library, ids):
    library.labels.star(ids[:2])
    library.labels.star(ids[1:3])
    assert [row.starred for row in library.rows_of(ids)] == [True, True, True, False, False]
    assert library.next_undo == "giving 1 article a star"
    library.undo()
    library.labels.star(ids[:1], starred=False)
    assert {row.id for row in library.rows(where=Filter(starred=True))} == {ids[1]}
    assert library.undo() == "taking the star from 1 article"
    library.undo()
    assert library.count(Filter(starred=True)) == 0
    library.redo()
    assert library.count(Filter(starred=True)) == 2


def test_tags(library, ids):
    library.labels.tag(ids[:3], "  Port \n strike", "weather")
    library.labels.tag(ids[:1], "PORT STRIKE")
    assert library.rows_of(ids[:1])[0].tags == ("Port strike", "weather")
    assert library.labels.tags() == [("Port strike", 3), ("weather", 3)]
    library.labels.untag(ids[:2], "weather", "never given")
    assert library.labels.tags() == [("Port strike", 3), ("weather", 1)]
    assert library.undo() == "taking a tag from 2 articles"
    assert library.labels.tags() == [("Port strike", 3), ("weather", 3)]
    assert set(library.ids(Filter(tags=("port STRIKE", "weather")))) == set(ids[:3])
    library.remove(ids[:1])
    assert library.labels.tags() == [("Port strike", 2), ("weather", 2)]


def test_a_tag_renamed_or_merged_into_another(library, ids):
    library.labels.tag(ids[:2], "harbor")
    library.labels.tag(ids[1:3], "port")
    library.labels.rename_tag("harbor", "Harbour")
    library.labels.rename_tag("port", "Harbour")
    assert library.labels.tags() == [("Harbour", 3)]
    library.labels.rename_tag("Harbour", "HARBOUR")
    assert library.labels.tags() == [("HARBOUR", 3)]
    for _ in range(3):
        assert library.undo().startswith("renaming the tag")
    assert library.labels.tags() == [("harbor", 2), ("port", 2)]


@pytest.mark.parametrize("tag", ["", "  \n", "\0"])
def test_a_tag_needs_a_name(library, ids, tag):
    with pytest.raises(LibraryError, match="name"):
        library.labels.tag(ids, tag)


def test_tags_of_what_is_purged_do_not_come_back(library, ids):
    library.labels.tag(ids[:2], "port")
    library.labels.untag(ids[:2], "port")
    library.remove(ids[:1])
    library.purge(ids[:1])
    while library.undo():
        pass
    assert library.labels.tags() in ([], [("port", 1)])


def test_what_has_been_read(library, ids):
    library.labels.set_seen(ids[:2])
    assert {row.id for row in library.rows(where=Filter(seen=True))} == set(ids[:2])
    library.labels.set_seen(ids[:1], seen=False)
    assert {row.id for row in library.rows(where=Filter(seen=False))} == {ids[0], *ids[2:]}
    assert library.next_undo.startswith("adding")


@pytest.mark.parametrize(
    ("where", "numbers"),
    [
        (Filter(), {1, 2, 3, 4, 5}),
        (Filter(outlets=("Velim Post",)), {2, 4}),
        (Filter(outlets=("Velim Post", "Nobody")), {2, 4}),
        (Filter(languages=("fr",)), {3}),
        (Filter(since="2031-03-03"), {3, 4}),
        (Filter(until="2031-03-03"), {1, 2, 3}),
        (Filter(since="2031-03", until="2031-03"), {1, 2, 3, 4}),
        (Filter(words="harbour POST"), {2, 4}),
        (Filter(words="KORINEK"), {2}),
        (Filter(words="100% _'\"; --"), set()),
        (Filter(loose=True), {1, 2, 3, 4, 5}),
        (Filter(story=99), set()),
        (Filter(binned=True), set()),
    ],
)
def test_filters(library, ids, where, numbers):
    assert set(library.ids(where)) == {ids[n - 1] for n in numbers}
    assert library.count(where) == len(numbers)
    assert {row.id for row in library.rows(where=where)} == {ids[n - 1] for n in numbers}


@pytest.mark.parametrize("order", ["added", "published", "headline", "outlet", "words"])
def test_pages_are_the_list_in_parts(library, ids, order):
    whole = library.rows(order=order)
    parts = [row for offset in range(0, 6, 2) for row in library.rows_page(offset, 2, order)]
    assert parts == whole


def test_a_page_far_down_a_long_list_is_quick(library, path):
    """A walk along an index, no sorting: the plan says so, whatever this machine does meanwhile."""
    with library._connections.write() as writing:
        writing.execute(
            """WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
            INSERT INTO article (id, fingerprint, headline, standfirst, byline, dateline, outlet, published, language,
                url, path, added, words)
            SELECT 'id' || i, 'print' || i, 'Headline ' || (i * 7919 % 20000), '', '', '', 'Outlet ' || (i % 40),
                '2031-01-' || (i % 28 + 1), 'en', '', '', '2031-01-01T00:00:' || i, i % 900 FROM n"""
        )
    for order in ("added", "published", "headline", "outlet", "words"):
        start = time.process_time()
        page = library.rows_page(19_000, 50, order)
        assert len(page) == 50
        assert time.process_time() - start < 0.25
    assert library.count() == 20_000


def test_captures_of_one_address_are_versions(library, make):
    first = library.add(make(1, url="https://velim.example/a")).id
    second = library.add(make(2, url="https://velim.example/a")).id
    other = library.add(make(3, url="https://velim.example/b")).id
    bare = library.add(make(4)).id
    assert [row.id for row in library.versions(second)] == [first, second]
    assert [row.id for row in library.versions(other)] == [other]
    assert library.versions(bare) == []
    assert library.versions("nobody") == []


def test_merged_stories_come_apart_again(library, ids):
    one, two, three = (library.stories.add(name) for name in ("One", "Two", "Three"))
    library.stories.assign(ids[:1], one)
    library.stories.assign(ids[1:3], two)
    library.stories.assign(ids[3:], three)
    library.remove(ids[4:])
    library.stories.merge(one, [two, one, three])
    assert [(story.name, story.count) for story in library.stories.all()] == [("One", 4)]
    assert {row.story for row in library.rows_of(ids)} == {one}
    assert library.undo() == "merging stories into “One”"
    assert {story.name: story.count for story in library.stories.all()} == {"One": 1, "Two": 2, "Three": 1}
    library.redo()
    assert [(story.name, story.count) for story in library.stories.all()] == [("One", 4)]
    with pytest.raises(LibraryError, match="story"):
        library.stories.merge(one, [99])


def test_rows_of_keeps_the_order_asked_for(library, ids):
    assert [row.id for row in library.rows_of([ids[3], "nobody", ids[0], ids[3]])] == [ids[3], ids[0]]


def test_odd_words_of_a_filter(library):
    library.add(Article("x", "Text", "Lone \ud800 surrogate"))
    assert library.count(Filter(words="\ud800")) in (0, 1)
    assert library.count(Filter(words="surrogate")) == 1
