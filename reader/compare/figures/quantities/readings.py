"""The figures of one sentence: numbers put together with their modifiers, units, ranges and conversions."""

from reader.compare.comparison import Modifier
from reader.compare.figures import lexicon
from reader.compare.figures.decoys import designations
from reader.compare.figures.decoys.pronouns import is_count
from reader.compare.figures.numbers import numerals
from reader.compare.figures.numbers.number import number
from reader.compare.figures.quantities import modifiers, moments, units
from reader.compare.figures.quantities.composing import composed
from reader.compare.figures.quantities.moments import Moment
from reader.compare.figures.quantities.reading import Reading
from reader.compare.figures.quantities.zeros import none
from reader.compare.figures.tokens import DIGITS, LETTERS, Sentence
from reader.lexicon import load


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
    frozenset(
        f for name in ("units", "tens", "multipliers", "ordinals", "vague", "times") for f in load("numbers")[name]
    )
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
    if word.kind == LETTERS and (nothing := none(sentence, i)) is not None:
        return nothing
    if (reference := _reference(sentence, i)) is not None:
        return reference
    if word.form in numerals.TIMES and sentence.form(i + 1) in ("as", "the"):
        return Reading(i, i + 1, i, i + 1, numerals.TIMES[word.form], numerals.TIMES[word.form], 1.0, "times", "ratio")
    when = moments.moment(sentence, i)
    if when is not None:
        return _of_moment(sentence, when)
    if designations.past(sentence, i) > i:
        return None
    if (place := _ordinal(sentence, i)) is not None:
        return place
    if (year := _year(sentence, i)) is not None:
        return year
    amount = number(sentence, i)
    if amount is None or not is_count(sentence, amount):
        return None
    return composed(sentence, amount, least)


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
    year = moments.bare_year(sentence, i)
    if not year or units.money_before(sentence, i) is not None:
        return None
    surely = sentence.form(i - 1) in moments.YEAR_BEFORE
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
