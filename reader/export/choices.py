"""What a person may choose about a document."""

from dataclasses import dataclass

from reader.compare.options import CompareOptions


@dataclass(frozen=True, slots=True)
class Choices:
    """All of it or the differences only, and the settings that the comparison was made with, where they are known."""

    differences_only: bool = False
    settings: CompareOptions | None = None


EVERYTHING = Choices()
"""The whole comparison."""
