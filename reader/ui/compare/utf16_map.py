"""The border between Python's code points and Qt's UTF-16 units: the only place that converts."""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Converts offsets into one text; building it is one scan, each question a bisection."""

    def __init__(self, text: str) -> None:
        self._points = [found.start() for found in _ASTRAL.finditer(text)]
        self._middles = [point + i + 1 for i, point in enumerate(self._points)]

    def units(self, point: int) -> int:
        """The UTF-16 offset of a code point offset."""
        return point + bisect_left(self._points, point)

    def point(self, unit: int) -> int:
        """The code point offset of a UTF-16 offset; inside a surrogate pair, that of the character."""
        pairs = bisect_left(self._middles, unit)
        inside = pairs < len(self._middles) and self._middles[pairs] == unit
        return self._points[pairs] if inside else unit - pairs
