"""The letters in which articles are set: face, size and measure, as the settings say; one for the whole window."""

from collections.abc import Mapping
from typing import Self

from reader.dataclass import dataclass
from reader.settings import InterfaceOptions

FACES: Mapping[str, tuple[str, ...]] = {
    "serif": ("Source Serif 4", "Source Serif Pro", "Charter", "Georgia", "C059", "Noto Serif", "DejaVu Serif"),
    "sans": ("Source Sans 3", "Inter", "Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", "DejaVu Sans"),
}
"""The families of each face, the dearest first: what a system lacks is passed over."""


@dataclass(frozen=True, slots=True)
class Typography:
    """Families, the size in points at a zoom of 1, and how many letters stand on a line at most."""

    families: tuple[str, ...]
    size: float
    measure: int

    @classmethod
    def of(cls, options: InterfaceOptions) -> Self:
        """As a person set it."""
        return cls(FACES[options.face], options.size, options.measure)


_current = Typography.of(InterfaceOptions())


def current() -> Typography:
    """The one that is in use; whoever sets text asks as it does."""
    return _current


def use(options: InterfaceOptions) -> bool:
    """Set articles like this from now on; whether that is another way than before, so that what is open is set anew."""
    global _current  # one window, one face
    before, _current = _current, Typography.of(options)
    return _current != before
