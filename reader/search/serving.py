"""The helper process that writes the index: a job and its changes come in as lines of JSON, one line goes back.

A process of its own, because writing holds the interpreter for stretches that would make a window stutter. It can be
killed at any moment (see state.py) and ends by itself when its pipe is closed, so also when the program dies.
"""

import contextlib
import json
import os
import signal
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

from reader.errors import SearchError
from reader.search import wire
from reader.search.index import SearchIndex
from reader.search.values import Entry

READY = b'{"ready": 1}\n'
"""What it says first; whoever hears anything else has started something else."""


def main() -> int:
    """Do jobs until there are no more; 0, or 1 after a job that failed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which then closes the pipe
    with contextlib.suppress(AttributeError, OSError):
        os.nice(5)  # the window comes first
    # By number: a packed program without a console has no sys.stdin.
    with open(0, "rb", closefd=False) as jobs, open(1, "wb", closefd=False) as replies:
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
        if job["do"] == "rebuild":
            return {"done": index.rebuild(_changes(jobs))}
        if job["do"] == "fill":
            return {"done": index.fill(_changes(jobs), job["below"])}
        # Changes after `after` are all that an index gets which was given up meanwhile: it must not take them.
        return {"done": index.applied >= job["after"] and index.apply(_changes(jobs))}
    except SearchError as error:
        return {"error": error.message, "remedy": error.remedy}


@lru_cache(maxsize=1)
def _index(folder: str, library_id: str) -> SearchIndex:
    return SearchIndex.open(Path(folder), library_id, thorough=True)  # it builds on what is there


def _changes(jobs: BinaryIO) -> Iterator[Entry]:
    for raw in iter(jobs.readline, wire.END):
        if not raw.endswith(b"\n"):
            raise EOFError
        yield wire.entry(raw)


def _say(replies: BinaryIO, line: bytes) -> None:
    replies.write(line)
    replies.flush()
