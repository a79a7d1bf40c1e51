"""The words and numbers of a whole text as three lists side by side, for work on long texts."""

import re

from reader.dataclass import dataclass
from reader.text.folding import folded
from reader.text.tokens import TOKEN


@dataclass(frozen=True, slots=True)
class TokenTable:
    """Word `n` stands from `starts[n]` up to `ends[n]` and has the folded form `forms[n]`."""

    starts: list[int]
    ends: list[int]
    forms: list[str]

    def __len__(self) -> int:
        return len(self.forms)


def words(text: str) -> TokenTable:
    """The words and numbers of `text`, in order; the same that `tokens` gives one by one."""
    found: list[re.Match[str]] = list(TOKEN.finditer(text))
    return TokenTable([m.start() for m in found], [m.end() for m in found], [folded(m[0]) for m in found])
