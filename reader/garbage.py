"""Python's collector of cycles, put off while much is made that has none: it would look at all of it time and again."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_NEW = 100_000
_lock = threading.Lock()
_putting_off = 0


@contextmanager
def put_off() -> Iterator[None]:
    """While this lasts, on whatever thread, nothing is collected but what nobody refers to any more."""
    global _putting_off  # one process has one collector
    with _lock:
        _putting_off += 1
        if _putting_off == 1 and gc.isenabled():
            gc.disable()
    try:
        yield
    finally:
        with _lock:
            _putting_off -= 1
            if _putting_off == 0:
                gc.enable()


def keep() -> None:
    """Look for cycles in what is there by now once, and never again: what a window loaded stays until it is closed.

    To look through all of that takes as long as a person notices, and Python does so just when much is made.
    """
    gc.collect()
    gc.freeze()


def look_seldom() -> None:
    """Look for cycles after a hundred thousand new things, and not after each seven hundred.

    For a process that soon ends: most of what it makes are modules and values that stay to its end.
    """
    gc.set_threshold(_NEW, *gc.get_threshold()[1:])


def leave_to_system() -> None:
    """Look for no cycles while this process ends: Python would go through all that was ever loaded, and the system
    takes it back as it is. What is to be done at the end still is.
    """
    gc.disable()
    gc.freeze()
