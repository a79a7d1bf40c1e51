"""Years, spans of years, and decades: in 2013, an 1898 ruling, 2014-15, from 1983 to 2005, the '60s, her 30s."""

from reader.compare.comparison import Modifier
from reader.compare.figures.numbers import numerals
from reader.compare.figures.quantities import modifiers, units
from reader.compare.figures.quantities.moment import Moment
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import LETTERS, Sentence
from reader.lexicon import load, sets

_MONTHS: dict[str, int] = load("times")["months"]
_TABLE, _YEARS = sets(load("figures")["dates"]), sets(load("figures")["years"])
_PARTS, _POSSESSIVE, _WARM = _TABLE["parts"], _TABLE["possessive"], _TABLE["warm"]
_NO_COUNTS, _SURELY_AFTER = _YEARS["no_counts"], _YEARS["surely_after"]
_YEAR_BEFORE = numerals.GRAMMAR["year_before"]
_THINGS = frozenset(f for c in load("scopes")["things"].values() for f in c["forms"])
_OLDEST_DECADE = 30
"""The '20s may be those of two centuries."""
_LONGEST_SPAN = 500
DECADES = {form.removesuffix("y") + "ies": value for form, value in numerals.TENS.items() if value < 100}
"""Decades in words: the thirties."""


def decade(sentence: Sentence, i: int) -> Moment | None:
    """The decade of a century or of a life that begins at word `i`, or None."""
    return _decade_in_words(sentence, i) if sentence.at(i).kind == LETTERS else _decade(sentence, i)


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


def _decade_in_words(sentence: Sentence, i: int) -> Moment | None:
    """An age told as a decade, as "her thirties"; None where none begins here."""
    value = int(DECADES.get(sentence.form(i), 0))
    if not value:
        return None
    k = i - 1
    while sentence.form(k) in _PARTS or sentence.form(k) == "-":
        k -= 1
    return Moment(i, i + 1, "age", value, last=value + 9) if sentence.form(k) in _POSSESSIVE else None


def year(sentence: Sentence, i: int) -> ParsedQuantity | None:
    if (span := _years(sentence, i)) is not None:
        return span
    if (both := _with_stroke(sentence, i)) is not None and not _counts_things(sentence, i + 3):
        return ParsedQuantity(i, i + 3, i, i + 3, float(both[0]), float(both[1]), 1.0, "", "year", Modifier.RANGE)
    written = _bare_year(sentence, i)
    if not written or units.money_before(sentence, i) is not None:
        return None
    surely = sentence.form(i - 1) in _YEAR_BEFORE
    if not surely and (modifiers.before(sentence, i)[0] is not Modifier.NONE or _counts_things(sentence, i + 1)):
        return None
    if units.unit_after(sentence, i + 1) is not None or (
        surely and _counts_things(sentence, i + 1) and written % 100 == 0
    ):
        return None
    return ParsedQuantity(i, i + 1, i, i + 1, float(written), float(written), 1.0, "", "year")


def _years(sentence: Sentence, i: int) -> ParsedQuantity | None:
    """Between 1600 and 1900, from 1983 to 2005."""
    link = {"between": "and", "from": "to"}.get(sentence.form(i - 1))
    first, last = sentence.at(i).text, sentence.at(i + 2).text
    if (
        link is None
        or sentence.form(i + 1) != link
        or not (first.isdecimal() and last.isdecimal() and len(first) == len(last) == 4)
    ):
        return None
    if (
        not 1000 <= int(first) < int(last) <= 2199
        or units.unit_after(sentence, i + 3) is not None
        or _counts_things(sentence, i + 3)
    ):
        return None
    return ParsedQuantity(i, i + 3, i, i + 3, float(first), float(last), 1.0, "", "year", Modifier.RANGE)


def _with_stroke(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """The first and last year of a span with a stroke between: 2014-15, 1939-1945, 2014/15."""
    first, last = sentence.at(i).text, sentence.at(i + 2).text
    glued = sentence.glued(i + 1) and sentence.glued(i + 2) and not sentence.glued(i)
    if sentence.form(i + 1) not in ("-", "/") or not glued or not (first + last).isdecimal() or len(first) != 4:
        return None
    if len(last) not in (2, 4) or (sentence.form(i + 3) in ("-", "/") and sentence.glued(i + 3)):
        return None
    start, end = int(first), int(last) if len(last) == 4 else int(first[:2] + last)
    return (start, end) if 1000 <= start < end <= 2199 and end - start <= _LONGEST_SPAN else None


def _bare_year(sentence: Sentence, i: int) -> int:
    """The year that the four digits at `i` are, by what stands around them; 0 where they are a count."""
    written = sentence.at(i).text
    if len(written) != 4 or not written.isdecimal() or not 1000 <= int(written) <= 2199:
        return 0
    if sentence.glued(i + 1) and sentence.form(i + 1) not in _YEARS["close_behind"]:
        return 0
    year = int(written)
    return year if _is_led_in(sentence, i) or _is_likely(sentence, i, year) else 0


def _is_led_in(sentence: Sentence, i: int) -> bool:
    """Whether the words before can only lead to a year: in 1646, June 1646, June 3, 1646, dating back to 1646."""
    before = sentence.form(i - 1)
    if before in _YEAR_BEFORE or (before in _MONTHS and sentence.at(i - 1).text[:1].isupper()):
        return True
    if before in ("from", "to"):
        return not numerals.GRAMMAR["year_behind_dates"].isdisjoint(sentence.form(k) for k in range(i - 4, i - 1))
    return before == "," and bool(_MONTHS.get(sentence.form(i - 3)))


def _is_likely(sentence: Sentence, i: int, year: int) -> bool:
    """Whether it lies where years of the news lie, and nothing before says otherwise: 1998, by 2150, an 1898 ruling."""
    before = sentence.form(i - 1)
    if before == "by" and year >= 1900:
        return True
    if before in _SURELY_AFTER and 1500 <= year < 1900 and sentence.at(i + 1).kind == LETTERS:
        return True
    return 1900 <= year <= 2050 and before not in ("$", "£", "€", ",")


def _counts_things(sentence: Sentence, i: int) -> bool:
    form = sentence.form(i)
    return (
        form in _THINGS
        or form in numerals.MULTIPLIERS
        or (form.endswith("s") and len(form) > 4 and form not in _NO_COUNTS)
    )
