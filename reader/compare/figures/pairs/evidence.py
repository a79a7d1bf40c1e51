"""What speaks for two claims being of one thing, and what against: the features that confidence is made of."""

from collections.abc import Mapping
from math import exp, log10, sqrt

from reader.compare.figures.claims.claim import FigureClaim
from reader.compare.figures.pairs.profile import RUN, UNMEASURED, Profile
from reader.compare.figures.pairs.signs import MOMENTS, TIMES, signs
from reader.compare.figures.pairs.verdicts import commensurate, is_share
from reader.compare.figures.quantities.units import in_base
from reader.compare.figures.tokens import LETTERS
from reader.compare.meaning import EmbeddingScorer
from reader.text.spans import Span


class Evidence:
    """Tells the features of pairs of one comparison; `meaning` is what encoder and matcher know, if anything."""

    def __init__(self, meaning: EmbeddingScorer | None = None) -> None:
        self._meaning = meaning
        self._links: dict[tuple[str, str], dict[tuple[Span, Span], float]] = {}

    def features(self, a: Profile, b: Profile) -> dict[str, float]:
        """What two claims of one dimension have in common and what parts them, each about 0 to 1."""
        near, found = self.near(a, b), _features(a, b)
        meaning, linked = near or 0.0, self._linked(a, b)
        return found | {
            "meaning": meaning,
            "meaning squared": meaning**2,
            "meaning ratio": meaning * found["ratio"],
            "meaning contrast": meaning * found["contrast"],
            "meaning names": meaning * found["shared names"],
            "meaning unknown": float(near is None),
            "linked": linked,
            "linked alone": linked * found["alone"],
            "linked head": linked * found["same head"],
            "linked contrast": linked * found["contrast"],
            "meaning alone": meaning * found["alone"],
        }

    def near(self, a: Profile, b: Profile) -> float | None:
        """How near the two sentences lie by meaning."""
        if self._meaning is None:
            return None
        return self._meaning.similarity(a.claim.figure.excerpt, b.claim.figure.excerpt)

    def _linked(self, a: Profile, b: Profile) -> float:
        """How surely the matcher holds the two sentences to say the same, 0 to 1."""
        if self._meaning is None:
            return 0.0
        ours, theirs = a.claim.figure.excerpt, b.claim.figure.excerpt
        key = ours.article, theirs.article
        if key not in self._links:
            pairings = self._meaning.pairings(*key)
            self._links[key] = {(p.one.span, p.other.span): p.score / 100 for p in pairings}
        found = self._links[key]
        one, other = (self._meaning.statement(excerpt) for excerpt in (ours, theirs))
        return found.get((one, other), 0.0) if one is not None and other is not None else 0.0


def shared(a: Profile, b: Profile) -> float:
    """The weight of the words that stand around both."""
    small, large = (a.weights, b.weights) if len(a.weights) <= len(b.weights) else (b.weights, a.weights)
    return sum(sqrt(w * large[sense]) for sense, w in small.items() if sense in large)


def _circumstances(a: Profile, b: Profile, runs: float) -> dict[str, float]:
    """What is counted, by name, when and how, and how far the values lie apart."""
    far, names_a, names_b = _far(a, b), a.names - b.whole, b.names - a.whole
    said_a, said_b = a.claim.reach.said, b.claim.reach.said
    return {
        "shared noun": float(bool(a.noun & b.noun)),
        "same said": float(bool(said_a) and said_a == said_b),
        "other said": float(bool(said_a) and bool(said_b) and said_a != said_b),
        "same thing": float(bool(a.claim.reach.thing) and a.claim.reach.thing == b.claim.reach.thing),
        "shared names": min(len(a.names & b.names), 4) / 4,
        "other names": min(len(names_a), len(names_b), 3) / 3,
        "names swapped": float(bool(names_a) and bool(names_b)),
        "one time": float(_one_sided(a.adjuncts, b.adjuncts, times=True)),
        "other mood": float(a.moods != b.moods and bool(a.moods) and bool(b.moods)),
        "one mood": float(bool(a.moods) != bool(b.moods)),
        "other said time": float(a.claim.reach.time != b.claim.reach.time),
        "same unit": float(a.claim.figure.quantity.unit == b.claim.figure.quantity.unit or _are_shares(a, b)),
        "far values": min(far, 1.5),
        "out of reach": float(far >= _FAR),
        "small": float(_is_small(a) and _is_small(b)),
        "time": float(a.claim.figure.quantity.dimension in MOMENTS),
        "time run": runs / (2 * RUN) * (a.claim.figure.quantity.dimension in MOMENTS),
    }


