"""Clock times, and how long something took where it is written like one: 8:30 p.m., 0737 GMT, noon, in 2:03:45."""

from reader.compare.figures import lexicon
from reader.compare.figures.numbers import numerals
from reader.compare.figures.numbers.digits import plain
from reader.compare.figures.quantities.moment import Moment
from reader.compare.figures.tokens import DIGITS, LETTERS, Sentence
from reader.lexicon import load, sets

_ZONES: dict[str, int | str] = load("times")["zones"]
_USE = load("figures")["dates"]
_AM_PM: dict[str, int] = _USE["halves"]
_CLOCK_WORDS: dict[str, int] = _USE["clock"]
_TABLE = sets(_USE)
_ADJECTIVES, _AT = _TABLE["clock_adjectives"], _TABLE["clock_behind"]
_HOURS, _PAST_TO, _IN_TIME = _TABLE["hours"], _TABLE["past_to"], _TABLE["in_time"]


def clock_in_digits(sentence: Sentence, i: int) -> Moment | None:
    """The clock time, or time taken, that begins with digits at word `i`, or None."""
    return _took(sentence, i) or _clock(sentence, i)


def clock_in_letters(sentence: Sentence, i: int) -> Moment | None:
    """The clock time that begins with letters at word `i`, or None."""
    return _clock_word(sentence, i) or _past_or_to(sentence, i)


def _clock_word(sentence: Sentence, i: int) -> Moment | None:
    """Noon, midnight; not in a name, nor "midday trading"."""
    value = _CLOCK_WORDS.get(sentence.form(i))
    if value is None or (sentence.at(i).text[:1].isupper() and i > 0):
        return None
    if sentence.form(i) in _ADJECTIVES and sentence.form(i - 1) not in _AT:
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
    if half is None and (part := _part_of_day(sentence, k)) is not None and hour <= 12:
        hour, k, sure = hour % 12 + part[0], part[1], True
    elif half is not None and hour <= 12:
        hour, k, sure = hour % 12 + half, k + 1, True
    elif half is not None or _of_hours(sentence, i, k, sure):  # 21 a.m., misprinted: the hour that it says
        k, sure = k + 1, True
    zone, end = _zone(sentence, k)
    if not (sure or zone) or hour > 24 or minute > 59:
        return None
    return Moment(i, _past_twin(sentence, end) if zone else end, "clock", float(hour * 60 + minute), zone)


def _part_of_day(sentence: Sentence, k: int) -> tuple[int, int] | None:
    """Past "in the morning" behind an hour, and what it adds to the hour: 5.42 in the morning."""
    if sentence.form(k) == "in" and sentence.form(k + 1) == "the" and sentence.form(k + 2) in _PARTS_OF_DAY:
        return _PARTS_OF_DAY[sentence.form(k + 2)], k + 3
    return None


def _of_hours(sentence: Sentence, i: int, k: int, sure: bool) -> bool:
    """Whether "hours" or "hrs" makes a time of day of the digits: 0730 hours, 14:30 hrs."""
    plain = len(sentence.at(i).text) >= 4 and sentence.at(i).text.isdecimal()
    return sentence.form(k) in _HOURS and (plain or sure)


def _past_twin(sentence: Sentence, k: int) -> int:
    """Past the same time in another zone: 12:01 a.m. EDT (0401 GMT)."""
    other = _clock(sentence, k + 1) if sentence.form(k) == "(" else None
    return other.end + 1 if other is not None and other.zone and sentence.form(other.end) == ")" else k


def _past_or_to(sentence: Sentence, i: int) -> Moment | None:
    """Half past nine, a quarter to five, ten past six; "ten to two" only behind "at" and the like: it may be a vote."""
    share = numerals.PARTS.get(sentence.form(i))
    minutes = 60 / share if share is not None else numerals.UNITS.get(sentence.form(i), 0.0)
    minutes = numerals.TENS.get(sentence.form(i), 0.0) if share is None and not minutes else minutes
    link = sentence.form(i + 1)
    whole = _CLOCK_WORDS.get(sentence.form(i + 2))
    hour = _hour(sentence, i + 2) if whole is None else whole // 60
    if link not in _PAST_TO or hour is None or (share == 2 and link != "past"):
        return None
    if share is None and (
        minutes not in _MINUTES or not (link == "past" or sentence.form(i - 1) in _TABLE["to_behind"])
    ):
        return None
    at = hour * 60 + (minutes if link in ("past", "after") else -minutes)
    if whole is None and (part := _part_of_day(sentence, i + 3)) is not None:
        return Moment(i, part[1], "clock", at % 720 + part[0] * 60)
    return Moment(i, i + 3, "clock", at % (720 if whole is None else 1440))


