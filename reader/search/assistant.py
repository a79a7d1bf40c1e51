"""A second process that reads the words of most articles while the first writes the index: for long jobs, where the
machine has nothing else to do.

Reading words and writing postings take about as long. Articles go there and forms come back as lines of JSON, and
after a commit how many articles have each word; whatever goes wrong over there, the first process does itself.
"""

import contextlib
import json
import os
import queue
import threading
from collections import Counter, defaultdict

from reader.dataclass import dataclass
from reader.processes import Helper, give_way, pipes
from reader.search import wire
from reader.search.analysis import code, words_of
from reader.search.values import Put
from reader.search.vocabulary import Counts
from reader.search.words import ArticleWords, read

MANY = 500
"""Articles after which a job counts as long."""
_PATIENCE = 30.0  # seconds for the words of one article; they take a thousandth
_COUNT = b"count\n"
"""The line that asks for the counts of the articles that were read since the last such."""
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

    def take(self, line: bytes) -> "AssistedReader":
        """Have an article read, as `wire.line` has it; what gives its words."""
        return AssistedReader(self, self._send_later(line))

    def words(self, number: int) -> ArticleWords | None:
        """Those of the article that was the so-manieth to be given, once; None where they do not come."""
        line = self._answer(number)
        if line is None:
            return None
        body, headline, standfirst, byline, outlet = json.loads(line)
        return ArticleWords(body, headline, standfirst, byline, outlet, None)

    def counts(self) -> Counts | None:
        """As `words.WordSource.counts`."""
        line = self._answer(self._send_later(_COUNT))
        return None if line is None else json.loads(line)

    def close(self) -> None:
        """End the process; words that nobody asked for are lost."""
        self._sending.put(wire.END)
        self._process.end()

    def _send_later(self, line: bytes) -> int:
        """The number of the line that answers."""
        self._sending.put(line)
        self._given += 1
        return self._given

    def _answer(self, number: int) -> bytes | None:
        with self._came:
            self._came.wait_for(lambda: number in self._lines or self._ended, _PATIENCE)
            return self._lines.pop(number, None)

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


@dataclass(frozen=True, slots=True)
class AssistedReader:
    """A `words.WordReader`."""

    source: Assistant
    number: int

    def words(self) -> ArticleWords | None:
        """As `Assistant.words`."""
        return self.source.words(self.number)


def main() -> int:
    """What the process does: words for each article until there are no more, and how often each was met."""
    give_way()
    pieces: defaultdict[str, Counter[str]] = defaultdict(Counter)
    with contextlib.suppress(BrokenPipeError), pipes() as (articles, out):
        for raw in articles:
            out.write(json.dumps(_counted(pieces) if raw == _COUNT else _read(raw, pieces)).encode("ascii") + b"\n")
            out.flush()
    return 0


def _read(raw: bytes, pieces: defaultdict[str, Counter[str]]) -> list[str]:
    entry = wire.entry(raw)
    assert isinstance(entry, Put)  # noqa: S101 - nothing else is sent here
    words = read(entry.article)
    pieces[code(entry.article.language)].update(words.pieces or ())
    return [words.body, words.headline, words.standfirst, words.byline, words.outlet]


def _counted(pieces: defaultdict[str, Counter[str]]) -> Counts:
    counts = words_of(pieces)
    pieces.clear()
    return counts
