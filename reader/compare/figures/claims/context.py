"""When and where each sentence of an article plays: the day of the story, other times, other places."""

import datetime as dt
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from reader.compare.figures import lexicon
from reader.compare.figures.claims import distinctions
from reader.compare.figures.quantities import moments
from reader.compare.figures.quantities.moment import Moment
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import DIGITS, LETTERS, Phrases, Sentence
from reader.compare.witness import Witness
from reader.dataclass import dataclass
from reader.lexicon import load, sets

_WORDS = sets(load("claims")["context"])

_PAST = Phrases(load("times")["anchors"]["past"])
_SUPERSEDED = Phrases(load("times")["anchors"]["superseded"])
_LOCAL_DAYS = 12
"""Dates further than this from the day of the story are of another event."""


@dataclass(frozen=True, slots=True)
class TemporalContext:
    """Of one sentence: another time than the story's ("" for none, the year where it is said), whether it only may be
    another, and from which word on: "the tsunami of 2004" tells nothing of what stands before it."""

    time: str = ""
    unsure: bool = False
    since: int = 0

    def at(self, i: int) -> "TemporalContext":
        """What holds for the word at `i`."""
        return self if i >= self.since else TemporalContext()


def story_day(witness: Witness, sentences: Sequence[Sentence]) -> dt.date | None:
    """The day an article was written: as its file says, else the first full date among its first lines."""
    try:
        return dt.date.fromisoformat(witness.article.published[:10])
    except ValueError:
        pass
    for sentence in sentences[:6]:
        for i, word in enumerate(sentence.words):
            if word.kind != DIGITS and word.form not in moments.BEGINNINGS:
                continue
            when = moments.moment(sentence, i)
            if when is not None and when.kind == "date" and when.value >= 10_000:
                return _day(when.value)
    return None


def _day(value: float) -> dt.date | None:
    year, rest = divmod(int(value), 10_000)
    try:
        return dt.date(year, *divmod(rest, 100))
    except ValueError:
        return None


def resolved(reading: ParsedQuantity, day: dt.date | None) -> ParsedQuantity | None:
    """A date as YYYYMMDD, worked out from the day of writing where it needs that; without one a day of the month stays
    that (MMDD), and None stands for a weekday or yesterday."""
    if reading.dimension != "date":
        return reading
    value = int(reading.low)
    if reading.unit == "" and value >= 10_000:
        return reading
    if day is None:
        return replace(reading, dimension="day") if reading.unit == "" else None
    if reading.unit == "weekday":
        other = day - dt.timedelta(days=(day.weekday() - value) % 7)
    elif reading.unit == "relative":
        other = day + dt.timedelta(days=value)
    else:
        found = _day(day.year * 10_000 + value)
        if found is None:  # 36 March: of the year of writing, as nearly as can be said
            return replace(reading, low=day.year * 10_000 + reading.low, high=day.year * 10_000 + reading.high)
        other = found if (found - day).days <= _AHEAD else found.replace(year=day.year - 1, day=min(found.day, 28))
    written = float(other.year * 10_000 + other.month * 100 + other.day)
    return replace(reading, low=written, high=written + reading.high - reading.low, unit="")


_AHEAD = 200
"""A date without its year lies in the year before where it would be further ahead than this."""


def settings(
    sentences: Sequence[Sentence], found_in: Sequence[Sequence[ParsedQuantity]], day: dt.date | None
) -> list[TemporalContext]:
    """The setting of each sentence; one that follows a look back, without a time of its own, is unsure."""
    found: list[TemporalContext] = []
    for sentence, readings in zip(sentences, found_in, strict=True):
        own, anchored = _own(sentence, readings, day)
        present = any(w.form in _WORDS["present"] for w in sentence.words)
        if (
            not own.time
            and not anchored
            and not present
            and found
            and found[-1].time
            and not found[-1].unsure
            and not found[-1].since
        ):
            own = TemporalContext(found[-1].time, unsure=True)
        found.append(own)
    return found


