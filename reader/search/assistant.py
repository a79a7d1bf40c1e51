"""A second process that reads words of articles beside the one that writes the index: for long jobs, where the machine
has nothing else to do.

Articles go there and forms come back, some at a time, as lines of JSON, and after a commit how many articles have each
word. Neither process waits for the other: whoever wants words that have not come reads others meanwhile, from the far
end of what was not sent yet. Whatever goes wrong over there, the first process does itself.
"""

import contextlib
import json
import math
import os
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import field
from pathlib import Path
from typing import Any

from reader import garbage
from reader.article import Article
from reader.dataclass import dataclass
from reader.processes import Helper, give_way, pipes
from reader.search import wire
from reader.search.values import Entry, Put
from reader.search.vocabulary import Counts
from reader.search.words import ArticleWords, WordCounter, added

MANY = 500
"""Articles after which a job counts as long."""
_PATIENCE = 30.0  # seconds for the words of some articles; they take a hundredth
_COUNT = b"count\n"
"""The line that asks for the counts of the articles that were read since the last such."""
_OTHERS = 0.5  # of the machine's processors at work, at most, for it to count as idle
_LOAD = Path("/proc/loadavg")
_LOOKS, _BETWEEN = 5, 0.002  # how often, and seconds between
_PARCEL = 1 << 16  # bytes of articles that are sent together, about: a few milliseconds' work
_UNCOUNTED = 48 << 20  # bytes of articles that are kept, at most, to be read again where their counts are lost
_AHEAD = 6  # parcels that were sent and not answered, at most: what was not sent can still be read here


def is_wanted() -> bool:
    """Whether there are processors that have nothing to do."""
    processors = os.cpu_count() or 1
    if processors < 2 or not hasattr(os, "getloadavg"):
        return processors >= 4
    most = 1 + _OTHERS * (processors - 1)  # one is the job itself, and whoever feeds it
    return os.getloadavg()[0] <= most or _running() <= most


def _running() -> float:
    """How many want a processor just now, where the system says: what ended a moment ago is in the load of the last
    minute, our own last job most of all.
    """
    told = []
    for _look in range(_LOOKS):
        time.sleep(_BETWEEN)
        try:
            told.append(int(_LOAD.read_text(encoding="ascii").split()[3].partition("/")[0]))
        except (OSError, ValueError, IndexError):
            return math.inf
    return sum(told) / _LOOKS


@dataclass(slots=True)
class _Parcel:
    """What is sent together: articles, of which the first was the so-manieth to be given, or the wish for counts."""

    first: int
    lines: list[bytes] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    size: int = 0

    def add(self, line: bytes, article: Article) -> None:
        self.lines.append(line)
        self.articles.append(article)
        self.size += len(line)

    @property
    def is_full(self) -> bool:
        return self.size >= _PARCEL

    @property
    def line(self) -> bytes:
        return wire.together(self.lines) if self.articles else _COUNT


