"""What filters and facets ask of each article - id, day, outlet, language - read once from a segment's columns."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from reader.search.query import between
from reader.search.scoring import days
from reader.search.values import Filters


class Facts:
    """One segment's columns as lists, by the article's number in it; nothing is read before it is asked for."""

    def __init__(self, reader: Any) -> None:
        self.reader = reader
        self._count = int(reader.doc_count_all())

    @cached_property
    def days(self) -> list[int]:
        """Days as numbers, 0 where there is none."""
        return days(self.reader)

    @cached_property
    def ids(self) -> list[str]:
        """The articles' ids."""
        return self._column("key")

    @cached_property
    def outlets(self) -> list[str]:
        """Outlets as they are written."""
        return self._column("outlet_name")

    @cached_property
    def languages(self) -> list[str]:
        """Languages by their code."""
        return self._column("language")

    @cached_property
    def months(self) -> list[str]:
        """Months such as 2031-03; a year alone, or nothing, where no more is known."""
        known = {day: month(day) for day in set(self.days)}
        return [known[day] for day in self.days]

    def allowed(self, filters: Filters) -> bytearray:
        """For each article 1 where it passes, else 0."""
        passing = bytearray(b"\1") * self._count
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

    def _column(self, name: str) -> list[str]:
        if not self.reader.has_column(name):
            return [""] * self._count
        column = self.reader.column_reader(name, translate=False)
        known: dict[bytes, str] = {}
        result = []
        for number in range(self._count):
            raw = bytes(column[number])
            text = known.get(raw)
            if text is None:
                text = known[raw] = raw.decode("utf-8", "surrogatepass")
            result.append(text)
        return result


class Remembered:
    """The facts of the segments that are open, kept from one committed state to the next: most segments stay."""

    def __init__(self) -> None:
        self._known: dict[str, Facts] = {}

    def of(self, readers: Iterable[Any]) -> list[Facts]:
        """The facts of these segments, one for each reader; those of all others are forgotten."""
        before, self._known = self._known, {}
        for reader in readers:
            segment = reader.segment()
            name = str(segment.segment_id()) if segment else ""  # none: the state has no articles at all
            facts = self._known[name] = before.get(name) or Facts(reader)
            facts.reader = reader  # the one before may be closed
        return list(self._known.values())


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
