"""Dates, years, weekdays and clock times, as they stand in a sentence."""

from dataclasses import dataclass

from reader.compare.figures.numbers import numerals
from reader.compare.figures.numbers.digits import plain
from reader.compare.figures.numbers.parts import bare_part
from reader.compare.figures.tokens import DIGITS, LETTERS, Sentence
from reader.lexicon import load, sets

_MONTHS: dict[str, int] = load("times")["months"]
_WEEKDAYS: dict[str, int] = load("times")["weekdays"]
_ZONES: dict[str, int | str] = load("times")["zones"]
_USE = load("figures")["dates"]
_AM_PM: dict[str, int] = _USE["halves"]
_CLOCK_WORDS: dict[str, int] = _USE["clock"]
_RELATIVE: dict[str, int] = _USE["relative"]
_TABLE = sets(_USE)
_POINTING, _MAY_BEFORE, _OTHER_WORDS = _TABLE["pointing"], _TABLE["may_before"], _TABLE["words"]
_PARTS, _YEAR_ENDS, _AFTERNOON = _TABLE["parts"], _TABLE["year_ends"], _TABLE["afternoon"]
_HOURS, _THROUGH, _PAST_TO = _TABLE["hours"], _TABLE["through"], _TABLE["past_to"]
_KNOWN_DAYS, _ODDS, _DAY_BEFORE = _TABLE["known"], _TABLE["odds"], sets(load("times")["day"])["before"]
_POSSESSIVE, _WARM, _IN_TIME = _TABLE["possessive"], _TABLE["warm"], _TABLE["in_time"]
_DECADES = {form.removesuffix("y") + "ies": value for form, value in numerals.TENS.items() if value < 100}

BEGINNINGS = frozenset([*_MONTHS, *_WEEKDAYS, *_DECADES, *_USE["begin"]])
"""The words that a date in letters begins with."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Words `first` up to `end` that name a time: a date as YYYYMMDD (noughts for what is not said), a year, minutes
    since midnight, seconds that something took, or days from the day of writing (`relative`)."""

    first: int
    end: int
    kind: str
    """date, day (of which no year is meant), decade, age, degrees, month, weekday, clock, duration or relative."""
    value: float
    zone: str = ""
    last: float = 0.0
    """The end of a range, from `value` on; nought without."""


def moment(sentence: Sentence, i: int) -> Moment | None:
    """The date or clock time that begins at word `i`, or None."""
    word = sentence.at(i)
    if word.kind == DIGITS:
        return (
            _numeric_date(sentence, i)
            or _slashed_day(sentence, i)
            or _decade(sentence, i)
            or _day_month(sentence, i)
            or _took(sentence, i)
            or _clock(sentence, i)
        )
    if word.kind != LETTERS:
        return None
    return (
        _month_day(sentence, i)
        or _part_of_month(sentence, i)
        or _relative(sentence, i)
        or _weekday(sentence, i)
        or _clock_word(sentence, i)
        or _past_or_to(sentence, i)
        or _decade_in_words(sentence, i)
    )


def _dot(sentence: Sentence, i: int) -> int:
    return i + 1 if sentence.form(i) == "." and sentence.glued(i) else i


