"""Dates, years, weekdays and clock times, as they stand in a sentence."""

from dataclasses import dataclass

from reader.compare.figures.numbers import numerals
from reader.compare.figures.tokens import DIGITS, LETTERS, Sentence
from reader.lexicon import load

_MONTHS: dict[str, int] = load("times")["months"]
_WEEKDAYS: dict[str, int] = load("times")["weekdays"]
_ZONES: dict[str, int | str] = load("times")["zones"]
_AM_PM = {"am": 0, "a.m.": 0, "a.m": 0, "pm": 12, "p.m.": 12, "p.m": 12}


BEGINNINGS = frozenset([*_MONTHS, *_WEEKDAYS, "yesterday", "today", "tomorrow", "last", "next", "this"])
"""The words that a date in letters begins with."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Words `first` up to `end` that name a time: a date as YYYYMMDD (noughts for what is not said), a year, minutes
    since midnight, or days from the day of writing (`relative`)."""

    first: int
    end: int
    kind: str
    """date, year, month, weekday, clock or relative."""
    value: float
    zone: str = ""


def moment(sentence: Sentence, i: int) -> Moment | None:
    """The date or clock time that begins at word `i`, or None."""
    word = sentence.at(i)
    if word.kind == DIGITS:
        return _numeric_date(sentence, i) or _day_month(sentence, i) or _clock(sentence, i)
    if word.kind != LETTERS:
        return None
    return _month_day(sentence, i) or _relative(sentence, i) or _weekday(sentence, i)


def _dot(sentence: Sentence, i: int) -> int:
    return i + 1 if sentence.form(i) == "." and sentence.glued(i) else i


