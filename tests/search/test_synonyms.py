"""What is weighed of the articles that have any of some words is what comes first when all are."""

import heapq
import math

from hypothesis import example, given
from hypothesis import strategies as st

from reader.search.synonyms import RecentCounts, Synonyms, WordCounts, lowest, norms

COUNTS = st.dictionaries(st.integers(0, 59), st.sampled_from([0.5, 1, 1, 1, 2, 2.5, 3, 4, 9, 40]), max_size=60)
LENGTHS = st.lists(st.sampled_from([0, 1, 30, 400, 590, 590, 4_000]), min_size=60, max_size=60)


@given(COUNTS, LENGTHS, st.sets(st.integers(0, 59)), st.sampled_from([1.0, 0.5]), st.integers(1, 12))
@example({0: 1, 1: 1, 2: 1}, [590] * 60, {1}, 0.5, 2)
def test_the_best_are_among_the_few_that_are_weighed(counts, lengths, exact, less, limit):
    whole = WordCounts(counts, norms(lengths, 500.0), exact, less)
    scores = whole.scores()
    assert scores.keys() == counts.keys()
    ranked = heapq.nlargest(limit, scores.values())
    found = dict(whole.best(limit))
    assert found.items() <= scores.items()
    assert found.items() >= {(number, score) for number, score in scores.items() if score >= ranked[-1]}


@given(COUNTS, COUNTS, LENGTHS, st.integers(1, 12))
def test_two_parts_together_have_the_best(counts, others, lengths, limit):
    told = norms(lengths, 500.0)
    first = WordCounts(counts, told).best(limit)
    second = WordCounts(others, told).best(limit, lowest(first, limit, -math.inf))
    ranked = heapq.nlargest(limit, (*WordCounts(counts, told).scores().values(), *dict(second).values()))
    whole = heapq.nlargest(
        limit, (*WordCounts(counts, told).scores().values(), *WordCounts(others, told).scores().values())
    )
    assert ranked == whole
    assert heapq.nlargest(limit, (*dict(first).values(), *dict(second).values())) == whole


def test_of_many_that_say_it_once_few_are_told():
    """Else the time goes into articles that nobody sees."""
    counts = dict.fromkeys(range(5_000), 1.0) | dict.fromkeys(range(0, 5_000, 50), 6.0)
    found = WordCounts(counts, norms([590] * 5_000, 590.0)).best(20)
    assert {number for number, _score in found} == set(range(0, 5_000, 50))


def test_only_some_articles():
    whole = WordCounts({7: 1.0, 8: 2.0, 9: 3.0}, norms([9, 9, 9], 9.0), {8}, 0.5, first=7)
    assert whole.among({8, 9}.__contains__).scores() == {n: s for n, s in whole.scores().items() if n > 7}
    assert whole.best(0) == []


def test_without_any_article_there_is_no_best():
    assert WordCounts({}, norms([], 0.0)).best(5) == []


def test_what_was_counted_of_late_is_not_counted_again():
    counted: list[tuple[str, int]] = []
    recent = RecentCounts()

    def ask(word: str, part: int) -> None:
        recent.of(Synonyms("body", (word,), ()), part, lambda: counted.append((word, part)))

    for word, part in [("a", 1), ("a", 2), ("a", 1), ("b", 1), ("a", 2), ("c", 1), ("a", 1), ("b", 1)]:
        ask(word, part)
    assert counted == [("a", 1), ("a", 2), ("b", 1), ("c", 1), ("b", 1)]
