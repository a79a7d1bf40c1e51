"""The figures of one sentence: numbers put together with their modifiers, units, ranges and conversions."""

from dataclasses import replace
from itertools import zip_longest

from reader.compare.comparison import Modifier
from reader.compare.figures import lexicon
from reader.compare.figures.decoys import designations
from reader.compare.figures.decoys.pronouns import is_count
from reader.compare.figures.decoys.stamps import past_machine_time, without_stamps
from reader.compare.figures.numbers import numerals
from reader.compare.figures.numbers.number import number
from reader.compare.figures.numbers.numerals import Number
from reader.compare.figures.quantities import dates, modifiers, moments, units
from reader.compare.figures.quantities.amounts import with_more
from reader.compare.figures.quantities.composition import composed
from reader.compare.figures.quantities.moment import Moment
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.quantities.ranks import is_superlative
from reader.compare.figures.quantities.tallies import counted_tally, tally, tally_in_words
from reader.compare.figures.quantities.years import year
from reader.compare.figures.quantities.zeros import none
from reader.compare.figures.tokens import DIGITS, LETTERS, SIGN, Phrases, Sentence
from reader.lexicon import load, sets

_TABLE = load("figures")


def readings(sentence: Sentence) -> list[ParsedQuantity]:
    """All figures of the sentence, in order, none within another."""
    found: list[ParsedQuantity] = []
    i, least = 0, 0
    while i < len(sentence.words):
        if not _may_begin(sentence, i):
            i += 1
            continue
        if (end := past_machine_time(sentence, i)) > i:
            i = least = end
            continue
        one = _reading(sentence, i, least)
        if one is None:
            i = max(i + 1, designations.past(sentence, i))
            continue
        found.append(one)
        i = least = one.end
    found = without_stamps(sentence, found)
    found = [_all_but(sentence, one, behind) for one, behind in zip_longest(found, found[1:])]
    found = [_of_money(sentence, one, found[:k]) for k, one in enumerate(found)]
    return [_as_before(sentence, one, before) for before, one in zip([None, *found], found, strict=False)]


def _as_before(sentence: Sentence, one: ParsedQuantity, before: ParsedQuantity | None) -> ParsedQuantity:
    """The second number of a change goes without the unit of the first: narrowed from 12 points to THREE, rose to
    44 million dollars from 17 MILLION."""
    if before is None or one.unit or one.dimension != "count" or before.dimension in _UNITLESS:
        return one
    behind = sentence.at(one.end)
    bare = behind.kind != LETTERS or behind.form in lexicon.PREPOSITIONS or behind.form in lexicon.CONJUNCTIONS
    ends = sentence.form(before.first - 1), sentence.form(before.end)
    if not (bare and before.unit and before.end == one.first - 1 and ends in (("from", "to"), ("to", "from"))):
        return one
    return replace(one, unit=before.unit, rate=before.rate, dimension=before.dimension)


def _of_money(sentence: Sentence, one: ParsedQuantity, before: list[ParsedQuantity]) -> ParsedQuantity:
    """Millions that count nothing, behind a sum of millions, are money too: 212 million crowns on sales of 3.4 BILLION,
    $3 million against TWO MILLION a year before."""
    if one.dimension != "count" or one.unit or not _are_millions(sentence, one):
        return one
    behind = sentence.at(one.end)
    bare = behind.kind != LETTERS or behind.form in _BEHIND_SUMS
    sums = [sum_ for sum_ in before if sum_.dimension == "money" and _are_millions(sentence, sum_)]
    if not bare or not sums or sentence.form(one.first - 1) not in _BEFORE_SUMS:
        return one
    return replace(one, unit=sums[-1].unit, dimension="money")


def _are_millions(sentence: Sentence, one: ParsedQuantity) -> bool:
    return one.high >= 1e6 and any(sentence.form(k) in numerals.MULTIPLIERS for k in range(one.core, one.core_end))


_SUMS = sets(_TABLE["sums"])
_BEHIND_SUMS, _BEFORE_SUMS = _SUMS["behind"], _SUMS["before"]
_UNITLESS = sets(_TABLE["composition"])["unitless"]


