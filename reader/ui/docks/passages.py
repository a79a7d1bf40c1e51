"""The list of shared passages: what the most accounts tell stands first, each told once whoever has it."""

from collections import defaultdict

from reader.compare.comparison import Comparison, Passage
from reader.compare.subjects import Finding, Kind
from reader.i18n import _, ngettext
from reader.ui.compare.short_name import short_name
from reader.ui.docks.finding_item import FindingItem, words_of

NAMED = 4
"""Accounts that are named beside a passage; of more, how many they are is said."""


def entries(comparison: Comparison) -> tuple[FindingItem, ...]:
    """A heading for each number of accounts, the greatest first; under it the passages, the most alike first."""
    held: dict[int, list[int]] = defaultdict(list)
    for index, passage in enumerate(comparison.passages):
        held[_accounts(passage)].append(index)
    return tuple(_group(comparison, count, held[count]) for count in sorted(held, reverse=True))


def _accounts(passage: Passage) -> int:
    return len({excerpt.article for excerpt in passage.excerpts})


def _group(comparison: Comparison, count: int, indexes: list[int]) -> FindingItem:
    every = count == len(comparison.articles)
    title = _("In all {n} accounts") if every else _("In {n} accounts")
    said = ngettext("{n} passage", "{n} passages", len(indexes)).format(n=len(indexes))
    ordered = sorted(indexes, key=lambda index: -comparison.passages[index].score)
    return FindingItem(
        title.format(n=count),
        note=said,
        children=tuple(_passage(comparison, index, every=every) for index in ordered),
    )


def _passage(comparison: Comparison, index: int, *, every: bool) -> FindingItem:
    passage = comparison.passages[index]
    articles = dict.fromkeys(excerpt.article for excerpt in passage.excerpts)
    names = ", ".join(short_name(comparison.article(article)) for article in articles)
    return FindingItem(
        words_of(comparison, passage.excerpts[0]),
        note="" if every or len(articles) > NAMED else names,
        excerpts=passage.excerpts,
        prose=True,
        finding=Finding(Kind.PASSAGE, index),
    )


def summary(comparison: Comparison) -> str:
    """How many passages."""
    count = len(comparison.passages)
    return ngettext("{n} shared passage", "{n} shared passages", count).format(n=count)
