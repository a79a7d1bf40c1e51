"""The one judge: what two figures are to one another, how surely they are of one thing, and why or why not."""

from collections.abc import Mapping
from dataclasses import field

from reader.compare.comparison import CLASH, Doubt, Figure, Quantity, Reason, ReasonKind, Verdict
from reader.compare.figures.pairs import vetoes
from reader.compare.figures.pairs.confidence import confidence
from reader.compare.figures.pairs.given import VALUED, Given
from reader.compare.figures.pairs.profile import Profile
from reader.compare.figures.pairs.verdicts import clock_verdict, commensurate, is_one_currency, verdict
from reader.dataclass import dataclass

CLAIM = 0.6
"""From which confidence on a clash is claimed."""
LOOK = 0.2
"""From which on it is worth a look."""
STRANGE = 0.4
"""From which on where each says what it counts, and not the same (tonnes of maize, tonnes of barley), or one is a
multiple of the other (a quarter's sales, a year's)."""
_MULTIPLE = 0.6
"""Powers of ten from which on one value is a multiple of the other."""
COPIED = 0.8
"""The least confidence in figures that stand in the same words."""
ECHOED = 0.7
"""The least confidence in figures of one telling value."""
VERBATIM = 0.95
"""The least confidence in figures that stand in one and the same sentence."""
_TOLD = 0.2
"""The least shared weight of a sentence that tells something."""
UNSETTLED = 0.45
"""The most confidence in what only one of two says the place or the time of, and in counts of a handful."""
_MARKED, _GUESSED = 0.3, 0.2
"""What a mark on one side costs (a quarter's revenue, and a revenue), and that the lexicon tells two sums apart."""
_UNZONED = frozenset(["", "local"])


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that a road put together, or a reader."""

    a: Profile
    b: Profile
    features: Mapping[str, float]
    likeness: float
    margin: float
    keyed: bool = False
    """Whether the lexicon knows that both are of one scope."""


@dataclass(frozen=True, slots=True)
class PairVerdict:
    """What the judge says of two figures: verdict and reason; or None where they are not compared: `doubts` say why."""

    held: tuple[Verdict, Reason] | None
    confidence: float = 0.0
    doubts: tuple[Doubt, ...] = field(default=())

    @property
    def is_clash(self) -> bool:
        """Whether it claims that the two do not tell the same."""
        return self.held is not None and self.held[0] in CLASH

    @property
    def is_conflict(self) -> bool:
        """Whether no number fits both."""
        return self.held is not None and self.held[0] is Verdict.CONFLICT


def of_values(left: Figure, right: Figure) -> PairVerdict:
    """The verdict on two figures that are held to be of one thing, whoever holds so: by their values alone."""
    a, b = left.quantity, right.quantity
    a, b = commensurate(a, b)
    if a.dimension != b.dimension:
        return PairVerdict(None, doubts=(Doubt.OTHER_MEASURE,))
    if a.dimension == "money" and not is_one_currency(a, b):
        return PairVerdict(None, doubts=(Doubt.OTHER_CURRENCY,))
    found, reason = verdict(a, b)
    if a.dimension == "clock" and a.zone != b.zone and not {a.zone, b.zone} <= _UNZONED:
        zoned = clock_verdict(a, b)
        if zoned is None:
            return PairVerdict(None, doubts=(Doubt.OTHER_ZONE,))
        found = zoned
    return PairVerdict((found, reason), 1.0)


def judge_pair(pair: Pair, given: Given) -> PairVerdict:
    """What two claims are to one another: a verdict with its confidence and doubts, or why there is none."""
    a, b = pair.a.claim, pair.b.claim
    plain = of_values(a.figure, b.figure)
    if plain.held is None:
        return plain
    sure = confidence(pair.likeness, pair.margin, circumstances(pair, given))
    if vetoes.is_copy(pair.features) and pair.features["shared"] >= _TOLD:
        sure = max(sure, COPIED)
    if given.is_echo(a.figure, b.figure):
        sure = max(sure, ECHOED)
    if pair.features["verbatim"]:
        return PairVerdict(_of_one_sentence(a.figure.quantity, b.figure.quantity, plain.held), max(sure, VERBATIM))
    doubts = vetoes.doubts(pair.a, pair.b, pair.features, pair.margin)
    refused = refusals(pair, given, plain)
    if refused:
        return PairVerdict(None, sure, (*refused, *doubts))
    if vetoes.is_of_some(pair.a, pair.b) if pair.keyed else _is_unsettled(pair):
        sure = min(sure, UNSETTLED)
    elif not pair.keyed:
        sure = min(sure, max(UNSETTLED, sure - _cost(pair)))
    strange = bool(pair.features["other head"]) or pair.features["far values"] > _MULTIPLE
    look = STRANGE if strange and not pair.keyed else LOOK
    found = _shelf(plain.held[0], sure, pair.keyed, look)
    return PairVerdict((found, plain.held[1]) if found is not None else None, sure, doubts)


def _of_one_sentence(a: Quantity, b: Quantity, held: tuple[Verdict, Reason]) -> tuple[Verdict, Reason]:
    """The verdict where nothing but the number differs: about 50 and about 60 are not the same then."""
    changed = (a.unit, a.zone, a.modifier) == (b.unit, b.zone, b.modifier) and a.value != b.value
    if held[0] is Verdict.CONSISTENT and changed:
        return Verdict.TENSION, Reason(ReasonKind.REWORDED, a.strict, b.strict)
    return held


def _cost(pair: Pair) -> float:
    """What it costs in confidence that one says of which kind it is, or that the lexicon tells the two apart."""
    if vetoes.is_marked(pair.a, pair.b):
        return _MARKED
    return _GUESSED if vetoes.is_guessed(pair.a.claim, pair.b.claim) else 0.0


def judge_translation(a: Figure, b: Figure, nearness: float, given: Given) -> PairVerdict:
    """The ruling on two figures whose sentences are translations: as sure as these lie near one another by meaning."""
    plain = of_values(a, b)
    sure = min(max((nearness - _STRANGE) / _SPREAD, 0.0), _MOST_SURE)
    if plain.held is None:
        return plain
    known = given.knows(a.excerpt.article, b) or given.knows(b.excerpt.article, a)
    if known and plain.is_clash:
        return PairVerdict(None, sure, (Doubt.KNOWS_THE_OTHER,))
    found = _shelf(plain.held[0], sure, keyed=False)
    return PairVerdict((found, plain.held[1]) if found is not None else None, sure, (Doubt.OTHER_LANGUAGE,))


_STRANGE, _SPREAD, _MOST_SURE = 0.35, 0.5, 0.9
"""Nearness of sentences that have nothing to do with one another, its way from there to sure, and the surest."""


def _is_unsettled(pair: Pair) -> bool:
    """Whether something that would settle it is missing, the sentences not being the same throughout."""
    if _is_settled_by_sentences(pair):
        return False
    f = pair.features
    known = f["same said"] and f["same thing"]
    if f["anybody"] or _is_slight(pair) or (f["shared"] < _SOMETHING and not known):
        return True
    return f["run"] < 1.0 and _is_contested(pair)


def _is_settled_by_sentences(pair: Pair) -> bool:
    """Whether the matcher is sure that the sentences say the same, of figures near each other and of no place."""
    f, a, b = pair.features, pair.a, pair.b
    if f["linked"] < _LINKED or pair.likeness < _LIKE or f["far values"] > _NEAR_VALUES or vetoes.is_elsewhere(a, b):
        return False
    return not (a.claim.reach.places or b.claim.reach.places or vetoes.is_one_sided(a, b))


def _is_contested(pair: Pair) -> bool:
    """Whether something speaks against their being of one thing: doubts, places, two names, one side unnamed."""
    f, a, b = pair.features, pair.a, pair.b
    near = f["shared"] >= _ALIKE
    alike = f["no contrast"] and near and bool(a.names - b.whole) == bool(b.names - a.whole)
    if not alike and vetoes.is_doubted(a.claim, b.claim):
        return True
    if near and vetoes.is_elsewhere(a, b):
        return True
    return bool(f["time"] and f["names swapped"]) or vetoes.is_one_sided(a, b)  # two presidents have two terms


def _is_slight(pair: Pair) -> bool:
    return vetoes.is_slight(pair.features) or any(vetoes.is_bare_nought(one.claim) for one in (pair.a, pair.b))


_LINKED, _LIKE, _NEAR_VALUES = 0.95, 1.0, 0.3
"""How surely the matcher holds two sentences to say the same, how like the figures are, and how near (in powers of ten)
they lie where that settles it."""
_SOMETHING = 0.15
"""The least shared weight with which anything is claimed."""
_ALIKE = 0.5
"""From which shared weight on two sentences without contrast say the same whatever the lexicon doubts."""


def refusals(pair: Pair, given: Given, plain: PairVerdict) -> tuple[Doubt, ...]:
    """What turns the pair away, whatever its confidence; `plain` is what its values alone say."""
    a, b = pair.a.claim, pair.b.claim
    if pair.keyed:
        found = vetoes.of_keyed(pair.a, pair.b, pair.features)
    else:
        found = vetoes.refusals(pair.a, pair.b, pair.features, echoed=given.is_echo(a.figure, b.figure))
    running = a.reach.running or b.reach.running  # a toll may well be told with what it was before
    told = not (pair.keyed and running) or a.figure.quantity.dimension in VALUED
    known = told and (given.knows(a.article, b.figure) or given.knows(b.article, a.figure))
    said = not pair.keyed and (given.says(a.article, b.figure) or given.says(b.article, a.figure))
    if plain.is_clash and (said or (known and not vetoes.is_copy(pair.features))):
        return (*found, Doubt.KNOWS_THE_OTHER)
    return found


def circumstances(pair: Pair, given: Given) -> dict[str, float]:
    """What bears on confidence beside likeness and rivals."""
    money = pair.keyed and pair.a.claim.figure.quantity.dimension == "money"
    running = pair.a.claim.reach.running or pair.b.claim.reach.running
    settling = vetoes.unsaid(pair.a, pair.b) | {
        "elsewhere": vetoes.is_elsewhere(pair.a, pair.b),
        "doubted": vetoes.is_doubted(pair.a.claim, pair.b.claim),
    }
    unsure = not (pair.a.claim.reach.clear and pair.b.claim.reach.clear)
    plain = {f"free {name}": 0.0 if pair.keyed else pair.features[name] for name in _FREE}
    return {
        "keyed": float(pair.keyed),
        "keyed far values": pair.features["far values"] * pair.keyed,
        "keyed money": float(money),
        "keyed money contrast": pair.features["contrast"] * money,
        "keyed twin": pair.features["twin"] * pair.keyed,
        "keyed one time": float(pair.keyed and pair.features["one time"] > 0),
        "sole": float(given.is_sole(pair.a.claim.figure) and given.is_sole(pair.b.claim.figure)),
        "left alone": float(
            given.is_left_alone(pair.a.claim.figure, pair.b.claim.article)
            and given.is_left_alone(pair.b.claim.figure, pair.a.claim.article)
        ),
        "keyed running": float(pair.keyed and running),
        "free unsure": float(unsure and not pair.keyed),
        **{f"free {name}": float(value and not pair.keyed) for name, value in settling.items()},
        **plain,
    }


_FREE = ("small", "time", "contrast", "twin", "run", "no contrast", "same head", "names swapped", "shared")
"""Features that tell more where no key holds the two together."""


def _shelf(found: Verdict, sure: float, keyed: bool, look: float = LOOK) -> Verdict | None:
    """Where a verdict belongs: claimed, worth a look, or nothing; `look` is from where on it is worth one."""
    if found in CLASH:
        return found if sure >= CLAIM else Verdict.LOOK if sure >= look else None
    return found if keyed or sure >= look else None