def _all_but(sentence: Sentence, one: ParsedQuantity, whole: ParsedQuantity | None) -> ParsedQuantity:
    """All but two of the 60: 58. Where nobody says of how many, the two themselves."""
    if not is_exception(sentence, one) or whole is None or whole.dimension != one.dimension or whole.low <= one.high:
        return one
    between = [sentence.form(k) for k in range(one.end, whole.first)]
    if "of" not in between or len(between) > _FEW_BETWEEN:
        return one
    return replace(one, first=one.first - 2, low=whole.low - one.high, high=whole.high - one.low)


_FEW_BETWEEN = 4


def is_exception(sentence: Sentence, one: ParsedQuantity) -> bool:
    """Whether a count is of those of whom something is not said: all but TWO of the nurses."""
    return one.dimension == "count" and sentence.form(one.core - 1) == "but" and sentence.form(one.core - 2) == "all"


_WORDS = load("numbers")
_BEGINNINGS: frozenset[str] = (
    frozenset().union(*(_WORDS[name] for name in _TABLE["beginnings"]["tables"]))
    | moments.BEGINNINGS
    | frozenset(_TABLE["references"]["named"])
    | frozenset(_TABLE["beginnings"]["forms"])
    | frozenset(_TABLE["single"]["several"])
)
_AFTER_A: frozenset[str] = frozenset().union(*(_WORDS[name] for name in _TABLE["beginnings"]["after_a"]))
_SINGLE = sets(_TABLE["single"])
_UNITS_AFTER_A = frozenset(
    form.split()[0]
    for dimension in _SINGLE["dimensions"]
    for unit in load("units")[dimension].values()
    for form in unit.get("forms", ())
)
_AFTER_SINGLE = _SINGLE["full"] | _SINGLE["small_money"] | _UNITS_AFTER_A
_SIGNS = frozenset(".-−–")


def _may_begin(sentence: Sentence, i: int) -> bool:
    """Whether a figure may begin at word `i`: a quick look that spares most words the long one."""
    word = sentence.words[i]
    if word.kind == LETTERS:
        if word.form in ("a", "an"):
            return sentence.form(i + 1) in _AFTER_A or sentence.form(i + 1) in _AFTER_SINGLE
        return word.form in _BEGINNINGS
    return word.kind == DIGITS or word.text in _SIGNS or word.text in numerals.GLYPHS


def _fold(sentence: Sentence, i: int, least: int) -> ParsedQuantity | None:
    """Doubled, threefold."""
    if sentence.form(i + 1) in numerals.GRAMMAR["no_fold"]:
        return None
    value, (modifier, first) = numerals.FOLDS[sentence.form(i)], modifiers.before(sentence, i)
    if first < least:
        modifier, first = Modifier.NONE, i
    return ParsedQuantity(first, i + 1, i, i + 1, value, value, 1.0, "times", "ratio", modifier)


def _reading(sentence: Sentence, i: int, least: int) -> ParsedQuantity | None:
    word = sentence.at(i)
    if word.kind == SIGN and sentence.at(i + 1).kind != DIGITS and word.text not in numerals.GLYPHS:
        return None
    nothing = none(sentence, i) if word.kind == LETTERS else None
    if (told := nothing or _reference(sentence, i)) is not None:
        return told
    if word.form in _SEVERAL:
        return _several(sentence, i)
    if word.form in numerals.TIMES:
        return _times(sentence, i)
    if word.form in numerals.FOLDS:
        return _fold(sentence, i, least)
    if (when := moments.moment(sentence, i)) is not None:
        return _of_moment(sentence, when, least)
    return _rank(sentence, i) or _of_number(sentence, i, least)


def _of_number(sentence: Sentence, i: int, least: int) -> ParsedQuantity | None:
    """The figure whose number begins at `i`, if that is no designation: two of a game, an ordinal, a year, a count."""
    if designations.past(sentence, i) > i:
        return None
    if (told := _pair(sentence, i)) is not None:
        return told
    found = number(sentence, i)
    if found is None:
        return _single(sentence, i, least) if sentence.form(i) in ("a", "an") else None
    if found.kind == "ordinal":
        return _ordinal(sentence, found)
    if (named := year(sentence, i)) is not None:
        return named
    return composed(sentence, found, least) if is_count(sentence, found) else None


