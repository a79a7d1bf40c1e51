"""The helper process that encodes: an article's sentences come in as a line of JSON, and a line goes back.

A process of its own, because encoding holds the interpreter for stretches that would make a window stutter, and so that
the window never holds the encoder's 130 MB. It can be killed at any moment and ends when its pipe is closed.
"""

import json
from pathlib import Path
from typing import Any

from reader.processes import READY, give_way, pipes
from reader.vectors.cache import Cache
from reader.vectors.lazy_encoder import Encoder


def main(folder: Path) -> int:
    """Encode until there is no more; 0."""
    give_way()
    encoder, cache = Encoder(), Cache(folder)
    with pipes() as (jobs, replies):
        replies.write(READY)
        replies.flush()
        while job := jobs.readline():
            done = _do(json.loads(job), encoder, cache)
            replies.write(json.dumps({"done": done}).encode("ascii") + b"\n")
            replies.flush()
    return 0


def _do(job: dict[str, Any], encoder: Encoder, cache: Cache) -> bool:
    sentences: list[str] = job["sentences"]
    if cache.get(sentences) is not None:
        return True
    found = encoder.vectors(sentences, job["language"], lambda: None)
    if found is not None:
        cache.put(job["article"], sentences, found)
    return found is not None