def _own(sentence: Sentence, readings: Sequence[ParsedQuantity], day: dt.date | None) -> tuple[TemporalContext, bool]:
    """The setting that the sentence itself gives, and whether it names a day of the story."""
    cut = distinctions.comparison(sentence)
    year, since = _past_year(sentence, readings, day, cut)
    told = _told_days(sentence, day)
    year = told.year or year
    within = {i for r in readings if r.rate or r.dimension == "duration" for i in range(r.first, r.end)}
    gone = next((i for i in sentence.places(_PAST) if not _is_span(sentence, i, within)), -1)
    if (first := next(iter(sentence.places(_SUPERSEDED)), -1)) >= 0:
        return TemporalContext(FIRST_TOLD, since=first), True
    if year and not (since == cut and 0 <= gone < cut):
        return TemporalContext(str(year), since=since), told.anchored
    if told.far and not told.anchored:
        return TemporalContext(f"{MONTH}{told.month}"), False
    if gone >= 0 and not told.anchored:
        return TemporalContext(SOME_TIME, since=cut if gone > cut else 0), False
    return TemporalContext(), told.anchored


def _past_year(
    sentence: Sentence, readings: Sequence[ParsedQuantity], day: dt.date | None, cut: int
) -> tuple[int, int]:
    """The first other year than the story's that a sentence names, and from which word on it holds; 0 where none is."""
    years = (r for r in readings if (told := _year_of(r)) and (day is None or told != day.year))
    past = next((r for r in years if not _of_origin(sentence, r)), None)
    if past is None:
        return 0, 0
    return _year_of(past), cut if past.first > cut else _reach_of(sentence, past.first)


@dataclass(slots=True)
class _ToldDays:
    """What the days say that a sentence names."""

    anchored: bool = False
    """Whether one is a day of the story."""
    far: bool = False
    """Whether one is not."""
    month: int = 0
    """Of the last date."""
    year: int = 0
    """Of the last date that is not near, where that is another year than the story's; 0 where none is."""


def _told_days(sentence: Sentence, day: dt.date | None) -> _ToldDays:
    told = _ToldDays()
    for i, word in enumerate(sentence.words):
        if word.kind != DIGITS and not (word.kind == LETTERS and word.form in moments.BEGINNINGS):
            continue
        when = moments.moment(sentence, i)
        if when is None:
            continue
        if when.kind in ("weekday", "relative"):
            told.anchored = True
        elif when.kind in ("date", "month") and sentence.form(i - 1) != "since":  # since June: and until now
            near = _near(when, day)
            told.anchored = told.anchored or near
            told.far = told.far or not near
            year = int(when.value) // 10_000
            if year and not near and (day is None or year != day.year):
                told.year = year
            told.month = int(when.value) // 100 % 100
    return told


def _is_span(sentence: Sentence, i: int, within: AbstractSet[int]) -> bool:
    """Whether "a year" only says how long something is, or by what a sum is reckoned: for a year, a year late."""
    if sentence.phrase(i, _PAST)[0] not in _WORDS["spans"]:
        return False
    return i in within or sentence.form(i - 1) in lexicon.PREPOSITIONS


def _year_of(reading: ParsedQuantity) -> int:
    """The year that a figure is, or that its month is of; 0 where it is neither."""
    if reading.dimension == "month":
        return int(reading.low) // 100
    return int(reading.low) if reading.dimension == "year" else 0


def _reach_of(sentence: Sentence, year: int) -> int:
    """From which word on the year at `year` tells the time: all words of "in 2004 ...", those behind "the tsunami of
    2004", those of a relative clause that it stands in."""
    if sentence.form(year - 1) not in _ADVERBIAL:
        return year
    return next((k for k in range(year - 1, max(-1, year - 16), -1) if sentence.form(k) in lexicon.RELATIVE), 0)


def _of_origin(sentence: Sentence, year: ParsedQuantity) -> bool:
    """Whether the year is that of a founding or a birth, and so no time of what the sentence tells."""
    return any(name in _WORDS["beginnings"] for name, _at in lexicon.actions(sentence, year.first - 4, year.first))


def people(sentences: Sequence[Sentence]) -> dict[str, set[str]]:
    """The given names with which each surname of an article stands."""
    found: dict[str, set[str]] = {}
    for sentence in sentences:
        for i in range(1, len(sentence.words)):
            given, surname = sentence.words[i - 1], sentence.words[i]
            if given.kind == surname.kind == LETTERS and given.text[:1].isupper() and surname.text[:1].isupper():
                found.setdefault(surname.form, set()).add(given.form)
    return found


