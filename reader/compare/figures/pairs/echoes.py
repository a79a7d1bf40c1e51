"""Equal figures in like words: what no class tells apart is known to agree where the words around it are shared."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from reader.compare.figures import lexicon
from reader.compare.figures.claims.claim import Claim
from reader.compare.figures.numbers import numerals
from reader.compare.figures.quantities.reading import Reading
from reader.compare.figures.quantities.units import in_base
from reader.compare.figures.tokens import LETTERS, Sentence
from reader.lexicon import load

REACH = 10
"""How many words on either side of a figure are its company."""
SHARED = 3
"""How many of them two equal figures must share."""
_LEFT_OUT = frozenset(["date", "clock", "ordinal"])
_SMALL = (
    frozenset(load("stopwords")["en"].split())
    | lexicon.PREPOSITIONS
    | lexicon.DETERMINERS
    | lexicon.AUXILIARY
    | lexicon.PRONOUNS
    | lexicon.CONJUNCTIONS
)


def company(sentence: Sentence, reading: Reading) -> frozenset[str]:
    """The dictionary forms of the telling words around a figure, numbers left out."""
    near = (
        *sentence.words[max(0, reading.first - REACH) : reading.first],
        *sentence.words[reading.end : reading.end + REACH],
    )
    telling = (w.form for w in near if w.kind == LETTERS and w.form not in _SMALL and not numerals.kind_of(w.form)[0])
    return frozenset(lexicon.lemma(form) for form in telling)


def echoes(entries: Iterable[Claim], main: frozenset[str]) -> list[list[Claim]]:
    """Groups of figures of several articles that are equal and stand in like words."""
    found: dict[tuple[str, float, float], list[Claim]] = {}
    for entry in entries:
        quantity = entry.figure.quantity
        if quantity.dimension in _LEFT_OUT or entry.reach.part:
            continue
        low, high = (in_base(value, quantity.unit) for value in quantity.value)
        found.setdefault((_kind(entry), _rounded(low), _rounded(high)), []).append(entry)
    return [group for equal in found.values() for group in _alike(equal, main)]


def _kind(entry: Claim) -> str:
    quantity = entry.figure.quantity
    return f"{quantity.dimension} {quantity.unit}" if quantity.dimension == "money" else entry.reach.kind


def _rounded(value: float) -> float:
    """Two digits that count: a foot or so does not part what was converted."""
    return float(f"{value:.2g}")


def _alike(equal: Sequence[Claim], main: frozenset[str]) -> list[list[Claim]]:
    """Of equal figures those that share enough words with another, each in one group."""
    groups: list[list[Claim]] = []
    for entry in sorted(equal, key=lambda e: e.figure.excerpt)[:MOST]:
        home = next((g for g in groups if all(_shared(entry, other, main) for other in g)), None)
        if home is None:
            groups.append([entry])
        else:
            home.append(entry)
    return [
        g for g in groups if any(a.figure.excerpt.article != b.figure.excerpt.article for a, b in combinations(g, 2))
    ]


def _company(claim: Claim) -> frozenset[str]:
    return company(claim.clause.sentence, claim.reading)


def _shared(a: Claim, b: Claim, main: frozenset[str]) -> bool:
    """Whether two figures count the same noun in like company, or stand in very like company."""
    both = _company(a) & _company(b)
    same = len(both - main)
    return (
        same >= SHARED
        or len(both) > SHARED
        or (same >= SHARED - 1 and bool(a.reach.thing) and a.reach.thing == b.reach.thing)
    )


MOST = 60
"""Of more equal figures than this the rest is left alone."""
