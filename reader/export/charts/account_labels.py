"""What a picture calls the accounts: a mark of a letter or a number where there is little room, and a name."""

from collections.abc import Mapping, Sequence

from reader.dataclass import dataclass
from reader.export.charts.drawing import ChartText, extent, fitted

_GAP, _LEADING = 16.0, 15.0


@dataclass(frozen=True, slots=True)
class AccountName:
    """An account's mark and its name."""

    mark: str
    name: str

    def __str__(self) -> str:
        return f"{self.mark} {self.name}"


Names = Mapping[str, AccountName]
"""By article id."""


def key(articles: Sequence[str], names: Names, top: float, width: float, size: float) -> tuple[list[ChartText], float]:
    """The marks with their names, side by side in as many lines as they need, and how high all are."""
    shown: list[ChartText] = []
    x, y = 0.0, top + size
    for article in articles:
        named = names[article]
        mark = extent(named.mark, size) + 4
        name = fitted(named.name, size, width - mark)
        whole = mark + extent(name, size)
        if x and x + whole > width:
            x, y = 0.0, y + _LEADING
        shown += [
            ChartText(x, y, named.mark, size, "text", bold=True),
            ChartText(x + mark, y, name, size, "muted"),
        ]
        x += whole + _GAP
    return shown, (y + 4 - top if articles else 0.0)
