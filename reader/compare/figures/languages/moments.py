"""Dates, years and clock times in another language, and what only looks like a number beside them."""

from reader.compare.comparison import Modifier
from reader.compare.figures.languages.grammar import Grammar
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import DIGITS, LETTERS, Sentence

Moment = tuple[ParsedQuantity | None, int]
"""What was read, or None where the words are no figure, and the word after it."""


def moment(sentence: Sentence, i: int, g: Grammar) -> Moment | None:
    """The date, year or clock time that begins with the digits at word `i`; None where there is none."""
    if sentence.at(i).kind != DIGITS:
        return None
    return (
        _weekday(sentence, i, g)
        or _numeric(sentence, i)
        or (_signed(sentence, i, g) if g.times.signs[0] else _day(sentence, i, g))
        or _clock(sentence, i, g)
        or _year(sentence, i, g)
    )


def _date(i: int, end: int, year: int, month: int, day: int) -> Moment | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    value = float(year * 10_000 + month * 100 + day)
    return ParsedQuantity(i, end, i, end, value, value, 1.0, "", "date"), end


def whole(sentence: Sentence, i: int, most: int = 2) -> int | None:
    """The small whole number written in digits at `i`, of at most so many digits."""
    text = sentence.at(i).text
    return int(text) if text.isdecimal() and len(text) <= most else None


def _is_year(sentence: Sentence, i: int) -> bool:
    text = sentence.at(i).text
    return len(text) == 4 and text.isdecimal() and 1500 <= int(text) <= 2100


def _weekday(sentence: Sentence, i: int, g: Grammar) -> Moment | None:
    """The day of the month behind a weekday, "sexta-feira (22)", is no count."""
    is_bracketed = sentence.form(i - 1) == "(" and sentence.form(i + 1) == ")"
    if whole(sentence, i) is None or not is_bracketed or g.times.weekdays.before(sentence, i - 1) is None:
        return None
    return None, i + 1


def _numeric(sentence: Sentence, i: int) -> Moment | None:
    """26.07.2020 and 26/07/2020, day first, and 2020-07-26."""
    parts = sentence.at(i).text.split(".")
    if len(parts) == 3 and all(p.isdecimal() for p in parts) and len(parts[2]) in (2, 4):
        year = int(parts[2]) + (2000 if len(parts[2]) == 2 else 0)
        return _date(i, i + 1, year, int(parts[1]), int(parts[0]))
    mark = sentence.form(i + 1)
    if mark not in ("/", "-") or sentence.form(i + 3) != mark or not all(sentence.glued(i + n) for n in range(1, 5)):
        return None
    first, second, third = sentence.at(i), whole(sentence, i + 2), sentence.at(i + 4)
    if second is None or not (first.text.isdecimal() and third.text.isdecimal()):
        return None
    if _is_year(sentence, i) and (day := whole(sentence, i + 4)) is not None:
        return _date(i, i + 5, int(first.text), second, day)
    if _is_year(sentence, i + 4) and (day := whole(sentence, i)) is not None:
        return _date(i, i + 5, int(third.text), second, day)
    return None


def _day(sentence: Sentence, i: int, g: Grammar) -> Moment | None:
    """22 de julio de 2020, 22. Juli, 1er août; and the day before another: del 7 al 9 de mayo."""
    day = whole(sentence, i)
    if day is None or not 1 <= day <= 31:
        return None
    k = i + 1
    if sentence.form(k) in ("er", "º", "o", ".") and sentence.glued(k):
        k += 1
    k = _past(sentence, k, g)
    month = g.times.months.at(sentence, k)
    if month is None:
        return _other_day(sentence, i, g)
    end = _past(sentence, month[1], g)
    if _is_year(sentence, end):
        behind = g.times.years_after.at(sentence, end + 1)
        return _date(i, behind[1] if behind is not None else end + 1, int(sentence.at(end).text), month[0], day)
    return _date(i, month[1], 0, month[0], day)


def _past(sentence: Sentence, k: int, g: Grammar) -> int:
    """Past a small word inside a date."""
    found = g.times.between.at(sentence, k)
    return found[1] if found is not None else k


def _other_day(sentence: Sentence, i: int, g: Grammar) -> Moment | None:
    """The first of two days before one month is no count."""
    for k in (i + 2, i + 3):
        day = whole(sentence, k)
        if day is not None and 1 <= day <= 31 and sentence.at(k - 1).kind != DIGITS:
            end = k + 1 + (sentence.form(k + 1) == "." and sentence.glued(k + 1))
            if g.times.months.has(sentence, _past(sentence, end, g)):
                return None, k
    return None


def _signed(sentence: Sentence, i: int, g: Grammar) -> Moment | None:
    """2020年7月26日, 7月26日, 2020年; a day or a month alone is no count."""
    years, months, days = g.times.signs
    year, k = 0, i
    if _is_year(sentence, k) and sentence.form(k + 1) in years:
        year, k = int(sentence.at(k).text), k + 2
    month = whole(sentence, k)
    if month is not None and sentence.form(k + 1) in months:
        day = whole(sentence, k + 2)
        if day is not None and sentence.form(k + 3) in days:
            return _date(i, k + 4, year, month, day)
        if not year:
            return None, k + 2
    elif not year:
        return (None, i + 2) if month is not None and sentence.form(k + 1) in days else _days(sentence, i, g)
    return ParsedQuantity(i, i + 2, i, i + 2, float(year), float(year), 1.0, "", "year"), i + 2


