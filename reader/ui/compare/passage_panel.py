"""The passage panel: one passage as every article words it, line under line, what differs marked; each a jump."""

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader import wording
from reader.compare.comparison import Comparison, Excerpt
from reader.compare.finding_ids import Finding, SubjectKind
from reader.compare.passages.differences import differing, with_sentence
from reader.i18n import _
from reader.ui import theme, typography
from reader.ui.compare import icons
from reader.ui.compare.finding_actions import decision_icon, decision_words
from reader.ui.compare.finding_navigator import FindingNavigator
from reader.ui.compare.pane_manager import PaneManager
from reader.ui.state.comparison_state import ComparisonState
from reader.ui.widgets.plain_text import PlainLabel, ThemedLine, set_tip
from reader.wording.lines import short_name

if TYPE_CHECKING:
    from reader.library import Decision

WIDEST = 320


class DecisionLabel(QWidget):
    """Shows a decision."""

    def __init__(self) -> None:
        super().__init__()
        self._decision: Decision | None = None
        self._sign, self._words = PlainLabel(), PlainLabel()
        self._words.setMaximumWidth(WIDEST)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self._sign)
        row.addWidget(self._words)
        self.hide()

    @property
    def words(self) -> str:
        """What the label says of the decision, or ""."""
        return self._words.accessibleName()

    def show_decision(self, decision: "Decision | None") -> None:
        """Show it; None hides."""
        self._decision = decision
        self.setVisible(decision is not None)
        said = decision_words(decision)
        metrics = self._words.fontMetrics()
        self._words.setText(metrics.elidedText(said, Qt.TextElideMode.ElideRight, WIDEST))
        self._words.setAccessibleName(said)
        set_tip(self, said)
        self.draw()

    def draw(self) -> None:
        """The sign, in the colours of now."""
        sign = decision_icon(self._decision)
        if sign is not None:
            self._sign.setPixmap(sign.pixmap(QSize(icons.SIDE, icons.SIDE), self.devicePixelRatioF()))


OUTLET_WIDTH = 168
BAR_HEIGHT = 40
LONGEST = 3000


def shortened(text: str) -> str:
    """Words on one line; what is longer than a passage ever is, cut off."""
    words = " ".join(text[: 2 * LONGEST].split())
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"


class Wording(QFrame):
    """One article's wording of the passage."""

    jumped = Signal(object)
    """Its `Excerpt`: a click, or Enter."""

    def __init__(self, outlet: str, text: str, base: str | None, excerpt: Excerpt) -> None:
        super().__init__()
        self.setObjectName("wording")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._text, self._base, self._excerpt = shortened(text), base, excerpt
        self.label = PlainLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        font = QFont(self.font())
        font.setFamilies(list(typography.current().families))
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.label.setFont(font)
        name = ThemedLine(outlet, bold=True)
        name.setFixedWidth(OUTLET_WIDTH)
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 7, 14, 7)
        grid.setHorizontalSpacing(12)
        name.setContentsMargins(0, 5, 0, 0)
        grid.addWidget(name, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.label, 0, 1)
        grid.setColumnStretch(1, 1)
        self.setAccessibleName(f"{outlet}: {self._text}")
        self.setAccessibleDescription(self._differences())
        self._write()

    def _differences(self) -> str:
        if self._base is None:
            return _("the others are held against this wording")
        words = [span.of(self._text) for span in differing(self._text, self._base)]
        return _("differs in: {words}").format(words="; ".join(words)) if words else _("the same words")

    def _write(self) -> None:
        """The words, those that differ on a ground and underlined."""
        now, at, parts = theme.current(), 0, []
        style = f"background-color: {now['changed'].name()}; text-decoration: underline"
        for span in differing(self._text, self._base) if self._base is not None else ():
            parts.append(html.escape(self._text[at : span.start]))
            parts.append(f'<span style="{style}">{html.escape(span.of(self._text))}</span>')
            at = span.end
        self.label.setText("".join([*parts, html.escape(self._text[at:])]))

    def changeEvent(self, event: QEvent) -> None:
        """Marks carry colours: they follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_base"):
            self._write()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click jumps to this wording in its article."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.jumped.emit(self._excerpt)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space jump, the arrows go from one wording to the next."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.jumped.emit(self._excerpt)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Say what a click does."""
        self.setToolTip(_("Jump to this wording"))
        super().enterEvent(event)


