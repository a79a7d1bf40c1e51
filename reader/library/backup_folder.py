"""Where the backups of a library lie, and what is said of them where the library itself is damaged or gone."""

from datetime import UTC, datetime
from pathlib import Path

from reader import locales
from reader.i18n import _


def folder(library: Path) -> Path:
    """Where the backups of a library lie."""
    return library.parent / "backups"


def kept(library: Path) -> list[Path]:
    """The backups there are, the newest first."""
    try:
        found = [place for place in folder(library).iterdir() if place.suffix == ".backup"]
        return sorted(found, key=lambda place: place.stat().st_mtime, reverse=True)
    except OSError:
        return []


def offered(library: Path) -> str:
    """What to do where a library is damaged or gone and there is a backup; the empty string where there is none."""
    newest = next(iter(kept(library)), None)
    if newest is None:
        return ""
    day = datetime.fromtimestamp(newest.stat().st_mtime, UTC)
    words = _("There is a backup of {day}: put it in its place by “Restore the Library” or parallax restore {path}.")
    return words.format(day=locales.day(f"{day:%Y-%m-%d}"), path=newest)
