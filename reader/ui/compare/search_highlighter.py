"""Passing marks of a pane, joined in one place: search hits, and boilerplate inside paragraphs, as extra selections."""

from collections.abc import Sequence

from PySide6.QtGui import QPen, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reader.compare.comparison import CLASH, Verdict
from reader.text.spans import Span
from reader.ui import theme
from reader.ui.compare.surface import Surface

BOLD = 0.7
"""Pixels of outline around letters that look bold."""


class SearchHighlighter:
    """Holds the hits of a pane and the one that stands out."""

    def __init__(self, sheet: Surface) -> None:
        self.hits: tuple[Span, ...] = ()
        self.current: Span | None = None
        self._sheet = sheet
        self.refresh()

    def show(self, hits: Sequence[Span], current: Span | None = None) -> None:
        """Mark these and no other."""
        self.hits, self.current = tuple(hits), current
        self.refresh()

    def refresh(self) -> None:
        """Hand everything to Qt anew, in the colours of the theme that is on."""
        now = theme.current()
        dim = QTextCharFormat()
        dim.setForeground(now["boilerplate"])
        hit = QTextCharFormat()
        hit.setBackground(now["hit"])
        hit.setForeground(now["hit_text"])
        here = QTextCharFormat(hit)
        here.setBackground(now["hit_current"])
        here.setFontUnderline(True)
        tucked = self._sheet.paper.tucked
        shown = (s for s in self._sheet.article.boilerplate if not any(t.overlap(s) for t in tucked))
        made = [self._over(span, dim) for span in shown]
        made += self._figures()
        made += [self._over(span, here if span == self.current else hit) for span in self.hits]
        self._sheet.setExtraSelections(made)

    def _figures(self) -> list[QTextEdit.ExtraSelection]:
        """Figures that conflict look bold (by their outlines: another weight would move the words after them), and
        those that are chosen and clash stand in light letters on their ground.
        """
        now, choice, made = theme.current(), self._sheet.choice, []
        for mark in sorted(self._sheet.found.figures, key=choice.is_on):  # of two on one word the chosen
            if mark.verdict not in CLASH or (mark.dismissed and not choice.is_on(mark)):
                continue
            colour = now[f"{mark.verdict.value}_selected_text"] if choice.is_on(mark) else now["text"]
            form = QTextCharFormat()
            form.setForeground(colour)
            if mark.verdict is Verdict.CONFLICT:
                form.setTextOutline(QPen(colour, BOLD))
            made.append(self._over(mark.span, form))
        return made

    def _over(self, span: Span, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._sheet.document())
        cursor.setPosition(self._sheet.offsets.units(span.start))
        cursor.setPosition(self._sheet.offsets.units(span.end), QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor
        made.format = form
        return made
