"""Which language the program speaks: the one that a person chose, else the first of the system's that it has."""

import os
import sys
from collections.abc import Iterable
from itertools import takewhile
from pathlib import Path

from reader import i18n, json_file
from reader.paths import Paths, shipped

SYSTEM = "system"


def speak(paths: Paths, of_system: Iterable[str] = ()) -> str:
    """Speak as the settings say from now on; the language chosen there, "" for the system's.

    `of_system`: the system's languages, dearest first, from who knows them; else the environment is asked.
    """
    chosen = chosen_language(paths.settings)
    i18n.use(shipped("resources") / "i18n", [chosen] if chosen else wanted(of_system or system_languages()))
    return chosen


def chosen_language(settings: Path) -> str:
    """The language in the settings, of which nothing else is read; "" where it is the system's."""
    try:
        kept = json_file.read(settings).get("interface", {})
    except json_file.Spoilt:
        return ""
    language = kept.get("language") if isinstance(kept, dict) else None
    return language if isinstance(language, str) and language.isalpha() and language != SYSTEM else ""


def wanted(languages: Iterable[str]) -> list[str]:
    """Those before English, as gettext writes them: who likes English better than German is not spoken to in German."""
    written = (one.replace("-", "_").partition(".")[0] for one in languages)
    return list(takewhile(lambda one: one.partition("_")[0].lower() not in {"en", "c", "posix", ""}, written))


def system_languages() -> list[str]:
    """The languages of the environment, or of Windows, dearest first."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value.split(":")
    if sys.platform == "win32":
        import ctypes
        import locale

        return [locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "en")]
    return []
