"""The command line: the same engine without Qt."""

import os
import sys
from collections.abc import Sequence

from reader import i18n
from reader.cli.arguments import parser
from reader.cli.complaints import FAILED, INTERRUPTED, MISUSED, complain
from reader.errors import ReaderError, UsageError
from reader.i18n import _
from reader.paths import shipped


def main(argv: Sequence[str]) -> int:
    """Do what the arguments say. The exit code: 0 done, 1 failed, 2 wrongly asked."""
    i18n.use(shipped("resources") / "i18n")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        args = parser().parse_args(argv)
        status: int = args.run(args)
        sys.stdout.flush()
    except UsageError as error:
        return complain(error, MISUSED)
    except ReaderError as error:
        return complain(error, FAILED)
    except BrokenPipeError:  # whoever read us has enough; what is still buffered goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def without_display() -> int:
    """Say that no window can be shown, and what can be done without one."""
    i18n.use(shipped("resources") / "i18n")
    print(_("parallax: there is no display to open a window on. The command line works without one:"), file=sys.stderr)
    parser().print_help(sys.stderr)
    return FAILED