def _features(a: Profile, b: Profile) -> dict[str, float]:
    common = shared(a, b)
    only_a = sum(w for sense, w in a.weights.items() if sense not in b.whole)
    only_b = sum(w for sense, w in b.weights.items() if sense not in a.whole)
    contrast, extra = min(only_a, only_b), abs(only_a - only_b)
    runs = _run(a.left, b.left) + _run(a.right, b.right)
    heads = bool(a.head) and bool(b.head)
    same_head = heads and (a.head == b.head)
    other_head = float(heads and a.head not in b.whole and b.head not in a.whole)
    distinct = _is_distinct(a) and _is_distinct(b)
    return (
        signs(a, b)
        | {
            "shared": min(common, 6.0) / 3.0,
            "ratio": common / (common + contrast + 0.25),
            "ratio squared": (common / (common + contrast + 0.25)) ** 2,
            "shared contrast": min(common, 6.0) / 3.0 * min(contrast, 4.0) / 2.0,
            "overlap": common / (common + only_a + only_b + 0.25),
            "contrast": min(contrast, 4.0) / 2.0,
            "no contrast": float(contrast < _NONE),
            "slight contrast": float(contrast < _SLIGHT),
            "twin": float(common >= _TWIN_SHARED and _NONE <= contrast < _TWIN_CONTRAST and common >= contrast),
            "contained": exp(-3.0 * contrast) * min(common, 2.0) / 2.0,
            "extra": min(extra, 4.0) / 2.0,
            "run": runs / (2 * RUN),
            "verbatim": float(_is_verbatim(a.claim, b.claim)),
            "flush": float(_run(a.left, b.left) >= 2 and _run(a.right, b.right) >= 2),
            "alone": float(a.is_alone and b.is_alone),
            "same head": float(same_head),
            "other head": other_head,
            "other head contrast": min(contrast, 4.0) / 2.0 * other_head,
            "other head common": other_head * (not distinct),
            "other head alone": other_head * (a.is_alone and b.is_alone),
            "distinct": float(distinct),
            "distinct head": float(distinct and same_head),
        }
        | _circumstances(a, b, runs)
    )


_NONE, _SLIGHT = 0.12, 0.4
_TWIN_SHARED, _TWIN_CONTRAST = 0.8, 1.0
"""Sentences alike but for a telling word on each side tell of two things: girls and boys, this mill and that."""
_HANDFUL = 5
_FAR = 1.5
"""Powers of ten by which two values differ at most that are of one thing."""


def _is_small(one: Profile) -> bool:
    """Whether it counts no more than a handful: of such there are many in every text."""
    quantity = one.claim.figure.quantity
    return quantity.dimension == "count" and quantity.value[1] <= _HANDFUL


def _is_distinct(one: Profile) -> bool:
    """Whether it counts or measures more than is counted in every text."""
    quantity = one.claim.figure.quantity
    return quantity.dimension not in UNMEASURED and quantity.value[1] >= _MANY


_MANY = 20


def _run(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """How many words stand alike on one side, from the figure on."""
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    if len(a) == len(b) == count and count < RUN:  # both at the edge of their sentence: alike to its end
        return RUN
    return count


def _is_verbatim(a: FigureClaim, b: FigureClaim) -> bool:
    """Whether the two stand in one sentence, word for word, numbers and all: but for the two themselves."""
    ours, theirs = a.clause.sentence.words, b.clause.sentence.words
    before, behind = a.first, len(ours) - a.end
    return (
        before == b.first
        and behind == len(theirs) - b.end
        and sum(word.kind == LETTERS for word in (*ours[:before], *ours[a.end :])) >= _SENTENCE
        and all(x.form == y.form for x, y in zip(ours[:before], theirs[:before], strict=True))
        and all(x.form == y.form for x, y in zip(ours[a.end :], theirs[b.end :], strict=True))
    )


_SENTENCE = 4
"""How many words besides the figure a sentence has that is one, and no entry of a list."""


def _one_sided(a: Mapping[str, str], b: Mapping[str, str], times: bool) -> int:
    return sum(1 for kind in a.keys() ^ b.keys() if (kind in TIMES) == times)


def _far(a: Profile, b: Profile) -> float:
    """By how many powers of ten the two values differ."""
    left, right = a.claim.figure.quantity, b.claim.figure.quantity
    left, right = commensurate(left, right)
    if left.dimension in UNMEASURED:
        return 0.0
    x, y = (abs(in_base(quantity.value[1], quantity.unit)) for quantity in (left, right))
    return abs(log10(x / y)) if x > 0 and y > 0 else 0.0


def _are_shares(a: Profile, b: Profile) -> bool:
    return is_share(a.claim.figure.quantity) and is_share(b.claim.figure.quantity)
