"""The dock of what one article alone says, and of what it lacks though most others have it."""

from reader import wording
from reader.compare.comparison import Comparison, Coverage, Excerpt
from reader.compare.subjects import Finding, Kind
from reader.i18n import _, ngettext
from reader.ui.compare.short_name import short_name
from reader.ui.docks.finding_item import FindingItem, words_of


def entries(comparison: Comparison) -> tuple[FindingItem, ...]:
    """An article a heading; first what only it says, then what it lacks."""
    return tuple(_article(comparison, one) for one in comparison.coverage if one.only_here or one.missing)


def _article(comparison: Comparison, coverage: Coverage) -> FindingItem:
    own = (_only(comparison, Excerpt(coverage.article, span)) for span in coverage.only_here)
    lacking = (_missing(comparison, index) for index in coverage.missing)
    return FindingItem(
        text=short_name(comparison.article(coverage.article)),
        note=wording.coverage(coverage),
        children=(*own, *lacking),
    )


def _only(comparison: Comparison, excerpt: Excerpt) -> FindingItem:
    return FindingItem(words_of(comparison, excerpt), label=_("Only in one account"), excerpts=(excerpt,), prose=True)


def _missing(comparison: Comparison, index: int) -> FindingItem:
    excerpts = comparison.passages[index].excerpts
    names = dict.fromkeys(short_name(comparison.article(excerpt.article)) for excerpt in excerpts)
    return FindingItem(
        words_of(comparison, excerpts[0]),
        label=_("Missing here"),
        note=_("in {outlets}").format(outlets=", ".join(names)),
        excerpts=excerpts,
        prose=True,
        finding=Finding(Kind.PASSAGE, index),
    )


def summary(comparison: Comparison) -> str:
    """How many sentences stand in one article alone."""
    alone = sum(len(one.only_here) for one in comparison.coverage)
    lacking = sum(len(one.missing) for one in comparison.coverage)
    said = ngettext("{n} sentence in one article alone", "{n} sentences in one article alone", alone).format(n=alone)
    if lacking:
        more = ngettext(
            "{n} gap where most others have a passage", "{n} gaps where most others have a passage", lacking
        )
        said += ", " + more.format(n=lacking)
    return said
