"""Entries as a Qt model: headings with the lines under them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from reader.compare.comparison import Comparison, Excerpt
from reader.compare.finding_ids import Finding
from reader.dataclass import dataclass
from reader.text.spans import Span
from reader.ui import theme, typography
from reader.ui.compare import icons
from reader.ui.compare.article_document import Utf16Map
from reader.ui.compare.finding_actions import DISMISSED, Decisions, decision_sign, decision_words
from reader.ui.direction import is_leftwards, placed, prose_option
from reader.ui.widgets.plain_text import tip
from reader.wording.lines import account_letter

LONGEST = 1200
"""Letters of a line at most; the whole stands in the article."""


@dataclass(frozen=True, slots=True)
class FindingItem:
    """One line, or a heading with lines under it.

    `label`, the name of the article that `excerpts` begin with, stands before the text, `note` after it and quieter;
    `marks` are stretches of `text` to mark. `prose` says that the text is an article's own. A line whose `folds` names
    an article can be ticked: what was folded away in that article is then brought back.
    """

    text: str
    label: str = ""
    note: str = ""
    marks: tuple[Span, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    """Where it leads, the place to lead first."""
    children: tuple["FindingItem", ...] = ()
    prose: bool = False
    folds: str = ""
    finding: Finding | None = None
    """What a reader may decide on here."""
    own: str = ""
    """The name of the mark of the reader's own that it is of."""
    sign: str = ""
    """The kind of what was decided on it; its words stand in `note`."""


def words_of(comparison: Comparison, excerpt: Excerpt) -> str:
    """The words of an excerpt on one line; what is longer than any sentence, cut off."""
    start, end = excerpt.span.start, excerpt.span.end
    shown = comparison.words(Excerpt(excerpt.article, Span(start, min(end, start + 2 * LONGEST))))
    words = " ".join(shown.split())
    return words if len(words) <= LONGEST else words[:LONGEST].rstrip() + "…"


Index = QModelIndex | QPersistentModelIndex

ENTRY = Qt.ItemDataRole.UserRole
"""The `FindingItem` of a line."""

NOWHERE = -1


