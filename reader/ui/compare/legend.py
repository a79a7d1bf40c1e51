"""What the marks mean: each is drawn by what draws it in the text, with a sentence beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader import wording
from reader.compare.comparison import Verdict
from reader.dataclass import dataclass
from reader.i18n import N_, _
from reader.text.spans import Span
from reader.ui import theme, typography
from reader.ui.compare import highlight_shapes as shapes
from reader.ui.compare.highlights import Highlight, HighlightKind
from reader.ui.direction import is_leftwards, placed_in
from reader.ui.theme import Theme
from reader.ui.widgets.plain_text import PlainLabel

Draw = Callable[[QPainter, Theme, list[QRectF], list[QRectF]], None]
"""Draws a mark under words: their boxes, and the strips of their lines."""

MARGIN, BESIDE = 18.0, 6.0
WIDE = 210
ALTERED = Highlight(HighlightKind.QUOTATION, Span(0, 0), 0, 0, altered=True)
SAME = Highlight(HighlightKind.QUOTATION, Span(0, 0), 0, 0)


@dataclass(frozen=True, slots=True)
class LegendPart:
    """Some words of a sample, how they are marked, and how they are written on their ground."""

    words: str
    draw: Draw | None = None
    ink: str = "text"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class LegendRow:
    """A sample, the mark's name and what it says; `margin` draws what stands beside the text."""

    parts: tuple[LegendPart, ...]
    name: str
    meaning: str
    margin: Callable[[QPainter, Theme, shapes.Gutter, float, float], None] | None = None


def _figure(verdict: Verdict) -> Draw:
    return lambda painter, now, boxes, _strips: shapes.figure(painter, now, verdict, boxes)


def _chosen_figure(painter: QPainter, now: Theme, boxes: list[QRectF], _strips: list[QRectF]) -> None:
    shapes.chosen_figure(painter, now, Verdict.CONFLICT, boxes)


def _quotation(mark: Highlight) -> Draw:
    return lambda painter, now, boxes, strips: shapes.quotation(painter, now, mark, boxes, strips)


def _chosen_quotation(painter: QPainter, now: Theme, boxes: list[QRectF], strips: list[QRectF]) -> None:
    shapes.chosen_quotation(painter, now, ALTERED, boxes, strips)


def _differing(painter: QPainter, now: Theme, boxes: list[QRectF], strips: list[QRectF]) -> None:
    shapes.differing(painter, now, boxes, strips)


def _tint(name: str) -> Draw:
    return lambda painter, now, _boxes, strips: shapes.tint(painter, now[name], strips)


def _own(painter: QPainter, now: Theme, boxes: list[QRectF], strips: list[QRectF]) -> None:
    shapes.own(painter, now, boxes, strips)


def _sign(painter: QPainter, _now: Theme, gutter: shapes.Gutter, top: float, bottom: float) -> None:
    shapes.conflict_sign(painter, gutter, top, bottom)


def _weak(painter: QPainter, now: Theme, gutter: shapes.Gutter, top: float, bottom: float) -> None:
    shapes.dotted_bar(painter, now["passage_edge"], gutter, top, bottom)


def _bars(painter: QPainter, now: Theme, gutter: shapes.Gutter, top: float, bottom: float) -> None:
    for at, width in enumerate((1, 2, 3)):
        far = shapes.GAP + 10 - 5 * at
        shapes.bar(painter, now["passage_edge"], gutter, top, bottom, width, far)


def _double(painter: QPainter, now: Theme, gutter: shapes.Gutter, top: float, bottom: float) -> None:
    shapes.double_bar(painter, now["quotation_edge"], gutter, top, bottom)


def _dismissed(painter: QPainter, now: Theme, gutter: shapes.Gutter, top: float, bottom: float) -> None:
    shapes.hairline(painter, now["muted"], gutter, top, bottom)


