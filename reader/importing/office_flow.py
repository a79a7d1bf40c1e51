"""Paragraphs of an office document as it is read: rows of tables in a line, boxes after their paragraph, notes last."""

from dataclasses import field

from reader.dataclass import dataclass
from reader.importing.superscripts import raised

_LONGEST_CELL = 160
"""Characters of a cell of a table of facts; longer ones are the columns of a page."""


@dataclass(slots=True)
class _Part:
    """A stretch of a document with paragraphs of its own: the body, a box, a note, a cell."""

    pieces: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)

    def end(self) -> None:
        """Close the paragraph under way."""
        said = "".join(self.pieces)
        if not said.isprintable():  # RTF writes what is beyond 16 bits as two halves
            said = said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        lines = (" ".join(line.split()) for line in said.split("\n"))
        text = "\n".join(filter(None, lines))
        self.pieces.clear()
        self.paragraphs += [text] if text else []
        self.paragraphs += self.boxes
        self.boxes.clear()


class Flow:
    """Takes a document piece by piece in the order of its file and gives the text in the order of reading."""

    def __init__(self) -> None:
        self._parts = [_Part()]
        self._notes: list[str] = []
        self.struck: list[str] = []
        """What was struck through: it is withdrawn, and no part of the text."""

    def say(self, text: str) -> None:
        """Go on with the paragraph; a line feed is a line break in it."""
        self._parts[-1].pieces.append(text)

    def say_raised(self, mark: str) -> None:
        """Go on with something that is raised."""
        self.say(raised("".join(self._parts[-1].pieces[-8:]), mark))

    def end(self) -> None:
        """End the paragraph of the part that is read: the text, or a note."""
        self._parts[-1].end()

    def open(self) -> None:
        """A box, a note or a cell begins."""
        if len(self._parts) < 200:  # files nest a few deep; what nests deeper is put into one another's
            self._parts.append(_Part())

    def open_around(self) -> None:
        """The paragraph that is under way turns out to stand in a box, a note or a cell."""
        begun = self._parts[-1].pieces
        pieces = begun.copy()
        begun.clear()
        self.open()
        self._parts[-1].pieces[:0] = pieces

    def close_box(self) -> None:
        """A box ends: it stands beside the paragraph that it is fixed to, so it is read after that."""
        found = self._close()
        self._parts[-1].boxes += found

    def close_note(self) -> None:
        """Put the note that is open away, to stand behind the text."""
        self._notes += self._close()

    def close_cell(self) -> None:
        """A cell of a table ends."""
        cell = self._close()
        self._parts[-1].cells.append(cell)

    def close_row(self) -> None:
        """A row of a table ends: its cells are one line, unless they are the columns of a page."""
        part = self._parts[-1]
        cells, part.cells = [cell for cell in part.cells if cell], []
        part.end()
        if all(len(cell) == 1 and len(cell[0]) <= _LONGEST_CELL for cell in cells):
            part.paragraphs += [" ".join(cell[0] for cell in cells)] if cells else []
        else:
            part.paragraphs += [one for cell in cells for one in cell]

    def text(self) -> str:
        """Everything, paragraphs parted by empty lines."""
        while len(self._parts) > 1:
            self.close_box()
        if self._parts[0].cells:
            self.close_row()
        self.end()
        return "\n\n".join([*self._parts[0].paragraphs, *self._notes])

    def _close(self) -> list[str]:
        if len(self._parts) == 1:
            return []
        if self._parts[-1].cells:
            self.close_row()
        self._parts[-1].end()
        return self._parts.pop().paragraphs
