"""What the library knows of a comparison that it does not say itself, gathered for a document."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from reader.compare.comparison import Comparison
from reader.export.choices import Choices, DecisionLike, ImportProvenance
from reader.settings import Settings


class _Row(Protocol):
    """An article as the library lists it."""

    @property
    def id(self) -> str:
        """Its name in the library."""

    @property
    def added(self) -> str:
        """When it came, ISO 8601 in UTC."""

    @property
    def url(self) -> str:
        """Its address, or ""."""


class _Rows(Protocol):
    """The library, as far as a document asks it."""

    def rows_of(self, ids: Iterable[str], /) -> Sequence[_Row]:
        """The rows of some articles; those that are not there are left out."""


class Knows(Protocol):
    """A workspace, as far as a document asks it."""

    settings: Settings

    @property
    def library(self) -> _Rows:
        """Where the articles are kept."""

    def decisions(self, comparison: Comparison, /) -> Mapping[str, DecisionLike]:
        """What was decided on the findings of this comparison, by subject."""

    def story_of(self, ids: Sequence[str], /) -> str:
        """The name of the story that all of these articles are in, or ""."""


def gathered(workspace: Knows, found: Comparison) -> Choices:
    """The choices for a comparison of the library's articles: its settings, decisions, and how the articles came."""
    ids = [article.id for article in found.articles]
    return Choices(
        settings=workspace.settings.compare,
        decisions=workspace.decisions(found),
        story=workspace.story_of(ids),
        provenance={row.id: ImportProvenance(row.added, row.url) for row in workspace.library.rows_of(ids)},
    )
