"""What of a pane those need who paint on it: each names this, and the pane, which names them all, is such a one."""

from typing import Protocol

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QScrollBar, QTextEdit, QWidget

from reader.article import Article
from reader.compare.tints import Tint
from reader.ui.compare.article_document import ArticleDocument
from reader.ui.compare.highlight_index import HighlightIndex, Layer
from reader.ui.compare.highlights import ArticleHighlights, Choice, OwnSpan
from reader.ui.compare.jump_highlight import JumpHighlight
from reader.ui.compare.text_geometry import TextGeometry
from reader.ui.compare.utf16_map import Utf16Map


class Surface(Protocol):
    """An article that is laid out, and what was found in it."""

    article: Article
    found: ArticleHighlights
    offsets: Utf16Map
    lines: TextGeometry
    paper: ArticleDocument
    flash: JumpHighlight

    @property
    def choice(self) -> Choice:
        """What is chosen."""

    @property
    def inset(self) -> tuple[float, float]:
        """The left and right edge of the column of text."""

    @property
    def passages(self) -> HighlightIndex:
        """The passages and their heights."""

    @property
    def quotations(self) -> HighlightIndex:
        """The quotations and their heights."""

    @property
    def figures(self) -> HighlightIndex:
        """The figures and their heights."""

    @property
    def own(self) -> Layer[OwnSpan]:
        """What the reader marked by hand, and its heights."""

    @property
    def tints(self) -> Layer[Tint]:
        """What others have too, and its heights."""

    def document(self) -> QTextDocument:
        """The text as Qt has it."""

    def setExtraSelections(self, selections: list[QTextEdit.ExtraSelection], /) -> None:
        """Let stretches of the text have other letters or another ground."""

    def viewport(self) -> QWidget:
        """What of it is in sight."""

    def verticalScrollBar(self) -> QScrollBar:
        """What says how far the text is scrolled."""
