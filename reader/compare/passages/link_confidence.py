"""How sure it is that two excerpts say the same, from what they share and what their sentences mean: learnt weights."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from math import inf, log

from reader.compare.passages.alignment import AlignedRuns
from reader.compare.passages.link_evidence import LinkEvidence
from reader.compare.passages.nearness import Near
from reader.dataclass import dataclass
from reader.lexicon import load

_TELLING = 2.5
"""Weight from which on words in the same order are no idiom."""
_COPIED, _LONG = 0.8, 8
"""Likeness in order, and words, from which on an excerpt is copied."""
_SAME = 0.97
"""The same likeness where two articles tell of two events in one pattern."""
_BARE = 0.9
"""Weight of plain words up to which little but names is shared."""
_SMALL = 0.4
"""Weight of words written small up to which no word tells anything."""
_MOST_SHARED, _MOST_TERMS, _MOST_FIGURES, _MOST_QUOTED, _MOST_SMALL, _MOST_APART = 8.0, 12, 2.0, 3.0, 4.0, 8.0

Features = Mapping[str, float]


KINDS = ("words", "meaning", "foreign")
"""Kinds of link: without vectors, with them, and between two languages, where words tell nothing."""


Branch = tuple[str, float, float, float]
"""A feature, the bound that its value is held against, and what a link gains, in log-odds, up to it and above."""
Tree = tuple[str, float, Branch, Branch]
"""The same, with what is asked next instead of a gain."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature brings, in log-odds, by kind of link; "constant" is what every link has."""

    alone: Mapping[str, Features]
    """Of what two excerpts tell by themselves."""
    whole: Mapping[str, Features]
    """Of that, and of what stands around them: the evidence by itself is one more feature."""
    trees: Mapping[str, Sequence[Tree]]
    """What is added where what a feature tells depends on another; kinds without any are left out."""
    _most: dict[str, float] = field(default_factory=dict)
    """The most that the trees of a kind can add."""

    def score(self, kind: str, told: Features, least: float = -inf) -> float:
        """The log-odds of a link, of which all is told: what stands around it too.

        Where they are below `least` whatever the trees may add, these are not asked.
        """
        odds, trees = logit(told, self.whole[kind]), self.trees.get(kind, ())
        if kind not in self._most:
            self._most[kind] = sum(max(*below[2:], *above[2:]) for _name, _bound, below, above in trees)
        return odds if odds + self._most[kind] < least else odds + mended(told, trees)


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights that come with the program; `tests/quality/learn_passages.py` learns them."""
    return Weights(**load("passages", "weights"))


def is_copy(e: LinkEvidence, *, strange: bool = False) -> bool:
    """Whether the same words in the same order, and enough of them, leave no doubt; all but all of two `strange`."""
    return e.order >= (_SAME if strange else _COPIED) and e.shorter >= _LONG and e.telling >= _TELLING


def logit(told: Features, learnt: Features) -> float:
    """The log-odds of a link of such features."""
    total = 0.0
    for name, weight in learnt.items():  # hundreds of thousands of times: no generator
        if name != "constant":
            total += weight * told[name]
    return learnt["constant"] + total


def mended(told: Features, trees: Sequence[Tree]) -> float:
    """What trees add to the log-odds of a link."""
    total = 0.0
    for first, bound, below, above in trees:
        name, at, low, high = below if told[first] <= bound else above
        total += low if told[name] <= at else high
    return total


def told(found: AlignedRuns) -> tuple[str, Features]:
    """The kind of a link, and what is told of it by name."""
    e, near = found.evidence, found.near
    if found.foreign:
        return "foreign", _of_meaning(near or Near(0.0, 0.0, 0.0)) | _across(e)
    if near is None:
        return "words", _of_words(e)
    both = {"cosine_held": near.cosine * e.held[0], "cosine_wide": near.cosine * e.wide}
    return "meaning", _of_words(e) | _of_meaning(near) | both


def _across(e: LinkEvidence) -> dict[str, float]:
    """What words tell between languages: names and figures that both write alike."""
    return {"figures": min(e.figures, _MOST_FIGURES), "shared": min(e.shared, _TELLING), "log_shorter": log(e.shorter)}


def _of_meaning(near: Near) -> dict[str, float]:
    return {"cosine": near.cosine, "margin": near.margin, "lead": near.lead}


def _of_words(e: LinkEvidence) -> dict[str, float]:
    return {
        "bare": float(e.plain < _BARE and e.shared < _TELLING),
        "log_shared": log(e.shared + 0.2),
        "shared": min(e.shared, _MOST_SHARED),
        "narrow": e.narrow,
        "wide": e.wide,
        "order": e.order * min(1.0, e.shared / _TELLING),
        "figures": min(e.figures, _MOST_FIGURES),
        "quoted": min(e.quoted, _MOST_QUOTED),
        "log_shorter": log(e.shorter),
        "log_longer": log(e.longer),
        "terms": float(min(len(e.terms), _MOST_TERMS)),
        "small": min(e.small, _MOST_SMALL),
        "no_small": float(e.small < _SMALL),
        "both_verbs": float(e.verbs == 2),
        "no_verb": float(e.verbs == 0),
        "verb_shared": float(e.verb_shared),
        "names_apart": min(e.names_apart, _MOST_APART),
        "names_around": min(e.names_around, _MOST_APART),
        "words_apart": min(e.words_apart, _MOST_APART),
        "denied": float(e.denied),
        "spoken_least": e.spoken[0],
        "spoken_most": e.spoken[1],
        "held_least": e.held[0],
        "held_most": e.held[1],
        "around_wide": e.around[0],
        "around_narrow": e.around[1],
        "order_unheld": e.order * (1 - e.held[0]),
        "opposed": e.opposed,
    }