class PassagePanel(QWidget):
    """Shows one passage; hidden until one is chosen."""

    jumped = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passagePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("The passage in every article"))
        self._title = ThemedLine("", bold=True)
        self._about = ThemedLine("", "muted")
        self.decision = DecisionLabel()
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setIconSize(QSize(icons.SIDE, icons.SIDE))
        self._close.setToolTip(_("Close (Esc)"))
        self._close.setAccessibleName(_("Close the passage"))
        self._close.clicked.connect(self.closed)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self._draw_icons()

    def _lay_out(self) -> None:
        self.bar = QWidget()
        """Which passage it is; the title of a dock may take it in."""
        self.bar.setObjectName("passagePanelBar")
        self.bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(14, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(self._title, 2)
        row.addWidget(self.decision, 0)
        row.addWidget(self._about, 3)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._scroll, 1)

    def show_passage(self, comparison: Comparison, index: int, number: int, order: Sequence[str], base: int) -> None:
        """Show a passage with the excerpt `base` first, the others in the order of the panes."""
        passage = comparison.passages[index]
        place = {article: i for i, article in enumerate(order)}
        rest = sorted(
            (i for i in range(len(passage.excerpts)) if i != base),
            key=lambda i: (place.get(passage.excerpts[i].article, len(place)), passage.excerpts[i]),
        )
        self._title.set_text(_("Passage {number} of {count}").format(number=number, count=len(comparison.passages)))
        about = _("{relation} · {alike} · underlined: not as in {base}")
        first = passage.excerpts[base]
        self._about.set_text(
            about.format(
                relation=wording.passage(comparison, passage),
                alike=wording.alike(passage.score),
                base=short_name(comparison.article(first.article)),
            )
        )
        held = QWidget()
        held.setObjectName("passagePanelList")
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        text = comparison.article(first.article).text
        against = shortened(comparison.words(Excerpt(first.article, with_sentence(text, first.span))))
        for i in (base, *rest):
            excerpt = passage.excerpts[i]
            name = short_name(comparison.article(excerpt.article))
            words = comparison.words(excerpt)
            translated = len(wording.languages(comparison, (first, excerpt))) > 1
            worded = Wording(name, words, None if i == base or translated else against, excerpt)
            if translated:
                worded.setAccessibleDescription(_("in another language"))
            worded.jumped.connect(self.jumped)
            column.addWidget(worded)
        column.addStretch(1)
        self._scroll.setWidget(held)
        self.show()

    def show_decision(self, decision: "Decision | None") -> None:
        """Say what the reader decided on the passage."""
        self.decision.show_decision(decision)

    @property
    def wordings(self) -> list[Wording]:
        """What is shown, from the top."""
        held = self._scroll.widget()
        inside = held.layout() if held is not None else None
        places = [inside.itemAt(i) for i in range(inside.count())] if inside is not None else []
        return [one for place in places if place is not None and isinstance(one := place.widget(), Wording)]

    def wanted_height(self, width: int) -> int:
        """High enough for every wording at a width."""
        held = self._scroll.widget()
        inside = held.layout() if held is not None else None
        return (inside.heightForWidth(width) if inside is not None else 0) + BAR_HEIGHT

    def _draw_icons(self) -> None:
        self._close.setIcon(icons.close())
        self.decision.draw()

    def changeEvent(self, event: QEvent) -> None:
        """Icons carry colours: they follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_scroll"):
            self._draw_icons()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the panel; the panes have the keyboard then."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


SHARE = 0.36
"""The most of the height that the panel takes when it opens."""


class PassagePanelController(QObject):
    """Shows the chosen passage in the panel, held against the base."""

    opened = Signal()
    closed = Signal()
    activated = Signal(int)
    """The panel shows the passage of this index."""

    def __init__(
        self,
        state: ComparisonState,
        panel: PassagePanel,
        halves: QSplitter,
        pane_manager: PaneManager,
        navigator: FindingNavigator,
    ) -> None:
        super().__init__(halves)
        self._state, self._panel, self._halves, self._pane_manager = state, panel, halves, pane_manager
        panel.hide()
        panel.jumped.connect(navigator.jump_in_chosen)
        state.passageChosen.connect(self._show)
        state.comparisonChanged.connect(self._begin)
        state.decisionsChanged.connect(self._show_decision)
        state.baseChanged.connect(self._rebase)

    @property
    def is_open(self) -> bool:
        """Whether the panel is on view."""
        return not self._panel.isHidden()

    def _begin(self) -> None:
        """Passages are another comparison's from here on; the panel is put away where none is chosen any more."""
        if self._state.chosen_passage is None:
            self._put_away()

    def _show(self) -> None:
        """Show the chosen passage; where none is, put the panel away."""
        comparison, index = self._state.comparison, self._state.chosen_passage
        if comparison is None or index is None:
            self._put_away()
            return
        opening, base = not self.is_open, self._base(comparison, index)
        self._panel.show_passage(comparison, index, self._state.numbers[index], self._pane_manager.order, base)
        self._show_decision()
        if self._halves.indexOf(self._panel) < 0:
            self.opened.emit()
        elif opening:
            wide, high = self._halves.width(), self._halves.height()
            wanted = min(self._panel.wanted_height(wide), int(high * SHARE))
            self._halves.setSizes([high - wanted, wanted])
        self.activated.emit(index)

    def _show_decision(self) -> None:
        """Say beside the passage what was decided on it."""
        chosen = self._state.chosen_passage
        held = self._state.decisions.get(Finding(SubjectKind.PASSAGE, chosen)) if chosen is not None else None
        self._panel.show_decision(held)

    def _put_away(self) -> None:
        """Hide the panel."""
        if self.is_open:
            self._panel.hide()
            self.closed.emit()

    def _base(self, comparison: Comparison, index: int) -> int:
        """Which excerpt the others are held against: that of the base, else the one that a person chose."""
        excerpts, leading = comparison.passages[index].excerpts, self._state.leading_excerpt
        pinned = next((i for i, excerpt in enumerate(excerpts) if excerpt.article == self._state.base), None)
        if pinned is not None:
            return pinned
        return excerpts.index(leading) if leading is not None and leading in excerpts else 0

    def _rebase(self) -> None:
        if self._state.chosen_passage is not None and self.is_open:
            self._show()
