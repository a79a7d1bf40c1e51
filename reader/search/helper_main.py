"""The helper process that writes the index: a job and its changes come in as lines of JSON, one line goes back.

A process of its own, because writing holds the interpreter for stretches that would make a window stutter. It can be
killed at any moment (see state.py) and ends by itself when its pipe is closed, so also when the program dies.
"""

import json
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

from reader import garbage
from reader.errors import SearchError
from reader.processes import READY, give_way, pipes
from reader.search import assistant, wire
from reader.search.assistant import Assistant
from reader.search.index import SearchIndex
from reader.search.values import Entry, Put

_TURN = 0.001  # seconds until a thread that talks to the assistant has its turn; usually it is five times that
_AHEAD = 2_000  # changes that an assistant may be ahead: half a second's work, as long as a commit takes at its end
_AHEAD_AT_MOST = 12_000_000  # bytes of these


def main() -> int:
    """Do jobs until there are no more; 0, or 1 after a job that failed."""
    give_way()
    garbage.look_seldom()
    sys.setswitchinterval(_TURN)
    with pipes() as (jobs, replies):
        _say(replies, READY)
        while job := jobs.readline():
            try:
                reply = _do(json.loads(job), jobs)
            except EOFError:
                return 1
            _say(replies, json.dumps(reply).encode("ascii") + b"\n")
            if not reply.get("done"):
                # Refused: what else was sent is not wanted. Failed: a full disk leaves Whoosh's lock taken for good.
                return 1
    return 0


def _do(job: dict[str, Any], jobs: BinaryIO) -> dict[str, object]:
    try:
        index = _index(job["folder"], job["library"])
        index.wanted = job["engine"]
        with _changes(jobs) as changes:
            if job["do"] == "rebuild":
                return {"done": index.rebuild(changes)}
            if job["do"] == "fill":
                return {"done": index.fill(changes, job["below"])}
            # Changes after `after` are all that an index gets which was given up meanwhile: it must not take them.
            return {"done": index.applied >= job["after"] and index.apply(changes)}
    except SearchError as error:
        return {"error": error.message, "remedy": error.remedy}


@lru_cache(maxsize=1)
def _index(folder: str, library_id: str) -> SearchIndex:
    return SearchIndex.open(Path(folder), library_id, thorough=True)  # it builds on what is there


@contextmanager
def _changes(jobs: BinaryIO) -> Iterator[Iterator[Entry]]:
    """The changes of a job, as they come; of a long one an assistant reads about half of the articles' words.

    The assistant is there as long as this lasts: when the last change is drawn, most words are still to be read.
    """
    with ExitStack() as stack:
        yield _drawn(jobs, stack)


def _drawn(jobs: BinaryIO, stack: ExitStack) -> Iterator[Entry]:
    """They; an assistant is given articles before they are wanted, so that it never has nothing to do."""
    helping: Assistant | None = None
    ahead: deque[tuple[Entry, int]] = deque()
    size = 0
    for number, raw in enumerate(iter(jobs.readline, wire.END)):
        if not raw.endswith(b"\n"):
            raise EOFError
        entry = wire.entry(raw)
        if number == assistant.MANY and assistant.is_wanted():
            with suppress(OSError):
                helping = stack.enter_context(closing(Assistant()))
        if helping is not None and isinstance(entry, Put):
            entry = replace(entry, reader=helping.take(raw, entry.article))
        ahead.append((entry, len(raw)))
        size += len(raw)
        while ahead and (helping is None or len(ahead) > _AHEAD or size > _AHEAD_AT_MOST):
            entry, length = ahead.popleft()
            size -= length
            yield entry
    yield from (entry for entry, _length in ahead)


def _say(replies: BinaryIO, line: bytes) -> None:
    replies.write(line)
    replies.flush()
