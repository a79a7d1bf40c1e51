"""A second process that reads the words of most articles while the first writes the index: for long jobs, where the
machine has nothing else to do.

Reading words and writing postings take about as long. Articles go there and words come back as lines of JSON; whatever
goes wrong over there, the first process reads the words itself.
"""

import contextlib
import json
import os
import queue
import threading
from functools import partial

from reader.processes import Helper, give_way, pipes
from reader.search import wire
from reader.search.values import Put
from reader.search.words import ArticleWords, Reader, read

MANY = 500
"""Articles after which a job counts as long."""
_PATIENCE = 30.0  # seconds for the words of one article; they take a thousandth
_OTHERS = 0.5  # of the machine's processors at work, at most, for it to count as idle


def is_wanted() -> bool:
    """Whether there are processors that have nothing to do."""
    processors = os.cpu_count() or 1
    if processors < 2 or not hasattr(os, "getloadavg"):
        return processors >= 4
    return os.getloadavg()[0] <= 1 + _OTHERS * (processors - 1)  # one is the job itself, and whoever feeds it


class Assistant:
    """Reads the words of articles in a process of its own, in the order in which they are given."""

    def __init__(self) -> None:
        """Start the process; raises OSError where none can be."""
        self._process = Helper("--words")
        self._given = 0
        self._sending: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._lines: dict[int, bytes] = {}
        self._came = threading.Condition()
        self._ended = False
        for work in (self._send, self._receive):
            threading.Thread(target=work, name="words", daemon=True).start()

    @property
    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.is_alive

    def take(self, line: bytes) -> Reader:
        """Have an article read, as `wire.line` has it; what gives its words, once."""
        self._sending.put(line)
        self._given += 1
        return partial(self._words, self._given)

    def close(self) -> None:
        """End the process; words that nobody asked for are lost."""
        self._sending.put(wire.END)
        self._process.end()

    def _words(self, number: int) -> ArticleWords | None:
        with self._came:
            self._came.wait_for(lambda: number in self._lines or self._ended, _PATIENCE)
            line = self._lines.pop(number, None)
        if line is None:
            return None
        body, headline, standfirst, byline, outlet, pieces = json.loads(line)
        return ArticleWords(body, headline, standfirst, byline, outlet, pieces.split())

    def _send(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            while (line := self._sending.get()) != wire.END:
                self._process.send(line, flush=self._sending.empty())
        self._process.finish()

    def _receive(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            for number, line in enumerate(iter(self._process.receive, b""), 1):
                if not line.endswith(b"\n"):
                    break
                with self._came:
                    self._lines[number] = line
                    self._came.notify_all()
        with self._came:
            self._ended = True
            self._came.notify_all()


def main() -> int:
    """What the process does: words for each article until there are no more."""
    give_way()
    with contextlib.suppress(BrokenPipeError), pipes() as (articles, out):
        for raw in articles:
            entry = wire.entry(raw)
            assert isinstance(entry, Put)  # noqa: S101 - nothing else is sent here
            words = read(entry.article)
            parts = (words.body, words.headline, words.standfirst, words.byline, words.outlet)
            out.write(json.dumps([*parts, " ".join(words.pieces)]).encode("ascii") + b"\n")
            out.flush()
    return 0
