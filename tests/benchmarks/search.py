"""Measure indexing and searching on generated articles, with SQLite FTS5 on the same texts in the same run.

    .venv/bin/python tests/benchmarks/search.py [articles]

Times are of the processor, not of the clock; the ratios to FTS5 are surer still. Not part of the test suite.
"""

import itertools
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from reader.article import Article
from reader.search import Filters, Put, SearchIndex, snippet
from reader.search.helper import Helper

WORDS_EACH = 590
VOCABULARY = 60_000
_SYLLABLES = [a + b + c for a in "bcdfglmnprstvz" for b in "aeiou" for c in ("", "n", "r", "s", "l")]


def articles(count: int, seed: int = 7) -> list[Article]:
    """Articles in an invented language with the word frequencies of a natural one (Zipf) and English endings."""
    chance = random.Random(seed)  # noqa: S311
    words = _words(chance)
    weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    made = []
    for number in range(count):
        drawn = chance.choices(words, cum_weights=weights, k=WORDS_EACH)
        sentences = [" ".join(drawn[at : at + 20]).capitalize() + "." for at in range(0, WORDS_EACH, 20)]
        day = f"20{chance.randrange(10, 30)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        headline = " ".join(drawn[5:13]).capitalize()
        made.append(Article(str(number), "\n".join(sentences), headline, outlet=f"Outlet {number % 40}", published=day))
    return made


def _words(chance: random.Random) -> list[str]:
    common = ["the", "of", "to", "and", "a", "in", "is", "it", "said", "for", "on", "with", "was", "that", "at", "by"]
    roots = {"".join(chance.choices(_SYLLABLES, k=chance.choice((1, 2, 2, 3, 3, 4)))) for _ in range(VOCABULARY)}
    ordered = sorted(roots)
    chance.shuffle(ordered)
    return common + [root + chance.choice(("", "", "", "s", "ing", "ed", "ation", "er")) for root in ordered]


def queries(made: Sequence[Article], count: int, seed: int = 3) -> dict[str, list[str]]:
    """Queries of several kinds, with words as articles have them."""
    chance = random.Random(seed)  # noqa: S311

    def drawn() -> Iterator[list[str]]:
        while True:
            words = chance.choice(made).text.replace(".", "").split()
            at = chance.randrange(len(words) - 3)
            yield words[at : at + 3]

    some = drawn()
    kinds: dict[str, Callable[[list[str]], str]] = {
        "one word": lambda words: words[0],
        "two words": lambda words: f"{words[0]} {words[2]}",
        "three words, either": lambda words: " OR ".join(words),
        "phrase": lambda words: f'"{words[0]} {words[1]}"',
        "prefix": lambda words: words[0][:3] + "*",
        "fuzzy": lambda words: words[0] + "~",
        "misspelt": lambda words: words[0][:2] + "q" + words[0][2:],
        "word and days": lambda words: f"{words[0]} date:2015..2019",
        "days only": lambda words: "date:2016-03",
        "without a word": lambda words: f"{words[0]} -{words[1]}",
    }
    return {name: [make(next(some)) for _ in range(count)] for name, make in kinds.items()}


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of this process's own work, whatever else the machine does, and what came of it."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def spread(seconds: list[float]) -> str:
    """Median and 95th percentile in milliseconds."""
    ranked = sorted(seconds)
    return f"median {statistics.median(ranked) * 1000:7.2f} ms   p95 {ranked[int(len(ranked) * 0.95)] * 1000:7.2f} ms"


def main(count: int) -> None:
    made = articles(count)
    characters = sum(len(article.text) for article in made)
    print(f"{count} articles, {characters / 1e6:.1f} million characters")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        index = SearchIndex.open(place / "index", "benchmark")
        index.search("warm")  # imports are not what is measured
        ours, _ = timed(lambda: index.rebuild(Put(n, a.id, a) for n, a in enumerate(made, 1)))
        theirs, fts = timed(lambda: _fts(place / "fts.sqlite", made))
        size = index.stats.bytes
        print(
            f"index    {count / ours:7.0f} articles/s   {size / 1e6:.1f} MB   {size / characters:.1f} bytes a character"
        )
        print(f"FTS5     {count / theirs:7.0f} articles/s   indexing takes us {ours / theirs:.1f} times as long")
        index.close()
        print(
            f"open     {timed(lambda: SearchIndex.open(place / 'index', 'benchmark').search('warm'))[0] * 1000:.0f} ms"
        )
        index = SearchIndex.open(place / "index", "benchmark")
        one = [timed(lambda n=n: index.apply([Put(count + n, "new", made[n])]))[0] for n in range(1, 21)]
        print(f"one more {spread(one)}")
        _searches(index, fts, made)
        _filters(index, made)
        index.close()
        _helper(place / "helped", made)
        _recoll(place / "recoll", made, count / ours)


