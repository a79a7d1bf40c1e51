"""What a person may choose about a document, and what the library knows that a comparison does not."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Protocol

from reader.compare.options import CompareOptions
from reader.dataclass import dataclass

SECTIONS = (
    "cover", "ledger", "pictures", "side", "passages", "quotations", "own", "coverage", "names", "origins", "record",
)  # fmt: skip
"""The sections of a document, in their order; the names that `Choices.sections` takes."""
DIFFERENCES = ("cover", "ledger", "pictures", "quotations", "own", "coverage", "passages", "record")
"""Those of a document that tells the differences only."""
IN_WORD = ("cover", "ledger", "quotations", "own", "record")
"""Those that a Word document holds, where they are wanted."""


class DecisionLike(Protocol):
    """What a reader decided on a finding, as the library's `Decision` has it; `kind` is "confirmed", "dismissed"..."""

    @property
    def kind(self) -> str:
        """What was decided."""

    @property
    def reason(self) -> str:
        """Why, or ""."""

    @property
    def note(self) -> str:
        """What the reader wrote beside it, or ""."""

    @property
    def decided(self) -> str:
        """When, ISO 8601 in UTC."""

    @property
    def came(self) -> Sequence[str]:
        """The names of the articles of which something came in since."""

    @property
    def left(self) -> Sequence[str]:
        """The names of those that no longer belong to it."""


@dataclass(frozen=True, slots=True)
class ImportProvenance:
    """How an article came into the library: when, ISO 8601 in UTC, and from which address; "" where not known."""

    imported: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """All of it or the differences only, which sections, and what is known besides.

    `settings`: those the comparison was made with, where they are known. `sections`: the names of those that are
    wanted, None for all. `decisions`: what was decided on findings, by their names (`compare.subjects`).
    `provenance`: by article id. `bom`: whether CSV begins with the mark by which spreadsheets know UTF-8. `story`: the
    name of the story that all articles are in, "" for none.
    """

    differences_only: bool = False
    settings: CompareOptions | None = None
    sections: frozenset[str] | None = None
    decisions: Mapping[str, DecisionLike] = field(default_factory=dict)
    provenance: Mapping[str, ImportProvenance] = field(default_factory=dict)
    bom: bool = True
    story: str = ""

    @property
    def told(self) -> tuple[str, ...]:
        """The names of the sections that the document will have, in order."""
        offered = DIFFERENCES if self.differences_only else SECTIONS
        return tuple(name for name in offered if self.sections is None or name in self.sections)


EVERYTHING = Choices()
"""The whole comparison."""
