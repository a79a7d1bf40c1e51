"""Which clauses of two sentences say the same: the run that shares most, after what it lacks is set off against it."""

import random

from reader.article import Article
from reader.compare.passages import rarity
from reader.compare.passages.alignment import align
from reader.compare.passages.matcher_input import MatcherInput
from reader.compare.passages.sides import UNSHARED, Run, Side
from reader.compare.witness import Witness

WORDS = [
    a + b
    for a in ("bar", "dol", "fen", "gim")
    for b in ("tack", "losh", "rump", "neck", "pish", "dolm", "wark", "sund", "hib", "mot", "garn", "lek")
]


def sides(*texts: str) -> list[Side]:
    """The first sentence of each article."""
    readings = [MatcherInput.of(Witness.of(Article(str(n), text)), {}) for n, text in enumerate(texts)]
    names = rarity.names(readings)
    weights = rarity.weights(readings, names)
    return [Side.of(r, r.units[0], w, frozenset(names)) for r, w in zip(readings, weights, strict=True)]


def best(side: Side, other: Side, run: Run) -> Run | None:
    """The run of clauses of a sentence that gains most, tried one by one; no synonyms in these words."""
    senses = set(filter(None, other.reading.senses[run[0] : run[1]]))
    gains: dict[Run, float] = {}
    cuts = side.unit.cuts
    for first in range(len(cuts) - 1):
        for last in range(first + 1, len(cuts)):
            words = [s for s in side.reading.senses[cuts[first] : cuts[last]] if s]
            gained = sum(side.weights[s] for s in set(words) & senses)
            gains[cuts[first], cuts[last]] = gained - UNSHARED * sum(side.weights[s] for s in words if s not in senses)
    most = max(gains.values())
    return next(run for run, gain in gains.items() if gain > most - 1e-9) if most > 1e-9 else None


def test_what_is_copied_whole_is_shared_whole_and_what_one_adds_is_left_out() -> None:
    told = "The pilot had lost the beacon, the ferry drifted past the cape"
    memoir = (
        "a lantern maker from Tarrin says in his long memoir, which a printer in the old quarter has set by hand, "
        "and of which forty numbered copies were bought by schools"
    )
    one, other = sides(f"{told}. Fares went up.", f"{told}, {memoir}.")
    found = align(one, other)
    assert found is not None
    assert found.left == one.whole
    assert other.reading.span(*found.right).of(other.reading.text).rstrip(",") == told


def test_the_run_that_shares_most_is_found_as_by_trying_each() -> None:
    chance = random.Random(3)  # noqa: S311
    some = 0
    for _ in range(200):
        words = chance.sample(WORDS, 48)  # no word twice: what a sentence has said already gains nothing any more
        mine, yours = words[:24], words[24:]
        at, there = chance.randrange(18), chance.randrange(18)
        yours[there : there + 6] = mine[at : at + 6]
        texts = [
            ", ".join(" ".join(told[n : n + 3]) for n in range(0, 24, 3)).capitalize() + "." for told in (mine, yours)
        ]
        one, other = sides(*texts)
        found = align(one, other)
        left = best(one, other, other.whole)
        right = best(other, one, left) if left else None
        if left is None or right is None:
            assert found is None
            continue
        if right != other.whole:
            left = best(one, other, right) or left
            right = best(other, one, left) or right
        assert found is not None
        shown = [s.whole if s.share(r) >= 0.4 else r for s, r in ((one, left), (other, right))]
        assert [found.left, found.right] == shown
        some += shown != [one.whole, other.whole]
    assert some > 100