def groups(articles: int = 0) -> tuple[tuple[str, tuple[LegendRow, ...]], ...]:
    """Every mark, under a heading each kind; `articles` are compared, which says what each depth counts."""
    return (
        (N_("Figures"), _figures()),
        (N_("Quotations"), _quotations()),
        (N_("Shared passages"), _passages(articles)),
        (N_("Your marks, and what you decided"), _yours()),
        (N_("With the key H"), _heat()),
    )


def _figures() -> tuple[LegendRow, ...]:
    return (
        LegendRow(
            (LegendPart("147", _figure(Verdict.CONFLICT), bold=True), LegendPart(_(" people"))),
            _("Conflict."),
            _("Another account gives a figure that cannot be true as well. The sign stands in the margin, too."),
            _sign,
        ),
        LegendRow(
            (LegendPart(_("dozens"), _figure(Verdict.TENSION)), LegendPart(_(" of dead"))),
            _("May conflict."),
            _("As such words are mostly used, the figures do not fit; taken strictly, they can. Dots mean: not sure."),
        ),
        LegendRow(
            (LegendPart("58", _figure(Verdict.LOOK)), LegendPart(_(" boats"))),
            _("Worth a look."),
            _("It may count the same as a figure in another account, and would then not fit. Nothing is claimed."),
        ),
        LegendRow(
            (LegendPart("2,300", _figure(Verdict.AGREE)), LegendPart(_(" homes"))),
            _("Agrees."),
            _("Other accounts say the same, or all of them can be right."),
        ),
        LegendRow(
            (LegendPart(_("founded in ")), LegendPart("1989", _chosen_figure, "conflict_selected_text", bold=True)),
            _("Chosen."),
            _("The figure you are looking at. A line joins it to the same figure in every account that has it."),
        ),
    )


def _quotations() -> tuple[LegendRow, ...]:
    return (
        LegendRow(
            (LegendPart(_("“nobody came”"), _quotation(ALTERED)),),
            _("Worded differently."),
            _("The same words of one speaker, but not the same wording."),
            _double,
        ),
        LegendRow(
            (
                LegendPart(_("“We "), _chosen_quotation),
                LegendPart(_("won’t allow"), _differing),
                LegendPart(_(" grief”"), _chosen_quotation),
            ),
            _("The words that differ"),
            _("from the account that the others are compared with, while the quotation is chosen."),
        ),
        LegendRow(
            (LegendPart(_("“only the dogs”"), _quotation(SAME)),),
            _("Same wording"),
            _("in every account that quotes it."),
        ),
    )


def _passages(articles: int) -> tuple[LegendRow, ...]:
    return (
        LegendRow(
            (
                LegendPart(_("few "), _tint("passage_1")),
                LegendPart(_("more "), _tint("passage_2")),
                LegendPart(_("most"), _tint("passage_3")),
            ),
            _("Told elsewhere too."),
            _deeper(articles),
            _bars,
        ),
        LegendRow(
            (LegendPart(_("the seventh article"), _tint("passage_selected")),),
            _("Chosen."),
            _("It stands level in every account that has it."),
        ),
        LegendRow(
            (LegendPart(_("the water authority")),),
            _("Only faintly alike."),
            _("Dots in the margin and no ground: look before you trust it."),
            _weak,
        ),
        LegendRow((LegendPart(_("not marked")),), _("In this account alone,"), _("as far as the comparison can tell.")),
    )


def _deeper(articles: int) -> str:
    """What the depth of the ground says; with the numbers, where there are depths to tell apart."""
    said = _("The deeper the ground, and the thicker the line in the margin, the more of the accounts tell it.")
    counts = wording.tint_counts(articles) if articles > 2 else ()
    if not counts:
        return said
    here = _("Now: {numbers} of the other {count}.").format(numbers=wording.listed(counts), count=articles - 1)
    return f"{said} {here}"


