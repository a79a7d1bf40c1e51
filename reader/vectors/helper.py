"""Our side of the process that encodes: started when first needed, ended when there is nothing left to encode."""

import contextlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader import child

if TYPE_CHECKING:
    import subprocess


class EncodingLost(Exception):
    """The helper could not be started, or ended in the middle of its work; what it kept is there."""


class Helper:
    """Encodes for one cache in a process of its own, an article at a time."""

    def __init__(self, folder: Path) -> None:
        """Nothing is started yet."""
        self._command = child.command("--encode", str(folder))
        self._child: subprocess.Popen[bytes] | None = None

    def encode(self, article: str, language: str, sentences: Sequence[str]) -> bool:
        """Have an article's sentences encoded and kept; whether that was done. Raises EncodingLost."""
        job = {"article": article, "language": language, "sentences": list(sentences)}
        try:
            return bool(self._asked(json.dumps(job).encode("ascii") + b"\n")["done"])
        except (OSError, ValueError, KeyError) as error:
            self.close()
            raise EncodingLost from error

    def close(self) -> None:
        """End the process, whatever it is at: it keeps an article's vectors whole or not at all."""
        process, self._child = self._child, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    def _asked(self, line: bytes) -> dict[str, object]:
        process = self._started()
        assert process.stdin is not None  # noqa: S101 - both were asked for
        assert process.stdout is not None  # noqa: S101
        process.stdin.write(line)
        process.stdin.flush()
        reply: dict[str, object] = json.loads(process.stdout.readline())
        return reply

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._child is not None and self._child.poll() is None:
            return self._child
        self.close()
        import subprocess  # late: most commands start no process

        self._child = subprocess.Popen(  # noqa: S603 - ourselves
            self._command,
            env=child.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert self._child.stdout is not None  # noqa: S101
        if b'"ready"' not in self._child.stdout.readline():
            raise ValueError(self._command)
        return self._child
