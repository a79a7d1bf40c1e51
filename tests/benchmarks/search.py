"""How quick search is, beside what was wanted and what other engines need: `tests/benchmarks/search.py [articles]`.

Everything goes as a person has it done: a library in SQLite, the helper process, snippets read from the library. Times
are of the processor, not of the clock, as other work on a machine doubles the clock's; where the two differ for another
reason both are told. 10,000 articles take two minutes; 100,000, with which Recoll is left out, a quarter of an hour.
"""

import os
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from reader.paths import Paths
from reader.search import Filters
from reader.workspace import Workspace
from tests.benchmarks.rivals import fts5, has_recoll, recoll
from tests.benchmarks.texts import article, articles

RECOLL_AT_MOST = 20_000  # articles
EACH = 60  # queries of a kind

WANTED = {  # at 10,000 articles and at 100,000; seconds, megabytes
    "rebuild": (25, 300),
    "memory of the helper": (450, 450),
    "open and first answer": (0.030, 0.150),
    "ordinary search, 20 snippets": (0.060, 0.150),
    "facets and filters": (0.010, 0.075),
    "suggestion": (0.005, 0.045),
    "did you mean": (0.005, 0.045),
}

Make = Callable[[list[str]], str]
KINDS: dict[str, Make] = {
    "one word": lambda words: words[0],
    "two words": lambda words: f"{words[0]} {words[2]}",
    "three words, either": lambda words: " OR ".join(words),
    "phrase": lambda words: f'"{words[0]} {words[1]}"',
    "word and days": lambda words: f"{words[0]} date:2015..2019",
    "without a word": lambda words: f"{words[0]} -{words[1]}",
}
LOOSE: dict[str, Make] = {
    "prefix": lambda words: words[0][:3] + "*",
    "fuzzy": lambda words: words[0] + "~",
    "days only": lambda words: "date:2016-03",
}


def queries(count: int, make: Make, seed: int = 3, most: int = EACH) -> list[str]:
    """Queries of one kind, with words as the articles have them: common ones more often."""
    chance = random.Random(seed)  # noqa: S311
    found = []
    while len(found) < most:
        words = [w for w in article(chance.randrange(count)).text.split() if w.isalpha()]
        at = chance.randrange(len(words) - 3)
        found.append(make(words[at : at + 3]))
    return found


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of this process's own work, whatever else the machine does, and what came of it."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def p95(seconds: Iterable[float]) -> float:
    """The 95th percentile."""
    ranked = sorted(seconds)
    return ranked[int(len(ranked) * 0.95)]


def told(name: str, count: int, reached: float) -> None:
    """A line of the table."""
    wanted = WANTED[name][count > 10_000]
    said = f"{reached:8.1f}" if wanted >= 1 else f"{reached * 1000:8.1f} ms"
    goal = f"{wanted:8.1f}" if wanted >= 1 else f"{wanted * 1000:8.1f} ms"
    print(f"{name:30} {said:12} wanted {goal:12} {'' if reached <= wanted else 'MISSED'}", flush=True)


def filled(workspace: Workspace, count: int) -> None:
    """Put the articles into the library; what undoing them would need is not kept."""
    with workspace.library.together():
        for one in articles(count):
            workspace.library.add(one)


def rebuilt(workspace: Workspace, count: int) -> float:
    """Write the index in the helper process; articles a second of that process."""
    begun, before = time.monotonic(), os.times()
    workspace.rebuild_index()
    clock = time.monotonic() - begun
    workspace.close()  # ends the helper, so that its times are counted
    after = os.times()
    theirs = sum(after[2:4]) - sum(before[2:4])
    ours = sum(after[:2]) - sum(before[:2])
    told("rebuild", count, theirs)
    print(f"{'':30} {clock:8.1f} by the clock; {ours:.1f} of it read the library, beside the helper")
    told("memory of the helper", count, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
    return count / theirs


def main(count: int) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        workspace = Workspace(Paths.under(place / "home"))
        filled(workspace, count)
        print(f"{count} articles in the library")
        ours = rebuilt(workspace, count)
        fts, seconds = fts5(place / "fts.sqlite", articles(count))
        print(f"{'articles a second':30} {ours:8.0f}    SQLite FTS5 {count / seconds:.0f}", end="")
        if count <= RECOLL_AT_MOST and has_recoll():
            _clock, theirs = recoll(place / "recoll", articles(count))
            print(f", Recoll {count / theirs:.0f}: we {ours * theirs / count:.2f} times, wanted 1.5", end="")
        print(flush=True)
        searched(Paths.under(place / "home"), count, fts)


def searched(paths: Paths, count: int, fts: Any) -> None:
    """Measure what a person waits for, once Whoosh is imported and the checksums are compared."""
    with_index(paths, lambda workspace: workspace.search("warm"))
    opened = [with_index(paths, lambda workspace: workspace.search("warm")) for _ in range(3)]
    told("open and first answer", count, min(opened))
    workspace = Workspace(paths)
    workspace.search("warm")
    each = {kind: asked(workspace, kind, queries(count, make), fts) for kind, make in (KINDS | LOOSE).items()}
    told("ordinary search, 20 snippets", count, p95(seconds for kind in KINDS for seconds in each[kind]))
    index = workspace._indexer.index()
    narrow = Filters(outlets=frozenset(["The Bain Post"]), since="2015", until="2022", without=frozenset(["n1"]))
    some = queries(count, KINDS["one word"], seed=4)
    index.search(some[0], filters=narrow, facets=True)
    both = [timed(lambda q=q: index.search(q, limit=21, filters=narrow))[0] for q in some]
    both += [timed(lambda q=q: index.search(q, limit=22, facets=True))[0] for q in some]
    told("facets and filters", count, p95(both))
    told("suggestion", count, p95(timed(lambda q=q: index.suggest(q[:3]))[0] for q in some))
    misspelt = [q[:2] + "q" + q[2:] for q in some]
    index.search(misspelt.pop())
    told("did you mean", count, p95(timed(lambda q=q: index.search(q))[0] for q in misspelt))
    print(f"{index.stats.bytes / 1e6:.0f} MB of index; {own_memory():.0f} MB at most in this process")
    workspace.close()


def asked(workspace: Workspace, kind: str, some: list[str], fts: Any) -> list[float]:
    """Ask queries of a kind; a line on them, beside FTS5 where that understands them."""
    answered = [timed(lambda q=q: workspace.search(q, limit=20)) for q in some]
    seconds = [one for one, _ in answered]
    partial = sum("artial" in results.notice for _, results in answered)
    line = f"  {kind:28} median {statistics.median(seconds) * 1000:6.1f} ms  p95 {p95(seconds) * 1000:6.1f} ms"
    if kind in ("one word", "two words", "three words, either", "phrase", "prefix"):
        sql = "SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY bm25(fts) LIMIT 20"
        theirs = [timed(lambda q=q: fts.execute(sql, (q,)).fetchall())[0] for q in some]
        line += f"  FTS5, without snippets, {p95(theirs) * 1000:.1f} ms"
    print(line + (f"  {partial} partial" if partial else ""), flush=True)
    return seconds


def with_index(paths: Paths, ask: Callable[[Workspace], object]) -> float:
    """Open the library anew and ask it something; the seconds of this thread, as checksums are compared in another."""

    start = time.thread_time()
    workspace = Workspace(paths)
    ask(workspace)
    taken = time.thread_time() - start
    workspace.close()
    return taken


def own_memory() -> float:
    """The most memory this process had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
