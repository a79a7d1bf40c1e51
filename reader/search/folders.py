"""Where an index lies: a private folder for the library, in it the stamp, the lock and a folder for each generation."""

import contextlib
import hashlib
import os
import shutil
import sys
from pathlib import Path

from reader.errors import SearchError
from reader.i18n import _
from reader.search.stamp import Stamp, measure

LARGE = 4_000_000
"""Bytes of a file that is compared with its checksum later. What commits merge, and so write anew, is smaller."""


class Home:
    """The folder of one library's index, below the folder of all indexes."""

    def __init__(self, folder: Path, library_id: str) -> None:
        """Make the folder where it is missing, readable by its owner alone."""
        self._all = folder
        # A hash: the library's id is what stamps are signed with, so it must not be read off the folder's name.
        self.path = folder / hashlib.sha256(library_id.encode("utf-8", "surrogatepass")).hexdigest()[:20]
        self.make()

    def make(self) -> None:
        """See that the folder is there and private."""
        try:
            for place in (self._all, self.path):
                place.mkdir(mode=0o700, parents=True, exist_ok=True)
                _make_private(place)
        except OSError as error:
            raise SearchError(
                _("The search index cannot be kept in {folder}: {reason}.").format(
                    folder=self._all, reason=error.strerror
                ),
                _("Check that the folder may be written."),
            ) from error

    @property
    def stamp(self) -> Path:
        """The stamp's file."""
        return self.path / "stamp.json"

    @property
    def lock(self) -> Path:
        """The writer's lock."""
        return self.path / "lock"

    def generation(self, name: str) -> Path:
        """The folder of a generation."""
        return self.path / Path(name).name

    def new_generation(self) -> Path:
        """An empty folder under a name that was never used before."""
        place = self.path / f"g{os.urandom(8).hex()}"
        place.mkdir(mode=0o700)
        return place

    def clean(self, stamp: Stamp | None) -> None:
        """Delete what no stamp names: generations given up, files of a commit that never ended. Only under the lock."""
        kept = {self.lock.name} if stamp is None else {self.lock.name, self.stamp.name, stamp.folder}
        for place in self.path.iterdir():
            if place.name not in kept:
                _delete(place)
        if stamp is None:
            return
        for file in self.generation(stamp.folder).iterdir():
            if file.name not in stamp.files and not file.name.endswith("LOCK"):
                _delete(file)

    def whole(self, stamp: Stamp, known: dict[str, tuple[int, int]], thorough: bool) -> bool:
        """Whether each file is, to the byte, what the stamp says; those in `known` were found so before.

        Unless it is `thorough`, only the size of a large file is compared, and it does not become known.
        """
        for name, expected in stamp.files.items():
            place = self.generation(stamp.folder) / name
            if Path(name).name != name:
                return False
            if known.get(f"{stamp.folder}/{name}") == expected:
                continue  # no file changes once a stamp names it
            large = expected[0] >= LARGE and not thorough
            try:
                if place.is_symlink() or (place.stat().st_size != expected[0] if large else measure(place) != expected):
                    return False
            except OSError:
                return False
            if not large:
                known[f"{stamp.folder}/{name}"] = expected
        return True


def _make_private(place: Path) -> None:
    if sys.platform == "win32":
        return  # a person's own cache folder is private there by inheritance
    status = place.lstat()
    if status.st_uid != os.getuid():
        raise PermissionError(1, _("the folder belongs to someone else"))
    if status.st_mode & 0o077:
        place.chmod(0o700)


def _delete(file: Path) -> None:
    with contextlib.suppress(OSError):  # on Windows another window may still read it; the next cleaning gets it
        if file.is_dir() and not file.is_symlink():
            shutil.rmtree(file, ignore_errors=True)
        else:
            file.unlink(missing_ok=True)
