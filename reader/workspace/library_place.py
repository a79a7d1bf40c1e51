"""Where the library lies: moved to another folder, or taken from one; in force from the next start on."""

from pathlib import Path

from reader.errors import LibraryError, MissingLibrary, UsageError
from reader.i18n import _
from reader.library.copies import check_library, move
from reader.paths import LIBRARY, Paths
from reader.progress import Progress, silent

OWN_FOLDER = "Parallax library"
"""The folder that the library gets inside one that holds other things."""


def check_place(paths: Paths) -> None:
    """Raise where the folder that a person chose holds no library: a new one must never be begun in its place."""
    if paths.place is not None and not paths.library.is_file():
        raise MissingLibrary(
            _("The library is not in {folder}.").format(folder=paths.place),
            _("Connect the disk that it lies on, or say where it is: parallax place --use FOLDER."),
        )


def move_library(paths: Paths, folder: Path, progress: Progress = silent) -> tuple[Path, Path]:
    """Let the library, which nobody may have open, lie in `folder`; where it is then, and where the old file is."""
    check_place(paths)
    if not paths.library.is_file():
        raise LibraryError(_("There is no library yet."), _("Choose the folder once something was imported."))
    target = _free_folder(folder.absolute())
    if target == paths.library.parent:
        raise UsageError(_("The library lies there already."))
    library, kept = move(paths.library, target, progress)
    _set(paths, library.parent)
    return library, kept


def _free_folder(folder: Path) -> Path:
    """The folder itself where nothing else is in it: what is the library's own may be closed to others."""
    try:
        holds_others = folder.is_dir() and any(folder.iterdir())
    except OSError as error:
        raise LibraryError(
            _("{folder} cannot be looked into: {reason}.").format(folder=folder, reason=error.strerror or error)
        ) from error
    if folder.exists() and not folder.is_dir():
        raise UsageError(_("{path} is a file.").format(path=folder), _("Choose a folder."))
    return folder / OWN_FOLDER if holds_others and not (folder / LIBRARY).exists() else folder


def use_library(paths: Paths, folder: Path | None) -> Path:
    """Use the library in a folder, None for the usual one, which may be begun there; the file."""
    if folder is None:
        _set(paths, None)
        return paths.data / LIBRARY
    folder = folder.absolute()
    found = next((one for one in (folder, folder / OWN_FOLDER) if (one / LIBRARY).is_file()), None)
    if found is None:
        raise LibraryError(_("There is no library in {folder}.").format(folder=folder), _("Choose the folder of one."))
    check_library(found / LIBRARY)
    _set(paths, found)
    return found / LIBRARY


def _set(paths: Paths, folder: Path | None) -> None:
    try:
        paths.set_place(folder)
    except OSError as error:
        words = _("{path} could not be written: {reason}.")
        raise LibraryError(words.format(path=paths.place_file, reason=error.strerror or error)) from error
