"""Our side of the process that encodes: started when first needed, ended when there is nothing left to encode."""

import json
from collections.abc import Sequence
from pathlib import Path

from reader.processes import READY, Helper


class EncodingLost(Exception):
    """The helper could not be started, or ended in the middle of its work; what it kept is there."""


class EncodingHelper:
    """Encodes for one cache in a process of its own, an article at a time."""

    def __init__(self, folder: Path) -> None:
        """Nothing is started yet."""
        self._folder = folder
        self._process: Helper | None = None

    def encode(self, article: str, language: str, sentences: Sequence[str]) -> bool:
        """Have an article's sentences encoded and kept; whether that was done. Raises EncodingLost."""
        job = {"article": article, "language": language, "sentences": list(sentences)}
        try:
            process = self._started()
            process.send(json.dumps(job).encode("ascii") + b"\n")
            return bool(json.loads(process.receive())["done"])
        except (OSError, ValueError, KeyError) as error:
            self.close()
            raise EncodingLost from error

    def close(self) -> None:
        """End the process, whatever it is at: it keeps an article's vectors whole or not at all."""
        process, self._process = self._process, None
        if process is not None:
            process.end()

    def _started(self) -> Helper:
        if self._process is not None and self._process.is_alive:
            return self._process
        self.close()
        self._process = Helper("--encode", str(self._folder))
        if self._process.receive() != READY:
            raise ValueError(self._folder)
        return self._process
