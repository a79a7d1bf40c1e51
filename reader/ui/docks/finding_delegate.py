"""How a line of a dock is drawn: who says it at the left, the words with their marks, a quiet note after them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from reader.ui import theme, typography
from reader.ui.compare import decision_style as decided
from reader.ui.compare import icons
from reader.ui.compare.article_document import Utf16Map
from reader.ui.compare.decision_style import DISMISSED
from reader.ui.direction import is_leftwards, placed, prose_option
from reader.ui.docks.finding_item import FindingItem
from reader.ui.docks.findings_model import ENTRY

Index = QModelIndex | QPersistentModelIndex

LABEL_WIDTH, GAP = 168.0, 12.0
PAD, SIDE = 4.0, 6.0
MOST_LINES = 6
PROSE_SCALE = 1.1
TICK = 22.0
"""Room for the box of a line that can be ticked."""


class FindingDelegate(QStyledItemDelegate):
    """Draws entries; lines wrap at the width of the list."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._measured_in: object = None
        self._heights: dict[object, float] = {}
        """Qt asks for every line again at each change of style, and most come out as before."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the wrapped words."""
        depth = 2 if index.parent().isValid() else 1
        width = self._view.viewport().width() - depth * self._view.indentation()
        return QSize(width, round(self._height(index.data(ENTRY), option.font, width) + 2 * PAD))

    def _height(self, entry: FindingItem, font: QFont, width: int) -> float:
        if self._measured_in != (font.key(), self._view.viewport().width()):
            self._measured_in, self._heights = (font.key(), self._view.viewport().width()), {}
        said = (entry.text, entry.note, entry.sign, entry.prose, width)
        key = (*said, bool(entry.label), bool(entry.children), bool(entry.folds))
        if key not in self._heights:
            self._heights[key] = _Line(entry, font, width).height
        return self._heights[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground by the style, the line over it."""
        held = QStyleOptionViewItem(option)
        self.initStyleOption(held, index)
        held.text = ""
        style = self._view.style() or QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, held, painter, self._view)
        line = _Line(index.data(ENTRY), option.font, option.rect.width())
        painter.save()
        painter.setClipRect(option.rect)
        line.draw(painter, QRectF(option.rect).adjusted(0, PAD, 0, 0), leftwards=is_leftwards(option))
        painter.restore()


class _Line:
    """One entry laid out in a width."""

    def __init__(self, entry: FindingItem, font: QFont, width: float) -> None:
        self._entry = entry
        self._label_font = QFont(font)
        self._label_font.setWeight(QFont.Weight.DemiBold)
        words = QFont(font)
        if entry.prose:
            words.setFamilies(list(typography.current().families))
            words.setPointSizeF(font.pointSizeF() * PROSE_SCALE)
        elif entry.children or entry.folds:
            words.setWeight(QFont.Weight.DemiBold)
        self._left = SIDE + (TICK if entry.folds else 0.0) + (LABEL_WIDTH + GAP if entry.label else 0.0)
        if entry.sign:
            self._left += icons.SIDE + GAP / 2
        note = f"   {entry.note}" if entry.note else ""
        self._layout = QTextLayout(entry.text + note, words)
        self._layout.setFormats(self._formats(font))
        self._layout.setTextOption(prose_option(entry.text))
        self._width = max(60.0, width - self._left - SIDE)
        self.height = self._break(self._width)

    def _break(self, width: float) -> float:
        """Set lines of a width; give their height."""
        self._layout.beginLayout()
        y = 0.0
        for _number in range(MOST_LINES):
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height()
        self._layout.endLayout()
        return max(y, QFontMetricsF(self._label_font).lineSpacing())

    def _formats(self, plain: QFont) -> list[QTextLayout.FormatRange]:
        """Marks and the note, in Qt's own offsets."""
        offsets = Utf16Map(self._entry.text)
        differs = QTextCharFormat()
        differs.setFontUnderline(True)
        differs.setBackground(theme.current()["changed"])
        quiet = QTextCharFormat()
        quiet.setForeground(theme.current()["muted"])
        quiet.setFont(plain)
        end = offsets.units(len(self._entry.text))
        made = [_format(offsets.units(m.start), offsets.units(m.end), differs) for m in self._entry.marks]
        return [*made, _format(end, end + 4 + 2 * len(self._entry.note), quiet)] if self._entry.note else made

    def draw(self, painter: QPainter, row: QRectF, *, leftwards: bool) -> None:
        """Draw it at the top of a row."""
        painter.setPen(theme.current()["muted" if self._entry.sign == DISMISSED else "text"])
        if self._entry.sign:
            at = QRectF(row.left() + self._left - icons.SIDE - GAP / 2, row.top() + 1, icons.SIDE, icons.SIDE)
            decided.sign(self._entry.sign).paint(painter, placed(at, row, leftwards=leftwards).toRect())
        if self._entry.label:
            painter.setFont(self._label_font)
            metrics = QFontMetricsF(self._label_font)
            said = metrics.elidedText(self._entry.label, Qt.TextElideMode.ElideRight, LABEL_WIDTH)
            down = self._layout.lineAt(0).ascent() - metrics.ascent() if self._layout.lineCount() else 0.0
            area = QRectF(row.left() + SIDE, row.top() + down, LABEL_WIDTH, metrics.lineSpacing())
            painter.drawText(
                placed(area, row, leftwards=leftwards), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, said
            )
        words = placed(QRectF(row.left() + self._left, row.top(), self._width, 1), row, leftwards=leftwards)
        self._layout.draw(painter, words.topLeft())


def _format(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, form
    return made