class FindingsModel(QAbstractItemModel):
    """A thin model over entries, one level deep; each index knows its entry by the number in which it is listed."""

    ticked = Signal(str, bool)
    """An article's heading was ticked: bring back what was folded away in it; or the tick was taken away."""

    def __init__(
        self, entries: Sequence[FindingItem] = (), parent: QObject | None = None, comparison: Comparison | None = None
    ) -> None:
        super().__init__(parent)
        self.comparison = comparison
        """Whose findings the entries are."""
        self._entries = tuple(entries)
        self._listed: list[tuple[FindingItem, int, int]] = []
        self._roots: list[int] = []
        self._unfolded: set[str] = set()
        self._decisions: Decisions = {}
        self._letters: dict[str, str] = {}
        for row, entry in enumerate(entries):
            root = len(self._listed)
            self._roots.append(root)
            self._listed.append((entry, NOWHERE, row))
            self._listed += [(child, root, i) for i, child in enumerate(entry.children)]

    def show_unfolded(self, articles: Iterable[str]) -> None:
        """Tick these articles and no other."""
        before, self._unfolded = self._unfolded, set(articles)
        if self._roots and self._unfolded != before:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._roots) - 1, 0))

    def renew(self, comparison: Comparison, entries: Sequence[FindingItem]) -> bool:
        """Be of another comparison from here on, where that has the very same entries; else say that it has not."""
        if not entries or tuple(entries) != self._entries:
            return False
        self.comparison = comparison
        return True

    @property
    def decisions(self) -> Decisions:
        """What is said to have been decided."""
        return self._decisions

    def show_decisions(self, decisions: Decisions) -> None:
        """Say beside findings what was decided on them."""
        if decisions != self._decisions:
            self._decisions = decisions
            self.layoutChanged.emit()  # a line may be as high as two now

    def set_columns(self, articles: Sequence[str]) -> None:
        """Call the articles by the letters of their panes, which stand in this order."""
        letters = {article: account_letter(at) for at, article in enumerate(articles)}
        if letters != self._letters:
            self._letters = letters
            self.layoutChanged.emit()  # where labels begin the words, a line may be as high as two now

    def entry(self, index: Index) -> FindingItem:
        """What stands at an index: an article by its letter, too; a heading says what was decided on it."""
        entry, above, _row = self._listed[index.internalId()]
        letter = self._letters.get(entry.excerpts[0].article, "") if entry.label and entry.excerpts else ""
        if letter:
            entry = replace(entry, label=f"{letter}  {entry.label}")
        held = self._decisions.get(entry.finding) if entry.finding is not None else None
        if held is None or (above != NOWHERE and self._listed[above][0].finding == entry.finding):
            return entry
        note = " · ".join(filter(None, (entry.note, decision_words(held))))
        return replace(entry, note=note, sign=held.kind.value)

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's default
        """A heading, or a line under one."""
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        number = self._roots[row] if not parent.isValid() else parent.internalId() + 1 + row
        return self.createIndex(row, 0, number)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """The heading over a line."""
        above = self._listed[index.internalId()][1] if index.isValid() else NOWHERE
        return QModelIndex() if above == NOWHERE else self.createIndex(self._listed[above][2], 0, above)

    def index_of(self, finding: Finding) -> QModelIndex:
        """The first line that a finding stands on; not valid where it is not listed."""
        number = next((n for n, (entry, _above, _row) in enumerate(self._listed) if entry.finding == finding), NOWHERE)
        if number == NOWHERE:
            return QModelIndex()
        return self.createIndex(self._listed[number][2], 0, number)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Headings, or the lines under one."""
        return len(self.entry(parent).children) if parent.isValid() else len(self._roots)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """All of a line is in one column: a delegate lays it out."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What leads somewhere can be chosen, what folds can be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        held = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return held | Qt.ItemFlag.ItemIsUserCheckable if self.entry(index).folds else held

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The entry, and its words in the ways Qt asks for them."""
        if not index.isValid():
            return None
        entry = self.entry(index)
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return accessible_text(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(accessible_text(entry))
        if role == Qt.ItemDataRole.CheckStateRole and entry.folds:
            return Qt.CheckState.Checked if entry.folds in self._unfolded else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Pass a tick on; it shows once the pane has done as it asks."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or not self.entry(index).folds:
            return False
        self.ticked.emit(self.entry(index).folds, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


def accessible_text(entry: FindingItem) -> str:
    """A line as it is read out: who, what, and what is said of it."""
    head = f"{entry.label}: {entry.text}" if entry.label else entry.text
    return f"{head} ({entry.note})" if entry.note else head


LABEL_WIDTH, GAP = 190.0, 12.0
NARROW = 3 * LABEL_WIDTH
"""In a list less wide, a label begins the words instead of standing in a column of its own."""
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
        key = (*said, entry.label, bool(entry.children), bool(entry.folds))
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
        self._before = f"{entry.label}   " if entry.label and width < NARROW else ""
        beside = bool(entry.label) and not self._before
        self._left = SIDE + (TICK if entry.folds else 0.0) + (LABEL_WIDTH + GAP if beside else 0.0)
        if entry.sign:
            self._left += icons.SIDE + GAP / 2
        note = f"   {entry.note}" if entry.note else ""
        self._layout = QTextLayout(self._before + entry.text + note, words)
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
        """The label, where it stands before the words; marks and the note; in Qt's own offsets."""
        before, offsets = Utf16Map(self._before).units(len(self._before)), Utf16Map(self._entry.text)
        differs = QTextCharFormat()
        differs.setFontUnderline(True)
        differs.setBackground(theme.current()["changed"])
        strong = QTextCharFormat()
        strong.setFont(self._label_font)
        quiet = QTextCharFormat()
        quiet.setForeground(theme.current()["muted"])
        quiet.setFont(plain)
        end = before + offsets.units(len(self._entry.text))
        made = [
            _format(before + offsets.units(m.start), before + offsets.units(m.end), differs) for m in self._entry.marks
        ]
        if before:
            made.append(_format(0, before, strong))
        return [*made, _format(end, end + 4 + 2 * len(self._entry.note), quiet)] if self._entry.note else made

    def draw(self, painter: QPainter, row: QRectF, *, leftwards: bool) -> None:
        """Draw it at the top of a row."""
        painter.setPen(theme.current()["muted" if self._entry.sign == DISMISSED else "text"])
        if self._entry.sign:
            at = QRectF(row.left() + self._left - icons.SIDE - GAP / 2, row.top() + 1, icons.SIDE, icons.SIDE)
            decision_sign(self._entry.sign).paint(painter, placed(at, row, leftwards=leftwards).toRect())
        if self._entry.label and not self._before:
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