_TIMES = sets(_TABLE["composition"])["times"]


def _single(sentence: Sentence, i: int, least: int) -> ParsedQuantity | None:
    """One of a unit, where a word says that its length is meant: more than a year, a full percentage point, a penny;
    an hour and a half."""
    full = sentence.form(i + 1) in _SINGLE["full"]
    named = units.unit_after(sentence, i + 1 + full)
    small = sentence.form(i + 1) in _SINGLE["small_money"]
    if (
        named is None
        or not (named[0].dimension in _SINGLE["dimensions"] or small)
        or sentence.form(i + 1 + full) == "-"
    ):
        return None
    modifier, first = modifiers.before(sentence, i)
    if first < least or (first < i and sentence.form(first) in _SINGLE["no_time"] and named[0].dimension == "duration"):
        return None
    one = ParsedQuantity(first, named[1], i, i + 1, 1.0, 1.0, 1.0, named[0].name, named[0].dimension, modifier)
    more = with_more(sentence, one)
    off = one.dimension == "duration" and sentence.form(one.end) in _SINGLE["off"]
    return more if more is not one or modifier is not Modifier.NONE or full or small or off else None


def _several(sentence: Sentence, i: int) -> ParsedQuantity | None:
    """Months late, years behind schedule: two of the unit at least, to a reader less than one of the next."""
    unit = units.unit_after(sentence, i)
    most = _SEVERAL.get(sentence.form(i))
    if most is None or unit is None or sentence.form(i + 1) not in _SINGLE["off"]:
        return None
    if sentence.at(i - 1).kind == DIGITS or numerals.kind_of(sentence.form(i - 1))[0]:
        return None
    return ParsedQuantity(
        i, i + 1, i, i + 1, 2.0, float(most), 1.0, unit[0].name, "duration", Modifier.VAGUE, open=True
    )


_SEVERAL: dict[str, int] = _TABLE["single"]["several"]


def _times(sentence: Sentence, i: int) -> ParsedQuantity | None:
    """Twice as many, twice the size; not "he scored twice as they won"."""
    value = numerals.TIMES[sentence.form(i)]
    behind = sentence.form(i + 1)
    if behind not in _TIMES or (behind == "as" and not sentence.at(i + 2).text.islower()):
        return None
    return ParsedQuantity(i, i + 1, i, i + 1, value, value, 1.0, "times", "ratio")


def _pair(sentence: Sentence, i: int) -> ParsedQuantity | None:
    """348-77, five goals to four, 10:1."""
    if sentence.at(i).kind != DIGITS:
        return counted_tally(sentence, i) or tally_in_words(sentence, i)
    return tally(sentence, i) or counted_tally(sentence, i) or _to_one(sentence, i)


def _to_one(sentence: Sentence, i: int) -> ParsedQuantity | None:
    """Outnumbered 10:1."""
    left, right = sentence.at(i).text, sentence.at(i + 2).text
    if sentence.form(i + 1) != ":" or not (sentence.glued(i + 1) and sentence.glued(i + 2)):
        return None
    if not (left.isdecimal() and right.isdecimal()) or len(left) > 3 or len(right) > 1 or right == "0":
        return None
    value = int(left) / int(right)
    return ParsedQuantity(i, i + 3, i, i + 3, value, value, 1.0, "", "ratio")


_REFERENCES = sets(_TABLE["references"])
_NAMED, _ORDINAL_OF = _REFERENCES["named"], _REFERENCES["ordinal"]


