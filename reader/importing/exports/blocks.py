"""The text of an export as blocks: what stands between empty lines, with the wrapping of its lines undone."""

import re

from reader.dataclass import dataclass

_CENTRED = 8  # spaces before a line that was set in the middle


@dataclass(frozen=True, slots=True)
class Block:
    """Lines between two empty ones; each without spaces at its ends."""

    lines: tuple[str, ...]
    centred: bool
    ends: tuple[int, ...] = ()
    """The column at which each line ends."""

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " ".join(" ".join(self.lines).split())


def blocks(text: str) -> list[Block]:
    """The blocks of a text in order."""
    found = []
    for piece in re.split(r"\n[ \t\xa0]*\n", text):
        lines = [one for one in piece.split("\n") if one.strip()]
        if lines:
            indents = [len(one) - len(one.lstrip(" \t")) for one in lines]
            ends = tuple(len(one.rstrip()) for one in lines)
            found.append(Block(tuple(" ".join(one.split()) for one in lines), min(indents) >= _CENTRED, ends))
    return found


def width_of(text: str) -> int:
    """The column at which lines are wrapped: the longest line of a text most of whose lines are near it; 0 for none."""
    lengths = sorted(len(one) for one in text.split("\n") if one.strip())
    if len(lengths) < 4:
        return 0
    longest = lengths[-1 - len(lengths) // 200]  # an address may be longer
    return longest if 50 <= longest <= 100 else 0


def unwrapped(block: Block, width: int) -> list[str]:
    """Lines joined where the next one's first word had no room; a line that ended early ended on purpose."""
    found: list[str] = []
    before = 0  # the length of the line that came before
    for one, end in zip(block.lines, block.ends or tuple(map(len, block.lines)), strict=True):
        first = len(one.split(" ", 1)[0])
        if found and width and before + 1 + first > width:
            found[-1] = f"{found[-1]} {one}"
        else:
            found.append(one)
        before = end
    return found