_ADVERBIAL = _WORDS["before_times"]


def _near(when: Moment, day: dt.date | None) -> bool:
    """Whether a date lies within days of the story; without a day of the story a bare month does not."""
    if day is None:
        return when.kind == "date" and when.value < 10_000
    value = when.value if when.value >= 10_000 else day.year * 10_000 + when.value
    if when.kind == "month":
        return int(value) // 100 == day.year * 100 + day.month
    other = _day(value)
    return other is not None and abs((other - day).days) <= _LOCAL_DAYS


MONTH = "month "
"""What the time of a count begins with that is of a month of any year."""
SOME_TIME = "another time"
"""The time of what is told of another time than the story's, nobody knows which."""


FIRST_TOLD = "first told"
"""The time of what was first reported, and is so no more."""


# ---- places


_IN = _WORDS["where"]


_TAKEN_TO = lexicon.GRAMMAR["taken_to"]
"""What lies in a place to which people are taken: hospitals in the capital."""


def places(sentence: Sentence, first: int, end: int, wide: bool = False) -> list[tuple[str, ...]]:
    """The places named between two words: their folded names, or the common noun ("district"; `wide`: "province")."""
    found = []
    for i in range(first, end):
        if sentence.form(i) not in _IN or sentence.form(i - 1) in _TAKEN_TO:
            continue
        k = i + 1
        while sentence.form(k) in lexicon.GRAMMAR["place_openers"]:
            k += 1
        while sentence.form(k) in lexicon.DIRECTIONS or sentence.form(k) in _WORDS["compass"]:
            k += 1
        name = []
        while sentence.at(k).kind == LETTERS and sentence.at(k).text[:1].isupper():
            form = sentence.form(k).removesuffix("'s")
            if is_time(form):
                break
            if form == sentence.form(k) or not sentence.at(k + 1).text[:1].isupper():
                name.append(form)
            k += 1
        if name and sentence.form(k) != "capital":
            found.append(tuple(name))
        elif not name and (common := _common(sentence, i + 1, wide)) is not None:
            found.append((common,))
    return found


def is_time(form: str) -> bool:
    """Whether the word names a month or a weekday."""
    return form in load("times")["months"] or form in load("times")["weekdays"]


_BEHIND_PLACES = (
    lexicon.PREPOSITIONS
    | lexicon.AUXILIARY
    | lexicon.CONJUNCTIONS
    | lexicon.RELATIVE
    | lexicon.ADVERBS
    | lexicon.DETERMINERS
)


def _is_compound(sentence: Sentence, k: int) -> bool:
    """Whether the common noun at `k` only says which: in STREET fights."""
    behind = sentence.at(k + 1)
    plain = behind.kind == LETTERS and not behind.text[:1].isupper() and behind.form not in _BEHIND_PLACES
    return plain and behind.form.endswith("s") and not lexicon.verbal(behind.form)


def _common(sentence: Sentence, i: int, wide: bool) -> str | None:
    for k in range(i, i + 4):
        if sentence.form(k) in lexicon.COMMON_PLACES or (wide and sentence.form(k) in lexicon.WIDE_PLACES):
            return None if _is_compound(sentence, k) else sentence.form(k)
        if sentence.at(k).kind != LETTERS or sentence.form(k) in lexicon.PREPOSITIONS:
            return None
    return None


def main_names(openings: Sequence[Sequence[Sentence]]) -> frozenset[str]:
    """The names, and words for places, in the openings (headline, first sentences) of a third of the articles."""
    seen: dict[str, int] = {}
    for sentences in openings:
        names = {
            w.form
            for s in sentences
            for w in s.words
            if w.kind == LETTERS and (w.text[:1].isupper() or w.form in lexicon.COMMON_PLACES)
        }
        for name in names:
            seen[name] = seen.get(name, 0) + 1
    least = max(2, (len(openings) + 2) // 3)
    return frozenset(name for name, count in seen.items() if count >= least)
