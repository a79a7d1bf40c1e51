"""The library: articles, stories and the bin in one SQLite file, the truth the search index is made from."""

from typing import TYPE_CHECKING

from reader import lazy_imports

if TYPE_CHECKING:
    from reader.library.copies import restore
    from reader.library.health import Health
    from reader.library.store import Library
    from reader.library.values import (
        Addition,
        Annotation,
        AnnotationKind,
        Change,
        Decision,
        DecisionKind,
        Filter,
        GroupingKind,
        Order,
        RecentComparison,
        Row,
        RowGrouping,
        SavedComparison,
        SavedSearch,
        Story,
    )
else:
    __getattr__ = lazy_imports.names(
        __name__,
        {
            "copies": "restore",
            "health": "Health",
            "store": "Library",
            "values": "Addition Annotation AnnotationKind Change Decision DecisionKind Filter RowGrouping Order "
            "RecentComparison GroupingKind Row SavedComparison SavedSearch Story",
        },
    )

__all__ = [
    "Addition",
    "Annotation",
    "AnnotationKind",
    "Change",
    "Decision",
    "DecisionKind",
    "Filter",
    "GroupingKind",
    "Health",
    "Library",
    "Order",
    "RecentComparison",
    "Row",
    "RowGrouping",
    "SavedComparison",
    "SavedSearch",
    "Story",
    "restore",
]
