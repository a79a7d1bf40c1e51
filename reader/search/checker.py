"""Comparing large files with their checksums after the start: nobody waits for a gigabyte to be read."""

import threading
from collections.abc import Callable


class Checker(threading.Thread):
    """Looks at every byte in the background; says so where any is not as it was."""

    def __init__(self, whole: Callable[[Callable[[], bool]], bool], damaged: Callable[[], None]) -> None:
        """`whole` does it, unless what it is given says to stop; `damaged` is called where it found damage."""
        super().__init__(name="index checker", daemon=True)
        self._whole, self._damaged = whole, damaged
        self._ended = threading.Event()

    def run(self) -> None:
        """Do what was given as `whole`, and say where it finds damage."""
        if not self._whole(self._ended.is_set) and not self._ended.is_set():
            self._damaged()

    def end(self) -> None:
        """Stop at the next file; nothing is open afterwards."""
        self._ended.set()
        self.join()
