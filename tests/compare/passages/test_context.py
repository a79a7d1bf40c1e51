"""What stands around a link: others beside it, rivals, ways by a third article; in long texts it needs company."""

import random
from dataclasses import dataclass
from itertools import combinations

import pytest

from reader.compare.passages.context import neighbourhoods, probability


@dataclass
class Sized:
    """As much of what the matcher reads as its neighbourhoods look at: how many sentences there are."""

    units: range


def stray(sizes: tuple[int, int], sure: list[tuple[int, int]], at: tuple[int, int]) -> float:
    """How far a link at a place is a stray, among sure ones at others."""
    evidence = {(0, m, 1, n): 4.0 for m, n in [*sure, at]}
    found = neighbourhoods(evidence, [Sized(range(size)) for size in sizes])  # type: ignore[misc]
    return found[(0, at[0], 1, at[1])]["stray"]


def test_a_lone_link_in_long_texts_is_a_stray() -> None:
    assert stray((200, 100), [], (150, 20)) == 2.0


def test_a_neighbour_or_company_elsewhere_takes_it_away() -> None:
    alone = stray((60, 40), [], (50, 30))
    many = [(4 * k, 4 * k) for k in range(10)]
    few = [(4, 4), (8, 8)]
    assert alone > stray((60, 40), few, (50, 30)) > stray((60, 40), many, (50, 30)) == 0
    assert stray((60, 40), [(49, 29)], (50, 30)) < 0.1


def test_one_copied_stretch_is_one_place() -> None:
    copied = [(k, k) for k in range(20)]
    assert stray((60, 40), copied, (50, 30)) > 0.5 * stray((60, 40), [], (50, 30))


def test_articles_of_ordinary_length_have_none() -> None:
    assert stray((30, 30), [], (20, 3)) == 0


def told(sure: dict[tuple[int, int, int, int], float], about: str) -> dict[tuple[int, int, int, int], float]:
    """One thing that is told of each place, in four articles of twelve sentences."""
    found = neighbourhoods(sure, [Sized(range(12))] * 4)  # type: ignore[misc]
    return {place: features[about] for place, features in found.items()}


def linked(seed: int) -> dict[tuple[int, int, int, int], float]:
    """Links of four articles here and there, sure and less so; many of one sentence."""
    chance = random.Random(seed)  # noqa: S311
    places = [(a, m, b, n) for a, b in combinations(range(4), 2) for m in range(12) for n in range(12)]
    return {place: chance.uniform(-3, 3) for place in chance.sample(places, 160)}


@pytest.mark.parametrize("seed", range(5))
def test_the_surest_other_link_of_either_sentence_is_a_rival(seed: int) -> None:
    evidence = linked(seed)
    for (a, m, b, n), rival in told(evidence, "rival").items():
        others = [
            probability(x)
            for (c, k, d, j), x in evidence.items()
            if (c, d) == (a, b) and (k, j) != (m, n) and (k == m or j == n)
        ]
        assert rival == max(others, default=0.0)


@pytest.mark.parametrize("seed", range(5))
def test_a_third_article_links_two_sentences_as_surely_as_the_lesser_of_its_links(seed: int) -> None:
    evidence = linked(seed)
    sure = {frozenset({(a, m), (b, n)}): probability(x) for (a, m, b, n), x in evidence.items()}
    some = 0.0
    for (a, m, b, n), third in told(evidence, "third").items():
        ways = [
            min(sure.get(frozenset({one, (c, k)}), 0.0) for one in ((a, m), (b, n)))
            for c in range(4)
            for k in range(12)
            if c not in (a, b)
        ]
        assert third == max((way for way in ways if way >= 0.3), default=0.0)
        some = max(some, third)
    assert some > 0.5


@pytest.mark.parametrize("seed", range(5))
def test_links_beside_one_are_found_in_both_texts(seed: int) -> None:
    evidence = linked(seed)
    chained = told(evidence, "chained")
    for a, m, b, n in evidence:
        near = {
            (i, j): probability(evidence[place])
            for i in (-2, -1, 1, 2)
            for j in (-2, -1, 1, 2)
            if (place := (a, m + i, b, n + j)) in evidence
        }
        before = max([y for (i, j), y in near.items() if i < 0 and j < 0] + [0.7 if m == n == 0 else 0.0])
        after = max([y for (i, j), y in near.items() if i > 0 and j > 0] + [0.7 if m == n == 11 else 0.0])
        assert chained[a, m, b, n] == before * after
