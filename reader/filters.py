"""What a search is narrowed to: values that a person chose among the facets, and a stretch of days."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Self

from reader.dataclass import dataclass

KINDS = ("outlet", "month", "story", "language")
"""The kinds of facet, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class SearchFilters:
    """Of each kind any of the `chosen` values (a story by its number), and a day from `since` to `until`.

    Days are ISO 8601, both included, empty where nothing is said; a year or a month alone stand for all their days.
    """

    chosen: tuple[tuple[str, str], ...] = ()
    since: str = ""
    until: str = ""

    @classmethod
    def read(cls, kept: Mapping[str, object]) -> Self:
        """The narrowing that `kept` gave; what is odd in it is passed over."""
        values = {kind: kept.get(kind) for kind in KINDS}
        chosen = [(k, v) for k, found in values.items() if isinstance(found, list) for v in found if isinstance(v, str)]
        since, until = (day if isinstance(day := kept.get(name), str) else "" for name in ("since", "until"))
        return cls(tuple(dict.fromkeys(chosen)), since, until)

    def __bool__(self) -> bool:
        return bool(self.chosen or self.since or self.until)

    def of(self, kind: str) -> tuple[str, ...]:
        """The values chosen of one kind."""
        return tuple(value for one, value in self.chosen if one == kind)

    def toggled(self, kind: str, value: str) -> "SearchFilters":
        """With this value, or without it where it was chosen."""
        one = (kind, value)
        left = tuple(other for other in self.chosen if other != one)
        return replace(self, chosen=left if one in self.chosen else (*self.chosen, one))

    def without(self, kind: str) -> "SearchFilters":
        """As wide as it is where nothing of this kind was chosen."""
        return replace(self, chosen=tuple(other for other in self.chosen if other[0] != kind))

    def kept(self) -> dict[str, object]:
        """What JSON can hold of it."""
        found: dict[str, object] = {kind: list(self.of(kind)) for kind in KINDS if self.of(kind)}
        return found | {name: day for name, day in (("since", self.since), ("until", self.until)) if day}


NOTHING = SearchFilters()