def _days(sentence: Sentence, i: int, g: Grammar) -> Moment | None:
    """24至26日, 24日至25日: days of the month."""
    _year, _month, days = g.times.signs
    linked = g.around.to.at(sentence, i + 1)
    if linked is None or whole(sentence, i) is None or whole(sentence, linked[1]) is None:
        return None
    return (None, linked[1] + 2) if sentence.form(linked[1] + 1) in days else None


def _clock(sentence: Sentence, i: int, g: Grammar) -> Moment | None:
    """21.30 Uhr, 17h30, a las 17:30, 17时, 下午4点."""
    times = g.times
    read = _hours(sentence, i, g)
    if read is None:
        return None
    hour, minute, end, is_split = read
    named = times.clock_after.at(sentence, end)
    if named is not None and not sentence.glued(end) and g.nouns.of.has(sentence, named[1]):
        return None  # à trois heures de route
    is_led = times.clock_before.before(sentence, i) is not None
    is_named = named is not None
    is_bare = times.clock_bare.before(sentence, i) is not None and not _is_noun_like(sentence, end, g)
    if not (is_bare or (is_split and (is_named or is_led)) or (is_named and (is_led or times.clock_sure))):
        return None
    if hour > 24 or minute > 59:
        return None
    if hour < 12 and times.clock_later.before(sentence, i) is not None:
        hour += 12
    end = named[1] if named is not None else end
    value = float(hour * 60 + minute)
    return ParsedQuantity(i, end, i, end, value, value, 1.0, "clock", "clock"), end


def _is_noun_like(sentence: Sentence, k: int, g: Grammar) -> bool:
    """Whether something may be counted behind the hour: a las 18 víctimas."""
    word = sentence.at(k)
    if word.kind != LETTERS:
        return word.text not in ("", ".", ",", ";", ")")
    return word.form not in g.nouns.functions or word.form in g.nouns.adjectives


def _hours(sentence: Sentence, i: int, g: Grammar) -> tuple[int, int, int, bool] | None:
    """Hour, minute, the word after, and whether both were written."""
    hour = whole(sentence, i)
    if hour is None:
        parts = sentence.at(i).text.split(".")
        if len(parts) == 2 and all(p.isdecimal() and len(p) <= 2 for p in parts) and len(parts[1]) == 2:
            return int(parts[0]), int(parts[1]), i + 1, True
        return None
    if sentence.form(i + 1) in (":", "h", "：") and sentence.at(i + 2).kind == DIGITS:
        minute = whole(sentence, i + 2)
        if minute is not None and len(sentence.at(i + 2).text) == 2:
            return hour, minute, i + 3, True
    named, minute = g.times.clock_after.at(sentence, i + 1), whole(sentence, i + 2)
    if named is not None and minute is not None and sentence.form(named[1] + 1) in g.times.clock_minutes:
        return hour, minute, named[1] + 2, True
    return hour, 0, i + 1, False


def _year(sentence: Sentence, i: int, g: Grammar) -> Moment | None:
    """2020 where it is a year: behind "in", before "года", in brackets, before no noun; 2015/2016 and 2019-2020."""
    if not _is_year(sentence, i):
        return None
    first = float(sentence.at(i).text)
    end, last = i + 1, first
    if sentence.form(end) in ("/", "-", "–") and sentence.glued(end) and sentence.glued(end + 1):
        written = sentence.at(end + 1).text
        if written.isdecimal() and len(written) in (2, 4):
            full = float(written) if len(written) == 4 else first - first % 100 + float(written)
            if first < full < first + 120:
                end, last = end + 2, full
    elif (link := _linked_year(sentence, i, g)) is not None:
        end, last = link + 1, float(sentence.at(link).text)
    named = g.times.years_after.at(sentence, end)
    if named is None and last == first and not _reads_as_year(sentence, i, end, g):
        return None
    end = named[1] if named is not None else end
    modifier = Modifier.RANGE if last > first else Modifier.NONE
    return ParsedQuantity(i, end, i, end, first, last, 1.0, "", "year", modifier), end


def _linked_year(sentence: Sentence, i: int, g: Grammar) -> int | None:
    """The word of the later year in "between 2015 and 2019"."""
    if g.around.between.before(sentence, i) is None:
        return None
    link = g.around.between_and.at(sentence, i + 1)
    later = link is not None and _is_year(sentence, link[1])
    if link is None or not later or int(sentence.at(link[1]).text) <= int(sentence.at(i).text):
        return None
    return link[1] if _reads_as_year(sentence, link[1], link[1] + 1, g) else None


def _reads_as_year(sentence: Sentence, i: int, end: int, g: Grammar) -> bool:
    if g.around.units.has(sentence, end) or g.around.signs.has(sentence, end) or g.nouns.lemmas.has(sentence, end):
        return False
    if g.numerals.scales.get(sentence.form(end)) or sentence.at(i - 1).text in ("$", "€", "£", "¥"):
        return False
    if g.times.months.before(sentence, i) is not None or (
        g.times.between.before(sentence, i) is not None and g.times.months.before(sentence, i - 1) is not None
    ):
        return True
    word = sentence.at(end)
    is_closed = word.kind != LETTERS or word.form in g.nouns.functions
    return is_closed or g.times.years_before.before(sentence, i) is not None
