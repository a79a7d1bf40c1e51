"""The bytes of one file, or one clear line on why it cannot be had; never more than was allowed is read."""

import os
import stat
from pathlib import Path, PurePath

from reader import locales
from reader.errors import ImportFailure
from reader.i18n import _
from reader.importing.options import ImportOptions

# Opening a named pipe waits for somebody to write to it, unless asked not to; Windows has neither flag's problem.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def read_bytes(path: Path, options: ImportOptions) -> bytes:
    """What the regular file at `path` holds; `ImportFailure` where there is none, or it is too large or unreadable."""
    try:
        _check(path, os.stat(path), options)  # noqa: PTH116 - one call for every kind of path, before anything is opened
        with open(os.open(path, _FLAGS), "rb") as file:  # noqa: PTH123 - the flags are the point
            _check(path, os.fstat(file.fileno()), options)
            data = file.read(options.max_bytes + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise _failure(path, error) from error
    if len(data) > options.max_bytes:  # it grew while it was read
        raise _too_large(path, len(data), options)
    return data


def shown(path: Path) -> str:
    """The name of a file as it can stand in one line: no line ends or other controls, no half characters."""
    name = path.name or str(path)
    line = "".join(c if c.isprintable() else " " for c in name)
    line = " ".join(line.split())
    return line if len(line) <= 120 else f"{line[:80]}…{line[-30:]}"


def writable(name: str) -> str:
    """A file's name that any file or database can hold: bytes that are no UTF-8 become the replacement character."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def is_part_of_saved_page(path: PurePath) -> bool:
    """Whether it lies in a folder that browsers make beside a saved page, for its pictures, scripts and frames."""
    return any(
        part.endswith(("_files", "_Dateien", "_fichiers", "_archivos", "_bestanden")) for part in path.parts[:-1]
    )


def _check(path: Path, status: os.stat_result, options: ImportOptions) -> None:
    if stat.S_ISDIR(status.st_mode):
        message = _("{name} is a folder.").format(name=shown(path))
        raise ImportFailure(message, _("Choose the files in it instead."))
    if not stat.S_ISREG(status.st_mode):
        message = _("{name} is a device or a pipe, not a file.").format(name=shown(path))
        raise ImportFailure(message, _("Save the text to a file first."))
    if status.st_size > options.max_bytes:
        raise _too_large(path, status.st_size, options)


def _too_large(path: Path, size: int, options: ImportOptions) -> ImportFailure:
    message = _("{name} is too large to be an article: {size} MB, and the limit is {limit} MB.").format(
        name=shown(path), size=_megabytes(size), limit=_megabytes(options.max_bytes)
    )
    return ImportFailure(message, _("Cut the article out of it, or raise the limit in the settings."))


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.3g}" if size < 999 * 1024 * 1024 else locales.count(size // (1024 * 1024))


def _failure(path: Path, error: OSError | ValueError) -> ImportFailure:
    name = shown(path)
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return ImportFailure(_("{name} is not there.").format(name=name), _("It may have been moved or deleted."))
        case IsADirectoryError():
            return ImportFailure(_("{name} is a folder.").format(name=name), _("Choose the files in it instead."))
        case PermissionError():
            message = _("{name} may not be read.").format(name=name)
            return ImportFailure(message, _("Change its permissions, or copy it to a folder of your own."))
        case OSError(strerror=str(reason)):
            message = _("{name} cannot be read: {reason}.").format(name=name, reason=reason)
            return ImportFailure(message, _("Check the disk or the network it lies on."))
        case _:
            return ImportFailure(_("{name} is not the name of a file.").format(name=name), _("Check the name."))
