"""What filters and facets ask of each article - id, day, outlet, language - read once from a part of an index."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, TypeVar

from reader.search.query import between
from reader.search.values import EVERYTHING, FacetCount, Filters

F = TypeVar("F", bound="Facts")
_FILTERS = 8  # filters whose passing articles are remembered


class Facts(ABC):
    """One part's columns as lists, by the article's number in it; nothing is read before it is asked for."""

    source: Any
    """What they are read from; another one for the same part may be put in its place."""

    @property
    @abstractmethod
    def count(self) -> int:
        """How many numbers there are, those of articles that are gone with them."""

    @property
    @abstractmethod
    def days(self) -> list[int]:
        """Days as numbers, 0 where there is none."""

    @property
    @abstractmethod
    def ids(self) -> list[str]:
        """The ids of all articles of the index, by their numbers."""

    @property
    @abstractmethod
    def outlets(self) -> list[str]:
        """Outlets as they are written."""

    @property
    @abstractmethod
    def languages(self) -> list[str]:
        """Languages by their code."""

    @cached_property
    def months(self) -> list[str]:
        """Months such as 2031-03; a year alone, or nothing, where no more is known."""
        known = {day: month(day) for day in set(self.days)}
        return [known[day] for day in self.days]

    def allowed(self, filters: Filters) -> bytearray:
        """For each article 1 where it passes, else 0."""
        passing = bytearray(b"\1") * self.count
        if filters.since or filters.until:
            first, last = between(filters.since, filters.until)
            _keep(passing, self.days, lambda day: first <= day <= last)
        if filters.outlets:
            _keep(passing, self.outlets, filters.outlets.__contains__)
        if filters.months:
            _keep(passing, self.months, filters.months.__contains__)
        if filters.languages:
            _keep(passing, self.languages, filters.languages.__contains__)
        if filters.ids is not None:
            _keep(passing, self.ids, filters.ids.__contains__)
        if filters.without:
            _keep(passing, self.ids, lambda article_id: article_id not in filters.without)
        return passing


class FactsCache:
    """The facts of the parts that are open, kept from one committed state to the next: most parts stay."""

    def __init__(self) -> None:
        self._known: dict[str, Any] = {}

    def of(self, parts: Iterable[tuple[str, Any]], kind: Callable[[Any], F]) -> list[F]:
        """The facts of these parts, by their names and with what each is read from; all others are forgotten."""
        before, self._known = self._known, {}
        for name, source in parts:
            facts = self._known[name] = before.get(name) or kind(source)
            facts.source = source  # the one before may be closed
        return list(self._known.values())


class AllowedArticles:
    """Which articles of each part pass filters; told anew only for other filters than were asked of late."""

    def __init__(self, parts: Sequence[Facts]) -> None:
        self._parts = parts
        self._passing: dict[Filters, list[bytearray]] = {}

    def of(self, filters: Filters) -> list[bytearray] | None:
        """A byte for each article of each part, 1 where it passes; None where all do."""
        if filters == EVERYTHING:
            return None
        if filters not in self._passing:
            if len(self._passing) >= _FILTERS:
                self._passing.clear()
            self._passing[filters] = [facts.allowed(filters) for facts in self._parts]
        return self._passing[filters]


_FACETS: dict[str, Callable[[Facts], list[str]]] = {
    "outlet": lambda facts: facts.outlets,
    "language": lambda facts: facts.languages,
    "month": lambda facts: facts.months,
}


def facet_counts(
    parts: Sequence[Facts], found: Sequence[Sequence[int]]
) -> tuple[tuple[FacetCount, ...], tuple[str, ...]]:
    """How many of the articles found, by their numbers in each part, have one value; and the ids of all."""
    facets = []
    for kind, column in _FACETS.items():
        counts: Counter[str] = Counter()
        for facts, numbers in zip(parts, found, strict=True):
            values = column(facts)
            counts.update([values[number] for number in numbers])
        ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        facets += [FacetCount(kind, value, count) for value, count in ordered]
    pairs = zip(parts, found, strict=True)
    return tuple(facets), tuple(facts.ids[number] for facts, numbers in pairs for number in numbers)


def month(day: int) -> str:
    """The month of a day as a number such as 20310304."""
    if not day:
        return ""
    return f"{day // 10_000:04}-{day // 100 % 100:02}" if day // 100 % 100 else f"{day // 10_000:04}"


def _keep(passing: bytearray, values: Iterable[Any], passes: Callable[[Any], bool]) -> None:
    known: dict[Any, bool] = {}
    for number, value in enumerate(values):
        if passing[number]:
            passed = known.get(value)
            if passed is None:
                passed = known[value] = passes(value)
            passing[number] = passed