_MINUTES = (5.0, 10.0, 20.0)
"""What is told in words before or past the hour."""


def _hour(sentence: Sentence, i: int) -> int | None:
    """An hour of the clock in words or digits, and no count of things."""
    word = sentence.at(i)
    value = int(word.text) if word.text.isdecimal() and len(word.text) <= 2 else numerals.UNITS.get(word.form, 0.0)
    behind = sentence.at(i + 1)
    alone = behind.kind != LETTERS or behind.form in _AM_PM or behind.form in _BEHIND_HOURS
    return int(value) if 1 <= value <= 12 and alone else None


_BEHIND_HOURS = lexicon.DETERMINERS | lexicon.PRONOUNS | lexicon.CONJUNCTIONS | {"in", "on"}


def _hour_minute(sentence: Sentence, i: int) -> tuple[int, int, int, bool] | None:
    """Hour, minute, the word after, and whether that alone is a clock time."""
    text = sentence.at(i).text
    if sentence.at(i - 1).text in ("$", "€", "£"):
        return None
    return _in_words(sentence, i) if text.isdecimal() and len(text) <= 2 else _in_one_word(sentence, i)


def _in_words(sentence: Sentence, i: int) -> tuple[int, int, int, bool] | None:
    """14:30, 2 o'clock, 14h30, 2 p.m."""
    hour, link, behind = int(sentence.at(i).text), sentence.form(i + 1), sentence.at(i + 2).text
    is_glued = sentence.glued(i + 1) and sentence.glued(i + 2)
    if link == ":" and is_glued:
        minutes = behind.partition(".")[0]
        is_time = len(minutes) == 2 and minutes.isdecimal() and hour <= 24
        return (hour, int(minutes), i + 3, True) if is_time else None
    if link == "o'clock":
        return hour % 24, 0, i + 2, True
    if link == "h" and is_glued and len(behind) == 2 and behind.isdecimal():
        return hour, int(behind), i + 3, True
    is_told = link in _AM_PM or (sentence.form(i - 1) in _AT and _part_of_day(sentence, i + 1))
    return (hour, 0, i + 1, False) if is_told else None


def _in_one_word(sentence: Sentence, i: int) -> tuple[int, int, int, bool] | None:
    """2.30 pm, 1430 GMT, 1430 hours: without a word behind it that says so, it is none."""
    text = sentence.at(i).text
    hour, point, minute = text.partition(".") if "." in text else (text[:2], "", text[2:])
    if not (hour.isdecimal() and len(hour) <= 2 and minute.isdecimal() and len(minute) == 2):
        return None
    if int(hour) > 24 or int(minute) >= 60:
        return None
    marked = sentence.form(i + 1) in (_AM_PM if point else _HOURS) or _strict_zone(sentence, i + 1)
    alone = bool(point) and _is_at(sentence, i)
    marked = marked or alone or (bool(point) and _part_of_day(sentence, i + 1) is not None)
    return (int(hour), int(minute), i + 1, alone) if marked else None


def _is_at(sentence: Sentence, i: int) -> bool:
    """Whether "11.20" is a time without a word for it: behind "at", before no unit, where a time of day is told."""
    behind = sentence.at(i + 1)
    ends = behind.text in _ENDS or behind.form in _TABLE["behind_times"]
    if sentence.form(i - 1) != "at" or not ends or (behind.form == "and" and sentence.at(i + 2).kind == DIGITS):
        return False
    return any(w.form in _TOLD_BESIDE for w in sentence.words)


_ENDS = frozenset([",", ".", ";", "", ")"])
_PARTS_OF_DAY: dict[str, int] = _USE["parts_of_day"]
_TOLD_BESIDE = _TABLE["times_beside"]


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
