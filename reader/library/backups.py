"""Backups that nobody has to think of: one a day, seven kept, or as a person says; three of those before migrations.

What a restore puts aside is kept beside the library, whole (see copies.py).
"""

import contextlib
import errno
import os
import re
import shutil
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from reader.errors import LibraryError
from reader.i18n import _
from reader.library import copies
from reader.library.backup_folder import folder, kept
from reader.library.options import BackupOptions
from reader.paths import make_private
from reader.progress import Progress, silent

BEFORE = 3
"""How many are kept of those made before something else was done."""
_USUAL = BackupOptions()
_DAY = re.compile(r"library-(\d{4}-\d\d-\d\d)\.backup")


def daily(library: Path, progress: Progress = silent, options: BackupOptions = _USUAL) -> Path | None:
    """Make the backup of today where there is none, and the copy of it that is wanted elsewhere; None where there is.

    Raises LibraryError where one cannot be made.
    """
    if not options.daily:
        return None
    today = folder(library) / f"library-{datetime.now(UTC):%Y-%m-%d}.backup"
    made = None if today.exists() else today
    if made:
        _make(library, today, progress)
        _forget_old(kept(library), options.days)
    if options.folder:
        _copy_to(Path(options.folder), today, options.days)
    return made


def _copy_to(elsewhere: Path, today: Path, days: int) -> None:
    """A copy of a backup in a folder that a person chose, whole or not at all."""
    try:
        if not elsewhere.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        place = elsewhere / today.name
        if place.exists():
            return
        half = place.with_name(f".{place.name}.half")
        try:
            shutil.copyfile(today, half)
            half.chmod(0o600)
            half.replace(place)
        finally:
            half.unlink(missing_ok=True)
        _forget_old(list(elsewhere.iterdir()), days)
    except OSError as error:
        words = _("The backup could not be copied to {folder}: {reason}.")
        raise LibraryError(
            words.format(folder=elsewhere, reason=error.strerror or error),
            _("Connect the disk, or choose another folder in the preferences."),
        ) from error


def _forget_old(places: Iterable[Path], days: int) -> None:
    for old in sorted((place for place in places if _DAY.fullmatch(place.name)), reverse=True)[days:]:
        with contextlib.suppress(OSError):
            old.unlink()


def before_migration(library: Path, version: int) -> None:
    """A backup of a library as an older program made it; without one it is not touched."""
    _before(library, f"version-{version}")


def _before(library: Path, what: str) -> None:
    _make(library, folder(library) / f"before-{what}-{datetime.now(UTC):%Y-%m-%d-%H%M%S}.backup", silent)
    for old in [place for place in kept(library) if place.name.startswith("before-")][BEFORE:]:
        with contextlib.suppress(OSError):
            old.unlink()


def _make(library: Path, place: Path, progress: Progress) -> None:
    try:
        make_private(place.parent)
    except OSError as error:
        raise LibraryError(
            _("No backup can be made in {folder}: {reason}.").format(
                folder=place.parent, reason=error.strerror or error
            ),
            _("Make room, or see that the folder may be written."),
        ) from error
    copies.copy(library, place, progress)
