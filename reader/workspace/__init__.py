"""The use cases, one short method each: the only seam between the face and the core."""

from reader.vectors.loading import missing as meaning_missing
from reader.workspace.comparing import compare_articles, explain_figures, figures_of, has_unread_figures
from reader.workspace.matching import StoryMatch
from reader.workspace.values import (
    Facet,
    FoundArticle,
    Imported,
    ImportReport,
    OtherSpelling,
    SearchResults,
    Status,
    Suggestion,
    Way,
)
from reader.workspace.workspace import Workspace, restore_library, salvage_library

__all__ = [
    "Facet",
    "FoundArticle",
    "ImportReport",
    "Imported",
    "OtherSpelling",
    "SearchResults",
    "Status",
    "StoryMatch",
    "Suggestion",
    "Way",
    "Workspace",
    "compare_articles",
    "explain_figures",
    "figures_of",
    "has_unread_figures",
    "meaning_missing",
    "restore_library",
    "salvage_library",
]
