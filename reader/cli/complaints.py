"""How the command line says that something failed: one line, and an exit code."""

import sys

from reader.errors import ReaderError

FAILED, MISUSED, INTERRUPTED = 1, 2, 130
UNREAD = 141
"""Nobody reads on (`| head`): what a shell gives for a program that ends by SIGPIPE, as most do then."""


def tell(error: ReaderError) -> None:
    """Print the error as one line."""
    print(f"parallax: {error}", file=sys.stderr)


def print_error(error: ReaderError, status: int) -> int:
    """Print the error as one line; the status, for returning."""
    tell(error)
    return status
