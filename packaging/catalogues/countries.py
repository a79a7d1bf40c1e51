"""How the countries of our languages write dates and numbers, from the tables of Unicode (CLDR) in Babel.

Babel itself costs a tenth of a second when it is loaded, for what are a few kilobytes.
"""

import json
from pathlib import Path
from typing import Any

from babel import Locale
from babel.localedata import locale_identifiers

ROOT = Path(__file__).resolve().parent.parent.parent
RESULT = ROOT / "data" / "locales.json"
LANGUAGES = ("en", "de", "es")
FORMS = ("abbreviated", "wide")


def tables() -> dict[str, dict[str, Any]]:
    """By locale: for a language all, with its months and names of languages; for a country what differs from that."""
    found: dict[str, dict[str, Any]] = {}
    for language in LANGUAGES:
        own = Locale.parse(language)
        found[language] = {
            **_of(own),
            "months": _months(own, "format"),
            "alone": _months(own, "stand-alone"),
            "languages": {code: own.languages[code] for code in sorted(own.languages) if len(code) == len("en")},
        }
        for name in sorted(locale_identifiers()):
            if name.startswith(f"{language}_") and name.count("_") == 1:
                told = _of(Locale.parse(name))
                found[name] = {key: value for key, value in told.items() if value != found[language][key]}
    return found


def _months(locale: Locale, kind: str) -> dict[str, list[str]]:
    return {form: [locale.months[kind][form][number] for number in range(1, 13)] for form in FORMS}


def _of(locale: Locale) -> dict[str, str]:
    symbols = locale.number_symbols["latn"]
    return {
        "medium": locale.date_formats["medium"].pattern,
        "long": locale.date_formats["long"].pattern,
        "month": locale.datetime_skeletons["yMMMM"].pattern,
        "day": locale.datetime_skeletons["MMMd"].pattern,
        "group": symbols["group"],
        "point": symbols["decimal"],
    }


def written() -> str:
    """The tables as they lie in `data/`."""
    return json.dumps(tables(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def write() -> None:
    """Write them."""
    RESULT.write_text(written(), encoding="utf-8")
