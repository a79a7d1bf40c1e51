"""Dates, days without a year, weekdays: 2 July 2013, May 3-5, mid June, 9/11, last Wednesday."""

from reader.compare.figures import lexicon
from reader.compare.figures.numbers import numerals
from reader.compare.figures.numbers.digits import is_plural
from reader.compare.figures.numbers.parts import bare_part
from reader.compare.figures.quantities.moment import Moment
from reader.compare.figures.tokens import DIGITS, LETTERS, SIGN, Sentence
from reader.lexicon import load, sets

_MONTHS: dict[str, int] = load("times")["months"]
_WEEKDAYS: dict[str, int] = load("times")["weekdays"]
_USE = load("figures")["dates"]
_RELATIVE: dict[str, int] = _USE["relative"]
_TABLE = sets(_USE)
_POINTING, _MAY_BEFORE, _OTHER_WORDS = _TABLE["pointing"], _TABLE["may_before"], _TABLE["words"]
_PARTS, _YEAR_ENDS, _THROUGH = _TABLE["parts"], _TABLE["year_ends"], _TABLE["through"]
_UNIT_SIGNS = frozenset("-$€£°")
_KNOWN_DAYS, _ODDS, _DAY_BEFORE = _TABLE["known"], _TABLE["odds"], sets(load("times")["day"])["before"]


def date_in_digits(sentence: Sentence, i: int) -> Moment | None:
    """The date that begins with digits at word `i`, or None."""
    return _numeric_date(sentence, i) or _slashed_day(sentence, i) or _day_month(sentence, i)


def date_in_letters(sentence: Sentence, i: int) -> Moment | None:
    """The date or day that begins with letters at word `i`, or None."""
    return _month_day(sentence, i) or _part_of_month(sentence, i) or _relative(sentence, i) or _weekday(sentence, i)


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


def _misprinted_day(sentence: Sentence, i: int, k: int) -> tuple[int, int] | None:
    """The 36 of "on March 36, 2009": a day that no month has, where it can be nothing else; that month stands at `i`.

    Read as the date that it was meant to be, it can be held against what others say.
    """
    word, behind = sentence.at(k), sentence.at(k + 1)
    if not word.text.isdecimal() or len(word.text) != 2 or (sentence.glued(k + 1) and behind.form in ("%", "/", ":")):
        return None
    dated = _year(sentence, k + 1) is not None or (behind.kind == SIGN and behind.form not in _UNIT_SIGNS)
    dated = dated or (behind.form == "-" and sentence.form(k + 2) in _MONTHS)
    pointed = sentence.form(i - 1) in _TABLE["days_behind"] and not is_plural(behind.form)
    return (int(word.text), k + 1) if dated or pointed else None


def _misprinted_year(sentence: Sentence, k: int) -> tuple[int, int] | None:
    """The 3012 of "in October 3012", and the word after it: four digits behind a month that count nothing."""
    written, behind = sentence.at(k).text, sentence.at(k + 1)
    counts = behind.form in numerals.MULTIPLIERS or behind.form in lexicon.AUXILIARY
    counts = behind.kind == LETTERS and (counts or is_plural(behind.form))
    if not written.isdecimal() or written[0] == "0" or counts or (sentence.glued(k + 1) and behind.form in ("%", ":")):
        return None
    return int(written), k + 1


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
    at = k + (sentence.form(k) == "of")
    year = (_year(sentence, at) or _misprinted_year(sentence, at)) if len(sentence.at(at).text) == 4 else None
    if year is not None:
        return Moment(i, year[1], "month", year[0] * 10_000 + month * 100)
    k += sentence.form(k) == "the"
    day = _day(sentence, k) or _misprinted_day(sentence, i, k)
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


def is_time_of_its_own(sentence: Sentence, when: Moment) -> bool:
    """Whether a month says when something is so: January 2022, in late October; not "the August sales"."""
    if when.value >= _WITH_YEAR:
        return True
    behind = sentence.at(when.end)
    named = behind.kind == LETTERS and (behind.text[:1].isupper() or is_plural(behind.form))
    return sentence.form(when.first - 1) in _TABLE["month_behind"] and not named and behind.kind != DIGITS


_WITH_YEAR = 10_000
"""From which value on a moment tells its year."""


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
        return _misprinted(sentence, i)
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


def _misprinted(sentence: Sentence, i: int) -> Moment | None:
    """36 March 2009, on 36 March: no month has such a day, and it can be nothing else."""
    text, month = sentence.at(i).text, _month_at(sentence, i + 1)
    if not month or len(text) != 2 or not text.isdecimal():
        return None
    end = _dot(sentence, i + 2)
    year = _year(sentence, end)
    if year is None:
        return Moment(i, i + 2, "date", month * 100 + int(text)) if sentence.form(i - 1) == "on" else None
    return Moment(i, year[1], "date", year[0] * 10_000 + month * 100 + int(text))


def _is_day_of_month_before(sentence: Sentence, i: int) -> bool:
    """Whether a day of its own follows the month, so that the number before it counts: the 19 SEPT. 11 hijackers."""
    return _day(sentence, i) is not None and _year(sentence, i) is None


def _days_month(sentence: Sentence, i: int, day: tuple[int, int]) -> Moment | None:
    """3-5 May, 3 to 5 May 2013, between 3 and 5 May."""
    between = sentence.form(day[1]) == "and" and sentence.form(i - 1) == "between"
    if not (between or sentence.form(day[1]) in _THROUGH):
        return None
    last = _day(sentence, day[1] + 1)
    month = _month_at(sentence, last[1]) if last is not None and last[0] > day[0] else 0
    if last is None or not month:
        return None
    end = _dot(sentence, last[1] + 1)
    year = _year(sentence, end)
    base = (year[0] * 10_000 if year else 0) + month * 100
    return Moment(i, year[1] if year else last[1] + 1, "date", base + day[0], last=base + last[0])


def _numeric_date(sentence: Sentence, i: int) -> Moment | None:
    """2013-07-02 and 7/2/2013 (taken as the month's order only where one reading is possible)."""
    parts, marks = [sentence.at(k).text for k in (i, i + 2, i + 4)], [sentence.at(k).text for k in (i + 1, i + 3)]
    is_one_word = all(sentence.glued(k) for k in range(i + 1, i + 5)) and all(map(str.isdecimal, parts))
    if not is_one_word or marks not in (["-", "-"], ["/", "/"], ["–", "–"]):
        return None
    year, month, day = _year_month_day(*parts)
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1000 < year < 2200):
        return None
    return Moment(i, _past_stamp(sentence, i + 5), "date", year * 10_000 + month * 100 + day)


def _past_stamp(sentence: Sentence, k: int) -> int:
    """Past the time that a machine wrote against the date: 2019-09-01T10:38:07.190Z."""
    if sentence.form(k) != "t" or not (sentence.glued(k) and sentence.glued(k + 1)):
        return k
    while sentence.glued(k) and (sentence.at(k).kind != SIGN or sentence.glued(k + 1)):
        k += 1
    return k


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


def _year_month_day(first: str, second: str, third: str) -> tuple[int, int, int]:
    """Three numbers as a date; zeros where they are too long for one."""
    if len(first) == 4 and len(second) <= 2 and len(third) <= 2:
        return int(first), int(second), int(third)
    if len(third) not in (2, 4) or len(first) > 2 or len(second) > 2:
        return 0, 0, 0
    month, day, year = int(first), int(second), int(third)
    if month > 12:
        month, day = day, month
    return year + (2000 if year < 100 else 0), month, day
