"""Numbers and dates as the reader's country writes them: the one place, for window, documents and command line alike.

By `data/locales.json`, which `packaging/locales.py` takes from the tables of Unicode (CLDR). The language is the one
that is spoken; the country is the system's where it speaks that language, else the language's own.
"""

import datetime as dt
import json
import re
from functools import lru_cache
from typing import Any

from reader import i18n, language
from reader.paths import shipped

_ZONE = re.compile(r"(?:Z|[+-]\d\d:\d\d)$")
_FIELD = re.compile(r"'[^']*'|([dMyL])\1*")
DEFAULT = {"en": "en_GB"}
"""Of the languages whose own form is not that of the country whose spelling we keep."""


def count(value: int) -> str:
    """A whole number with its digits in groups: 5,800 in English, 5.800 in German."""
    return grouped(f"{value:,}")


def grouped(written: str) -> str:
    """A number written in the English way, such as "5,800.25", in the reader's."""
    told = _told()
    if (told["group"], told["point"]) == (",", "."):
        return written
    return written.translate({ord(","): told["group"], ord("."): told["point"]})


def day(iso: str) -> str:
    """The day of an ISO 8601 date, or date and time: "3 Feb 2031"; what is none as it stands."""
    return _written(iso, "medium")


def day_of_year(iso: str) -> str:
    """The same without its year: "3 Feb"."""
    return _written(iso, "day")


def month(iso: str) -> str:
    """The month of an ISO date or of "2031-02": "February 2031"; what is none as it stands."""
    return _written(f"{iso}-01" if len(iso) == len("2031-02") else iso, "month")


def month_of_year(number: int) -> str:
    """A month by itself, from 1 to 12: "February"."""
    return str(_told()["alone"]["wide"][number - 1])


def minute(iso: str) -> str:
    """The day, and the time where it is known: "3 Feb 2031 14:05"."""
    return " ".join(filter(None, (day(iso), iso.partition("T")[2][:5])))


def moment(iso: str) -> str:
    """The same with its zone, where one is known: "3 Feb 2031 14:05 +01:00"; `iso_of` reads it again."""
    zone = _ZONE.search(iso.partition("T")[2])
    return " ".join(filter(None, (minute(iso), zone[0].replace("Z", "+00:00") if zone else "")))


def language_name(code: str) -> str:
    """A language in the reader's own: "French"; a code that has no name as it stands."""
    return str(_told()["languages"].get(code.partition("-")[0].partition("_")[0].lower(), code))


def _written(iso: str, form: str) -> str:
    try:
        when = dt.date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    told = _told()
    return _FIELD.sub(lambda field: _field(field[0], when, told), told[form])


def _field(field: str, when: dt.date, told: dict[str, Any]) -> str:
    """A field of a pattern of CLDR, of those that dates without a weekday have."""
    size = len(field)
    match field[0]:
        case "'":
            return field[1:-1] or "'"
        case "d":
            return f"{when.day:0{size}}"
        case "y":
            return f"{when.year % 100:02}" if size == 2 else str(when.year)
        case _ if size < 3:
            return f"{when.month:0{size}}"
        case letter:
            names = told["months" if letter == "M" else "alone"]
            return str(names["abbreviated" if size == 3 else "wide"][when.month - 1])


def _told() -> dict[str, Any]:
    """How the locale that is wanted now writes."""
    return _of(i18n.language(), tuple(language.system_languages()))


@lru_cache(maxsize=16)
def _of(spoken: str, of_system: tuple[str, ...]) -> dict[str, Any]:
    tables = _tables()
    own = spoken.partition("_")[0]
    if own not in tables:
        own = "en"
    known = (one.partition(".")[0].partition("@")[0].replace("-", "_") for one in (spoken, *of_system))
    names = [one for one in known if one in tables and one.partition("_")[0] == own and one != own]
    return {**tables[own], **tables[names[0] if names else DEFAULT.get(own, own)]}


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, Any]]:
    return dict(json.loads((shipped("data") / "locales.json").read_text(encoding="utf-8")))