def _yours() -> tuple[LegendRow, ...]:
    return (
        LegendRow(
            (LegendPart(_("asked for a second time"), _own),),
            _("Marked by you."),
            _("Highlighted, noted, or tied to words in another account."),
        ),
        LegendRow(
            (LegendPart(_("the mayor said")),),
            _("Dismissed by you."),
            _("A hairline in the margin is left, so that it can be found again."),
            _dismissed,
        ),
    )


def _heat() -> tuple[LegendRow, ...]:
    return (
        LegendRow(
            (LegendPart(_("no one else says so"), _tint("only")),),
            _("Only this account"),
            _("has it. Press H once more for what all accounts have, and again to go back."),
        ),
    )


class Sample(QWidget):
    """Words with their mark, as they look in a pane."""

    def __init__(self, row: LegendRow) -> None:
        super().__init__()
        self._row = row
        self.setAccessibleName("".join(part.words for part in row.parts))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _letters(self, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setFamilies(list(typography.current().families))
        font.setPointSizeF(font.pointSizeF() * 1.12)
        font.setBold(bold)
        return font

    def sizeHint(self) -> QSize:
        """A line of text."""
        return QSize(WIDE, round(QFontMetricsF(self._letters()).height() + 2 * BESIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Grounds and frames first, then the words over them."""
        painter, now, x, leftwards = QPainter(self), theme.current(), MARGIN, is_leftwards(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self._letters())
        top, bottom = BESIDE, BESIDE + metrics.height()
        written = []
        for part in self._row.parts:
            wide = QFontMetricsF(self._letters(part.bold)).horizontalAdvance(part.words)
            box = placed_in(self, QRectF(x, top, wide, metrics.height()))
            strip = box.adjusted(0, -3, 0, 3)
            if part.draw is not None:
                part.draw(painter, now, [box], [strip])
            written.append((part, box.left()))
            x += wide
        if self._row.margin is not None:
            gutter = shapes.Gutter(self.width() - MARGIN if leftwards else MARGIN, leftwards)
            self._row.margin(painter, now, gutter, top - 3, bottom + 3)
        for part, left in written:
            painter.setFont(self._letters(part.bold))
            painter.setPen(QPen(QColor(now[part.ink])))
            painter.drawText(QPointF(left, top + metrics.ascent()), part.words)


class MarksLegend(QWidget):
    """All of it, one under another."""

    def __init__(self, articles: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(_("What the marks mean"))
        self.setBackgroundRole(QPalette.ColorRole.Base)  # the paper that the marks are made on
        self.setAutoFillBackground(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 8, 16, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        lead = PlainLabel(_("Marks show where accounts meet and part. Which one is right, they do not say."))
        lead.setObjectName("emptyText")
        lead.setWordWrap(True)
        grid.addWidget(lead, 0, 0, 1, 2)
        for title, rows in groups(articles):
            self._add_group(grid, _(title), rows)
        grid.setRowStretch(grid.rowCount(), 1)

    def _add_group(self, grid: QGridLayout, title: str, rows: Sequence[LegendRow]) -> None:
        head = PlainLabel(title)
        head.setObjectName("legendHead")
        grid.addWidget(head, grid.rowCount(), 0, 1, 2)
        for row in rows:
            at = grid.rowCount()
            grid.addWidget(Sample(row), at, 0, Qt.AlignmentFlag.AlignVCenter)
            said = PlainLabel()
            said.setTextFormat(Qt.TextFormat.RichText)  # all of it are words of ours
            said.setText(f"<b>{row.name}</b> {row.meaning}")
            said.setWordWrap(True)
            grid.addWidget(said, at, 1, Qt.AlignmentFlag.AlignVCenter)


class LegendDialog(QDialog):
    """The legend in a window that stays open beside the text."""

    def __init__(self, parent: QWidget | None, articles: int = 0) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("What the Marks Mean"))
        held = QScrollArea()
        held.setFrameShape(QFrame.Shape.NoFrame)
        held.setWidgetResizable(True)
        held.setWidget(MarksLegend(articles))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(held, 1)
        column.addWidget(buttons)
        self.resize(720, 760)
