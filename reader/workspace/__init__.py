"""The use cases, one short method each: the only seam between the face and the core."""

from reader.workspace.comparing import compare_articles, figures_of
from reader.workspace.values import FoundArticle, Imported, ImportReport, SearchResults, Status
from reader.workspace.workspace import Workspace

__all__ = [
    "FoundArticle",
    "ImportReport",
    "Imported",
    "SearchResults",
    "Status",
    "Workspace",
    "compare_articles",
    "figures_of",
]
