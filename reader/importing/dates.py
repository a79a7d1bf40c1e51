"""Dates and times as the tops of news pages write them, as ISO 8601."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

from reader.dataclass import dataclass
from reader.importing.masthead_words import months, words_of, zones
from reader.text.folding import folded

_PIECE = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d)(?:T(?P<isotime>\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?)?"
    r"|(?P<asian>\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2})\s?[日일]"
    r"|(?P<dotted>\d{1,2}(?P<between>[./-])\d{1,2}(?P=between)(?:\d{4}|\d\d)(?!\d))"
    r"|(?P<clock>\d{1,2}(?:[:.時시]|\s?h\s?)\d\d)(?:[:.]\d\d)?(?!\d)|(?<!\d{4})(?P<offset>[+\-]\d\d:?\s?\d{1,2}(?!\d))"
    r"|(?P<number>\d+)(?i:st|nd|rd|th|er|º|°)?|(?P<word>[^\W\d_]+(?:\.[^\W\d_]+)*)"
)


_Pieces = list[tuple[str, str, re.Match[str]]]


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """A date or clock time found in a line, and the words that are no part of it.

    `iso` is its ISO 8601 form, empty where no day is named or where the order of day and month cannot be told.
    """

    iso: str
    rest: tuple[str, ...]


def dated(line: str) -> ParsedDate | None:
    """The first date (day, month and year) of a line of at most 200 characters, with its clock time and zone."""
    if len(line) > 200:
        return None
    pieces = [(found.lastgroup or "", found[found.lastgroup or 0], found) for found in _PIECE.finditer(line)]
    day, used = _day(pieces)
    clock, clock_used = _clock(pieces)
    if not used and not clock_used:
        return None
    rest = tuple(value for n, (_kind, value, _found) in enumerate(pieces) if n not in used | clock_used)
    return ParsedDate(_joined(day, clock) if day else "", rest)


def plausible(said: str) -> str:
    """An ISO 8601 date as it is; empty for what programs write where they know none: the year 1, the first of 1970."""
    year = said[:4]
    if not year.isdigit() or not 1600 <= int(year) < 2200 or said.startswith(("1970-01-01", "1969-12-31")):
        return ""
    return said


def _day(pieces: _Pieces) -> tuple[date | None, set[int]]:
    """The first day, and the pieces that it and any later one take."""
    said = {folded(value) for kind, value, _found in pieces if kind == "word"}
    american = not said.isdisjoint(words_of("dates", "american"))
    foreign = any(kind == "clock" and "h" in value for kind, value, _found in pieces)  # 19h05
    day_first = foreign or not said.isdisjoint(words_of("dates", "day_first"))
    days: list[date] = []
    used: set[int] = set()
    for n, (kind, value, found) in enumerate(pieces):
        if kind in ("iso", "isotime", "asian") and (day := _made(*_numbers(found["iso"] or value))):
            days, used = [*days, day], used | {n}
        elif kind == "dotted":
            day = _numeric(value, american, day_first)
            days, used = [*days, day] if day else days, used | {n}
        elif kind == "word" and (month := months().get(folded(value).rstrip("."))):
            day, taken = _around(pieces, n, month)
            days, used = [*days, day] if day else days, used | taken
    return (days[0] if days else None), used


def _numbers(value: str) -> tuple[int, int, int]:
    first, second, third = (int(part) for part in re.findall(r"\d+", value)[:3])
    return first, second, third


def _around(pieces: _Pieces, n: int, month: int) -> tuple[date | None, set[int]]:
    """The day that a month with its neighbours names: "July 3, 2013", "3 July 2013", "3 de julio de 2013"."""
    first, second = _beside(pieces, n, -1), _beside(pieces, n, 1)
    third = _beside(pieces, second, 1)
    before, after, later = (_number(pieces, place) for place in (first, second, third))
    if after is not None and later is not None and later > 99 and (day := _made(later, month, after)):
        return day, set(range(n, third + 1))
    if before is not None and after is not None and after > 99 and (day := _made(after, month, before)):
        return day, set(range(first, second + 1))
    return None, set()


def _beside(pieces: _Pieces, n: int, step: int) -> int:
    """The next place in one direction that holds no mere joint."""
    place = n + step
    joints = words_of("dates", "joints")
    while 0 <= place < len(pieces) and pieces[place][0] == "word" and folded(pieces[place][1]) in joints:
        place += step
    return place


def _number(pieces: _Pieces, place: int) -> int | None:
    if not 0 <= place < len(pieces) or pieces[place][0] != "number" or len(pieces[place][2]["number"]) > 4:
        return None
    return int(pieces[place][2]["number"])


def _numeric(value: str, american: bool, day_first: bool) -> date | None:
    """03.07.2013 is the third of July; 03/07/2013 only beside a word that tells, or with one part no month."""
    first, second, year = (int(part) for part in re.split(r"[./-]", value))
    if "." in value or first > 12 or (day_first and not american):
        return _made(year, second, first)
    return _made(year, first, second) if american or second > 12 or first == second else None


def _made(year: int, month: int, day: int) -> date | None:
    if year < 70:  # 11 Nov 13
        year += 2000
    try:
        return date(year, month, day) if 1600 <= year < 2200 else None  # newspapers began in 1605
    except ValueError:
        return None


def _clock(pieces: _Pieces) -> tuple[datetime | None, set[int]]:
    """The first clock time, in its zone where the zone is sure, and the pieces it takes."""
    for n, (kind, value, found) in enumerate(pieces):
        text = found["isotime"] if kind == "isotime" else value if kind == "clock" else None
        if text is None:
            continue
        hour, minute = (int(part) for part in re.findall(r"\d+", text))
        used = {n} if kind == "clock" else set()
        half = folded(pieces[n + 1][1]).replace(".", "") if n + 1 < len(pieces) else ""
        if half in ("am", "pm"):
            hour = hour % 12 + (12 if half == "pm" else 0)
            used.add(n + 1)
        try:
            at = time(hour, minute)
        except ValueError:
            continue
        zone, zone_used = _zone(pieces, max(used | {n}) + 1)
        return datetime.combine(date(2000, 1, 1), at, zone), used | zone_used
    return None, set()


def _zone(pieces: _Pieces, place: int) -> tuple[timezone | None, set[int]]:
    """The zone after a clock time: an offset, beside which a name says the same again, or a name ("19:05 Uhr MEZ")."""
    minutes: int | None = None
    used: set[int] = set()
    told = False
    for n in range(place, min(place + 3, len(pieces))):
        kind, value, _found = pieces[n]
        if kind == "word" and folded(value) in zones():
            minutes, used = minutes if told else zones()[folded(value)], used | {n}
        elif kind == "offset" and not told:
            digits = re.sub(r"\D", "", value).ljust(4, "0")
            east = int(digits[:2]) * 60 + int(digits[2:4])
            minutes, used, told = -east if value[0] == "-" else east, used | {n}, True
        elif n > place or folded(value) not in words_of("dates", "beside"):
            break
    if minutes is None or abs(minutes) > 14 * 60:
        return None, used
    return (UTC if minutes == 0 else timezone(timedelta(minutes=minutes))), used


def _joined(day: date, clock: datetime | None) -> str:
    if clock is None:
        return day.isoformat()
    return datetime.combine(day, clock.timetz()).isoformat(timespec="minutes")
