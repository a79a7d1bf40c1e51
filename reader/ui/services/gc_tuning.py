"""Loaded modules last as long as the program, so the garbage collector need not look through them again and again.

A whole round through the search engine's and the parsers' modules held the window up for 45 ms, out of the blue.
"""

import gc
import sys

_FEW = 20
"""Modules that are not worth the trouble."""


_SELDOM = 100
"""Smaller rounds between two whole ones, 10 without us: so that none falls among the modules while they are loaded."""


class GcFreezer:
    """Takes what there is out of the collector's rounds whenever many modules were loaded."""

    def __init__(self) -> None:
        self._known = 0

    def spare(self) -> bool:
        """Whether there was anything to do; it takes no time. What is freed by its last reference still is."""
        there = len(sys.modules)
        if there - self._known < _FEW:
            return False
        self._known = there
        gc.set_threshold(*gc.get_threshold()[:2], _SELDOM)
        gc.freeze()
        return True


LASTING = GcFreezer()
"""One for the process, as the collector is: what has been closed in the meantime is not spared with every window."""
