"""How the command line says that something failed: one line, and an exit code."""

import sys

from reader.errors import ReaderError

FAILED, MISUSED, INTERRUPTED = 1, 2, 130


def tell(error: ReaderError) -> None:
    """Print the error as one line."""
    print(f"parallax: {error}", file=sys.stderr)


def print_error(error: ReaderError, status: int) -> int:
    """Print the error as one line; the status, for returning."""
    tell(error)
    return status
