"""The use cases, one short method each: the only seam between the face and the core."""

from typing import TYPE_CHECKING

from reader import lazy_imports

if TYPE_CHECKING:
    from reader.workspace.comparison import (
        compare_articles,
        explain_figures,
        figures_of,
        figures_omitted,
        has_unread_figures,
        line_articles,
        meaning_missing,
    )
    from reader.workspace.story_matches import StoryMatch
    from reader.workspace.values import (
        Facet,
        FoundArticle,
        ImportEntry,
        ImportReport,
        SearchResults,
        SpellingVariant,
        Status,
        Suggestion,
        Way,
    )
    from reader.workspace.workspace import Workspace, restore_library, salvage_library
else:
    __getattr__ = lazy_imports.names(
        __name__,
        {
            "comparison": "compare_articles explain_figures figures_of figures_omitted has_unread_figures "
            "line_articles meaning_missing",
            "story_matches": "StoryMatch",
            "values": "Facet FoundArticle ImportEntry ImportReport SpellingVariant SearchResults Status Suggestion Way",
            "workspace": "Workspace restore_library salvage_library",
        },
    )

__all__ = [
    "Facet",
    "FoundArticle",
    "ImportEntry",
    "ImportReport",
    "SearchResults",
    "SpellingVariant",
    "Status",
    "StoryMatch",
    "Suggestion",
    "Way",
    "Workspace",
    "compare_articles",
    "explain_figures",
    "figures_of",
    "figures_omitted",
    "has_unread_figures",
    "line_articles",
    "meaning_missing",
    "restore_library",
    "salvage_library",
]
