"""Dates as programs and archives write them, as ISO 8601: only what is known, and nothing that is not sure."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache

from reader.importing.dates import dated
from reader.lexicon import load
from reader.text.folding import folded

_EARLIEST, _LATEST = 1600, 2200  # newspapers began in 1605
_SECONDS = (1e8, 5e9)  # 1973 to 2128: less is a year or a count, and 0 is what programs write for "never"
_ISO = re.compile(r"\d{4}-?\d\d-?\d\d(?!\d{2}\b)")
_NUMERIC = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th|er|º|°)?\s(?:de\s)?([^\W\d_]+)\.?,?\s(?:de[l]?\s)?(\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s(\d{1,2})(?:st|nd|rd|th|\.)?,?\s(\d{4})(?!\d)")
_MONTH_ONLY = re.compile(r"(?<!\d)(?<!\d[ .])([^\W\d_]+)\.?,?\s(\d{4})(?!\d)")
_EAST_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")


def moment(said: object) -> str:
    """A date, or date and time, from any value that JSON or a table has for one; empty where it is not sure."""
    if isinstance(said, bool) or said is None:
        return ""
    if isinstance(said, int | float):
        return _counted(float(said))
    if isinstance(said, Mapping):
        names = ("$date", "date-parts", "iso", "iso8601", "raw", "date", "value", "text")
        return next(filter(None, (moment(said[name]) for name in names if name in said)), "")
    if isinstance(said, str):
        return _written(" ".join(said.split())[:200])
    if isinstance(said, Sequence):
        return _parts(said)
    return ""


def is_unclear(said: object) -> bool:
    """Whether it is a date whose day and month cannot be told apart (05-03-2024)."""
    found = _NUMERIC.fullmatch(said.strip()) if isinstance(said, str) else None
    return found is not None and not moment(said)


def _counted(seconds: float) -> str:
    """Seconds since 1970, or thousandths or millionths of them."""
    for unit in (1, 1e3, 1e6, 1e9):
        if _SECONDS[0] < seconds / unit < _SECONDS[1]:
            return datetime.fromtimestamp(int(seconds / unit), UTC).isoformat(timespec="minutes")
    return str(int(seconds)) if _EARLIEST < seconds < _LATEST and seconds == int(seconds) else ""


def _parts(said: Sequence[object]) -> str:
    """Year, month and day as numbers, as far as they go; a list of such; else the first that is a date."""
    if said and isinstance(said[0], list):
        return _parts(said[0])
    try:
        numbers = [int(str(one)) for one in said[:3]]
    except ValueError:
        return next(filter(None, map(moment, said[:5])), "")
    return _known(*numbers) if numbers and _EARLIEST < numbers[0] < _LATEST else ""


def _known(year: int, month: int = 0, day: int = 0) -> str:
    """A year, a month of it or a day of that; empty where there is none such."""
    try:
        whole = date(year, month or 1, day or 1)
    except ValueError:
        return ""
    if not _EARLIEST <= year < _LATEST:
        return ""
    return whole.isoformat() if month and day else f"{year:04}-{month:02}" if month else f"{year:04}"


def _written(said: str) -> str:
    if said.isdigit():
        return _digits(said)
    return _machine(said) or ("" if _ISO.match(said) else _spoken(said))


def _digits(said: str) -> str:
    if len(said) == 8:
        return _known(int(said[:4]), int(said[4:6]), int(said[6:]))
    if len(said) in (12, 14) and _known(int(said[:4]), int(said[4:6]), int(said[6:8])):
        return _iso(f"{said[:8]}T{said[8:]}")
    return _counted(float(said)) if len(said) in (4, 9, 10, 13, 16, 19) else ""


def _machine(said: str) -> str:
    """The forms that programs write: ISO 8601 with its variants, mail's, the one of Twitter's archives."""
    if re.fullmatch(r"\d{4}-\d\d(?:-00)?", said):
        return _known(int(said[:4]), int(said[5:7]))
    if re.fullmatch(r"\d{4}-00-00.{0,20}", said):
        return _known(int(said[:4]))
    if _ISO.match(said):
        zoned = re.sub(r"\s?(?:UTC|GMT|Z)$", "+00:00", said)
        zoned = re.sub(r"(\d)\s([+-]\d\d:?\d\d)$", r"\1\2", zoned)
        day = _iso(said[:10]) if said[4] == "-" else ""
        later = dated(said) if day else None
        return _iso(zoned) or (later.iso if later else "") or day
    try:
        return _checked(datetime.strptime(said, "%a %b %d %H:%M:%S %z %Y"))
    except ValueError:
        pass
    try:
        return _checked(parsedate_to_datetime(said)) if re.search(r"\d:\d\d", said) else ""
    except (ValueError, TypeError, OverflowError, IndexError):
        return ""


def _iso(said: str) -> str:
    said = re.sub(r"(\.\d{6})\d+", r"\1", said)
    try:
        at = datetime.fromisoformat(said)
    except ValueError:
        return ""
    if len(said) <= 10:
        return _known(at.year, at.month, at.day) if at.year != 1970 or at.month > 1 or at.day > 1 else ""
    return _checked(at)


def _checked(at: datetime) -> str:
    if not _EARLIEST <= at.year < _LATEST or at.replace(tzinfo=None) == datetime(1970, 1, 1):  # noqa: DTZ001
        return ""
    return at.isoformat(timespec="minutes")


def _spoken(said: str) -> str:
    """The forms that people write, in the languages that have their months in the lexicon."""
    if found := _YEAR_FIRST.search(said) or _EAST_ASIAN.search(said):
        return _known(*map(int, found.groups()))
    if (top := dated(said)) and top.iso:
        return top.iso
    if found := _NUMERIC.search(said):
        return _numeric(int(found[1]), found[2], int(found[3]), int(found[4]))
    months = _months()
    for found in _DAY_FIRST.finditer(said):
        if (month := months.get(folded(found[2]))) and (day := _known(int(found[3]), month, int(found[1]))):
            return day
    for found in _MONTH_FIRST.finditer(said):
        if (month := months.get(folded(found[1]))) and (day := _known(int(found[3]), month, int(found[2]))):
            return day
    for found in _MONTH_ONLY.finditer(said):
        if month := months.get(folded(found[1])):
            return _known(int(found[2]), month)
    return ""


def _numeric(first: int, sign: str, second: int, year: int) -> str:
    """With full stops the day comes first everywhere; else only where one of the two is no month."""
    if sign == "." or first > 12 or first == second:
        return _known(year, second, first)
    return _known(year, first, second) if second > 12 else ""


@cache
def _months() -> dict[str, int]:
    told = {folded(name): int(number) for number, names in load("exports")["months"].items() for name in names}
    return {**told, **load("mastheads")["months"]}
