"""Tolls that name the dead by what they were there for: skiers, fans, shoppers."""

from collections.abc import Sequence
from dataclasses import replace

from reader.compare.comparison import Verdict
from reader.compare.figures import lexicon
from reader.compare.figures.claims.claim import FigureClaim
from reader.compare.figures.claims.reach import Reach
from reader.compare.figures.pairs import verdicts
from reader.lexicon import load

_CROWDS = frozenset(lexicon.lemma(form) for form in load("scopes")["tolls"]["crowds"])
_SAID = frozenset(["killed", "injured"])


def whole(entries: Sequence[FigureClaim], opening: int) -> list[FigureClaim]:
    """The entries of one article; what its opening (up to character `opening`) tells of skiers killed is its toll of
    people killed, where it tells no other."""
    told = _tolls(entries)
    return [_as_people(entry, opening, entries, told) for entry in entries]


def _tolls(entries: Sequence[FigureClaim]) -> list[FigureClaim]:
    return [e for e in entries if e.reach.clear and e.reach.said in _SAID and not e.reach.time]


def _as_people(
    entry: FigureClaim, opening: int, entries: Sequence[FigureClaim], told: Sequence[FigureClaim]
) -> FigureClaim:
    reach = entry.reach
    if entry.figure.sentence.start >= opening or lexicon.lemma(_last(reach)) not in _CROWDS:
        return entry
    if not reach.clear or reach.said not in _SAID or reach.which or reach.time:
        return entry
    beside = any(
        e is not entry and e.figure.sentence == entry.figure.sentence and e.reach.said == reach.said for e in entries
    )
    others = [e for e in told if e.reach.said == reach.said and e.reach.thing != reach.thing]
    if beside or any(_differ(entry, other) for other in others):
        return entry
    label = f"people {lexicon.SAID[reach.said].label}"
    return replace(
        entry,
        reach=replace(reach, thing="people", label=label),
        figure=replace(entry.figure, scope=replace(entry.figure.scope, counted="people", label=label)),
    )


def _last(reach: Reach) -> str:
    """The noun of a count, as its label has it."""
    return reach.label.split(" ", 1)[0] if reach.label else ""


def _differ(a: FigureClaim, b: FigureClaim) -> bool:
    return verdicts.verdict(a.figure.quantity, b.figure.quantity)[0] is Verdict.CONFLICT
