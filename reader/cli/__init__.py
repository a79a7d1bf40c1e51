"""The command line: the same engine without Qt."""

import logging
import os
import sys
from collections.abc import Sequence

from reader import language, logs
from reader.cli.arguments import asked, is_for_window, parsed, parser, translated
from reader.cli.complaints import FAILED, INTERRUPTED, MISUSED, UNREAD, print_error
from reader.cli.terminal import Reporter, guarded
from reader.errors import ReaderError, UsageError
from reader.i18n import _
from reader.paths import Paths

__all__ = ["is_for_window", "main", "without_display"]

log = logging.getLogger(__name__)


def main(argv: Sequence[str]) -> int:
    """Do what the arguments say. The exit code: 0 done, 1 failed, 2 wrongly asked, 130 interrupted, 141 not read on."""
    language.speak(Paths.default())
    logging.getLogger("reader").addHandler(logging.NullHandler())  # else Python prints warnings meant for the log
    with guarded():
        failed = MISUSED if "--exit-code" in argv else FAILED  # where 1 says that figures conflict
        try:
            return _run(argv)
        except UsageError as error:
            return print_error(error, MISUSED)
        except ReaderError as error:
            return print_error(error, failed)
        except BrokenPipeError:  # whoever read us has enough; what is still buffered goes nowhere
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return UNREAD
        except KeyboardInterrupt:
            return print_error(ReaderError(_("Interrupted."), _("What was done until then is kept.")), INTERRUPTED)
        except Exception as error:
            return print_error(_written_down(error), failed)


def _run(argv: Sequence[str]) -> int:
    given = translated(argv)
    args = parsed(parser(asked(given)), given)
    args.quiet, verbose = getattr(args, "quiet", False), getattr(args, "verbose", False)
    args.reporter = Reporter(quiet=args.quiet, verbose=verbose)
    status: int = args.run(args)
    sys.stdout.flush()
    return status


def _written_down(error: Exception) -> ReaderError:
    """What nobody expected, as one line that says where the rest stands."""
    place = Paths.default().log
    handler = logs.start(place)
    log.error("the command line failed", exc_info=error)
    logs.stop(handler)
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        where = f" {error.filename}" if error.filename else ""
        said = _("The system says:{where} {reason}.").format(where=where, reason=reason)
    else:
        said = _("Something went wrong that should not have: {reason}.").format(
            reason=f"{type(error).__name__}: {error}"
        )
    if handler is None:
        return ReaderError(said, _("It could not be written down in {path}.").format(path=place))
    return ReaderError(said, _("It is written down in {path}.").format(path=place))


def without_display() -> int:
    """Say that no window can be shown, and what can be done without one."""
    language.speak(Paths.default())
    print(_("parallax: there is no display to open a window on. The command line works without one:"), file=sys.stderr)
    parser("").print_help(sys.stderr)
    return FAILED
