"""The helper process seen from the program: started when it is needed, used for a batch, ended when it is slow."""

import threading
import time
from collections.abc import Iterator

from reader import i18n
from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import limits, refusals
from reader.importing.apart import wire
from reader.importing.options import ImportOptions
from reader.processes import Helper, IdleTimer

_TURNS = 4
"""How often a helper that the machine kept waiting may have the time of one article, in all."""
_AT_WORK = 0.5
"""The share of that time in which it was at work, from which on the file is slow and not the machine."""


class ReadingHelper(Helper):
    """One helper process. It reads one file at a time, for one thread at a time."""

    def __init__(self) -> None:
        super().__init__("--read")
        self._late = False
        self._patience, self._turns, self._used = 0.0, 0, 0.0
        self._lock = threading.Lock()
        self._timer = IdleTimer(limits.SECONDS, self._give_up, self._lock)

    def read(self, data: bytes, name: str, file: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
        """What it finds in a file; it is ended where that takes too long, and when nobody asks for the rest."""
        ends = time.monotonic() + limits.TOTAL_SECONDS
        patience = limits.TOTAL_SECONDS if options.recognise_text else limits.SECONDS
        finished, read = False, 0
        try:
            asked = wire.Question(name, file, options, len(data), i18n.tongue())
            line = self._line_in_time(ends, patience, wire.question(asked), data)
            while line != wire.DONE:
                yield wire.answered(line)
                read += 1
                line = self._line_in_time(ends, patience)
            finished = True
        except TimeoutError:
            yield refusals.too_slow(name, read)
        except (OSError, ValueError, LookupError, TypeError, AttributeError):  # it died, or said what no helper says
            yield refusals.fatal(name)
        finally:
            if not finished:
                self.end()

    def end(self, patience: float = 0.0) -> None:
        """As every helper's; nobody waits for this one any more."""
        with self._lock:
            self._timer.end()
        super().end(patience)

    def _line_in_time(self, ends: float, patience: float, *sent: bytes) -> bytes:
        """Send, then wait for the next line; pipes cannot be waited for everywhere, so a timer ends the process."""
        with self._lock:
            self._patience, self._turns = max(0.0, min(patience, ends - time.monotonic())), _TURNS
            self._take_turn()
        try:
            return self._exchange(sent)
        except OSError:
            if self._late:
                raise TimeoutError from None
            raise
        finally:
            with self._lock:
                self._timer.cancel()

    def _take_turn(self) -> None:
        self._turns, self._used = self._turns - 1, self.processor_seconds or 0.0
        self._timer.restart(self._patience)

    def _give_up(self) -> None:
        """End it, unless it was hardly at work: then the machine was busy, and the file has not had its time."""
        used = self.processor_seconds
        if used is not None and self._turns > 0 and used - self._used < _AT_WORK * self._patience:
            self._take_turn()
            return
        self._late = True
        self.kill()

    def _exchange(self, sent: tuple[bytes, ...]) -> bytes:
        self.send(*sent)
        line = self.receive(limits.ANSWER)
        if not line.endswith(b"\n"):
            raise OSError
        return line
