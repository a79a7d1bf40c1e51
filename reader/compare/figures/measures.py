"""What a measure, a sum, an age, a year or a clock time is said of."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.compare.figures import context, lexicon, units
from reader.compare.figures.readings import Reading
from reader.compare.figures.words import LETTERS, Sentence
from reader.lexicon import load


@dataclass(frozen=True, slots=True)
class Measured:
    """The attribute measured (`said`), of what (`thing`), and whether that is clear enough to compare."""

    said: str = ""
    thing: str = ""
    label: str = ""
    which: tuple[str, ...] = ()
    clear: bool = False
    timed: bool = True
    names: tuple[str, ...] = ()


def measured(sentence: Sentence, found: Sequence[Reading], k: int) -> Measured:
    """What the figure `found[k]`, no count, is about."""
    reading = found[k]
    reader = _READERS.get(reading.dimension)
    return reader(sentence, reading) if reader is not None else Measured(label=reading.unit)


def _forms(sentence: Sentence, first: int, end: int) -> list[str]:
    return [sentence.form(i) for i in range(max(first, 0), min(end, len(sentence.words)))]


def _magnitude(sentence: Sentence, reading: Reading) -> Measured:
    near = _forms(sentence, reading.first - 10, reading.end + 4)
    after = any(f.startswith("aftershock") for f in near)
    return Measured(
        "magnitude",
        "aftershock" if after else "quake",
        "magnitude of the aftershock" if after else "magnitude of the quake",
        clear=not after,
    )


_DEPTH_AFTER = frozenset(["deep", "beneath", "below", "underground", "underwater"])
_EXTENT = {"wide": "width", "long": "length", "tall": "height", "high": "height", "thick": "thickness", "deep": "depth"}
_EXTENT_BEFORE = {"width": "width", "length": "length", "height": "height", "depth": "depth", "altitude": "altitude"}


def _length(sentence: Sentence, reading: Reading) -> Measured:
    before, after = _forms(sentence, reading.first - 4, reading.first), _forms(sentence, reading.end, reading.end + 3)
    if "depth" in before or (after and after[0] in ("beneath", "below", "underground", "underwater")):
        return Measured("depth", "", "depth", clear=True)
    away = _away_from(sentence, reading.end)
    if away is not None:
        place, names = away
        where = _whose(sentence, reading.first)
        return Measured(
            "distance",
            " ".join(place),
            "distance from " + (" ".join(names) or " ".join(place)),
            clear=True,
            names=where,
        )
    for word, attribute in _EXTENT.items():
        if after[:1] == [word] or after[:2] == ["-", word]:
            noun = _noun_left(sentence, reading.first)
            return Measured(attribute, noun, f"{attribute} of the {noun}", clear=bool(noun))
    for word in before:
        if word in _EXTENT_BEFORE:
            noun = _noun_left(sentence, reading.first)
            return Measured(_EXTENT_BEFORE[word], noun, f"{word} of the {noun}", clear=False)
    for name, at in lexicon.actions(sentence, reading.first - 8, reading.end + 4):
        if name == "chased":
            return Measured("chased", "", "length of the chase", clear=True)
        if name == "fell" and at == reading.first - 1:
            return Measured("fell", "", "depth of the fall", clear=True)
    return Measured(label=reading.unit)


def _away_from(sentence: Sentence, i: int) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """From what the distance before word `i` is measured: the folded words, and as written."""
    turned = False
    while sentence.form(i) in lexicon.DIRECTIONS or (
        sentence.form(i) in ("to", "the", "-") and sentence.form(i + 1) in lexicon.DIRECTIONS | {"the"}
    ):
        turned = True
        i += 1
    if sentence.form(i) not in ("from", "of", "off") or (sentence.form(i) == "of" and not turned):
        return None
    return _place(sentence, i + 1)


_SKIPPED = lexicon.GRAMMAR["place_words"]


def _place(sentence: Sentence, i: int) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    while sentence.form(i) in _SKIPPED and sentence.at(i + 1).kind == LETTERS:
        i += 1
    name = []
    while sentence.at(i).kind == LETTERS and sentence.at(i).text[:1].isupper():
        name.append(sentence.at(i))
        i += 1
    if name:
        return tuple(w.form for w in name[:2]), tuple(w.text for w in name)
    form = sentence.form(i)
    return (
        ((form,), ())
        if sentence.at(i).kind == LETTERS
        and form not in lexicon.PREPOSITIONS
        and form not in ("where", "here", "there", "each", "one", "which")
        else None
    )


def _whose(sentence: Sentence, i: int) -> tuple[str, ...]:
    """What lies at the distance that begins at `i`: Guffa, nine km from the border; a camp 10 miles south."""
    k = i - 1
    while sentence.form(k) in _LINKS:
        k -= 1
    if (
        k < i - 5
        or sentence.at(k).kind != LETTERS
        or context.is_time(sentence.form(k))
        or units.is_unit(sentence.form(k))
    ):
        return ()
    names = []
    if sentence.form(k) in lexicon.COMMON_PLACES and sentence.at(k - 1).text[:1].isupper():
        k -= 1
    while (
        sentence.at(k).kind == LETTERS
        and sentence.at(k).text[:1].isupper()
        and sentence.form(k) not in lexicon.DETERMINERS
    ):
        names.append(sentence.form(k))
        k -= 1
    if names:
        return tuple(names)
    form = sentence.form(k)
    return (
        ()
        if form in lexicon.PREPOSITIONS
        or form in lexicon.PRONOUNS
        or (lexicon.verbal(form) and form not in lexicon.COMMON_PLACES)
        else (form,)
    )


_LINKS = lexicon.GRAMMAR["links"]


def _noun_left(sentence: Sentence, i: int) -> str:
    """The nearest noun-like word before `i`."""
    for k in range(i - 1, max(-1, i - 4), -1):
        form = sentence.form(k)
        if (
            sentence.at(k).kind == LETTERS
            and form not in lexicon.PREPOSITIONS
            and form not in lexicon.DETERMINERS
            and form not in lexicon.AUXILIARY
            and form not in lexicon.ADVERBS
        ):
            return lexicon.lemma(form)
    return ""


def _speed(sentence: Sentence, reading: Reading) -> Measured:
    near = _forms(sentence, reading.first - 8, reading.end + 5)
    for words, label in (
        (("wind", "winds", "gusts", "gusting", "gust", "hurricane"), "wind speed"),
        (("speed", "speeds", "reached", "chase", "pursuit", "clocked"), "speed"),
    ):
        if set(words) & set(near):
            return Measured(label, "", label, clear=True)
    return Measured(label="speed")


def _duration(sentence: Sentence, reading: Reading) -> Measured:
    before, after = sentence.form(reading.first - 1), sentence.form(reading.end)
    if after in ("ago", "earlier", "later", "before", "after", "old", "-") or before in (
        "within",
        "every",
        "last",
        "past",
        "next",
        "first",
        "-",
    ):
        return _later(sentence, reading, after)
    near = lexicon.actions(sentence, reading.first - 14, reading.end + 6)
    for wanted, label in (
        ("ruled", "time in power"),
        ("felt", "how long the shaking lasted"),
        ("sentenced", "length of the sentence"),
        ("worked", "years of service"),
    ):
        close = [at for name, at in near if name == wanted]
        if close and (
            before in ("for", "to", "after", "of", "lasted", "in", "lasting")
            or (wanted == "sentenced" and after in ("in", "behind"))
        ):
            if wanted == "sentenced":
                surname, given = _person(sentence, reading.first)
                return Measured(wanted, surname, label, clear=bool(surname), names=given, timed=False)
            names = _names(sentence, 0, reading.first) if wanted in ("ruled", "worked") else ()
            return Measured(wanted, "", label, clear=True, names=names, timed=wanted == "felt")
    noun = sentence.form(reading.end + (after == "-"))
    if sentence.form(reading.end - 2) == "-" and noun in _LASTING:
        return Measured("lasted", noun, f"length of the {noun}", clear=True)
    return Measured(label=reading.unit)


_LASTING = lexicon.GRAMMAR["lasting"]


def _later(sentence: Sentence, reading: Reading, after: str) -> Measured:
    if after in ("later", "after", "before"):
        verbs = {name for name, _at in lexicon.actions(sentence, 0, len(sentence.words))} & {"returned"}
        if verbs and reading.unit in ("minute", "hour", "second"):
            return Measured("returned", "", "time until the return", clear=True)
    return Measured(label=reading.unit)


def _area(sentence: Sentence, reading: Reading) -> Measured:
    """What has burned; other areas are of things that are seldom told apart."""
    near = {name for name, _at in lexicon.actions(sentence, reading.first - 6, reading.end + 6)}
    return Measured("burned", "", "area burned", clear=True) if "burned" in near else Measured(label=reading.unit)


def _percent(sentence: Sentence, reading: Reading) -> Measured:
    """Turnout and votes, by whose they are; how much of a fire is contained."""
    for name, _at in lexicon.actions(sentence, reading.first - 6, reading.end + 6):
        if name == "turnout":
            return Measured(name, "", "turnout", clear=True)
        if name == "contained":
            return Measured(name, "", "share contained", clear=True)
        if name == "won_votes":
            surname, given = _person(sentence, reading.first)
            return Measured(name, surname, "share of the vote", clear=bool(surname), names=given)
    return _share_of(sentence, reading)


def _share_of(sentence: Sentence, reading: Reading) -> Measured:
    """Per cent of what, and what happened to it: cut 70 per cent of the traffic."""
    verb = sentence.form(reading.first - 1)
    if sentence.form(reading.end) != "of" or not lexicon.verbal(verb):
        return Measured(label=reading.unit)
    noun = ""
    for i in range(reading.end + 1, reading.end + 7):
        form = sentence.form(i)
        if (
            sentence.at(i).kind != LETTERS
            or form in lexicon.PREPOSITIONS
            or form in lexicon.AUXILIARY
            or form in lexicon.CONJUNCTIONS
        ):
            break
        noun = form
    return Measured(
        lexicon.lemma(verb),
        lexicon.lemma(noun),
        f"share of {noun} {verb}",
        clear=bool(noun),
        names=_names(sentence, 1, len(sentence.words)),
    )


def _names(sentence: Sentence, first: int, end: int) -> tuple[str, ...]:
    """The folded capitalised words between two words, small words and times left out."""
    found = {w.form for w in sentence.words[max(first, 0) : end] if w.kind == LETTERS and w.text[:1].isupper()}
    return tuple(sorted(form for form in found if form not in _SMALL and not context.is_time(form)))


_SMALL = lexicon.DETERMINERS | lexicon.PREPOSITIONS | lexicon.PRONOUNS | lexicon.CONJUNCTIONS


def _age(sentence: Sentence, reading: Reading) -> Measured:
    """Whose age: the name before it (Ann Lee, 34), or behind (34-year-old Ann Lee)."""
    k = reading.first - 2 if sentence.form(reading.first - 1) in (",", "(") else -1
    if k >= 0 and sentence.at(k).text[:1].isupper():
        while sentence.form(k) in ("iii", "ii", "jr", "sr", "."):
            k -= 1
        return Measured(
            "age",
            sentence.form(k),
            f"age of {sentence.at(k).text}",
            clear=True,
            timed=False,
            names=_run_before(sentence, k),
        )
    i = reading.end
    names = []
    while sentence.at(i).kind == LETTERS and (sentence.at(i).text[:1].isupper()):
        names.append(sentence.at(i))
        i += 1
    if len(names) >= 2:
        return Measured(
            "age",
            names[-1].form,
            f"age of {names[-1].text}",
            clear=True,
            timed=False,
            names=tuple(w.form for w in names[:-1]),
        )
    return Measured(label="age")


def _run_before(sentence: Sentence, k: int) -> tuple[str, ...]:
    """The capitalised words right before word `k`: given names."""
    found = []
    while k > 0 and sentence.at(k - 1).kind == LETTERS and sentence.at(k - 1).text[:1].isupper():
        k -= 1
        found.append(sentence.form(k))
    return tuple(found)


def _person(sentence: Sentence, end: int) -> tuple[str, tuple[str, ...]]:
    """The surname of the last person named before word `end`, and the given names: two capitalised words, else one."""
    for least in (2, 1):
        for k in range(min(end, len(sentence.words)) - 1, -1, -1):
            word = sentence.at(k)
            ends = word.kind == LETTERS and word.text[:1].isupper() and not sentence.at(k + 1).text[:1].isupper()
            if (
                ends
                and word.form not in lexicon.DETERMINERS
                and word.form not in lexicon.PREPOSITIONS
                and word.form not in lexicon.PRONOUNS
            ):
                given = _run_before(sentence, k)
                if len(given) + 1 >= least:
                    return word.form, given
    return "", ()


def _year(sentence: Sentence, reading: Reading) -> Measured:
    """The year of a founding or a birth, by the verb beside it and the names before."""
    for wanted, label in (("founded", "year of the founding"), ("born", "year of birth")):
        close = [at for name, at in lexicon.actions(sentence, reading.first - 5, reading.first) if name == wanted]
        if close and sentence.form(reading.first - 1) in ("in", "of", "since", "year"):
            return Measured(wanted, "", label, clear=True, timed=False, names=entities(sentence, 0, reading.first))
    return Measured(
        "same year",
        str(int(reading.low)),
        "year",
        clear=True,
        timed=False,
        names=entities(sentence, 0, len(sentence.words)),
    )


def entities(sentence: Sentence, first: int, end: int) -> tuple[str, ...]:
    """Names between two words, and the initials of those of several words: World Health Organization, who."""
    found = set(_names(sentence, first, end))
    run: list[str] = []
    for i in range(max(first, 0), end + 1):
        word = sentence.at(i)
        if i < end and word.kind == LETTERS and word.text[:1].isupper():
            run.append(word.form)
        else:
            if len(run) > 2:
                found |= {"".join(f[0] for f in run[k:]) for k in range(len(run) - 2)}
            run = []
    return tuple(sorted({name.removesuffix("'s") for name in found}))


def _clock(sentence: Sentence, reading: Reading) -> Measured:
    near = {name for name, _at in lexicon.actions(sentence, 0, len(sentence.words))}
    forms = set(_forms(sentence, 0, len(sentence.words)))
    listed = {"updated", "posted", "published", "edited", "pm", "edt"} & forms and not near
    return Measured("struck", "", "clock time", clear="struck" in near and not listed and not _second_time(forms))


def _second_time(forms: set[str]) -> bool:
    return bool(forms & {"later", "second", "another", "further", "again", "other"})


def _ordinal(sentence: Sentence, reading: Reading) -> Measured:
    """Which of a row: compared only with the same, as floors and operations are not told apart."""
    noun = sentence.form(reading.end)
    return Measured(
        "ordinal",
        f"{int(reading.low)} {lexicon.lemma(noun)}",
        f"which {noun}",
        clear=sentence.at(reading.end).kind == LETTERS,
    )


def _reference(sentence: Sentence, reading: Reading) -> Measured:
    return Measured("reference", reading.unit, f"{reading.unit} referred to", clear=True, timed=False)


_SUMS: dict[str, str] = load("scopes")["sums"]


_OF_ONE = frozenset(["bought", "fined", "revenue", "profit", "raised", "budget", "funded", "bail", "cost"])
"""Sums of which a story may have several, one for each of those named."""


def _money(sentence: Sentence, reading: Reading) -> Measured:
    """A price, a fine, a ransom: by the nearest such word within a few words."""
    near = [
        (abs(at - reading.first), name)
        for name, at in lexicon.actions(sentence, reading.first - 7, reading.end + 5)
        if name in _SUMS
    ]
    if not near:
        return Measured(label="sum of money")
    name = min(near)[1]
    whose = _names(sentence, 1, len(sentence.words)) if name in _OF_ONE else ()
    return Measured(name, reading.unit, _SUMS[name], clear=bool(whose) or name not in _OF_ONE, names=whose)


_READERS = {
    "magnitude": _magnitude,
    "length": _length,
    "speed": _speed,
    "duration": _duration,
    "area": _area,
    "percent": _percent,
    "age": _age,
    "year": _year,
    "clock": _clock,
    "reference": _reference,
    "ordinal": _ordinal,
    "money": _money,
}
