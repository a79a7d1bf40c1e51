"""Files that lie in a folder or archive that was named: which may be articles, and why the others are none."""

from pathlib import Path, PurePath

from reader.errors import ImportFailure
from reader.i18n import _
from reader.importing.binary import kind_of
from reader.importing.files import shown
from reader.importing.formats import is_readable

HEAD = 4096
"""Bytes by which a file of an unknown name is told."""

# What systems leave behind in every folder and archive.
_SYSTEM = frozenset(["thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r", "__macosx"])


def is_left_behind(path: PurePath) -> bool:
    """Whether a file is hidden, or a system's own, so that nobody means it."""
    return any((part.startswith(".") and part.strip(".")) or part.lower() in _SYSTEM for part in path.parts)


def unread(name: str, file: str, head: bytes) -> ImportFailure | None:
    """Why a file with such a beginning is not read, `name` is what to call it; None where it may be an article."""
    from reader.importing.file_signatures import module_of

    if is_readable(file) or not head or module_of(head, ""):
        return None
    if kind := kind_of(head):
        message = _("{name} is {kind}, and no article.").format(name=name, kind=kind)
        return ImportFailure(message, _("Leave it out, or save its text as a file of its own."))
    ending = PurePath(file).suffix
    if ending:
        message = _("{name} was left out: files that end in {ending} are not read where they were not named.")
    else:
        message = _("{name} was left out: files without an ending are not read where they were not named.")
    return ImportFailure(message.format(name=name, ending=ending), _("If it is an article, import it by its name."))


def unread_file(path: Path) -> ImportFailure | None:
    """The same for a file on the disk; None also where it cannot be read, for reading it says why."""
    if is_readable(path.name):
        return None
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError:
        return None
    return unread(shown(path), path.name, head)
