"""Words for people pass through here, so that the window, the command line and the exports share one catalogue."""

import gettext
from pathlib import Path

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use(folder: Path, languages: list[str] | None = None) -> None:
    """Speak the first of `languages` (by default the system's) that has a catalogue under `folder`, else English."""
    global _catalogue  # one process speaks one language
    _catalogue = gettext.translation("parallax", folder, languages, fallback=True)


def _(message: str) -> str:
    """`message` in the reader's language."""
    return _catalogue.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a message that goes with `count`, in the reader's language."""
    return _catalogue.ngettext(one, many, count)
