"""2,000 comparisons in one process: `python -m tests.benchmarks.endurance [COUNT]`; the memory has to stay flat.

Each has other texts, so that nothing kept of an earlier one helps a later. What is used is told at each tenth.
"""

import gc
import random
import sys
from pathlib import Path

from reader.settings import Settings
from reader.workspace import compare_articles
from tests.workspace.accounts import account

GROWTH = 1.1
"""How much more than after the first tenth the last may take."""


def resident() -> float:
    """Megabytes of memory that this process has."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def main(count: int = 2_000) -> int:
    """Compare; 1 where memory grew."""
    chance = random.Random(7)  # noqa: S311
    words = ["quay", "tide", "crane", "depot", "lamp", "rope", "sail", "mast", "gull", "buoy", "reef", "oar"]
    first = 0.0
    for number in range(count):
        articles = [
            account(f"{name}{number}", chance.randrange(2, 90), chance.randrange(100, 900), " ".join(
                f"The {chance.choice(words)} {chance.randrange(10_000)} was seen by {chance.randrange(2, 60)} people."
                for _ in range(8)
            ))
            for name in ("Post", "Courier", "Radio")
        ]  # fmt: skip
        compare_articles(articles, Settings())
        if (number + 1) % (count // 10) == 0:
            gc.collect()
            first = first or resident()
            print(f"{number + 1:6} comparisons, {resident():6.0f} MB", flush=True)
    grown = resident() / first
    print(f"the last tenth takes {grown:.2f} times what the first took")
    return int(grown > GROWTH)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
