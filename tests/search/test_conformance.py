"""What any search engine behind the seam must do, and that ours does it."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.progress import Cancelled
from reader.search import Answer, Drop, Filters, Put
from reader.search.values import FTS5


def found(index, query, **options):
    return [hit.id for hit in index.search(query, **options).hits]


_BITS = [
    *("dockers", "-mayor", "OR", "NOT", "title:", "date:2031", "lang:en", '"the', "'a*", "s~", "port", 'velim"~3'),
    *("*", "~", "d*", "-", "outlet:p*", '-"'),
]

_ONE_SUITE_FOR_SEVERAL = [HealthCheck.function_scoped_fixture, HealthCheck.differing_executors]


class Conformance:
    """The seam: apply, applied, fresh, search, suggest, stats, rebuild, destroy.

    The fixture `index` holds the articles of conftest.py, put in under the numbers 1 to 5, and
    `open_again(library="library")` opens it anew; a subclass for another engine brings its own.
    """

    @pytest.mark.parametrize(
        ("query", "ids"),
        [
            ("dockers", {"strike", "talks"}),
            ("docker", {"strike", "talks"}),
            ("DOCKERS", {"strike", "talks"}),
            ("dockers walked", {"strike"}),
            ("walked OR roof", {"strike", "storm"}),
            ("dockers -union", {"talks"}),
            ("dockers NOT union", {"talks"}),
            ("korinek", {"storm", "talks"}),
            ("Kořínek", {"storm", "talks"}),
            ('"port velim"', {"strike"}),
            ('"velim port"', set()),
            ('"mayor korinek"', {"talks"}),
            ('"mayor korinek"~2', {"storm", "talks"}),
            ("dock*", {"strike", "talks"}),
            ("dokcers~", {"strike", "talks"}),
            ("title:storm", {"storm"}),
            ("title:dockers", set()),
            ("author:moor", {"strike", "storm", "talks", "ferry"}),
            ("outlet:courier", {"talks", "ferry"}),
            ('outlet:"velim post"', {"strike", "storm"}),
            ("outlet:post dockers", {"strike"}),
            ("date:2031-03", {"strike", "talks", "ferry"}),
            ("date:2031-03-05", {"talks"}),
            ("date:2031-02-01..2031-03-03", {"storm", "strike", "ferry"}),
            ("before:2031-03", {"storm"}),
            ("after:2031-03-04 mayor", {"talks"}),
            ("lang:en ferry", {"ferry"}),
            ("lang:fr", set()),
            ("-dockers -storm", {"ferry", "budget"}),
            ("5800", {"ferry"}),
            ("5,800", {"ferry"}),
            ("the", set()),
            ("the dockers of", {"strike", "talks"}),
            ("newsletter", set()),
            ("nowhere", set()),
            ("", set()),
        ],
    )
    def test_finds(self, index, query, ids):
        answer = index.search(query)
        assert {hit.id for hit in answer.hits} == ids
        assert answer.total == len(ids)
        assert not answer.partial

    def test_a_hit_says_what_it_is(self, index):
        (hit,) = index.search("ferry").hits
        assert (hit.headline, hit.outlet, hit.published) == ("The ferry", "Ostra Courier", "2031-03")
        assert hit.score > 0

    def test_headlines_weigh_more(self, index):
        filler = "Ships came and went while the town slept and the gulls cried over the grey water. " * 3
        mentions = Article("mentions", filler + "Somebody spoke of a regatta.", headline="Ships in town")
        about = Article("about", filler + "Somebody spoke of a regatta.", headline="Regatta in town")
        index.apply([Put(6, "mentions", mentions), Put(7, "about", about)])
        assert found(index, "regatta") == ["about", "mentions"]

    def test_more_often_and_shorter_is_better(self, index):
        filler = "Ships came and went while the town slept and the gulls cried. " * 5
        once = Article("once", filler + "A regatta.")
        often = Article("often", filler + "A regatta, a regatta, a regatta.")
        index.apply([Put(6, "once", once), Put(7, "often", often)])
        assert found(index, "regatta") == ["often", "once"]

    def test_the_rarer_word_tells_more(self, index):
        more = [Put(6 + n, f"m{n}", Article(f"m{n}", f"The mayor spoke, part {n}.")) for n in range(8)]
        index.apply([*more, Put(20, "rare", Article("rare", "The lamplighter spoke, part 9."))])
        assert found(index, "mayor OR lamplighter")[0] == "rare"

    def test_words_that_one_stands_for_count_as_one(self, index):
        """Else a slip of the keys, as rare as nothing else, would come before what was meant."""
        texts = {
            "often": "Gannets dived. Gannets rested. Gannets fed their young, and gannets left.",
            "slip": "A gannex was seen on the pier, then the rain came and nobody saw anything else.",
            "once": "Gannets were seen on the pier, then the rain came and nobody saw anything else.",
            "headline": "They were seen on the pier, then the rain came and nobody saw anything else there.",
        }
        articles = [Article(name, text, headline="Gannets" * (name == "headline")) for name, text in texts.items()]
        index.apply([Put(6 + n, one.id, one) for n, one in enumerate(articles)])
        assert found(index, "gann*")[:2] == ["often", "headline"]
        assert set(found(index, "gann*")[2:]) == {"once", "slip"}
        assert found(index, "gannets~")[-1] == "slip"
        assert found(index, "gannex~")[0] == "slip"
        assert found(index, "gann* pier")[0] == "headline"
        assert found(index, "title:gann*") == ["headline"]
        assert set(found(index, "gann* -gannets")) == {"slip"}

    def test_by_date_newest_first(self, index):
        assert found(index, "dockers OR mayor OR ferry", order="date") == ["talks", "strike", "ferry", "storm"]

    def test_limit_keeps_the_best_and_the_total(self, index):
        everything = index.search("dockers OR mayor OR ferry", limit=10)
        best = index.search("dockers OR mayor OR ferry", limit=2)
        assert best.hits == everything.hits[:2]
        assert best.total == everything.total == 4
        assert index.search("dockers", limit=0) == Answer(total=2)

    def test_no_time_gives_a_partial_answer(self, index):
        more = [Put(6 + n, f"m{n}", Article(f"m{n}", f"The regatta of year {n}.")) for n in range(300)]
        index.apply(more)
        answer = index.search("regatta", seconds=0)
        assert answer.partial
        assert answer.total < 300

    @pytest.mark.parametrize(
        ("typed", "corrected"),
        [
            ("dokcers", "dockers"),
            ("dokcers strike", "dockers strike"),
            ("Korinnek", "korinek"),
            ('"prot velim"', '"port velim"'),
            ("dockers", None),
            ("qqqqqqqq", None),
            ("zz", None),
            ("stirke:dokcers", None),
            ("date:dokcers", None),
            ("title:stirke", None),
            ("-dokcers dokcers", "-dokcers dockers"),
            ("NOT dokcers OR dokcers", "NOT dokcers OR dockers"),
            ("outlet:velim “dokcers”", "outlet:velim “dockers”"),
        ],
    )
    def test_did_you_mean(self, index, typed, corrected):
        assert index.search(typed).corrected == corrected
        if corrected:
            assert index.search(corrected).hits

    def test_suggests_by_prefix_the_frequent_first(self, index):
        assert index.suggest("do") == ["dockers"]
        assert index.suggest("M")[0] == "mayor"
        assert index.suggest("KOŘ") == ["korinek"]
        assert index.suggest("") == []
        assert index.suggest("do\ud800") == []
        assert len(index.suggest("s", limit=2)) == 2

    def test_what_changes_is_found_as_it_is_now(self, index):
        assert index.apply([Put(6, "ferry", Article("ferry", "The ferry sank at dawn."))])
        assert found(index, "sank") == ["ferry"]
        assert found(index, "mail") == []
        assert index.stats.articles == 5

    def test_what_is_dropped_is_gone(self, index):
        assert index.apply([Drop(6, "ferry"), Drop(7, "unknown")])
        assert found(index, "ferry") == []
        assert (index.stats.articles, index.applied) == (4, 7)

    def test_in_one_batch_the_last_change_counts(self, index):
        again = Article("new", "The heron is back.")
        index.apply(
            [Put(6, "new", again), Drop(7, "new"), Put(8, "new", again), Drop(9, "ferry"), Put(10, "ferry", again)]
        )
        assert sorted(found(index, "heron")) == ["ferry", "new"]
        assert index.stats.articles == 6

    def test_changes_it_knows_are_passed_over(self, index, articles):
        assert index.apply([Drop(2, "storm"), Put(6, "new", Article("new", "The heron is back."))])
        assert found(index, "roof") == ["storm"]
        assert index.applied == 6
        assert index.apply([])

    def test_many_small_commits_agree_with_one(self, index, articles):
        for number in range(6, 40):
            name = f"n{number % 11}"
            text = Article(name, f"Heron {number} was seen with heron {number % 5}.")
            index.apply([Drop(number, name) if number % 7 == 0 else Put(number, name, text)])
        present = {f"n{n % 11}": n for n in range(6, 40)}
        alive = {name for name, n in present.items() if n % 7}
        assert set(found(index, "heron")) == alive
        assert index.stats.articles == 5 + len(alive)

    def test_languages_side_by_side(self, index):
        index.apply([Put(6, "fr", Article("fr", "Les grévistes ont quitté le port.", language="fr"))])
        assert found(index, "gréviste") == ["fr"]
        assert set(found(index, "port")) == {"fr", "strike"}
        assert found(index, "lang:fr") == ["fr"]
        assert found(index, "dockers strikes") == ["strike"]

    def test_an_excluded_word_that_stood_earlier_too_is_excluded(self, index):
        assert index.apply(
            [Put(6, "first", Article("first", "Geese.")), Put(7, "other", Article("other", "Geese, herons."))]
        )
        assert found(index, "herons -geese") == []
        assert found(index, "geese -herons") == ["first"]

    def test_unspaced_writing(self, index):
        index.apply([Put(6, "zh", Article("zh", "港口工人罢工开始。", language="zh"))])
        assert found(index, "罢工") == ["zh"]
        assert found(index, "工罢") == []

    def test_odd_texts_are_taken(self, index):
        texts = ["", "\0", "\ud800 lone", "x" * 100_000, "1" * 100_000, "a b " * 20_000, "🚢" * 1000, "\u0301\u0301"]
        index.apply(
            Put(6 + n, f"odd{n}", Article(f"odd{n}", t, headline=t[:50], outlet=t[:9])) for n, t in enumerate(texts)
        )
        assert found(index, "lone") == ["odd2"]
        assert index.stats.articles == 5 + len(texts)

    def test_filled_from_the_newest_on_it_answers_at_once(self, index, articles, monkeypatch):
        index.destroy()
        monkeypatch.setattr("reader.search.index._BATCH", 2)
        changes = [Put(number, name, article) for number, (name, article) in enumerate(articles.items(), 1)][::-1]

        def ending():
            yield from changes[:3]
            raise Cancelled

        with pytest.raises(Cancelled):
            index.fill(ending(), 0)
        assert (index.applied, index.below, index.stats.articles) == (5, 4, 2)
        assert found(index, "ferry") == ["ferry"]
        assert found(index, "dockers") == []
        assert index.apply([Put(6, "new", Article("new", "The heron is back."))])
        assert (index.applied, index.below) == (6, 4)
        assert not index.fill([], 0)
        assert not index.fill([], 3)
        assert index.fill(changes[2:], 4)
        assert (index.applied, index.below, index.stats.articles) == (6, 0, 6)
        assert set(found(index, "dockers")) == {"strike", "talks"}
        assert not index.fill(changes, 0)

    def test_rebuilding_forgets_what_is_not_given(self, index, articles):
        assert index.rebuild([Put(3, "talks", articles["talks"])])
        assert found(index, "dockers") == ["talks"]
        assert (index.applied, index.stats.articles) == (3, 1)

    def test_what_changes_while_an_index_is_rebuilt_is_in_it_as_it_was_last(self, index, articles):
        """Whoever feeds it reads the library for a while, and people go on working."""
        altered = replace(articles["talks"], text="The tugs went on strike.")
        again = [
            Put(8, "talks", altered),
            Drop(9, "storm"),
            Put(10, "ferry", altered),
            Put(11, "ferry", articles["ferry"]),
        ]
        assert index.rebuild([*(Put(n, one.id, one) for n, one in enumerate(articles.values(), 1)), *again])
        assert (index.applied, index.stats.articles) == (11, 4)
        assert found(index, "dockers") == ["strike"]
        assert found(index, "tugs") == ["talks"]
        assert found(index, "storm") == []
        assert found(index, "ferry") == ["ferry"]

    def test_a_rebuilding_whose_changes_do_not_come_says_why(self, index, articles):
        def broken():
            yield Put(1, "talks", articles["talks"])
            raise EOFError

        with pytest.raises(EOFError):
            index.rebuild(broken())
        assert index.search("dockers").total == 2

    def test_rebuilt_in_parts_the_last_change_of_an_article_counts(self, index, articles, monkeypatch):
        """Be it in the part in which the article came first, or in another."""
        monkeypatch.setattr("reader.search.index._BATCH", 3)
        first = [Put(number, name, article) for number, (name, article) in enumerate(articles.items(), 1)]
        again = [
            Put(6, "new", Article("new", "The heron is back.")),
            Put(7, "new", Article("new", "The heron is gone.")),
            Put(8, "talks", Article("talks", "The heron spoke.")),
            Drop(9, "ferry"),
        ]
        assert index.rebuild([*first, *again])
        assert set(found(index, "heron")) == {"new", "talks"}
        assert found(index, "dockers") == ["strike"]
        assert (found(index, "ferry"), found(index, "back")) == ([], [])
        assert (index.applied, index.stats.articles) == (9, 5)

    def test_a_rebuilding_that_is_ended_changes_nothing(self, index, articles):
        def ended():
            yield Put(1, "talks", articles["talks"])
            raise Cancelled

        with pytest.raises(Cancelled):
            index.rebuild(ended())
        assert index.search("dockers").total == 2
        assert index.applied == 5

    def test_rebuilt_from_nothing_it_is_fresh(self, index):
        assert index.rebuild([])
        assert index.fresh
        assert index.search("dockers") == Answer()
        assert index.stats.articles == 0

    def test_all_articles_gone_it_is_not_fresh(self, index, articles):
        index.apply([Drop(number, name) for number, name in enumerate(articles, 6)])
        assert not index.fresh
        assert index.search("dockers").hits == ()
        assert index.search("-dockers").total == 0
        assert index.stats.articles == 0
        index.apply([Put(20, "talks", articles["talks"])])
        assert found(index, "dockers") == ["talks"]

    def test_destroyed_it_is_fresh(self, index, articles):
        assert not index.fresh
        index.destroy()
        assert index.fresh
        assert index.search("dockers") == Answer()
        assert index.suggest("do") == []
        index.apply([Put(1, "talks", articles["talks"])])
        assert found(index, "dockers") == ["talks"]

    def test_it_lasts(self, index, open_again):
        before = index.search("dockers OR mayor")
        index.close()
        again = open_again()
        assert again.search("dockers OR mayor") == before
        assert again.applied == 5
        assert not again.fresh

    def test_libraries_do_not_meet(self, index, open_again):
        other = open_again("another library")
        assert other.fresh
        assert other.search("dockers") == Answer()

    @pytest.mark.parametrize(
        ("query", "filters", "ids"),
        [
            ("dockers", Filters(), {"strike", "talks"}),
            ("dockers", Filters(outlets=frozenset(["Velim Post"])), {"strike"}),
            ("dockers", Filters(outlets=frozenset(["Velim Post", "Ostra Courier"])), {"strike", "talks"}),
            ("dockers", Filters(languages=frozenset(["fr"])), set()),
            ("dockers", Filters(since="2031-03-04"), {"talks"}),
            ("dockers", Filters(until="2031-03-04T10:00:00Z"), {"strike"}),
            ("dockers", Filters(since="2031-03", until="2031-03"), {"strike", "talks"}),
            ("dockers", Filters(since="no date"), {"strike", "talks"}),
            ("dockers", Filters(ids=frozenset(["talks", "storm", "nobody"])), {"talks"}),
            ("dockers", Filters(ids=frozenset()), set()),
            ("dockers", Filters(without=frozenset(["talks"])), {"strike"}),
            ("", Filters(outlets=frozenset(["Ostra Courier"])), {"talks", "ferry"}),
            ("", Filters(since="2031-02"), {"strike", "storm", "talks", "ferry"}),
            ("the", Filters(outlets=frozenset(["Ostra Courier"])), set()),
            ("-ferry", Filters(outlets=frozenset(["Ostra Courier"])), {"talks"}),
            ("date:2031-02", Filters(outlets=frozenset(["Velim Post"])), {"storm"}),
        ],
    )
    def test_filters(self, index, query, filters, ids):
        for _ in range(2):  # the second answer may be a remembered one
            answer = index.search(query, filters=filters)
            assert {hit.id for hit in answer.hits} == ids
            assert answer.total == len(ids)

    def test_facets_count_all_that_is_found(self, index):
        index.apply([Put(6, "fr", Article("fr", "Les dockers, encore.", outlet="Velim Post", language="fr"))])
        answer = index.search("dockers", limit=1, facets=True)
        assert {(one.kind, one.value, one.count) for one in answer.facets} == {
            ("outlet", "Velim Post", 2), ("outlet", "Ostra Courier", 1),
            ("language", "en", 2), ("language", "fr", 1),
            ("month", "2031-03", 2), ("month", "", 1),
        }  # fmt: skip
        assert set(answer.found) == {"strike", "talks", "fr"}
        filtered = index.search("dockers", filters=Filters(outlets=frozenset(["Velim Post"])), facets=True)
        assert set(filtered.found) == {"strike", "fr"}
        assert index.search("dockers").facets == ()

    def test_facets_of_many_segments_and_deletions(self, index):
        for number in range(6, 26):
            index.apply([Put(number, f"n{number}", Article("n", f"Heron {number}", outlet=f"O{number % 3}"))])
            index.search("heron", facets=True)
        index.apply([Drop(30, "n6")])
        answer = index.search("heron", facets=True)
        counts = {one.value: one.count for one in answer.facets if one.kind == "outlet"}
        assert counts == {"O0": 6, "O1": 7, "O2": 6}
        assert len(answer.found) == len(set(answer.found)) == answer.total == 19

    def test_remembered_answers_are_forgotten_when_it_changes(self, index):
        assert found(index, "dockers") == found(index, "dockers")
        index.apply([Drop(6, "talks")])
        assert found(index, "dockers") == ["strike"]

    def test_more_like_this(self, index, articles):
        more = [Put(6 + n, f"m{n}", Article(f"m{n}", f"The regatta of year {n} was won by a boat.")) for n in range(9)]
        index.apply(more)
        assert next(hit.id for hit in index.like(articles["strike"]).hits) == "talks"
        assert "strike" not in {hit.id for hit in index.like(articles["strike"]).hits}
        passage = Article("", "a boat won the regatta")
        assert {hit.id for hit in index.like(passage).hits} == {f"m{n}" for n in range(9)}
        assert index.like(Article("", "the of and")) == Answer()
        assert index.like(passage, filters=Filters(ids=frozenset(["m3"]))).total == 1

    @settings(suppress_health_check=_ONE_SUITE_FOR_SEVERAL, max_examples=150)
    @given(st.lists(st.one_of(st.sampled_from(_BITS), st.text(max_size=8)), max_size=40).map(" ".join))
    @example('"the" OR "of the"')
    @example('-"dockers" -d* -d~ date:2031')
    @example('"a a a a a a"~99')
    @example("* OR -x")
    def test_any_query_is_answered(self, index, query):
        answer = index.search(query)
        assert answer.total >= len(answer.hits)


class TestWhoosh(Conformance):
    """Whoosh behind the seam."""


class TestFts5(Conformance):
    """SQLite's FTS5 behind the seam, all articles in its tail."""

    @pytest.fixture
    def engine(self):
        return FTS5


class TestFts5InABase(TestFts5):
    """The same with a tail so short that most articles lie in the base."""

    @pytest.fixture
    def engine(self, monkeypatch):
        monkeypatch.setattr("reader.search.fts5.commits.FULL", 2)
        return FTS5