def _filters(index: SearchIndex, made: Sequence[Article]) -> None:
    """What facets and filters cost beyond the search itself, when their columns are in memory."""
    some = queries(made, 60)["one word"]
    narrow = Filters(outlets=frozenset(["Outlet 3", "Outlet 7"]), since="2015", until="2022")
    index.search(some[0], filters=narrow, facets=True)
    for name, options in {"plain": {}, "facets": {"facets": True}, "filters": {"filters": narrow}}.items():
        index.search(some[0], limit=19, **options)
        each = [timed(lambda q=q, o=options: index.search(q, limit=21, **o))[0] for q in some]
        print(f"{name:20} {spread(each)}")
    like = [timed(lambda a=a: index.like(a))[0] for a in made[:40]]
    print(f"{'more like this':20} {spread(like)}")


def _helper(place: Path, made: Sequence[Article]) -> None:
    """By the clock: the helper process writes, while this one only feeds it and looks how late its own timer is."""
    helper, late, ended = Helper(place, "benchmark"), [], threading.Event()
    helper.apply([], 0, lambda: None)
    watching = threading.Thread(target=_watch, args=(late, ended))
    watching.start()
    start = time.monotonic()
    helper.rebuild((Put(n, a.id, a) for n, a in enumerate(made, 1)), lambda: None)
    took = time.monotonic() - start
    ended.set()
    watching.join()
    helper.close()
    print(f"helper   {len(made) / took:7.0f} articles/s by the clock; a timer of 5 ms here late by {spread(late)}")


def _watch(late: list[float], ended: threading.Event) -> None:
    while not ended.is_set():
        due = time.monotonic() + 0.005
        time.sleep(0.005)
        late.append(max(0.0, time.monotonic() - due))


def _recoll(place: Path, made: Sequence[Article], ours: float) -> None:
    """Recoll on the same texts, where it is installed."""
    program = shutil.which("recollindex")
    if not program:
        print("Recoll is not installed: apt-get install recollcmd")
        return
    texts, kept = place / "texts", place / "kept"
    texts.mkdir(parents=True)
    kept.mkdir()
    for article in made:
        (texts / f"{article.id}.txt").write_text(f"{article.headline}\n\n{article.text}", encoding="utf-8")
    (kept / "recoll.conf").write_text(f"topdirs = {texts}\nloglevel = 1\n", encoding="utf-8")
    before = sum(os.times()[2:4])
    subprocess.run([program, "-c", str(kept), "-z"], check=True, capture_output=True)
    theirs = len(made) / (sum(os.times()[2:4]) - before)
    print(f"Recoll   {theirs:7.0f} articles a second of processor; we index {ours / theirs:.1f} times as many")


def _fts(path: Path, made: Sequence[Article]) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.execute("CREATE VIRTUAL TABLE fts USING fts5(headline, body, tokenize='porter unicode61', content='')")
    rows = ((int(article.id), article.headline, article.text) for article in made)
    connection.executemany("INSERT INTO fts (rowid, headline, body) VALUES (?, ?, ?)", rows)
    connection.commit()
    return connection


def _searches(index: SearchIndex, fts: sqlite3.Connection, made: Sequence[Article]) -> None:
    texts = {article.id: article.text for article in made} | {"new": made[0].text}
    for name, some in queries(made, 60).items():
        answered = [timed(lambda query=query: index.search(query, limit=20)) for query in some]
        partial = sum(answer.partial for _, answer in answered)
        shown = [
            timed(lambda hit=hit, query=query: snippet(texts[hit.id], query))[0]
            for query, (_, answer) in zip(some, answered, strict=True)
            for hit in answer.hits
        ] or [0.0]
        print(f"{name:20} {spread([seconds for seconds, _ in answered])}   partial {partial:2}   ", end="")
        print(f"a snippet {statistics.mean(shown) * 1000:.2f} ms   {_ratio(fts, some, answered)}")
    prefixes = [article.text.split()[5][:3] for article in made[:100]]
    print(f"{'suggest':20} {spread([timed(lambda p=p: index.suggest(p))[0] for p in prefixes])}")


def _ratio(fts: sqlite3.Connection, some: list[str], answered: list[tuple[float, object]]) -> str:
    sql = "SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY bm25(fts) LIMIT 20"
    if any(sign in query for query in some for sign in "~:") or any(" -" in query for query in some):
        return ""
    theirs = statistics.mean(timed(lambda query=query: fts.execute(sql, (query,)).fetchall())[0] for query in some)
    return f"{statistics.mean(seconds for seconds, _ in answered) / theirs:.1f} times FTS5"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
