"""How long work says how far it is, and learns that nobody waits for it any more: one callback, silent by default."""

from collections.abc import Callable
from typing import Protocol

Pause = Callable[[], None]
"""Called now and then by work that does not know how far it is; it may raise `Cancelled`."""


class Cancelled(Exception):
    """Raised by a progress callback to end the work that called it; whatever was under way is left as it was before."""


class Progress(Protocol):
    """Called between steps: how many of how many are done, and what begins now. It may raise `Cancelled`."""

    def __call__(self, done: int, total: int, what: str = "") -> None: ...


def silent(done: int, total: int, what: str = "") -> None:
    """The progress of work that nobody watches."""


def unpaused() -> None:
    """The pause of work that nobody watches."""
