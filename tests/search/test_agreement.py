"""Both engines find the same, count alike and put the same first; and one takes over from the other."""

import random
from contextlib import ExitStack

import pytest

from reader.search import Drop, Filters, Put, SearchIndex
from reader.search.values import FTS5, WHOOSH
from tests.benchmarks.texts import article

COUNT = 150
GONE = {3, 7, 120}
"""Articles that are taken away or replaced: an engine may know their words for a while, each for its own."""


def query(kind, chance):
    """A query of a kind, with words that follow one another in some article."""
    one = article(chance.choice(list({*range(COUNT)} - GONE)))
    words = [word for word in one.text.split() if word.isalpha()]
    at = chance.randrange(len(words) - 4)
    a, b, c = words[at : at + 3]
    title, author = one.headline.split()[0], one.byline.split()[1]
    return {
        "word": a, "words": f"{a} {c}", "or": f"{a} OR {b} OR {c}", "not": f"{a} -{b}", "only not": f"-{a}",
        "phrase": f'"{a} {b} {c}"', "near": f'"{a} {c}"~3', "reversed": f'"{c} {a}"~3',
        "near or": f'"{b} {a}"~4 OR {c}', "not near": f'{a} -"{a} {c}"~4', "prefix": f"{a[:3]}*",
        "fuzzy": f"{a[:2]}x{a[2:]}~", "prefix and word": f"{a[:3]}* {b}", "prefix or word": f"{a[:3]}* OR {c}",
        "fuzzy not": f"{a}~ -{b}", "title prefix": f"title:{title[:3]}*", "prefix or language": f"{a[:3]}* OR lang:fr",
        "title": f"title:{title}", "author": f"author:{author}",
        "days": f"{a} date:2015..2022", "language": f"{a} lang:{one.language}",
        "either language": f"lang:fr OR {a}", "number": "2015 OR 17", "unknown": f"{a}zzq OR {b}",
    }[kind]  # fmt: skip


KINDS = (
    "word", "words", "or", "not", "only not", "phrase", "near", "reversed", "near or", "not near", "prefix", "fuzzy",
    "prefix and word", "prefix or word", "fuzzy not", "title prefix", "prefix or language", "title", "author", "days",
    "language", "either language", "number", "unknown",
)  # fmt: skip


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """The same changes in both; in the second some articles lie in its base, some in its tail, and some are gone."""
    with ExitStack() as stack, pytest.MonkeyPatch.context() as patch:
        patch.setattr("reader.search.fts5.commits.FULL", 50)
        made = []
        for engine in (WHOOSH, FTS5):
            folder = tmp_path_factory.mktemp(engine)
            index = stack.enter_context(SearchIndex.open(folder, "library", engine=engine))
            puts = [Put(n + 1, f"n{n}", article(n)) for n in range(COUNT)]
            assert index.apply(puts[:100])
            assert index.apply(puts[100:130])
            assert index.apply([*puts[130:], Drop(200, "n3"), Put(201, "n7", article(8)), Drop(202, "n120")])
            assert index.engine == engine
            made.append(index)
        yield made


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_is_found(both, kind):
    chance = random.Random(kind)  # noqa: S311
    found_any = False
    for _ in range(25):
        asked = query(kind, chance)
        one, other = (index.search(asked, limit=COUNT, facets=True, seconds=30) for index in both)
        assert {hit.id for hit in one.hits} == {hit.id for hit in other.hits}, asked
        assert (one.total, one.corrected, one.facets) == (other.total, other.corrected, other.facets), asked
        assert set(one.found) == set(other.found)
        found_any |= bool(one.total)
    assert found_any


@pytest.mark.parametrize("kind", ["word", "words", "or", "prefix", "prefix and word", "fuzzy"])
def test_what_is_best_for_one_is_good_for_the_other(both, kind):
    """Lengths count a little more with FTS5, and it counts how rare a word is in two files."""
    chance = random.Random(kind)  # noqa: S311
    near, asked = 0, 0
    for _ in range(40):
        typed = query(kind, chance)
        one, other = ([hit.id for hit in index.search(typed, seconds=30).hits] for index in both)
        if len(one) > 3:
            asked += 1
            near += one[0] in other[:3]
    assert near >= 0.8 * asked > 0


def test_by_date_the_order_is_the_same(both):
    one, other = (index.search("date:2010..2029", order="date", limit=COUNT) for index in both)
    assert [hit.published for hit in one.hits] == [hit.published for hit in other.hits]


def test_suggestions_and_likeness_are_the_same(both):
    one, other = both
    for start in ("a", "ba", "da", "re", "mi", "so", "vi"):
        assert one.suggest(start) == other.suggest(start)
    for word in ("tabar", "selina", "garona"):
        assert one.near(word) == other.near(word)
    for number in (0, 40, 110):
        this = article(number)
        assert len(one.telling(this).keys() & other.telling(this).keys()) > 90
        like = [{hit.id for hit in index.like(this, limit=5).hits} for index in both]
        assert len(like[0] & like[1]) >= 3


def test_filters_pass_the_same(both):
    outlet = article(5).outlet
    for filters in (
        Filters(outlets=frozenset([outlet])),
        Filters(since="2015", until="2020"),
        Filters(without=frozenset(["n9"])),
    ):
        one, other = (index.search(article(9).text.split()[3], filters=filters, limit=COUNT) for index in both)
        assert {hit.id for hit in one.hits} == {hit.id for hit in other.hits}


@pytest.mark.parametrize(("before", "after"), [(WHOOSH, FTS5), (FTS5, WHOOSH)])
def test_one_takes_over_from_the_other(folder, articles, before, after):
    """Until the index is made anew the one before answers, and takes in what changes."""
    puts = [Put(n, name, one) for n, (name, one) in enumerate(articles.items(), 1)]
    with SearchIndex.open(folder, "library", engine=before) as index:
        index.apply(puts)
    with SearchIndex.open(folder, "library", engine=after) as index:
        assert index.engine == before
        assert index.search("dockers").total == 2
        assert index.apply([Drop(6, "talks")])
        assert (index.engine, index.search("dockers").total) == (before, 1)
        assert index.rebuild(puts)
        assert (index.engine, index.search("dockers").total) == (after, 2)
    with SearchIndex.open(folder, "library", engine=before) as index:
        assert (index.engine, index.search("dockers").total) == (after, 2)
