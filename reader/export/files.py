"""A file is written whole or not at all: beside its place first, then moved into it."""

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from reader.errors import ExportError
from reader.i18n import _


def check(path: Path, replace: bool = True) -> None:
    """Raise ExportError where no file can stand, or one stands that may not be replaced; an empty one always may."""
    try:
        _check(path, replace)
    except OSError as failure:
        raise _worded(failure, path) from failure


def _check(path: Path, replace: bool) -> None:
    folder = path.parent
    if not folder.is_dir():
        raise ExportError(
            _("There is no folder {folder}.").format(folder=folder), _("Create it or choose another one.")
        )
    if path.is_dir():
        raise ExportError(_("{path} is a folder.").format(path=path), _("Choose the name of a file."))
    if not replace and path.exists() and path.stat().st_size:
        raise ExportError(
            _("{path} is already there.").format(path=path),
            _("Choose another name, or say that it may be replaced: --force."),
        )


def put(path: Path, content: bytes, replace: bool = True) -> None:
    """Write `content` to `path`, replacing what was there only once all of it is on disk; raises ExportError."""
    check(path, replace)
    try:
        _replace(path, content)
    except OSError as failure:
        raise _worded(failure, path) from failure


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".parallax-", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those of any new one."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _worded(failure: OSError, path: Path) -> ExportError:
    if failure.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ExportError(_("You may not write {path}.").format(path=path), _("Choose another folder."))
    if failure.errno in (errno.ENOSPC, errno.EDQUOT):
        return ExportError(
            _("The disk is full: {path} was not written.").format(path=path), _("Make room, then retry.")
        )
    if failure.errno == errno.ENAMETOOLONG:
        return ExportError(
            _("The name {name} is too long.").format(name=path.name[:40] + "…"), _("Choose a shorter one.")
        )
    reason = failure.strerror or str(failure)
    return ExportError(_("{path} could not be written: {reason}.").format(path=path, reason=reason))
