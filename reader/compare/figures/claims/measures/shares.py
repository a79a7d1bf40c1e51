"""What a percentage is: a turnout, a share of the vote, of those vaccinated or of an output, a rise or a fall."""

from reader.compare.figures import lexicon
from reader.compare.figures.claims import distinctions
from reader.compare.figures.claims.measures.measure_scope import MeasureScope, forms
from reader.compare.figures.claims.persons import names_between, person
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import LETTERS, Phrases, Sentence
from reader.lexicon import load, sets

_WORDS = sets(load("claims")["shares"])


def share(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope:
    """Turnout and votes, by whose they are; how much of a fire is contained."""
    for name, _at in lexicon.actions(sentence, reading.first - 6, reading.end + 6):
        if name == "turnout":
            return MeasureScope(name, "", "turnout", clear=True)
        if name == "contained":
            return MeasureScope(name, "", "share contained", clear=True)
        if name == "won_votes":
            surname, given = person(sentence, reading.first)
            return MeasureScope(name, surname, "share of the vote", clear=bool(surname), names=given)
    bid = [(at, name) for name, at in lexicon.actions(sentence, reading.first - 6, reading.first) if name in _BIDS]
    if bid and sentence.form(reading.end) != "of":
        return MeasureScope(max(bid)[1], "", _BIDS[max(bid)[1]], clear=True)
    for reader in (_of_output, _of_market, _change, _rate, _of_those):
        if (found := reader(sentence, reading)) is not None:
            return found
    return _share_of(sentence, reading)


_BIDS = {"offered": "rise offered", "demanded": "rise demanded"}


def _share_of(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope:
    """Per cent of what, and what happened to it: cut 70 per cent of the traffic."""
    verb = sentence.form(reading.first - 1)
    if sentence.form(reading.end) != "of" or not lexicon.verbal(verb):
        return MeasureScope(label=reading.unit)
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
    return MeasureScope(
        lexicon.lemma(verb),
        lexicon.lemma(noun),
        f"share of {noun} {verb}",
        clear=bool(noun),
        names=names_between(sentence, 1, len(sentence.words)),
    )


_TABLE = load("scopes")["percents"]
_OUTPUT, _MARKET = Phrases(_TABLE["output"]), Phrases(_TABLE["market"])
_BALANCES: dict[str, str] = {form: name for name, found in _TABLE["balances"].items() for form in found}
_CHANGING: dict[str, str] = {form: name for name, found in _TABLE["changing"].items() for form in found}
_RATES: dict[str, str] = {form: name for name, found in _TABLE["rates"].items() for form in found}
_MOVES: dict[str, str] = {form: way for way, found in _TABLE["moves"].items() for form in found}
_SIDES: dict[str, str] = {form: way for way, found in _TABLE["sides"].items() for form in found}
_BEFORE = _WORDS["before"]
_AT = _WORDS["at"]
_REACH = 9
"""How far before a percentage its subject stands at most."""


def _of_output(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope | None:
    """A deficit of 3.1 per cent of gross domestic product, by the years of the sentence."""
    if not any(sentence.phrase(k, _OUTPUT)[1] for k in (reading.end, reading.end + 1)):
        return None
    what = _nearest(sentence, reading.first, _BALANCES)
    if not what:
        return None
    return MeasureScope(
        "of output", what, f"{what} as a share of output", _years(sentence), True, names=_all(sentence), main=True
    )


def _of_market(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope | None:
    """58 per cent of the beer market; a market share of 58 per cent."""
    behind = sentence.form(reading.end) == "of" and "market" in forms(sentence, reading.end + 1, reading.end + 5)
    if not behind and not any(sentence.phrase(k, _MARKET)[1] for k in range(max(0, reading.first - 4), reading.first)):
        return None
    return MeasureScope(
        "market share", "", "share of the market", _years(sentence), True, names=_all(sentence), main=True
    )


def _change(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope | None:
    """How much something rose or fell: the shares fell 4 per cent, closed 4 per cent lower, pensions are cut by 4."""
    k = reading.first - 1
    while sentence.form(k) in _BEFORE:
        k -= 1
    way = _MOVES.get(sentence.form(k), "") or _SIDES.get(sentence.form(reading.end), "")
    what = _nearest(sentence, k, _CHANGING) if way else ""
    if not what:
        return None
    period = tuple(sorted({w.form for w in sentence.words} & (distinctions.PERIODS | _SPANS)))
    end = reading.end + 3 if sentence.form(reading.end) in ("at", "for") else reading.end
    whose = _all(sentence, end)
    return MeasureScope(way, what, f"{way} of {what}", period, True, names=whose, main=True, own_time=True)


_SPANS = _WORDS["spans"]


def _rate(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope | None:
    """Unemployment stands at 13.5 per cent; inflation of 4 per cent."""
    if sentence.form(reading.first - 1) not in _AT:
        return None
    what = _nearest(sentence, reading.first, _RATES)
    if not what:
        return None
    return MeasureScope("rate", what, what, _years(sentence), True, names=_all(sentence), main=True)


_IN_PLACES = _WORDS["in_places"]


def _of_those(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope | None:
    """Of whom what is so: 61 per cent of children were vaccinated; the share of children vaccinated fell to 54."""
    k = reading.end + 1 if sentence.form(reading.end) == "of" else _behind_share(sentence, reading.first)
    if k < 0:
        return None
    while sentence.form(k) in lexicon.DETERMINERS:
        k += 1
    thing = lexicon.thing_at(sentence, k)
    if thing is None:
        return None
    k = thing[1]
    while sentence.form(k) in lexicon.AUXILIARY or sentence.form(k) in lexicon.ADVERBS or sentence.form(k) == "who":
        k += 1
    said = lexicon.said_at(sentence, k)
    if said is None or any(w.form in _IN_PLACES for w in sentence.words):
        return None
    label = f"share of {thing[0].label} {said[0].label}"
    return MeasureScope(
        f"share {said[0].name}", thing[0].name, label, (), True, names=_all(sentence), main=True, own_time=True
    )


def _behind_share(sentence: Sentence, end: int) -> int:
    """The word behind "the share of" before word `end`, where the share is put at the number; else -1."""
    if sentence.form(end - 1) not in _AT:
        return -1
    for k in range(end - 1, max(-1, end - 1 - _REACH), -1):
        if sentence.form(k) in _WORDS["shares"] and sentence.form(k + 1) == "of":
            return k + 2
    return -1


def _nearest(sentence: Sentence, end: int, table: dict[str, str]) -> str:
    """What the table calls the nearest of its words in the clause before word `end`."""
    for k in range(end - 1, max(-1, end - 1 - _REACH), -1):
        form = sentence.form(k).removesuffix("'s")
        if form in table:
            return table[form]
        if form in _WORDS["breaks"]:
            return ""
    return ""


def _years(sentence: Sentence) -> tuple[str, ...]:
    """The years that the sentence names: of which one the percentage is."""
    return tuple(w.form for w in sentence.words if w.form.isdecimal() and 1900 <= int(w.form) <= 2099)


def _all(sentence: Sentence, end: int = 0) -> tuple[str, ...]:
    """The names of the sentence (before word `end`), without what percentages are told of."""
    found = names_between(sentence, 0, end or len(sentence.words))
    return tuple(name for name in found if name not in _NO_NAMES)


_NO_NAMES = frozenset([*_BALANCES, *_CHANGING, *_RATES]) | _WORDS["no_names"] | lexicon.ADVERBS
