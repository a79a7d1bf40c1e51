"""How long work says how far it is, and learns that nobody waits for it any more: one callback, silent by default."""

from typing import Protocol


class Cancelled(Exception):  # noqa: N818 - a person's wish, not an error
    """Raised by a progress callback to end the work that called it; whatever was under way is left as it was before."""


class Progress(Protocol):
    """Called between steps with how many of how many are done and the name of the one that begins; may raise `Cancelled`."""

    def __call__(self, done: int, total: int, what: str = "") -> None: ...


def silent(done: int, total: int, what: str = "") -> None:
    """The progress of work that nobody watches."""
