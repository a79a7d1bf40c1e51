"""Which sentences are worth a closer look: those that share enough, whatever order an index meets their words in."""

import random

from reader.article import Article
from reader.compare.passages import rarity
from reader.compare.passages.candidates import Index
from reader.compare.passages.matcher_input import MatcherInput
from reader.compare.witness import Witness
from reader.progress import unpaused

WORDS = [a + b + c for a in ("bar", "dol", "fen", "gim") for b in ("ta", "lo", "ru", "ne") for c in ("ck", "sh", "mp")]
LEAST = 1.5


def readings(count: int, seed: int = 5) -> list[MatcherInput]:
    """Articles of invented words, of which the earlier ones come more often."""
    chance = random.Random(seed)  # noqa: S311
    weights = [1 / (n + 3) for n in range(len(WORDS))]
    texts = [
        " ".join(" ".join(chance.choices(WORDS, weights, k=9)).capitalize() + "." for _ in range(12))
        for _ in range(count)
    ]
    return [MatcherInput.of(Witness.of(Article(str(n), text)), {}) for n, text in enumerate(texts)]


def shared(one: MatcherInput, m: int, other: MatcherInput, n: int, weights: list[dict[str, float]]) -> float:
    """The weight of the words that two sentences have in common, by its definition."""
    mine, yours = (
        set(reading.senses[reading.units[k].start : reading.units[k].end]) for reading, k in ((one, m), (other, n))
    )
    return sum((weights[0][term] + weights[1][term]) / 2 for term in mine & yours if term)


def test_those_that_share_enough_are_found_and_no_others() -> None:
    found = readings(4)
    weights = rarity.weights(found, rarity.names(found))
    index = Index.of(found, weights, [[LEAST if n % 2 else 0.0 for n in range(len(r.units))] for r in found])
    some = 0
    for a, mine in enumerate(found):
        told = index.candidates(a, range(len(found)), unpaused)
        assert all(b > a for b in told)
        for b in range(a + 1, len(found)):
            expected = [
                (m, n)
                for m in range(len(mine.units))
                for n in range(len(found[b].units))
                if shared(mine, m, found[b], n, [weights[a], weights[b]]) >= (LEAST if m % 2 or n % 2 else 0.9)
            ]
            assert told.get(b, []) == expected
            some += len(expected)
    assert 0 < some < 6 * 12 * 12 / 2


def test_only_the_articles_that_are_asked_for_are_met() -> None:
    found = readings(4)
    weights = rarity.weights(found, rarity.names(found))
    index = Index.of(found, weights, [[0.0] * len(r.units) for r in found])
    everything = index.candidates(0, {1, 2, 3}, unpaused)
    assert index.candidates(0, {2}, unpaused) == {2: everything[2]}
    assert index.candidates(0, (), unpaused) == {}


def test_a_word_of_more_sentences_than_most_brings_none() -> None:
    often = " ".join(f"Tarrin {word} {other}." for word in WORDS for other in WORDS[:2])
    found = [MatcherInput.of(Witness.of(Article(name, text)), {}) for name, text in (("a", often), ("b", "Tarrin."))]
    index = Index.of(found, [dict.fromkeys(r.senses, 1.0) for r in found], [[0.0] * len(r.units) for r in found])
    assert index.candidates(0, {1}, unpaused) == {}


def test_whoever_waits_no_longer_is_heard_at_every_sentence() -> None:
    found = readings(2)
    weights = rarity.weights(found, rarity.names(found))
    heard: list[None] = []
    index = Index.of(found, weights, [[0.0] * len(r.units) for r in found])
    index.candidates(0, {1}, lambda: heard.append(None))
    assert len(heard) == len(found[0].units)
