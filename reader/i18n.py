"""Words for people pass through here, so that the window, the command line and the exports share one catalogue."""

import gettext
from pathlib import Path

_catalogue: gettext.NullTranslations = gettext.NullTranslations()

Tongue = tuple[str, list[str] | None] | None
"""What `use` was told, for a helper process to be told the same; None where it was told nothing."""

_tongue: Tongue = None


def use(folder: Path, languages: list[str] | None = None) -> None:
    """Speak the first of `languages` (by default the system's) that has a catalogue under `folder`, else English."""
    global _catalogue, _tongue  # one process speaks one language
    _catalogue = gettext.translation("parallax", folder, languages, fallback=True)
    _tongue = (str(folder), languages)


def language() -> str:
    """The language that is spoken, as gettext writes it: "en" where there is no catalogue."""
    return _catalogue.info().get("language", "") or "en"


def tongue() -> Tongue:
    """What was last told to `use`."""
    return _tongue


def speak(told: Tongue) -> None:
    """Speak as another process does."""
    if told is not None and told != _tongue:
        use(Path(told[0]), told[1])


def _(message: str) -> str:
    """`message` in the reader's language."""
    return _catalogue.gettext(message) if message else ""  # gettext answers "" with the head of the catalogue


def N_(message: str) -> str:
    """`message` as it is: it stands in a table and is put into the reader's language by `_` when it is shown."""
    return message


def quoted(words: str) -> str:
    """Words in the quotation marks of the reader's language."""
    return _("“{words}”").format(words=words)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a message that goes with `count`, in the reader's language."""
    return _catalogue.ngettext(one, many, count)
