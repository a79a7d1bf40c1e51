"""The comparisons of before, saved or not, as the window lists them: gathered in one go on a worker's thread."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.article import display_name
from reader.dataclass import dataclass
from reader.i18n import ngettext
from reader.text.shorten import shorten

if TYPE_CHECKING:
    from reader.library import Row, SavedComparison
    from reader.workspace import Workspace

RECENT, LOOKED_AT = 10, 60
"""How many recent comparisons are listed, and how many are looked at: one that was made often counts once."""
NAMED = 2
LONGEST = 40


@dataclass(frozen=True, slots=True)
class ListedComparison:
    """A saved comparison, what its articles are called, and how many of them are in the library no more."""

    value: "SavedComparison"
    names: tuple[str, ...]
    gone: int


@dataclass(frozen=True, slots=True)
class Comparisons:
    """Those saved, by name, and the last few made, each as what to call it and its articles."""

    saved: tuple[ListedComparison, ...] = ()
    recent: tuple[tuple[str, tuple[str, ...]], ...] = ()


def comparisons(workspace: "Workspace") -> Comparisons:
    """All that can be opened again."""
    saved, recent = workspace.comparisons(), workspace.recent_comparisons(LOOKED_AT)
    every = [*(one.articles for one in saved), *(one.articles for one in recent)]
    rows = {row.id: row for row in workspace.library.rows_of(dict.fromkeys(i for ids in every for i in ids))}
    once: dict[frozenset[str], tuple[str, ...]] = {}
    for one in recent:
        once.setdefault(frozenset(one.articles), one.articles)
    newest = [articles for articles in once.values() if all(i in rows for i in articles)][:RECENT]
    return Comparisons(
        tuple(_saved(one, rows) for one in saved),
        tuple((called([_name(rows[i]) for i in articles]), articles) for articles in newest),
    )


def _saved(value: "SavedComparison", rows: "dict[str, Row]") -> ListedComparison:
    there = [rows[i] for i in value.articles if i in rows and not rows[i].gone]
    return ListedComparison(value, tuple(map(_name, there)), len(value.articles) - len(there))


def called(names: Iterable[str]) -> str:
    """The first few by name, the others by their number."""
    every = [shorten(name, LONGEST) for name in names]
    more = len(every) - NAMED
    shown = ", ".join(every[:NAMED])
    return shown + ngettext(" and {n} more", " and {n} more", more).format(n=more) if more > 0 else shown


def _name(row: "Row") -> str:
    return display_name(row.outlet, row.path, row.headline, row.id)
