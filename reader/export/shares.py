"""How much of a comparison is listed: texts that share nearly everything would make a book that nobody reads."""

from collections.abc import Callable, Iterable, Sequence

from reader import wording
from reader.compare.comparison import Comparison
from reader.dataclass import dataclass
from reader.i18n import _, ngettext

MENTIONS, WORDINGS, QUOTED = 1_500, 1_600, 800
"""How many figures, wordings of passages and wordings of quotations are listed at most, in whole rows."""
SENTENCES, NAMES = 1_200, 250
"""How many sentences that only one account has are listed at most, all accounts together, and how many names."""


@dataclass(frozen=True, slots=True)
class Shares:
    """How many rows, passages, quotations and names are listed, the first ones, and sentences of each article.

    Passages that tell one thing among many accounts count as one.
    """

    rows: int
    passages: int
    quotations: int
    names: int
    sentences: int

    @classmethod
    def of(cls, comparison: Comparison, told: Sequence[Sequence[int]]) -> "Shares":
        """As many as a person may yet leaf through; `told` are the passages, those together that tell one thing."""
        return cls(
            rows=_fitting((len(row.mentions) for row in comparison.ledger), MENTIONS),
            passages=_fitting((_wordings(comparison, indexes) for indexes in told), WORDINGS),
            quotations=_fitting((len(quotation.credits) for quotation in comparison.quotations), QUOTED),
            names=NAMES,
            sentences=SENTENCES // max(1, len(comparison.articles)),
        )

    def left_out(self, comparison: Comparison, told: Sequence[Sequence[int]]) -> dict[str, str]:
        """By section, the line that says how much of it is not listed and where it is."""
        lines = {
            "ledger": self._line(len(comparison.ledger) - self.rows, _rows),
            "passages": self._line(sum(map(len, told[self.passages :])), _passages),
            "quotations": self._line(len(comparison.quotations) - self.quotations, _quotations),
            "names": self._line(len(comparison.names) - self.names, _names),
        }
        return {name: line for name, line in lines.items() if line}

    def _line(self, count: int, words: Callable[[int], str]) -> str:
        if count <= 0:
            return ""
        everything = _("The comparison as JSON has all; a PDF has it attached.")
        return f"{words(count).format(n=wording.number(count))} {everything}"


def _wordings(comparison: Comparison, indexes: Sequence[int]) -> int:
    """In how many accounts it stands, and how often in one: of one passage each excerpt counts."""
    if len(indexes) == 1:
        return len(comparison.passages[indexes[0]].excerpts)
    return len({excerpt.article for index in indexes for excerpt in comparison.passages[index].excerpts})


def _rows(n: int) -> str:
    return ngettext("{n} more row is left out here.", "{n} more rows are left out here.", n)


def _passages(n: int) -> str:
    return ngettext("{n} more passage is left out here.", "{n} more passages are left out here.", n)


def _quotations(n: int) -> str:
    return ngettext("{n} more quotation is left out here.", "{n} more quotations are left out here.", n)


def _names(n: int) -> str:
    return ngettext("{n} more name is left out here.", "{n} more names are left out here.", n)


def _fitting(sizes: Iterable[int], most: int) -> int:
    """How many whole items fit, at least the first."""
    count = 0
    for size in sizes:
        most -= size
        if most < 0 and count:
            return count
        count += 1
    return count
