"""Taking turns: ours and each peer once a round, and of the ratios of the rounds the median."""

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import NamedTuple


class Spent(NamedTuple):
    """Seconds that some work took: by the clock, and of processors, those of its child processes too."""

    clock: float
    processor: float


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: some work of ours against one peer, or against nothing (`peer` is empty, `theirs` 0).

    `ratio` is the median of the rounds' ratios by the clock, `of_processor` by the processors' time; `goal` is what the
    first ought to be at most, or at least where `more` is better; 0: nothing was set. `unit` is "s", "ms" or "MB", of
    which `goal` names how many there may be.
    """

    area: str
    work: str
    ours: float
    peer: str = ""
    theirs: float = 0.0
    ratio: float = 0.0
    of_processor: float = 0.0
    goal: float = 0.0
    more: bool = False
    unit: str = "s"
    note: str = ""

    @property
    def is_reached(self) -> bool:
        """Whether the goal is met; where load on the machine lengthens the clock, the processors' ratio may show it."""
        told = [one for one in (self.ratio, self.of_processor) if one]
        told = [self.ours] if self.unit == "MB" else told
        if not told or not self.goal:
            return True
        return max(told) >= self.goal if self.more else min(told) <= self.goal


@dataclass(frozen=True, slots=True)
class Curve:
    """How something grows: for each line of a plot its points, both axes logarithmic."""

    title: str
    across: str
    up: str
    lines: Mapping[str, list[tuple[float, float]]] = field(default_factory=dict)


def clocked(work: Callable[[], object]) -> Spent:
    """What some work takes of this process and of children that it waits for."""
    begun, before = time.perf_counter(), _processor()
    work()
    return Spent(time.perf_counter() - begun, _processor() - before)


def _processor() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def quickest(work: Callable[[], object], times: int) -> float:
    """Seconds of this process's own time, the least of several goes: for curves, where only the shape counts."""
    best = float("inf")
    for _ in range(times):
        before = time.process_time()
        work()
        best = min(best, time.process_time() - before)
    return best


Work = Callable[[], Spent]


def in_turn(
    area: str,
    work: str,
    ours: Work,
    peers: Mapping[str, Work],
    rounds: int,
    goals: Mapping[str, float] | None = None,
    *,
    unit: str = "s",
    note: str = "",
) -> list[Row]:
    """A row for each peer. Every round asks all of them once, in an order that turns, as what comes first may warm."""
    names = ["", *peers]
    works = {"": ours, **peers}
    taken: dict[str, list[Spent]] = {name: [] for name in names}
    for number in range(rounds):
        for at in range(len(names)):
            name = names[(number + at) % len(names)]
            taken[name].append(works[name]())
    told = median(one.clock for one in taken[""])
    if not peers:
        return [Row(area, work, told, unit=unit, note=note)]
    return [
        Row(
            area, work, told, peer, median(one.clock for one in taken[peer]),
            _ratio(taken[""], taken[peer], 0), _ratio(taken[""], taken[peer], 1),
            (goals or {}).get(peer, 0.0), unit=unit, note=note,
        )
        for peer in peers
    ]  # fmt: skip


def _ratio(ours: list[Spent], theirs: list[Spent], which: int) -> float:
    pairs = [(one[which], other[which]) for one, other in zip(ours, theirs, strict=True)]
    return median(one / other for one, other in pairs if other > 0)


def median(values: Iterable[float]) -> float:
    """The middle one; 0 of none."""
    found = list(values)
    return statistics.median(found) if found else 0.0


def say(*found: Row | Curve) -> None:
    """Hand rows and curves to whoever started this area, a line of JSON each."""
    for one in found:
        print(json.dumps({type(one).__name__.lower(): asdict(one)}), flush=True)


def tell(words: str) -> None:
    """Say how far it is."""
    print(words, file=sys.stderr, flush=True)
