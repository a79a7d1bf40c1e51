"""What other engines make of the same texts, in the same run, as the machine differs from day to day."""

import os
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

from reader.article import Article


def fts5(path: Path, made: Iterable[Article]) -> tuple[sqlite3.Connection, float]:
    """SQLite's full text search with the articles in it, and the seconds of processor that took."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE VIRTUAL TABLE fts USING fts5(headline, body, tokenize='porter unicode61', content='')")
    seconds = 0.0
    for number, article in enumerate(made, 1):
        start = time.process_time()
        connection.execute(
            "INSERT INTO fts (rowid, headline, body) VALUES (?, ?, ?)", (number, article.headline, article.text)
        )
        seconds += time.process_time() - start
    start = time.process_time()
    connection.commit()
    return connection, seconds + time.process_time() - start


def stored_fts5(path: Path, made: Iterable[Article]) -> tuple[sqlite3.Connection, tuple[float, float]]:
    """A plain FTS5 table that keeps the texts too, and what that took: seconds by the clock, and of the processor."""
    connection = sqlite3.connect(path)
    begun, before = time.perf_counter(), time.process_time()
    connection.execute("CREATE VIRTUAL TABLE fts USING fts5(headline, body, tokenize='porter unicode61')")
    connection.executemany(
        "INSERT INTO fts (headline, body) VALUES (?, ?)", ((article.headline, article.text) for article in made)
    )
    connection.commit()
    return connection, (time.perf_counter() - begun, time.process_time() - before)


def has_recoll() -> bool:
    """Whether Recoll is installed here."""
    return shutil.which("recollindex") is not None


def recoll(place: Path, made: Iterable[Article]) -> tuple[float, float]:
    """What Recoll takes for a file an article: seconds by the clock, and of processors."""
    texts, kept = place / "texts", place / "kept"
    texts.mkdir(parents=True)
    kept.mkdir()
    for article in made:
        (texts / f"{article.id}.txt").write_text(f"{article.headline}\n\n{article.text}", encoding="utf-8")
    (kept / "recoll.conf").write_text(f"topdirs = {texts}\nloglevel = 1\n", encoding="utf-8")
    begun, before = time.perf_counter(), sum(os.times()[2:4])
    subprocess.run(["recollindex", "-c", str(kept), "-z"], check=True, capture_output=True)
    return time.perf_counter() - begun, sum(os.times()[2:4]) - before
