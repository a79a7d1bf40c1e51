"""The figures of one sentence: numbers put together with their modifiers, units, ranges and conversions."""

from dataclasses import dataclass, replace

from reader.compare.comparison import Modifier
from reader.compare.figures import ages, dates, designations, lexicon, modifiers, numerals, units
from reader.compare.figures.dates import Moment
from reader.compare.figures.numbers import Number, number
from reader.compare.figures.words import DIGITS, LETTERS, Sentence
from reader.lexicon import load


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure within its sentence: all its words are `first` to `end`, the number itself is `core` to `core_end`."""

    first: int
    end: int
    core: int
    core_end: int
    low: float
    high: float
    step: float
    unit: str = ""
    dimension: str = "count"
    modifier: Modifier = Modifier.NONE
    open: bool = False
    rate: str = ""
    ordinal: bool = False
    zone: str = ""
    converted: tuple["Reading", ...] = ()


def readings(sentence: Sentence) -> list[Reading]:
    """All figures of the sentence, in order, none within another."""
    found: list[Reading] = []
    i, least = 0, 0
    while i < len(sentence.words):
        if not _may_begin(sentence, i):
            i += 1
            continue
        one = _reading(sentence, i, least)
        if one is None:
            i = max(i + 1, designations.past(sentence, i))
            continue
        found.append(one)
        i = least = one.end
    return found


_BEGINNINGS = (
    frozenset(f for name in ("units", "tens", "multipliers", "ordinals", "vague") for f in load("numbers")[name])
    | frozenset(load("times")["months"])
    | frozenset(load("times")["weekdays"])
    | frozenset(
        [
            "no",
            "none",
            "nobody",
            "tens",
            "minus",
            "negative",
            "half",
            "quarter",
            "article",
            "section",
            "chapter",
            "amendment",
            "clause",
            "paragraph",
            "resolution",
            "yesterday",
            "today",
            "tomorrow",
        ]
    )
    | frozenset(["last", "next", "this", "http", "https", "www"])
)
_AFTER_A = frozenset(f for name in ("multipliers", "ordinals", "tens", "parts", "vague") for f in load("numbers")[name])


def _may_begin(sentence: Sentence, i: int) -> bool:
    """Whether a figure may begin at word `i`: a quick look that spares most words the long one."""
    word = sentence.words[i]
    if word.kind == LETTERS:
        return word.form in _BEGINNINGS or (word.form in ("a", "an") and sentence.form(i + 1) in _AFTER_A)
    return word.kind == DIGITS or word.text in (".", "-", "−") or word.text in numerals.GLYPHS


def _reading(sentence: Sentence, i: int, least: int) -> Reading | None:
    word = sentence.at(i)
    if word.kind == LETTERS and (nothing := _none(sentence, i)) is not None:
        return nothing
    if (reference := _reference(sentence, i)) is not None:
        return reference
    when = dates.moment(sentence, i)
    if when is not None:
        return _of_moment(sentence, when)
    if designations.past(sentence, i) > i:
        return None
    if (place := _ordinal(sentence, i)) is not None:
        return place
    if (year := _year(sentence, i)) is not None:
        return year
    amount = number(sentence, i)
    if amount is None or not _is_count(sentence, amount):
        return None
    return _composed(sentence, amount, least)


# ---- nought, references, moments


_NO_ONE = frozenset(load("scopes")["negatives"]["forms"])


def _none(sentence: Sentence, i: int) -> Reading | None:
    """No one, none; "no" before what is counted ("no casualties") is told apart where scopes are read."""
    form = sentence.form(i)
    if form in ("no", "none", "nobody", "zero") or (form == "no" and sentence.form(i + 1) in ("one", "-")):
        if form == "zero":
            return None
        if form == "no":
            return _no(sentence, i)
        if form == "none" and sentence.form(i + 1) == "of" and sentence.form(i + 2) not in ("the", "them", "those"):
            return None
        return Reading(i, i + 1, i, i + 1, 0.0, 0.0, 1.0)
    return None


_UNCOUNTED_NO = numerals.GRAMMAR["no_count"]
_ZERO_NOUNS = frozenset(
    f
    for c in ("killed", "injured", "casualties", "missing", "detained", "hospitalised", "survived")
    for f in load("scopes")["predicates"][c].get("nouns", [])
    if " " not in f
) | frozenset(
    ["people", "person", "passengers", "children", "civilians", "soldiers", "officers", "staff", "damage"]
) - {"damage", "toll", "lives"}


def _no(sentence: Sentence, i: int) -> Reading | None:
    """No one, no casualties, no dead or wounded, no injuries."""
    if sentence.form(i + 1) == "one" or (sentence.form(i + 1) == "-" and sentence.form(i + 2) == "one"):
        end = i + 2 if sentence.form(i + 1) == "one" else i + 3
        return Reading(i, end, i, end, 0.0, 0.0, 1.0)
    if sentence.form(i + 1) in _UNCOUNTED_NO:
        return None
    if sentence.form(i + 1) in _ZERO_NOUNS or (
        sentence.form(i + 2) in _ZERO_NOUNS and sentence.at(i + 1).kind == LETTERS
    ):
        return Reading(i, i + 1, i, i + 1, 0.0, 0.0, 1.0)
    return None


_REFERRED = frozenset(["article", "section", "chapter", "amendment", "clause", "paragraph", "resolution"])


def _reference(sentence: Sentence, i: int) -> Reading | None:
    """Article 4, the fourth article: a reference, an ordinal of its own kind."""
    if (
        sentence.form(i) in _REFERRED
        and sentence.at(i).text[:1].isupper()
        and sentence.at(i + 1).text.isdecimal()
        and len(sentence.at(i + 1).text) <= 4
    ):
        value = float(sentence.at(i + 1).text)
        return Reading(i, i + 2, i + 1, i + 2, value, value, 1.0, sentence.form(i), "reference", ordinal=True)
    place = number(sentence, i)
    if (
        place is not None
        and place.kind == "ordinal"
        and sentence.form(place.end) in ("article", "section", "amendment", "clause")
    ):
        return Reading(
            i,
            place.end + 1,
            i,
            place.end,
            place.low,
            place.low,
            1.0,
            sentence.form(place.end),
            "reference",
            ordinal=True,
        )
    return None


def _ordinal(sentence: Sentence, i: int) -> Reading | None:
    """The fifth operation, the first two books; "first" and "second" alone say mostly "before" and "another"."""
    place = number(sentence, i)
    if place is None or place.kind != "ordinal":
        return None
    word = sentence.at(place.end)
    if (
        word.kind not in (LETTERS, DIGITS)
        or word.text[:1].isupper()
        or word.form in lexicon.PREPOSITIONS
        or word.form in lexicon.AUXILIARY
        or word.form in lexicon.CONJUNCTIONS
    ):
        return None
    counted = number(sentence, place.end)
    before = sentence.form(i - 1)
    if counted is None and (
        place.low < 3
        or before in ("a", "an", "one", "two", "three", "-")
        or word.form in ("century", "party", "person", "world", "time", "quarter", "place")
    ):
        return None
    return Reading(i, place.end, i, place.end, place.low, place.low, 1.0, "", "ordinal", ordinal=True)


def _of_moment(sentence: Sentence, when: Moment) -> Reading | None:
    if when.kind == "month":
        return None
    dimension = "clock" if when.kind == "clock" else "date"
    unit = when.kind if when.kind in ("weekday", "relative") else ""
    modifier, first = (Modifier.NONE, when.first) if dimension == "date" else modifiers.before(sentence, when.first)
    return Reading(
        first, when.end, when.first, when.end, when.value, when.value, 1.0, unit, dimension, modifier, zone=when.zone
    )


def _year(sentence: Sentence, i: int) -> Reading | None:
    if (span := _years(sentence, i)) is not None:
        return span
    year = dates.bare_year(sentence, i)
    if not year or units.money_before(sentence, i) is not None:
        return None
    surely = sentence.form(i - 1) in dates.YEAR_BEFORE
    if not surely and (modifiers.before(sentence, i)[0] is not Modifier.NONE or _counts_things(sentence, i + 1)):
        return None
    if units.unit_after(sentence, i + 1) is not None or (
        surely and _counts_things(sentence, i + 1) and year % 100 == 0
    ):
        return None
    end = i + 1
    other = sentence.at(i + 2).text
    if sentence.form(i + 1) == "-" and other.isdecimal() and len(other) in (2, 4):
        end = i + 3
    return Reading(i, end, i, end, float(year), float(year), 1.0, "", "year")


def _years(sentence: Sentence, i: int) -> Reading | None:
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
    return Reading(i, i + 3, i, i + 3, float(first), float(last), 1.0, "", "year", Modifier.RANGE)


def _counts_things(sentence: Sentence, i: int) -> bool:
    form = sentence.form(i)
    return (
        form in _THINGS
        or form in numerals.MULTIPLIERS
        or (
            form.endswith("s")
            and len(form) > 4
            and form not in ("olympics", "games", "elections", "protests", "attacks", "riots", "floods")
        )
    )


_THINGS = frozenset(f for c in load("scopes")["things"].values() for f in c["forms"])


# ---- numbers


_ONE_BEFORE = numerals.GRAMMAR["one_before"]
_ONE_AFTER = numerals.GRAMMAR["one_after"]


def _is_count(sentence: Sentence, n: Number) -> bool:
    """Whether the number counts or measures: not "one" the pronoun, no ordinal, no part of a name."""
    if n.kind == "ordinal":
        return False
    if n.kind == "vague":
        return sentence.form(n.first) != "several" or sentence.form(n.end) != "of"
    if n.end - n.first == 1 and sentence.form(n.first) == "one":
        return _one(sentence, n)
    named = sentence.form(n.first) not in ("a", "an", "half") and designations.is_name(sentence, n.first)
    return not (sentence.at(n.first).kind == LETTERS and named)


def _one(sentence: Sentence, n: Number) -> bool:
    """Whether "one" counts something: one man, at least one, killing one."""
    before, after = sentence.form(n.first - 1), sentence.form(n.end)
    if modifiers.before(sentence, n.first)[0] is not Modifier.NONE and before not in ("the", "an", "a", "only"):
        return after != "of"
    if after == "of" and sentence.form(n.end + 1) in (
        "the",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "those",
        "these",
        "them",
        "us",
        "two",
        "three",
        "several",
        "many",
        "a",
        "your",
        "at",
    ):
        return False
    if units.unit_after(sentence, n.end) is not None and before in ("is", "was", "as"):
        return True
    if (
        before in _ONE_BEFORE and not (before in ("is", "was") and sentence.form(n.first - 2) == "there")
    ) or after == "of":
        return False
    if before in _SAID or after in _SAID:
        return True
    if after == "-":
        return units.unit_after(sentence, n.end) is not None or (
            sentence.form(n.end + 1) not in _ONE_AFTER and sentence.glued(n.end + 1)
        )
    return sentence.at(n.end).kind == LETTERS and after not in _ONE_AFTER


_SAID = frozenset(
    f
    for c in ("killed", "injured", "missing", "detained", "trapped", "hospitalised", "released", "charged")
    for f in load("scopes")["predicates"][c]["forms"]
    if " " not in f
)


def _composed(sentence: Sentence, n: Number, least: int) -> Reading | None:
    """The number with its range, unit, currency, modifiers and conversion."""
    one = _measured(sentence, n)
    one = _ranged(sentence, one)
    if one.dimension == "count" and one.core_end == n.end and (age := ages.age(sentence, n.first, n.end)) is not None:
        one = replace(one, end=age[1], unit=age[0], dimension="age")
    elif one.dimension == "duration" and (old := ages.old(sentence, one.end)) > one.end:
        one = replace(one, end=old, dimension="age")
    one = _modified(sentence, one, least)
    if (n.kind == "vague" and one.modifier is Modifier.NONE and one.low != one.high) or n.open:
        one = replace(one, modifier=Modifier.VAGUE, open=n.open)
    return _converted(sentence, one)


def _measured(sentence: Sentence, n: Number) -> Reading:
    """The number with its currency or unit."""
    one = Reading(n.first, n.end, n.first, n.end, n.low, n.high, n.step)
    money = units.money_before(sentence, n.first)
    if money is not None:
        unit, first = money
        end = n.end
        if sentence.form(end) in ("us", "u.s.") and sentence.at(end).text.isupper():
            end += 1
        named = units.unit_after(sentence, end)
        if named is not None and named[0].dimension == "money":
            end = named[1]
        rate, end = units.rate_after(sentence, end)
        return replace(one, first=first, end=end, unit=unit.name, dimension="money", rate=rate)
    named = units.unit_after(sentence, n.end)
    if named is None and n.kind == "vague" and sentence.form(n.end) == "of":
        named = units.unit_after(sentence, n.end + 1)
    if named is None:
        return _of_magnitude(sentence, one)
    unit, end = named
    if unit.dimension == "money" and unit.factor == 1 and (hundredths := _hundredths(sentence, end)) is not None:
        one, end = replace(one, low=one.low + hundredths[0], high=one.high + hundredths[0], step=0.01), hundredths[1]
    rate, end = units.rate_after(sentence, end) if unit.dimension not in ("percent", "points") else ("", end)
    return replace(one, end=end, unit=unit.name, dimension=unit.dimension, rate=rate)


def _hundredths(sentence: Sentence, i: int) -> tuple[float, int] | None:
    """Three dollars 50 cents, thirteen dollars and forty-five cents: the cents as a share, and the word after."""
    k = i + (sentence.form(i) == "and")
    small = number(sentence, k)
    if small is None or small.kind != "cardinal" or not 0 < small.low < 100:
        return None
    named = units.unit_after(sentence, small.end)
    return (
        (small.low / 100, named[1])
        if named is not None and named[0].dimension == "money" and named[0].factor == 0.01
        else None
    )


def _of_magnitude(sentence: Sentence, one: Reading) -> Reading:
    """6.1-magnitude, magnitude 6.1, measuring 7.2 on the Richter scale, a 6.1 quake."""
    if not 0 < one.low < 10.5 or one.low != one.high:
        return one
    k = one.end + (sentence.form(one.end) == "-")
    if sentence.form(k) == "magnitude":
        return replace(one, end=k + 1, unit="magnitude", dimension="magnitude")
    back = one.first - 1
    while sentence.form(back) in ("-", "of", "at", "a", "preliminary", "was", "is", "about"):
        back -= 1
    if sentence.form(back) == "magnitude":
        return replace(one, first=back, unit="magnitude", dimension="magnitude")
    if sentence.form(one.end) in ("on", "-") and "richter" in (sentence.form(one.end + 1), sentence.form(one.end + 2)):
        return replace(one, unit="magnitude", dimension="magnitude")
    if one.low != int(one.low) and sentence.form(one.end) in (
        "quake",
        "earthquake",
        "tremor",
        "temblor",
        "aftershock",
        "aftershocks",
    ):
        return replace(one, unit="magnitude", dimension="magnitude")
    return one


_TO = frozenset(["-", "to", "or"])


def _ranged(sentence: Sentence, one: Reading) -> Reading:
    """Between 5 and 10, 10 to 15, 10-15, three or four."""
    k = one.end
    opener = _opener(sentence, one.first)
    link = sentence.form(k)
    if link == "-" and sentence.form(k + 1) == "to":  # a 40- to 50-strong
        k += 1
    if link == "-" and not sentence.glued(k) and sentence.form(k + 1) != "to":
        return one  # a dash between two clauses
    if not (link in _TO or (link == "and" and opener == "between") or (link == "up" and opener == "from")):
        return one
    start = k + 1
    if sentence.form(start) == "-" and link == "to":
        start += 1
    if link == "up" and sentence.form(k + 1) == "to":
        start, link = k + 2, "to"
    while sentence.at(start).kind not in (DIGITS, LETTERS) and sentence.at(start).text and start < k + 4:
        start += 1  # past a currency sign
    if sentence.at(start).text.isupper() and units.money_before(sentence, start + 1) is not None:
        start += 1
    if sentence.at(start).text in ("$", "€", "£"):
        start += 1
    other = number(sentence, start)
    if other is None or other.kind not in ("cardinal", "fraction") or designations.past(sentence, start) > start:
        return one
    right = _measured(sentence, other)
    return _joined(sentence, one, right, link, opener)


def _opener(sentence: Sentence, i: int) -> str:
    for back in (i - 1, i - 2, i - 3):
        if sentence.form(back) in ("between", "from", "of"):
            return sentence.form(back)
        if sentence.form(back) not in ("about", "around", "the", "at", "some", "anywhere", "roughly"):
            return ""
    return ""


def _joined(sentence: Sentence, left: Reading, right: Reading, link: str, opener: str) -> Reading:
    """Both ends as one reading where they make a range; else the left one."""
    if left.unit and not right.unit and left.dimension != "money":
        return left
    low, high = left.low, right.high
    if left.unit != right.unit and left.unit and right.unit:
        return left
    if (high < 1e15 and low < high and not left.unit) or left.dimension == "money":
        low *= _shared_scale(sentence, left, right)
    if not low < high and not (opener == "from" and link == "to"):
        return left
    if link == "or" and not (low == int(low) and high - low <= max(3.0, low)):
        return left
    if link == "-" and right.dimension == "count" and not left.unit and high > 1000 * max(low, 1.0):
        return left
    carrier = right if right.unit else left
    if carrier.unit and not left.unit and not right.unit:
        return left
    return replace(
        left,
        end=right.end,
        core_end=right.core_end,
        low=min(low, high),
        high=max(low, high),
        step=right.step,
        unit=carrier.unit,
        dimension=carrier.dimension,
        rate=right.rate,
        modifier=Modifier.RANGE,
    )


def _shared_scale(sentence: Sentence, left: Reading, right: Reading) -> float:
    """The scale that the right number says for both: 1 to 2 thousand, $89 to $93 billion."""
    form = sentence.form(right.core_end - 1)
    factor = numerals.MULTIPLIERS.get(form) or (
        numerals.SUFFIXES.get(sentence.at(right.core_end - 1).text, 0.0)
        if sentence.at(right.core_end - 1).kind == LETTERS
        else 0.0
    )
    last_left = sentence.at(left.core_end - 1)
    if (
        not factor
        or last_left.form in numerals.MULTIPLIERS
        or (last_left.kind == LETTERS and last_left.text in numerals.SUFFIXES)
        or left.low >= factor
        or right.core_end - right.core < 2
    ):
        return 1.0
    return factor if left.low < right.high / factor else 1.0


def _modified(sentence: Sentence, one: Reading, least: int) -> Reading:
    """The reading with the modifier that stands before or after it."""
    modifier, first = modifiers.before(sentence, one.first)
    if first < least:
        modifier, first = Modifier.NONE, one.first
    late, end = modifiers.after(sentence, one.end)
    if modifier is Modifier.NONE and late is not Modifier.NONE:
        modifier = late
    if late is not Modifier.NONE:
        one = replace(one, end=end)
    if one.modifier is Modifier.RANGE:
        return replace(one, first=min(first, one.first))
    return replace(one, first=first, modifier=modifier)


def _converted(sentence: Sentence, one: Reading) -> Reading:
    """Taken together with the same in another unit behind it in brackets, or after "or": 10 km (6 miles)."""
    if one.dimension in ("count", "money", "percent", "points", "age", "duration"):
        return one
    opened = sentence.form(one.end) in ("(", "[", ",", "or") or sentence.form(one.end) == "/"
    if not opened:
        return one
    start = one.end + 1
    while sentence.form(start) in (
        "about",
        "or",
        "around",
        "approximately",
        "roughly",
        "some",
        "nearly",
        "almost",
        "over",
        "more",
        "than",
        "just",
    ):
        start += 1
    other = number(sentence, start)
    if other is None or other.kind not in ("cardinal", "fraction"):
        return one
    second = _ranged(sentence, _measured(sentence, other))
    if (
        second.dimension != one.dimension
        or second.unit == one.unit
        or second.rate != one.rate
        or not _same_amount(one, second)
    ):
        return one
    closes = sentence.form(second.end) in (")", "]")
    return replace(one, end=second.end + closes, converted=(second,))


def _same_amount(one: Reading, other: Reading) -> bool:
    """Whether the two are one amount, give or take a fifth."""
    a, b = units.in_base(one.high, one.unit), units.in_base(other.high, other.unit)
    return abs(a - b) <= 0.2 * max(abs(a), abs(b))
