"""1,000 spoilt samples read: `python -m tests.benchmarks.mutations [COUNT]`; no crash, no hang over 10 s, none lost."""

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from reader.errors import ImportFailure
from reader.importing import read_all
from tests.importing.mutations import all_mutations, mutated


def main(count: int) -> None:
    """Print what became of them and which took longest."""
    fates: Counter[str] = Counter()
    slowest: list[tuple[float, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, seed in all_mutations(count):
            path = Path(folder) / f"{seed}-{name}"
            path.write_bytes(mutated(name, seed))
            begun = time.monotonic()
            found = list(read_all(path))
            seconds = time.monotonic() - begun
            slowest = sorted([*slowest, (seconds, path.name)], reverse=True)[:3]
            for one in found or [None]:
                fates["nothing at all" if one is None else _fate(one)] += 1
            path.unlink()
    for fate, number in fates.most_common():
        print(f"{number:6} {fate}")
    print("slowest:", ", ".join(f"{name} {seconds:.2f} s" for seconds, name in slowest))


def _fate(result: object) -> str:
    if not isinstance(result, ImportFailure):
        return "articles"
    return "failures: " + " ".join(result.message.split()[1:7])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