def _day(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """A day of the month at `i` and the word after it."""
    word = sentence.at(i)
    if not word.text.isdecimal() or len(word.text) > 2 or not 1 <= int(word.text) <= 31:
        return None
    suffix = sentence.glued(i + 1) and sentence.form(i + 1) in numerals.ORDINAL_ENDINGS
    if not suffix and sentence.glued(i + 1) and sentence.form(i + 1) in (":", "%", "/"):
        return None
    if not suffix and sentence.form(i + 1) == "-" and not _is_through(sentence, i + 1):
        return None
    return int(word.text), i + 2 if suffix else i + 1


def _is_through(sentence: Sentence, i: int) -> bool:
    """Whether a hyphen links two days, and is no part of a word or score: May 3-5, March 31-April 4."""
    behind = sentence.at(i + 1)
    return behind.kind == DIGITS or behind.form in _MONTHS or not sentence.glued(i + 1)


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
        and sentence.form(i + 1) in _YEAR_ENDS
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
        and sentence.form(i - 1) not in _MAY_BEFORE
        and not (sentence.form(i - 1) == "-" and sentence.form(i - 2) in _PARTS)
    ):
        return 0
    return (
        0
        if word.form in _OTHER_WORDS and word.text.isupper() and len(sentence.words) > 3
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
    last = _last_day(sentence, day[1], day[0])
    if last is None:
        return Moment(i, day[1], "date", month * 100 + day[0])
    year = _year(sentence, last[1]) if len(sentence.at(last[1] + (sentence.form(last[1]) == ",")).text) == 4 else None
    base = (year[0] * 10_000 if year else 0) + month * 100
    return Moment(i, year[1] if year else last[1], "date", base + day[0], last=base + last[0])


def _last_day(sentence: Sentence, k: int, first: int) -> tuple[int, int] | None:
    """The last of some days, and the word after: May 3-5, May 3 to 5."""
    if sentence.form(k) not in _THROUGH:
        return None
    last = _day(sentence, k + 1)
    if last is None or last[0] <= first or sentence.form(last[1]) in _MONTHS:
        return None
    return last if sentence.form(k) == "-" or sentence.at(last[1]).kind != LETTERS or last[1] > k + 2 else None


def _part_of_month(sentence: Sentence, i: int) -> Moment | None:
    """Mid May, early June: the month, as no day is told."""
    if sentence.form(i) not in _PARTS:
        return None
    k = i + 1 + (sentence.form(i + 1) == "-")
    month = _month_at(sentence, k)
    if not month or sentence.at(_dot(sentence, k + 1)).kind == DIGITS:
        return None
    return Moment(i, k + 1, "day", month * 100)


def _slashed_day(sentence: Sentence, i: int) -> Moment | None:
    """9/11, 9/12: the month and the day; what is written so is known by its day, whatever the year."""
    month, day = sentence.at(i).text, sentence.at(i + 2).text
    if (
        sentence.form(i + 1) != "/"
        or not (sentence.glued(i + 1) and sentence.glued(i + 2))
        or not (month + day).isdecimal()
    ):
        return None
    if len(month) > 2 or len(day) > 2 or not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    if (
        bare_part(sentence, i) is not None
        or sentence.glued(i)
        or sentence.form(i + 3) in ("/", "$")
        or (sentence.glued(i + 3) and sentence.at(i + 3).kind == LETTERS)
    ):
        return None
    if f"{month}/{day}" not in _KNOWN_DAYS and (
        sentence.form(i - 1) not in _DAY_BEFORE or any(w.form in _ODDS for w in sentence.words)
    ):
        return None
    return Moment(i, i + 3, "day", int(month) * 100 + int(day))


def _day_month(sentence: Sentence, i: int) -> Moment | None:
    """2 July 2013; the 2nd of July; 10 Nov 11."""
    day = _day(sentence, i)
    if day is None:
        return None
    k = day[1] + (sentence.form(day[1]) == "of")
    month = _month_at(sentence, k)
    if not month:
        return _days_month(sentence, i, day)
    end = _dot(sentence, k + 1)
    if k == i + 1 and _is_day_of_month_before(sentence, end):
        return None
    year = _year(sentence, end)
    if year is None:
        return Moment(i, k + 1, "date", month * 100 + day[0])
    return Moment(i, year[1], "date", year[0] * 10_000 + month * 100 + day[0])


def _is_day_of_month_before(sentence: Sentence, i: int) -> bool:
    """Whether a day of its own follows the month, so that the number before it counts: the 19 SEPT. 11 hijackers."""
    return _day(sentence, i) is not None and _year(sentence, i) is None


def _days_month(sentence: Sentence, i: int, day: tuple[int, int]) -> Moment | None:
    """3-5 May, 3 to 5 May 2013."""
    if sentence.form(day[1]) not in _THROUGH:
        return None
    last = _day(sentence, day[1] + 1)
    month = _month_at(sentence, last[1]) if last is not None and last[0] > day[0] else 0
    if last is None or not month:
        return None
    end = _dot(sentence, last[1] + 1)
    year = _year(sentence, end)
    base = (year[0] * 10_000 if year else 0) + month * 100
    return Moment(i, year[1] if year else last[1] + 1, "date", base + day[0], last=base + last[0])


# ---- decades


def _decade(sentence: Sentence, i: int) -> Moment | None:
    """The 1990s, the '60s, her 30s, temperatures in the 80s."""
    text = sentence.at(i).text
    if not (text.isdecimal() and text.endswith("0") and len(text) in (2, 4)):
        return None
    end = i + 2 if sentence.form(i + 1) in ("s", "'s") and sentence.glued(i + 1) else 0
    if not end and sentence.form(i + 1) == "'" and sentence.form(i + 2) == "s" and sentence.glued(i + 2):
        end = i + 3
    if not end:
        return None
    value = int(text)
    if len(text) == 4:
        years = 99 if value % 100 == 0 else 9
        return Moment(i, end, "decade", value, last=value + years) if 1000 <= value <= 2100 else None
    cut = sentence.at(i - 1).text in ("'", "’", "‘") and sentence.glued(i)
    return _of_two_digits(sentence, i, end, value, cut)


def _of_two_digits(sentence: Sentence, i: int, end: int, value: int, cut: bool) -> Moment | None:
    k = i - 1 - cut
    while sentence.form(k) in _PARTS or sentence.form(k) == "-":
        k -= 1
    if sentence.form(k) in _POSSESSIVE:
        return Moment(i, end, "age", value, last=value + 9)
    if not cut and any(w.form in _WARM for w in sentence.words):
        return Moment(i, end, "degrees", value, last=value + 9)
    if value >= _OLDEST_DECADE and (cut or sentence.form(k) == "the"):
        return Moment(i - cut, end, "decade", 1900 + value, last=1909 + value)
    return None


_OLDEST_DECADE = 30
"""The '20s may be those of two centuries."""


def _decade_in_words(sentence: Sentence, i: int) -> Moment | None:
    """Her thirties."""
    value = int(_DECADES.get(sentence.form(i), 0))
    k = i - 1
    while sentence.form(k) in _PARTS or sentence.form(k) == "-":
        k -= 1
    return Moment(i, i + 1, "age", value, last=value + 9) if value and sentence.form(k) in _POSSESSIVE else None


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


def _relative(sentence: Sentence, i: int) -> Moment | None:
    """Yesterday; last Wednesday."""
    form = sentence.form(i)
    if form in _RELATIVE and sentence.form(i + 1) not in ("'", "’") and sentence.at(i + 1).text != "'s":
        return Moment(i, i + 1, "relative", float(_RELATIVE[form]))
    if form in _POINTING and sentence.form(i + 1) in _WEEKDAYS and len(sentence.form(i + 1)) > 5:
        return Moment(i, i + 2, "weekday", float(_WEEKDAYS[sentence.form(i + 1)]))
    return None


# ---- clock times


def _clock_word(sentence: Sentence, i: int) -> Moment | None:
    """Noon, midnight; not in a name."""
    value = _CLOCK_WORDS.get(sentence.form(i))
    if value is None or (sentence.at(i).text[:1].isupper() and i > 0):
        return None
    zone, end = _zone(sentence, i + 1)
    return Moment(i, end, "clock", float(value), zone)


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
    elif (sentence.form(k) in _HOURS and len(sentence.at(i).text) >= 4 and sentence.at(i).text.isdecimal()) or (
        sure and sentence.form(k) in _HOURS
    ):
        k, sure = k + 1, True
    if (
        half is None
        and sentence.form(k) == "in"
        and sentence.form(k + 1) == "the"
        and sentence.form(k + 2) in _AFTERNOON
        and hour < 12
    ):
        hour += 12
    zone, end = _zone(sentence, k)
    if not (sure or zone) or hour > 24 or minute > 59:
        return None
    return Moment(i, end, "clock", float(hour * 60 + minute), zone)


def _past_or_to(sentence: Sentence, i: int) -> Moment | None:
    """Half past nine, a quarter to five."""
    share = numerals.PARTS.get(sentence.form(i))
    link = sentence.form(i + 1)
    hour = _hour(sentence, i + 2)
    if share is None or link not in _PAST_TO or hour is None or (share == 2 and link != "past"):
        return None
    minutes = 60 / share
    at = hour * 60 + (minutes if link in ("past", "after") else -minutes)
    return Moment(i, i + 3, "clock", at % 720)


def _hour(sentence: Sentence, i: int) -> int | None:
    """An hour of the clock in words or digits, and no count of things."""
    word = sentence.at(i)
    value = int(word.text) if word.text.isdecimal() and len(word.text) <= 2 else numerals.UNITS.get(word.form, 0.0)
    behind = sentence.at(i + 1)
    alone = behind.kind != LETTERS or behind.form in _AM_PM or behind.form in ("in", "on")
    return int(value) if 1 <= value <= 12 and alone else None


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
        minutes = sentence.at(i + 2).text.partition(".")[0]
        return (
            (int(text), int(minutes), i + 3, True)
            if len(minutes) == 2 and minutes.isdecimal() and int(text) <= 24
            else None
        )
    if text.isdecimal() and len(text) <= 2 and sentence.form(i + 1) == "o'clock":
        return int(text) % 24, 0, i + 2, True
    if (
        text.isdecimal()
        and sentence.form(i + 1) == "h"
        and sentence.glued(i + 1)
        and sentence.glued(i + 2)
        and len(sentence.at(i + 2).text) == 2
        and sentence.at(i + 2).text.isdecimal()
        and len(text) <= 2
    ):
        return int(text), int(sentence.at(i + 2).text), i + 3, True  # 14h30
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
        marked = _strict_zone(sentence, i + 1) or sentence.form(i + 1) in _HOURS
        return (int(text[:2]), int(text[2:]), i + 1, False) if marked else None
    if text.isdecimal() and len(text) <= 2 and sentence.form(i + 1) in _AM_PM:
        return int(text), 0, i + 1, False
    return None


def _took(sentence: Sentence, i: int) -> Moment | None:
    """How long something took, in hours, minutes and seconds: in 2:03:45, a time of 1:45.20, clocked 27:05.17."""
    first, second = sentence.at(i).text, sentence.at(i + 2)
    if sentence.form(i + 1) != ":" or not (sentence.glued(i + 1) and second.glued and second.kind == DIGITS):
        return None
    minutes, point, _rest = second.text.partition(".")
    if not first.isdecimal() or len(first) > 2 or not minutes.isdecimal() or len(minutes) != 2:
        return None
    third, k = sentence.at(i + 4), i + 3
    if sentence.form(k) == ":" and sentence.glued(k) and third.kind == DIGITS and third.glued:
        seconds = plain(third.text)
        clock = sentence.form(i - 1) not in _IN_TIME or sentence.form(k + 2) in _AM_PM
        if clock or seconds is None or point:
            return None
        return Moment(i, k + 2, "duration", int(first) * 3600.0 + int(minutes) * 60.0 + seconds[0])
    seconds = plain(second.text) if point else None
    return None if seconds is None else Moment(i, k, "duration", int(first) * 60.0 + seconds[0])


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


def years(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """The first and last year of a span with a stroke between: 2014-15, 1939-1945, 2014/15."""
    first, last = sentence.at(i).text, sentence.at(i + 2).text
    glued = sentence.glued(i + 1) and sentence.glued(i + 2) and not sentence.glued(i)
    if sentence.form(i + 1) not in ("-", "/") or not glued or not (first + last).isdecimal() or len(first) != 4:
        return None
    if len(last) not in (2, 4) or (sentence.form(i + 3) in ("-", "/") and sentence.glued(i + 3)):
        return None
    start, end = int(first), int(last) if len(last) == 4 else int(first[:2] + last)
    return (start, end) if 1000 <= start < end <= 2199 and end - start <= _LONGEST_SPAN else None


_LONGEST_SPAN = 500


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
    if before in _SURELY_AFTER and 1500 <= int(written) < 1900 and sentence.at(i + 1).kind == LETTERS:
        return int(written)  # an 1898 ruling
    if not 1900 <= int(written) <= 2050 or before in ("$", "£", "€", ","):
        return int(written) if before == "," and _MONTHS.get(sentence.form(i - 3)) else 0
    return int(written)


_SURELY_AFTER = frozenset(load("figures")["years"]["surely_after"])
YEAR_BEFORE = numerals.GRAMMAR["year_before"]
