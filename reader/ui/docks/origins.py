"""The origins dock: which articles carry text of one origin, and on what evidence."""

from reader import wording
from reader.compare.comparison import Comparison, Origin
from reader.ui.compare.short_name import short_name
from reader.ui.docks.finding_item import FindingItem, words_of


def entries(comparison: Comparison) -> tuple[FindingItem, ...]:
    """An origin a heading, those that several articles share first; the evidence under it."""
    ordered = sorted(comparison.origins, key=lambda origin: -len(origin.articles))
    return tuple(_origin(comparison, origin) for origin in ordered)


def _origin(comparison: Comparison, origin: Origin) -> FindingItem:
    return FindingItem(
        text=wording.origin(comparison, origin),
        excerpts=origin.evidence,
        children=tuple(
            FindingItem(
                words_of(comparison, excerpt),
                label=short_name(comparison.article(excerpt.article)),
                excerpts=(excerpt, *(other for other in origin.evidence if other.article != excerpt.article)),
                prose=True,
            )
            for excerpt in origin.evidence
        ),
    )


def summary(comparison: Comparison) -> str:
    """How many voices there are."""
    return wording.origins(comparison)
