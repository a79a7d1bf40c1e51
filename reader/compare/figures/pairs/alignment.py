"""Candidate pairs by alignment: figures of one measure that are each other's best match by what stands around them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, combinations
from math import sqrt

from reader.compare.figures.claims.reach import SAME_YEAR
from reader.compare.figures.pairs import confidence, verdicts, vetoes
from reader.compare.figures.pairs.evidence import Evidence
from reader.compare.figures.pairs.given import Given
from reader.compare.figures.pairs.profile import Profile
from reader.compare.figures.pairs.signs import MOMENTS
from reader.compare.figures.quantities.bounds import PAIRED
from reader.compare.passages.terms import NUMBER, Lexis, term
from reader.dataclass import dataclass
from reader.lexicon import load

Measure = tuple[str, str, str]
"""What two figures must share to be held against one another by the words around them: the dimension, the currency of
money, and the language."""

_BEST = 4
"""How many claims of another article are looked at closely for each claim."""
_COMMONPLACE = 40
"""A word around more claims of one measure than this brings none of them together."""
_FEW = 2
"""An article with so few claims of a measure has all of them looked at, whatever words they share."""
_TIED = 0.05
"""By how much likeness (as log-odds) two rivals may differ and still be as good as one another."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """Two claims of different articles that may be of one thing: their features, how far behind their rivals are."""

    a: Profile
    b: Profile
    features: dict[str, float]
    likeness: float
    """Log-odds by the features alone."""
    margin: float
    """By how much the better rival of either is less like; large where there is none."""


def measure(one: Profile) -> Measure:
    """The measure of a claim."""
    quantity = one.claim.figure.quantity
    dimension = "percent" if verdicts.is_share(quantity) else _MEASURED_AS.get(quantity.dimension, quantity.dimension)
    if verdicts.is_degree(quantity):
        dimension = "temperature"
    currency = quantity.unit.partition(verdicts.PER)[0] if quantity.dimension == "money" else ""
    return dimension, currency, one.claim.clause.language


_MEASURED_AS = dict.fromkeys(PAIRED, "score")
"""Dimensions that are one measure: a vote may be told without saying that it is one."""


def candidates(profiles: Iterable[Profile], evidence: Evidence, given: Given) -> Iterator[Candidate]:
    """All pairs that are each other's best match within their measure and two articles."""
    for group in by_measure(profiles).values():
        yield from mutual(likely(group, evidence, given))


def by_measure(profiles: Iterable[Profile]) -> dict[Measure, list[Profile]]:
    """The claims of each measure, in their order."""
    found: dict[Measure, list[Profile]] = defaultdict(list)
    for one in profiles:
        if one.claim.reading.unit not in _POINTING and not _is_stamp(one):
            quantity, language = one.claim.figure.quantity, one.claim.clause.language
            found[measure(one)].append(one)
            if quantity.dimension == "month" and verdicts.is_moment_of_year(quantity):
                found["year", "", language].append(one)  # beside a bare year it is one
            if verdicts.is_part_of_month(quantity):
                found["month", "", language].append(one)
    return found


def _is_stamp(one: Profile) -> bool:
    """Whether it says when a page was made, and nothing of what it tells: Updated: 11 November, 20:09."""
    if one.claim.figure.quantity.dimension not in MOMENTS:
        return False
    stamps = _stamps()
    return all(sense.startswith(NUMBER) or sense in stamps for sense in one.whole)


@cache
def _stamps() -> frozenset[str]:
    table, english = load("times"), Lexis.of("en")
    forms = chain(table["months"], table["weekdays"], table["zones"], table["stamps"])
    return frozenset(term(form, english)[1] for form in forms)


_POINTING = frozenset(["weekday", "relative"])
"""Dates that only point (Monday, yesterday) say when other things are so, and are nothing to be matched themselves."""


