"""Dates and times as the tops of news pages write them, as ISO 8601."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from reader.lexicon import load
from reader.text.folding import folded

_PIECE = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d)(?:T(?P<isotime>\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?)?|(?P<dotted>\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)(?!\d))"
    r"|(?P<clock>\d{1,2}[:.]\d\d)(?:[:.]\d\d)?(?!\d)|(?<!\d{4})(?P<offset>[+\-]\d\d:?\s?\d{1,2}(?!\d))"
    r"|(?P<number>\d+)(?i:st|nd|rd|th)?|(?P<word>[^\W\d_]+(?:\.[^\W\d_]+)*)"
)
_AMERICAN = frozenset(["et", "est", "edt", "ct", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt"])


@dataclass(frozen=True, slots=True)
class Dated:
    """A date or clock time found in a line, and the words that are no part of it.

    `iso` is its ISO 8601 form, empty where no day is named or where the order of day and month cannot be told.
    """

    iso: str
    rest: tuple[str, ...]


def dated(line: str) -> Dated | None:
    """The first date (day, month and year) of a line of at most 200 characters, with its clock time and zone."""
    if len(line) > 200:
        return None
    pieces = [(found.lastgroup or "", found[found.lastgroup or 0], found) for found in _PIECE.finditer(line)]
    day, used = _day(pieces)
    clock, clock_used = _clock(pieces)
    if not used and not clock_used:
        return None
    rest = tuple(value for n, (_kind, value, _found) in enumerate(pieces) if n not in used | clock_used)
    return Dated(_joined(day, clock) if day else "", rest)


_Pieces = list[tuple[str, str, re.Match[str]]]


def _day(pieces: _Pieces) -> tuple[date | None, set[int]]:
    """The first day, and the pieces that it and any later one take."""
    months: Mapping[str, int] = load("mastheads")["months"]
    american = any(kind == "word" and folded(value) in _AMERICAN for kind, value, _found in pieces)
    days: list[date] = []
    used: set[int] = set()
    for n, (kind, value, found) in enumerate(pieces):
        if kind in ("iso", "isotime") and (day := _made(*map(int, found["iso"].split("-")))):
            days, used = [*days, day], used | {n}
        elif kind == "dotted":
            day = _numeric(value, american)
            days, used = [*days, day] if day else days, used | {n}
        elif kind == "word" and (month := months.get(folded(value).rstrip("."))):
            before, after, later = (_number(pieces, n + step) for step in (-1, 1, 2))
            if (
                after is not None and later is not None and later > 99 and (day := _made(later, month, after))
            ):  # July 3, 2013
                days, used = [*days, day], used | {n, n + 1, n + 2}
            elif (
                before is not None and after is not None and after > 99 and (day := _made(after, month, before))
            ):  # 3 July 2013
                days, used = [*days, day], used | {n - 1, n, n + 1}
    return (days[0] if days else None), used


def _number(pieces: _Pieces, place: int) -> int | None:
    if not 0 <= place < len(pieces) or pieces[place][0] != "number" or len(pieces[place][2]["number"]) > 4:
        return None
    return int(pieces[place][2]["number"])


def _numeric(value: str, american: bool) -> date | None:
    """03.07.2013 is the third of July everywhere; 03/07/2013 only beside an American zone or with one part no month."""
    first, second, year = (int(part) for part in re.split(r"[./]", value))
    if "." in value or first > 12:
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
        hour, minute = (int(part) for part in re.split("[:.]", text))
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
    zones: Mapping[str, int] = load("mastheads")["zones"]
    minutes: int | None = None
    used: set[int] = set()
    for n in range(place, min(place + 2, len(pieces))):
        kind, value, _found = pieces[n]
        if kind == "word" and folded(value) in zones:
            minutes, used = (minutes or 0) + zones[folded(value)], used | {n}
        elif kind == "offset":
            digits = re.sub(r"\D", "", value).ljust(4, "0")
            east = int(digits[:2]) * 60 + int(digits[2:4])
            minutes, used = -east if value[0] == "-" else east, used | {n}
        else:
            break
    if minutes is None or abs(minutes) > 14 * 60:
        return None, used
    return (UTC if minutes == 0 else timezone(timedelta(minutes=minutes))), used


def _joined(day: date, clock: datetime | None) -> str:
    if clock is None:
        return day.isoformat()
    return datetime.combine(day, clock.timetz()).isoformat(timespec="minutes")
