"""What a sum of money is: a price, a fine, a ransom, damages, the cost of a storm, a loss."""

from reader.compare.figures import lexicon
from reader.compare.figures.claims import distinctions
from reader.compare.figures.claims.measures.measure_scope import MeasureScope, forms
from reader.compare.figures.claims.persons import names_between
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import LETTERS, Phrases, Sentence
from reader.lexicon import load, sets

_WORDS = sets(load("claims")["sums"])

_SUMS: dict[str, str] = load("scopes")["sums"]


_OF_ONE = _WORDS["of_one"]
"""Sums of which a story may have several, one for each of those named."""


def sum_of(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope:
    """A price, a fine, a ransom: by the nearest such word within a few words."""
    if (ransom := _ransom(sentence, reading)) is not None:
        return ransom
    if (award := _awarded(sentence, reading)) is not None:
        return award
    near = [
        (abs(at - reading.first), at, name)
        for name, at in lexicon.actions(sentence, reading.first - 7, reading.end + 5)
        if name in _SUMS and name != "awarded" and (name not in _OF_MAIN or reading.first - 4 <= at <= reading.end + 2)
    ]
    if not near:
        return MeasureScope(label="sum of money")
    _far, at, name = min(near)
    if name == "cost" and (costs := _costs(sentence, reading, at)) is not None:
        return costs
    if name in _OF_MAIN:
        return _of_main(sentence, reading, name, at)
    whose = names_between(sentence, 1, len(sentence.words)) if name in _OF_ONE else ()
    period = sorted({w.form for w in sentence.words} & distinctions.PERIODS) if name in ("revenue", "profit") else ()
    return MeasureScope(
        name, reading.unit, _SUMS[name], tuple(period), clear=bool(whose) or name not in _OF_ONE, names=whose
    )


_MONEY = load("scopes")["money"]
_SETS = sets(_MONEY)
_COURTS, _DISASTERS, _FOUGHT = _SETS["courts"], _SETS["disasters"], _SETS["fought"]
_COSTING = frozenset(_MONEY["costing"]) | lexicon.GRAMMAR["lasting"]
_OF_MAIN = frozenset(_MONEY["of_main"])
_KINDS_OF_DAMAGES = _WORDS["kinds_of_damages"]
_SUBJECTS = 9
"""How far before the verb what costs so much stands at most."""


def _awarded(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope | None:
    """What a court gives: awarded 38 million, in damages; the punitive part by itself."""
    words = {w.form for w in sentence.words}
    if not (_COURTS | _KINDS_OF_DAMAGES) & words and not ("damages" in words and "awarded" in words):
        return None
    near = {name for name, _at in lexicon.actions(sentence, reading.first - 6, reading.end + 3)}
    kind = next((f for f in _behind(sentence, reading) if f in _KINDS_OF_DAMAGES), "")
    if kind:
        return MeasureScope("awarded", f"{reading.unit} {kind}", f"{kind} damages", clear=True)
    ordered = "ordered" in words and sentence.form(reading.first - 1) in ("pay", "paid")
    given = ("awarded" in near or ordered) and not near & _OTHERWISE_PAID
    return MeasureScope("awarded", reading.unit, _SUMS["awarded"], clear=not words & _OTHERS) if given else None


_OTHERWISE_PAID = _WORDS["otherwise_paid"]


def _behind(sentence: Sentence, reading: ParsedQuantity) -> list[str]:
    """The words behind a sum, up to the next comma."""
    after = forms(sentence, reading.end, reading.end + 4)
    return after[: after.index(",")] if "," in after else after


_LINKS = lexicon.PREPOSITIONS | lexicon.AUXILIARY | lexicon.ADVERBS | {"put", "some"}
_IN_PART = _WORDS["in_part"]
_OTHERS = frozenset(_MONEY["others"])


def _costs(sentence: Sentence, reading: ParsedQuantity, at: int) -> MeasureScope | None:
    """What a storm costs is its damage; what else costs so much is told apart by its name: the campaign, the bridge."""
    before = forms(sentence, max(0, at - _SUBJECTS), min(at, reading.first))
    of = forms(sentence, at + 1, reading.first)
    told = before + of
    if of and of[0] not in _LINKS:  # what it cost one of those whom it struck: it cost farmers 12 million
        return MeasureScope(label="sum of money")
    disaster = any(form in _DISASTERS for form in told)
    if disaster and any(form in _FOUGHT for form in told):
        return MeasureScope("cost", f"{reading.unit} fight", "cost of fighting it", clear=True)
    if disaster:
        return MeasureScope("damage", reading.unit, _SUMS["damage"], clear=True)
    noun = next((form for form in reversed(told) if form in _COSTING), "")
    if not noun:
        return None
    label = f"cost of the {noun}"
    names = names_between(sentence, 0, len(sentence.words))
    clear = not _IN_PART & {w.form for w in sentence.words}
    return MeasureScope("cost", f"{reading.unit} {noun}", label, clear=clear, names=names, main=True)


def _of_main(sentence: Sentence, reading: ParsedQuantity, name: str, at: int) -> MeasureScope:
    """A loss, a spending: of which year or quarter, of what kind, and of no other than the story is about."""
    words = [w.form for w in sentence.words]
    period = {form for form in words if form in distinctions.PERIODS}
    last = any(sentence.form(i - 1) == "last" and form == "year" for i, form in enumerate(words))
    if last:
        period.add("last year")
    kind = sentence.form(at - 1)
    if sentence.form(at) not in ("spending", "expenditure") or not _is_kind(sentence, at - 1):
        kind = ""
    clear = not (_EARLIER | _IN_PART) & set(words) and (name != "loss" or bool(period) or sentence.form(at) != "lost")
    which = tuple(sorted(filter(None, (*period, kind))))
    names = names_between(sentence, 0, len(sentence.words))
    return MeasureScope(name, reading.unit, _SUMS[name], which, clear, timed=not last, names=names, main=True)


_EARLIER = _WORDS["earlier"]


def _is_kind(sentence: Sentence, k: int) -> bool:
    form = sentence.form(k)
    return sentence.at(k).kind == LETTERS and not (
        form in lexicon.PREPOSITIONS or form in lexicon.DETERMINERS or form.endswith("s") or lexicon.verbal(form)
    )


_RANSOMS = load("scopes")["ransoms"]
_CAPTORS = frozenset(_RANSOMS["captors"])
_PAID, _ASKED = Phrases(_RANSOMS["paid"]), Phrases(_RANSOMS["demanded"])
_USUAL = Phrases(_RANSOMS["usual"])


def _ransom(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope | None:
    """A ransom, asked or paid: by the word, or a sum that captors ask for or get."""
    named = any(name == "ransom" for name, _at in lexicon.actions(sentence, reading.first - 7, reading.end + 5))
    if not named and not _CAPTORS & {w.form for w in sentence.words}:
        return None

    def last(phrases: Phrases) -> int:
        return max(
            (k for k in range(max(0, reading.first - 8), reading.end + 5) if sentence.phrase(k, phrases)[1]), default=-1
        )

    asked, paid = last(_ASKED), last(_PAID)
    if asked < 0 and paid < 0 and not named:
        return None
    if any(sentence.phrase(k, _USUAL)[1] for k in range(len(sentence.words))):
        return MeasureScope(label="sum of money")
    name = "ransom_demanded" if asked > paid else "ransom"
    return MeasureScope(name, reading.unit, _SUMS[name], clear=True)
