"""Rows of the ledger put together or taken apart by a reader: what the library keeps of it, as excerpts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.claims import Company, Mention, Mentions, Source
from reader.compare.comparison import Comparison, Excerpt, LedgerRow
from reader.dataclass import dataclass
from reader.errors import ReaderError
from reader.i18n import _
from reader.library import GroupingKind, Library, RowGrouping

if TYPE_CHECKING:  # comes with the engine, on the first comparison
    from reader.compare.figures.rows.regroup import Group, Groups


@dataclass(frozen=True, slots=True)
class LedgerGrouping:
    """A group that the library keeps as it stands in a comparison: the figures of it that are there, and with them
    those that came in since and that the engine puts into a row with none but these.
    """

    kept: RowGrouping
    excerpts: "Group"


class Rows:
    """The figures of a comparison as the engine found it, and the groups that a reader made among them."""

    def __init__(self, library: Library, comparison: Comparison) -> None:
        self._library, self._comparison = library, comparison
        self._mentions, self._company = Mentions(comparison.article), Company(comparison.articles)
        self._found = [frozenset(mention.excerpt for mention in row.mentions) for row in comparison.ledger]
        self._excerpt_of = {self._mention(one): one for found in self._found for one in found}
        self.standing = self._standing(library.groupings.all())

    def check_join(self, rows: Sequence[LedgerRow]) -> None:
        """Raise ReaderError, with the reason, where rows cannot be one: their values are of different kinds."""
        from reader import wording
        from reader.compare.figures.rows import regroup

        if any(row.own for row in rows):
            raise ReaderError(
                _("A row that you tied yourself cannot be joined with others."), _("Untie it first, then join.")
            )
        found = regroup.obstacle([row.mentions for row in rows])
        if found is not None:
            raise ReaderError(
                wording.not_together(self._comparison, *found), _("Join rows that measure one thing in one way.")
            )

    @property
    def ledger(self) -> tuple[LedgerRow, ...]:
        """The rows as the engine found them."""
        return self._comparison.ledger

    @property
    def groups(self) -> "Groups":
        """The groups, as excerpts; of two that claim one figure the later has it."""
        return tuple(one.excerpts for one in self.standing)

    def applied(self) -> Comparison:
        """The comparison with its rows as the reader wants them."""
        if not self.standing:
            return self._comparison
        from reader.compare.figures.rows.regroup import regrouped

        found = regrouped(self._comparison, self.groups)
        return replace(found, ledger=tuple(self._dated(row) if row.regrouped else row for row in found.ledger))

    def keep(self, groups: "Groups", why: GroupingKind, name: str = "") -> None:
        """Keep these groups in the place of those that stand; what belongs to articles not compared here stays.

        `name` is what the last of them is called: the one that is made now.
        """
        wanted, known = set(groups), {one.excerpts for one in self.standing}
        gone = [one for one in self.standing if one.excerpts not in wanted]
        made = {group: set(map(self._mention, group)) for group in groups if group and group not in known}
        names = {heir: one.kept.name for one in gone for heir in made if _is_akin(heir, one.excerpts)}
        if groups and name.strip():
            names[groups[-1]] = " ".join(name.split())
        for one in gone:
            heir = _heir(one.excerpts, made)
            if heir is not None:
                made[heir] |= self._of_absent(one.kept)
        compared = tuple(Source.of(article) for article in self._comparison.articles)
        kept = [RowGrouping.of(mentions, compared, names.get(group, "")) for group, mentions in made.items()]
        self._library.groupings.change([one.kept.subject for one in gone], kept, why)

    def _of_absent(self, kept: RowGrouping) -> set[Mention]:
        """What of a grouping belongs to articles that are not compared here."""
        return {mention for mention in kept.mentions if not self._company.stand_ins(mention.source)}

    def _mention(self, excerpt: Excerpt) -> Mention:
        return self._mentions.of(excerpt.article, excerpt.span)

    def _standing(self, groupings: Sequence[RowGrouping]) -> tuple[LedgerGrouping, ...]:
        found = []
        for kept in groupings:
            met = frozenset(
                self._excerpt_of[one] for one in self._company.found(kept.mentions, tuple(self._excerpt_of))
            )
            if met:
                found.append(LedgerGrouping(kept, met | self._joining(kept, met)))
        return tuple(found)

    def _joining(self, kept: RowGrouping, met: "Group") -> "Group":
        """Figures of articles that were not compared then, in rows of which all others belong to the group."""
        new: set[Excerpt] = set()
        for own in self._found:
            came = {one for one in own - met if not self._was_compared(kept, one.article)}
            if own & met and own <= met | came:
                new |= came
        return frozenset(new)

    def _was_compared(self, kept: RowGrouping, article: str) -> bool:
        there = Source.of(self._comparison.article(article))
        return any(there in self._company.stand_ins(one) for one in kept.compared)

    def _dated(self, row: LedgerRow) -> LedgerRow:
        """A row that a reader made, with the names of the articles of which something came into it since."""
        own = {mention.excerpt for mention in row.mentions}
        donors = [found for found in self._found if found & own]
        groups = [one.kept for one in self.standing if any(one.excerpts & found for found in donors)]
        came = [
            m.excerpt.article for m in row.mentions if any(not self._was_compared(g, m.excerpt.article) for g in groups)
        ]
        name = next((one.kept.name for one in self.standing if one.kept.name and one.excerpts == own), "")
        names = tuple(dict.fromkeys(self._comparison.article(one).name for one in came))
        return replace(row, came=names, scope=name or row.scope)


def _is_akin(one: "Group", other: "Group") -> bool:
    """Whether one of two groups is a part of the other."""
    return one < other or one > other


def _heir(gone: "Group", made: "Iterable[Group]") -> "Group | None":
    """What takes the place of a group that goes: a part of it, or else one that has all of it."""
    akin = [one for one in made if _is_akin(one, gone)]
    return next((one for one in akin if one < gone), None) or next(iter(akin), None)


def applied(library: Library, comparison: Comparison) -> Comparison:
    """A comparison with its rows as the reader wants them."""
    return Rows(library, comparison).applied()