def likely(
    group: Sequence[Profile], evidence: Evidence, given: Given
) -> list[tuple[int, int, float, dict[str, float], Profile, Profile]]:
    """The pairs of one measure worth a close look, with their likeness and features.

    What the other article gives too, elsewhere, has its match there: it is no match for anything else.
    """
    chosen: set[tuple[int, int]] = set()
    best: dict[tuple[int, str], list[tuple[float, int, int]]] = defaultdict(list)
    for (i, j), score in _sharing(group).items():
        best[i, group[j].claim.article].append((score, i, j))
        best[j, group[i].claim.article].append((score, i, j))
    for found in best.values():
        found.sort(reverse=True)
        chosen.update((i, j) for _score, i, j in found[:_BEST])
    chosen.update(_sole(group))
    chosen.update(_echoes(group, given))
    chosen.update(_of_one_scope(group))
    result = []
    for i, j in sorted(chosen):
        told = evidence.features(group[i], group[j])
        alike = confidence.likeness(told)
        ours, theirs = group[i].claim.figure, group[j].claim.figure
        if told["verbatim"]:
            alike = max(alike, _VERBATIM)
        elif vetoes.is_copy(told):  # with the same words around both, how far their values lie apart parts nothing
            alike = max(alike, _COPIED)
        elif given.is_echo(ours, theirs):
            alike = max(alike, _ECHOED)
        elif given.is_settled(ours, theirs.excerpt.article) or given.is_settled(theirs, ours.excerpt.article):
            alike = min(alike, _SETTLED)
        result.append((i, j, alike, told, group[i], group[j]))
    return result


def _sharing(group: Sequence[Profile]) -> dict[tuple[int, int], float]:
    """What the pairs of different articles share, by an index over the words around them."""
    index: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(group):
        for sense in one.weights:
            index[sense].append(i)
    score: dict[tuple[int, int], float] = defaultdict(float)
    for sense, places in index.items():
        if len(places) > _COMMONPLACE:
            continue
        for n, i in enumerate(places):
            for j in places[n + 1 :]:
                if group[i].claim.article != group[j].claim.article:
                    score[i, j] += sqrt(group[i].weights[sense] * group[j].weights[sense])
    return score


def _echoes(group: Sequence[Profile], given: Given) -> Iterator[tuple[int, int]]:
    """The pairs of one telling value, whatever words they share."""
    by_value: dict[float, list[int]] = defaultdict(list)
    for i, one in enumerate(group):
        by_value[one.claim.figure.quantity.value[1]].append(i)
    for places in by_value.values():
        for n, i in enumerate(places[:_COMMONPLACE]):
            for j in places[n + 1 : _COMMONPLACE]:
                a, b = group[i].claim.figure, group[j].claim.figure
                if a.excerpt.article != b.excerpt.article and given.is_echo(a, b):
                    yield i, j


def _of_one_scope(group: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """The pairs of which the lexicon knows that the same is said of the same: the revenue, the sentence."""
    by_scope: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, one in enumerate(group):
        reach = one.claim.reach
        if reach.said and reach.said != SAME_YEAR:
            by_scope[reach.said, reach.thing].append(i)
    for places in by_scope.values():
        if len(places) <= _COMMONPLACE:
            yield from ((i, j) for i, j in combinations(places, 2) if group[i].claim.article != group[j].claim.article)


def _sole(group: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """All pairs of articles that have few figures of the measure."""
    by_article: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(group):
        by_article[one.claim.article].append(i)
    few = [places for places in by_article.values() if len(places) <= _FEW]
    for n, ours in enumerate(few):
        for theirs in few[n + 1 :]:
            yield from ((min(i, j), max(i, j)) for i in ours for j in theirs)


_VERBATIM = 9.0
"""The least likeness of figures in one and the same sentence."""
_COPIED = 4.0
"""The least likeness of figures in copied words: that of the surest that are told in like ones."""
_ECHOED, _SETTLED = 2.0, -8.0
"""The least likeness of figures of one telling value, and the most of a figure whose value stands elsewhere."""
NO_RIVAL = 3.0
"""The margin of claims that have no rival, and the most that one has."""


def mutual(pairs: Sequence[tuple[int, int, float, dict[str, float], Profile, Profile]]) -> Iterator[Candidate]:
    """Those that are the best match of both, with how far the next one is behind."""
    ranked: dict[tuple[int, str], list[float]] = defaultdict(list)
    for i, j, likeness, _told, a, b in pairs:
        ranked[i, b.claim.article].append(likeness)
        ranked[j, a.claim.article].append(likeness)
    for found in ranked.values():
        found.sort(reverse=True)
    for i, j, likeness, told, a, b in pairs:
        of_a, of_b = ranked[i, b.claim.article], ranked[j, a.claim.article]
        if likeness < max(of_a[0], of_b[0]) - _TIED:
            continue
        behind = [likeness - found[1] for found in (of_a, of_b) if len(found) > 1]
        yield Candidate(a, b, told, likeness, min([NO_RIVAL, *(max(x, 0.0) for x in behind)]))
