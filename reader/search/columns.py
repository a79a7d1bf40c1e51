"""A Whoosh segment's columns as what filters and facets ask."""

from functools import cached_property
from typing import Any

from reader.search.facts import Facts
from reader.search.ranking import days


class Columns(Facts):
    """Read from a segment's reader."""

    def __init__(self, reader: Any) -> None:
        """Nothing is read yet."""
        self.source = reader
        self._count = int(reader.doc_count_all())

    @property
    def count(self) -> int:
        """As `Facts.count`."""
        return self._count

    @cached_property
    def days(self) -> list[int]:
        """As `Facts.days`."""
        return days(self.source)

    @cached_property
    def ids(self) -> list[str]:
        """As `Facts.ids`."""
        return self._column("key")

    @cached_property
    def outlets(self) -> list[str]:
        """As `Facts.outlets`."""
        return self._column("outlet_name")

    @cached_property
    def languages(self) -> list[str]:
        """As `Facts.languages`."""
        return self._column("language")

    def _column(self, name: str) -> list[str]:
        if not self.source.has_column(name):
            return [""] * self._count
        column = self.source.column_reader(name, translate=False)
        known: dict[bytes, str] = {}
        result = []
        for number in range(self._count):
            raw = bytes(column[number])
            text = known.get(raw)
            if text is None:
                text = known[raw] = raw.decode("utf-8", "surrogatepass")
            result.append(text)
        return result
