"""Measure the comparison of passages on generated texts, with difflib.SequenceMatcher on the same ones in the same run.

    .venv/bin/python tests/benchmarks/passages.py

Times are of the processor, not of the clock; the ratio to difflib is surer still. Not part of the test suite.
"""

import itertools
import random
import resource
import sys
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from reader.article import Article
from reader.compare import names, passages, quotations
from reader.compare.options import BALANCED
from reader.compare.witness import Witness

VOCABULARY = 20_000
COPIED = 7
"""One sentence in so many is copied from the other text."""
_SYLLABLES = [a + b + c for a in "bcdfglmnprstvz" for b in "aeiou" for c in ("", "n", "r", "s", "l")]


def main() -> None:
    """Print a table of times, of their ratio to difflib and of what doubling costs."""
    compared(texts(200, 2))
    small = texts(3_000, 2)
    ours, theirs = clock(lambda: compared(small)), clock(lambda: difflib(small))
    print(f"2 x 3,000 words: {ours:.2f} s, difflib {theirs:.2f} s, {ours / theirs:.2f} of difflib")
    many = texts(1_000, 20)
    ours = clock(lambda: compared(many))
    theirs = clock(lambda: [difflib(pair) for pair in itertools.combinations(many[:6], 2)]) * 190 / 15
    print(f"20 x 1,000 words: {ours:.2f} s, difflib over all pairs {theirs:.2f} s, {ours / theirs:.3f} of difflib")
    times = [clock(lambda size=size: compared(texts(size, 2))) for size in (25_000, 50_000, 100_000)]
    doubled = ", ".join(f"{later / before:.2f}" for before, later in itertools.pairwise(times))
    print(f"2 x 100,000 words: {times[-1]:.2f} s; doubling costs {doubled} times")
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def texts(words: int, count: int) -> list[str]:
    """Texts of an invented language that share some sentences to the letter."""
    chance = random.Random(words + count)  # noqa: S311
    vocabulary = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(VOCABULARY)]
    weights = list(itertools.accumulate(1 / (rank + 5) for rank in range(VOCABULARY)))
    made: list[list[str]] = []
    for _ in range(count):
        sentences = [
            " ".join(chance.choices(vocabulary, cum_weights=weights, k=20)).capitalize() + "."
            for _ in range(words // 20)
        ]
        if made:
            sentences[::COPIED] = made[0][::COPIED]
        made.append(sentences)
    return [" ".join(sentences) for sentences in made]


def compared(given: list[str]) -> None:
    """All that the passages need, from the text on."""
    witnesses = [Witness.of(Article(str(n), text)) for n, text in enumerate(given)]
    found = names.find(witnesses)
    vectors = [None] * len(witnesses)
    passages.select(passages.score(witnesses, found, quotations.find(witnesses, found), vectors), BALANCED)


def difflib(pair: tuple[str, ...] | list[str]) -> None:
    """The blocks of words that two texts share, by the standard library."""
    SequenceMatcher(None, pair[0].split(), pair[1].split(), autojunk=False).get_matching_blocks()


def clock(work: Callable[[], object]) -> float:
    """Seconds of the processor that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