class Assistant:
    """Reads the words of articles in a process of its own and, while one waits for that, in this one."""

    def __init__(self) -> None:
        """Start the process; raises OSError where none can be."""
        self._process = Helper("--words")
        self._given = 0
        self._waiting: deque[_Parcel] = deque()
        self._sent: deque[_Parcel] = deque()
        self._words: dict[int, ArticleWords] = {}
        self._here = WordCounter()
        self._told: list[Counts] = []
        self._uncounted: list[Article] = []
        self._size = 0
        self._changed = threading.Condition()
        self._is_asked = self._is_closed = self._is_ended = False
        for work in (self._send, self._receive):
            threading.Thread(target=work, name="words", daemon=True).start()

    @property
    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.is_alive

    def take(self, line: bytes, article: Article) -> "AssistedReader":
        """Have an article read, which `wire.line` has made a line of; what gives its words."""
        with self._changed:
            if not self._waiting or self._waiting[-1].is_full:
                self._waiting.append(_Parcel(self._given))
                self._changed.notify_all()
            self._waiting[-1].add(line, article)
            self._given += 1
            return AssistedReader(self, self._given - 1)

    def words(self, number: int) -> ArticleWords | None:
        """Those of the article before which so many were given, once; None where they do not come."""
        self._wait(lambda: number in self._words)
        return self._words.pop(number, None)

    def ask(self) -> None:
        """As `words.WordSource.ask`."""
        with self._changed:
            self._is_asked = True
            self._changed.notify_all()

    def counts(self) -> Counts:
        """As `words.WordSource.counts`."""
        self._wait(lambda: not self._waiting)
        self.ask()
        here = self._here.counts()
        self._wait(lambda: not self._is_asked and not self._sent)
        with self._changed:
            told, self._told = self._told, []
            lost, self._uncounted = self._uncounted, []
            self._size = 0
        for article in lost:
            self._here.read(article)
        return added([*told, here, self._here.counts()])

    def close(self) -> None:
        """End the process; words that nobody asked for are lost."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()
        self._process.end()

    def _wait(self, has_come: Callable[[], bool]) -> None:
        """Read here what was not sent yet, from its end, until something has come or will not."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: has_come() or self._waiting or self._is_ended, _PATIENCE)
                if has_come() or self._is_ended or not self._waiting:
                    return
                parcel = self._waiting.pop()
            self._read(parcel)

    def _read(self, parcel: _Parcel) -> None:
        """Read here what was to be read there."""
        for number, article in enumerate(parcel.articles, parcel.first):
            self._words[number] = self._here.read(article)

    def _send(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            while (parcel := self._next()) is not None:
                self._process.send(parcel.line)
        self._process.finish()

    def _next(self) -> _Parcel | None:
        """The next to be sent, as soon as there is one and not too many are on their way; None when it is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_over or (self._has_more and len(self._sent) < _AHEAD))
            if self._is_over:
                return None
            self._sent.append(_Parcel(self._given) if self._is_asked else self._waiting.popleft())
            self._is_asked = False
            return self._sent[-1]

    @property
    def _is_over(self) -> bool:
        return self._is_closed or self._is_ended

    @property
    def _has_more(self) -> bool:
        return bool(self._waiting) or self._is_asked

    def _receive(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            for line in iter(self._process.receive, b""):
                if not line.endswith(b"\n"):
                    break
                self._keep(json.loads(line))
        with self._changed:
            self._is_ended = True
            self._changed.notify_all()

    def _keep(self, told: Any) -> None:
        """What came back: words, or in how many of the articles whose words came before that each stands."""
        with self._changed:
            parcel = self._sent.popleft()
            if parcel.articles:
                self._words.update(enumerate(map(_told, told), parcel.first))
                self._uncounted += parcel.articles
                self._size += parcel.size
                self._is_asked |= self._size >= _UNCOUNTED
            else:
                self._told.append(told)
                self._uncounted.clear()
                self._size = 0
            self._changed.notify_all()


@dataclass(frozen=True, slots=True)
class AssistedReader:
    """A `words.WordReader`."""

    source: Assistant
    number: int

    def words(self) -> ArticleWords | None:
        """As `Assistant.words`."""
        return self.source.words(self.number)


def _told(parts: list[str]) -> ArticleWords:
    body, headline, standfirst, byline, outlet = parts
    return ArticleWords(body, headline, standfirst, byline, outlet)


def main() -> int:
    """What the process does: words for each article until there are no more, and how often each was met."""
    give_way()
    counter = WordCounter()
    with contextlib.suppress(BrokenPipeError), pipes() as (articles, out), garbage.put_off():
        for raw in articles:
            told = counter.counts() if raw == _COUNT else [_read(entry, counter) for entry in wire.entries(raw)]
            out.write(json.dumps(told).encode("ascii") + b"\n")
            out.flush()
    return 0


def _read(entry: Entry, counter: WordCounter) -> list[str]:
    assert isinstance(entry, Put)  # noqa: S101 - nothing else is sent here
    words = counter.read(entry.article)
    return [words.body, words.headline, words.standfirst, words.byline, words.outlet]