def _reference(sentence: Sentence, i: int) -> ParsedQuantity | None:
    """Article 4, the fourth article: a reference, an ordinal of its own kind."""
    word, behind = sentence.at(i), sentence.at(i + 1)
    if word.kind == LETTERS and word.form in _NAMED:
        if not word.text[:1].isupper() or not behind.text.isdecimal() or len(behind.text) > 4:
            return None
        value = float(behind.text)
        return ParsedQuantity(i, i + 2, i + 1, i + 2, value, value, 1.0, word.form, "reference", ordinal=True)
    place = number(sentence, i) if word.kind == DIGITS or word.form in numerals.ORDINALS else None
    if place is None or place.kind != "ordinal" or sentence.form(place.end) not in _ORDINAL_OF:
        return None
    unit = sentence.form(place.end)
    return ParsedQuantity(i, place.end + 1, i, place.end, place.low, place.low, 1.0, unit, "reference", ordinal=True)


def _rank(sentence: Sentence, i: int) -> ParsedQuantity | None:
    """The No. 3 Democrat, ranked No. 5, the world number two."""
    first = designations.rank(sentence, i)
    if first < 0:
        return None
    word = sentence.at(i)
    value = float(word.text) if word.kind == DIGITS else numerals.UNITS[word.form]
    return ParsedQuantity(first, i + 1, i, i + 1, value, value, 1.0, "", "rank", ordinal=True)


_ORDINALS = sets(_TABLE["ordinals"])
_ROW = Phrases(_TABLE["ordinals"]["row"])
_NOT_BEHIND, _NOT_BEFORE = _ORDINALS["not_behind"], _ORDINALS["not_before"]


_FUNCTION_WORDS = frozenset({*lexicon.PREPOSITIONS, *lexicon.AUXILIARY, *lexicon.CONJUNCTIONS})


def _ordinal(sentence: Sentence, place: Number) -> ParsedQuantity | None:
    """The fifth operation, the first two books; "first" and "second" alone say mostly "before" and "another".

    What is written in digits always says which: before a name (the 16th District) or alone (tied for 2nd) it is a rank.
    """
    i, word = place.first, sentence.at(place.end)
    behind = word.kind in (LETTERS, DIGITS) and not word.text[:1].isupper() and word.form not in _FUNCTION_WORDS
    if behind and not is_superlative(word.form):
        counted = number(sentence, place.end)
        before = sentence.form(i - 1)
        behind = counted is not None or not (place.low < 3 or before in _NOT_BEHIND or word.form in _NOT_BEFORE)
    if behind and not is_superlative(word.form):
        return ParsedQuantity(i, place.end, i, place.end, place.low, place.low, 1.0, "", "ordinal", ordinal=True)
    behind_hyphen = sentence.form(place.end + 1) if word.form == "-" else word.form
    if is_superlative(behind_hyphen):
        return ParsedQuantity(i, place.end, i, place.end, place.low, place.low, 1.0, "", "rank", ordinal=True)
    placed = sentence.form(i - 1) in _ORDINALS["placed"] and (word.kind != LETTERS or word.form in lexicon.PREPOSITIONS)
    said = place.in_digits or placed or sentence.phrase(place.end, _ROW)[1] > 0
    if said and behind_hyphen != "century" and not designations.is_street(sentence, place.end):
        return ParsedQuantity(i, place.end, i, place.end, place.low, place.low, 1.0, "", "rank", ordinal=True)
    return None


_DIMENSIONS: dict[str, str] = _TABLE["moments"]["dimensions"]
_UNITS: dict[str, str] = _TABLE["moments"]["units"]


def _of_moment(sentence: Sentence, when: Moment, least: int) -> ParsedQuantity | None:
    """The figure that a moment is; a month of no year only where it says when."""
    if when.kind not in _DIMENSIONS or (when.kind == "month" and not dates.is_time_of_its_own(sentence, when)):
        return None
    dimension, unit = _DIMENSIONS[when.kind], _UNITS.get(when.kind, "")
    if when.kind == "month":
        when = replace(when, value=when.value // 100)
    modifier, first = modifiers.before(sentence, when.first) if dimension == "clock" else (Modifier.NONE, when.first)
    if first < least:
        modifier, first = Modifier.NONE, when.first
    high = when.last or when.value
    if when.last:
        modifier = Modifier.RANGE
    return ParsedQuantity(
        first, when.end, when.first, when.end, when.value, high, 1.0, unit, dimension, modifier, zone=when.zone
    )