def _day(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """A day of the month at `i` and the word after it."""
    word = sentence.at(i)
    if not word.text.isdecimal() or len(word.text) > 2 or not 1 <= int(word.text) <= 31:
        return None
    suffix = sentence.glued(i + 1) and sentence.form(i + 1) in ("st", "nd", "rd", "th")
    if not suffix and sentence.glued(i + 1) and sentence.form(i + 1) in (":", "%", "-", "/"):
        return None
    return int(word.text), i + 2 if suffix else i + 1


def _year(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """A year at `i`, a comma allowed before it, and the word after it."""
    k = i + 1 if sentence.form(i) == "," else i
    written = sentence.at(k).text
    if len(written) == 4 and written.isdecimal() and 1500 <= int(written) <= 2100:
        return int(written), k + 1
    if (
        k == i
        and len(written) == 2
        and written.isdecimal()
        and sentence.at(i).kind == DIGITS
        and sentence.form(i + 1) in ("", ".", ",", "at")
    ):
        return 2000 + int(written), k + 1
    return None


def _month_at(sentence: Sentence, i: int) -> int:
    word = sentence.at(i)
    if not word.text[:1].isupper():
        return 0
    if (
        word.form == "may"
        and sentence.at(i + 1).kind != DIGITS
        and sentence.at(i - 1).kind != DIGITS
        and sentence.form(i - 1) not in ("in", "last", "since", "until", "early", "late", "mid", "of")
    ):
        return 0
    return (
        0
        if word.form in ("march", "mar", "sun", "dec") and word.text.isupper() and len(sentence.words) > 3
        else _MONTHS.get(word.form, 0)
    )


def _month_day(sentence: Sentence, i: int) -> Moment | None:
    """July 2, 2013; Nov. 10; September 2010."""
    month = _month_at(sentence, i)
    if not month:
        return None
    k = _dot(sentence, i + 1)
    year = _year(sentence, k) if len(sentence.at(k).text) == 4 else None
    if year is not None:
        return Moment(i, year[1], "month", year[0] * 10_000 + month * 100)
    k += sentence.form(k) == "the"
    day = _day(sentence, k)
    if day is None:
        return (
            Moment(i, i + 1, "month", month * 100)
            if sentence.form(i) != "may" or sentence.form(i - 1) == "in"
            else None
        )
    year = _year(sentence, day[1])
    if year is not None and year[0] < 2100 and not (year[1] - day[1] == 1 and len(sentence.at(day[1]).text) == 2):
        return Moment(i, year[1], "date", year[0] * 10_000 + month * 100 + day[0])
    return Moment(i, day[1], "date", month * 100 + day[0])


def _day_month(sentence: Sentence, i: int) -> Moment | None:
    """2 July 2013; the 2nd of July; 10 Nov 11."""
    day = _day(sentence, i)
    if day is None:
        return None
    k = day[1] + (sentence.form(day[1]) == "of")
    month = _month_at(sentence, k)
    if not month:
        return None
    end = _dot(sentence, k + 1)
    year = _year(sentence, end)
    if year is None:
        return Moment(i, k + 1, "date", month * 100 + day[0])
    return Moment(i, year[1], "date", year[0] * 10_000 + month * 100 + day[0])


def _numeric_date(sentence: Sentence, i: int) -> Moment | None:
    """2013-07-02 and 7/2/2013 (taken as the month's order only where one reading is possible)."""
    parts, marks = [sentence.at(k).text for k in (i, i + 2, i + 4)], [sentence.at(k).text for k in (i + 1, i + 3)]
    if (
        marks not in (["-", "-"], ["/", "/"], ["–", "–"])
        or not all(p.isdecimal() for p in parts)
        or not all(sentence.glued(k) for k in range(i + 1, i + 5))
    ):
        return None
    if len(parts[0]) == 4 and len(parts[1]) <= 2 and len(parts[2]) <= 2:
        year, month, day = (int(p) for p in parts)
    elif len(parts[2]) in (2, 4) and len(parts[0]) <= 2 and len(parts[1]) <= 2:
        month, day, year = (int(p) for p in parts)
        if month > 12:
            month, day = day, month
        year += 2000 if year < 100 else 0
    else:
        return None
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1000 < year < 2200):
        return None
    return Moment(i, i + 5, "date", year * 10_000 + month * 100 + day)


def _weekday(sentence: Sentence, i: int) -> Moment | None:
    word = sentence.at(i)
    if (
        word.form not in _WEEKDAYS
        or not word.text[:1].isupper()
        or (
            len(word.form) < 5
            and sentence.form(i + 1) not in (",", ".")
            and sentence.at(i + 1).kind != DIGITS
            and _MONTHS.get(sentence.form(i + 1)) is None
        )
    ):
        return None
    if word.form == "sun" and word.text == "Sun" and sentence.form(i + 1) not in (",", "."):
        return None
    return Moment(i, i + 1, "weekday", float(_WEEKDAYS[word.form]))


_RELATIVE = {"yesterday": -1.0, "today": 0.0, "tomorrow": 1.0}


def _relative(sentence: Sentence, i: int) -> Moment | None:
    """Yesterday; last Wednesday."""
    form = sentence.form(i)
    if form in _RELATIVE and sentence.form(i + 1) not in ("'", "’") and sentence.at(i + 1).text != "'s":
        return Moment(i, i + 1, "relative", _RELATIVE[form])
    if form in ("last", "next", "this") and sentence.form(i + 1) in _WEEKDAYS and len(sentence.form(i + 1)) > 5:
        return Moment(i, i + 2, "weekday", float(_WEEKDAYS[sentence.form(i + 1)]))
    return None


# ---- clock times


def _clock(sentence: Sentence, i: int) -> Moment | None:
    """8:30 p.m.; 0737 GMT; 9.25 am; 12:00 GMT; 3 p.m. local time."""
    read = _hour_minute(sentence, i)
    if read is None:
        return None
    hour, minute, k, sure = read
    k = _seconds(sentence, k)
    half = _AM_PM.get(sentence.form(k))
    if half is not None and hour <= 12:
        hour, k, sure = hour % 12 + half, k + 1, True
    elif half is not None:
        k += 1
    elif (
        sentence.form(k) in ("hours", "hrs", "h") and len(sentence.at(i).text) >= 4 and sentence.at(i).text.isdecimal()
    ) or (sure and sentence.form(k) in ("hours", "hrs")):
        k, sure = k + 1, True
    if (
        half is None
        and sentence.form(k) == "in"
        and sentence.form(k + 1) == "the"
        and sentence.form(k + 2) in ("afternoon", "evening")
        and hour < 12
    ):
        hour += 12
    zone, end = _zone(sentence, k)
    if not (sure or zone) or hour > 24 or minute > 59:
        return None
    return Moment(i, end, "clock", float(hour * 60 + minute), zone)


def _hour_minute(sentence: Sentence, i: int) -> tuple[int, int, int, bool] | None:
    """Hour, minute, the word after, and whether that alone is a clock time."""
    text = sentence.at(i).text
    follows_sign = sentence.at(i - 1).text in ("$", "€", "£")
    if follows_sign:
        return None
    if (
        text.isdecimal()
        and len(text) <= 2
        and sentence.form(i + 1) == ":"
        and sentence.glued(i + 1)
        and sentence.glued(i + 2)
    ):
        minutes = sentence.at(i + 2).text
        return (
            (int(text), int(minutes), i + 3, True)
            if len(minutes) == 2 and minutes.isdecimal() and int(text) <= 24
            else None
        )
    hour, point, minute = text.partition(".")
    if (
        point
        and hour.isdecimal()
        and len(hour) <= 2
        and len(minute) == 2
        and minute.isdecimal()
        and int(hour) <= 24
        and int(minute) < 60
    ):
        return (
            (int(hour), int(minute), i + 1, False)
            if sentence.form(i + 1) in _AM_PM or _strict_zone(sentence, i + 1)
            else None
        )
    if text.isdecimal() and len(text) == 4 and int(text[:2]) <= 24 and int(text[2:]) < 60:
        marked = _strict_zone(sentence, i + 1) or sentence.form(i + 1) in ("hours", "hrs")
        return (int(text[:2]), int(text[2:]), i + 1, False) if marked else None
    if text.isdecimal() and len(text) <= 2 and sentence.form(i + 1) in _AM_PM:
        return int(text), 0, i + 1, False
    return None


def _strict_zone(sentence: Sentence, i: int) -> bool:
    return sentence.at(i).text.isupper() and isinstance(_ZONES.get(sentence.form(i)), int)


def _seconds(sentence: Sentence, k: int) -> int:
    return k + 2 if sentence.form(k) == ":" and sentence.at(k + 1).kind == DIGITS and sentence.glued(k) else k


def _zone(sentence: Sentence, k: int) -> tuple[str, int]:
    """GMT, local time, Eastern time."""
    opened = sentence.form(k) == "("
    k += opened
    word = sentence.at(k)
    if word.form == "local" and sentence.form(k + 1) == "time":
        return "local", k + 2 + opened
    if word.form in _ZONES and word.text.isupper():
        return str(_ZONES[word.form]), k + 1
    return "", k - opened


def clock_in_utc(value: float, zone: str) -> float | None:
    """Minutes since midnight UTC, where the zone says; None where it does not."""
    try:
        return (value - int(zone)) % 1440
    except ValueError:
        return None


def bare_year(sentence: Sentence, i: int) -> int:
    """The year that the four digits at `i` are, by what stands around them; 0 where they are a count."""
    written = sentence.at(i).text
    if (
        len(written) != 4
        or not written.isdecimal()
        or not 1000 <= int(written) <= 2199
        or (
            sentence.glued(i + 1)
            and sentence.form(i + 1) not in (".", ",", ")", "'", "-", ";", ":", "?", "!", "”", '"', "–", "—", "/")
        )
    ):
        return 0
    before = sentence.form(i - 1)
    if before in YEAR_BEFORE or (before in _MONTHS and sentence.at(i - 1).text[:1].isupper()):
        return int(written)
    if before == "by" and 1900 <= int(written) <= 2199:
        return int(written)
    if not 1900 <= int(written) <= 2050 or before in ("$", "£", "€", ","):
        return int(written) if before == "," and _MONTHS.get(sentence.form(i - 3)) else 0
    return int(written)


YEAR_BEFORE = numerals.GRAMMAR["year_before"]
