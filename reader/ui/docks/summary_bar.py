"""The summary line, which is the head of the findings once they are open: the same words in the same order."""

from collections.abc import Sequence
from enum import IntEnum
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from reader import locales
from reader.dataclass import dataclass
from reader.i18n import _
from reader.ui import theme
from reader.ui.direction import is_leftwards, placed_in
from reader.ui.event_loop import Debouncer
from reader.ui.widgets.controls import DOWN, UP, IconButton
from reader.ui.widgets.plain_text import PlainLabel, add_named, set_tip
from reader.ui.widgets.spoken_tabs import speak_as_tab, speak_as_tab_list

CLOSED, OPEN = 28, 32
"""Heights of the line, and of the head that it becomes."""
PAD = 10
SIGN = 14
SAID_FOR = 8_000
"""Milliseconds that what happened is said, where nobody says for how long."""


@dataclass(frozen=True, slots=True)
class SummaryPart:
    """What is said of one kind of finding: in the closed line, empty for nothing, and on the tab of its list."""

    name: str
    line: str
    tab: str
    warns: bool = False
    """Whether figures conflict: the strongest thing there is to say."""
    more: str = ""
    """What the closed line says after what conflicts is named."""
    count: int = 0
    """How many there are: what the tab says where there is little room."""


class Length(IntEnum):
    """How much the tabs say: all, how many there are, or but what the list is called."""

    WHOLE = 0
    COUNT = 1
    TITLE = 2


class Tab(QAbstractButton):
    """One kind of finding: a word of the closed line, a tab of the open panel."""

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.name = name
        self.part = SummaryPart(name, "", title)
        self.title = title
        self.open = self.separated = False
        self.length = Length.WHOLE
        self.say(self.part)

    def say(self, part: SummaryPart) -> None:
        """Say this of what it stands for."""
        self.part = part
        self._show()

    def set_open(self, is_open: bool, *, front: bool) -> None:
        """Be a tab, perhaps that in front, or a word of the line."""
        self.open = is_open
        speak_as_tab(self, is_tab=is_open)
        self.setCheckable(is_open)  # a word of the line leads somewhere; a tab is in front, or it is not
        self.setChecked(is_open and front)
        self._show()

    def set_length(self, length: Length) -> None:
        """Say as much as there is room for."""
        if length != self.length:
            self.length = length
            self._show()

    def _said(self) -> str:
        if not self.open:
            return self.part.line
        if self.length is Length.WHOLE or self.part.warns:
            return self.part.tab
        counted = self.length is Length.COUNT and self.part.count
        return f"{self.title} ({locales.count(self.part.count)})" if counted else self.title

    def _show(self) -> None:
        whole = self.part.tab if self.open else self.part.line
        self.setText(self._said())
        self.setAccessibleName(whole)
        set_tip(self, whole)
        self.setVisible(bool(self.text()))
        self.updateGeometry()
        self.update()

    def _face(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.part.warns or self.isChecked() else QFont.Weight.Normal)
        return font

    def sizeHint(self) -> QSize:
        """Its words with some room, and the sign before them."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)  # a tab that comes to the front moves no other
        wide = QFontMetrics(bold).horizontalAdvance(self.text())
        return QSize(wide + 2 * PAD + (SIGN + 6 if self.part.warns else 0), CLOSED)

    def minimumSizeHint(self) -> QSize:
        """Room for a word; for all of them where figures conflict, and of the tab in front."""
        whole = self.part.warns or self.isChecked()
        return QSize(self.sizeHint().width() if whole else min(60, self.sizeHint().width()), CLOSED)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line before it, the sign, the words, and a rule under the one in front."""
        painter, now = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect().adjusted(1, 0, 0, 0), now["hover"])
        if self.separated:
            painter.fillRect(placed_in(self, QRectF(0, 7, 1, self.height() - 14)), now["border"])
        left = PAD
        if self.part.warns:
            self._draw_sign(painter, left)
            left += SIGN + 6
        painter.setFont(self._face())
        painter.setPen(now["conflict_edge" if self.part.warns and not self.open else "text"])
        inside = placed_in(self, QRectF(self.rect()).adjusted(left if self.part.warns else 4, 0, -4, 0))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, round(inside.width()))
        across = Qt.AlignmentFlag.AlignLeft if self.part.warns else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | across, words)
        if self.isChecked():
            painter.fillRect(0, self.height() - 2, self.width(), 2, now["focus"])
        if self.hasFocus():
            _ring(painter, self)

    def _draw_sign(self, painter: QPainter, left: float) -> None:
        """The sign of a conflict, as it stands in the margin of the text."""
        now, box = theme.current(), placed_in(self, QRectF(left, (self.height() - SIGN) / 2, SIGN, SIGN))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now["conflict_edge"])
        painter.drawRoundedRect(box, 2.5, 2.5)
        painter.setPen(QPen(now["conflict_selected_text"], 1.4))
        x, y = box.center().x(), box.center().y()
        for dy in (-2.0, 2.0):
            painter.drawLine(QRectF(x - 4, y + dy, 8, 0).topLeft(), QRectF(x - 4, y + dy, 8, 0).topRight())
        painter.drawLine(QRectF(x + 2, y - 4.6, 0, 0).topLeft(), QRectF(x - 2, y + 4.6, 0, 0).topLeft())


class SummaryLink(QAbstractButton):
    """A conflict by what is counted: a click goes there."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(_("Conflict: {words}").format(words=words))
        set_tip(self, _("Go to “{words}”").format(words=words))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """As wide as its words, as high as the closed panel."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 12, CLOSED)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Underlined, as what leads elsewhere is."""
        painter, now = QPainter(self), theme.current()
        metrics, inside = self.fontMetrics(), self.rect().adjusted(6, 0, -6, 0)
        painter.setPen(now["focus" if self.underMouse() else "text"])
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, self.text())
        y = inside.center().y() + metrics.ascent() // 2 + 2
        painter.setPen(now["border"])
        painter.drawLine(inside.left(), y, inside.right(), y)
        if self.hasFocus():
            _ring(painter, self)


def _ring(painter: QPainter, widget: QWidget) -> None:
    painter.setPen(QPen(theme.current()["focus"], 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(widget.rect()).adjusted(2, 2, -2, -2))


class _WholeLabel(PlainLabel):
    """One line at the right that is shown whole or not at all: the beginning of a sentence tells nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def is_whole(self) -> bool:
        """Whether there is room for it."""
        return self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()

    def minimumSizeHint(self) -> QSize:
        """None: it gives way to what stands beside it."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """All of it or nothing."""
        if self.is_whole:
            painter = QPainter(self)
            painter.setPen(self.palette().windowText().color())
            side = Qt.AlignmentFlag.AlignLeft if is_leftwards(self) else Qt.AlignmentFlag.AlignRight
            painter.drawText(self.contentsRect(), Qt.AlignmentFlag.AlignVCenter | side, self.text())


class SummaryBar(QWidget):
    """What was found; then what happened last, and what is under way."""

    toggled = Signal()
    """The findings are to open, or to close."""
    tabWanted = Signal(str)
    rowWanted = Signal(int)
    """A conflict is to be gone to: its place in the ledger."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Findings"))
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)
        self.tabs: list[Tab] = []
        self._links: list[SummaryLink] = []
        self._corners: list[QWidget] = []
        self._turning: list[QWidget] = []
        self._open, self._shown = False, True
        self._hint = self._message = ""
        self._more: Tab | None = None
        """What is said of the figures after what conflicts is named."""
        self._chevron = IconButton(UP, _("Open the findings"), self)
        self._chevron.setAutoRaise(True)
        self._chevron.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._chevron.clicked.connect(self.toggled)
        self.overflow = self._make_overflow()
        """Leads to the lists for whose tabs there is no room."""
        self._spilled: list[Tab] = []
        self.said = _WholeLabel(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 0, 8, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._chevron)
        self._row.addWidget(self.overflow)
        self._row.addWidget(self.said, 1)
        self._late = Debouncer(self._rest, self)  # once it is known how much room is left
        self._silence = QTimer(self, singleShot=True)
        self._silence.timeout.connect(self._rest)
        self.set_open(is_open=False, front="")

    def add_tab(self, name: str, title: str) -> None:
        """A tab after those there are."""
        made = Tab(name, title, self)
        made.clicked.connect(lambda: self.tabWanted.emit(name))
        self._row.insertWidget(self._row.indexOf(self.overflow), made)
        self.tabs.append(made)
        if len(self.tabs) == 1:
            self._more = Tab(name, "", self)
            self._more.clicked.connect(lambda: self.tabWanted.emit(name))
            self._row.insertWidget(self._row.indexOf(self.overflow), self._more)

    def _make_overflow(self) -> QToolButton:
        made = QToolButton(self)
        made.setText("…")
        made.setAutoRaise(True)
        made.setObjectName("overflow")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setToolTip(_("More lists"))
        made.setAccessibleName(_("More lists"))
        menu = QMenu(made)
        menu.aboutToShow.connect(lambda: self._list_spilled(menu))
        made.setMenu(menu)
        made.hide()
        return made

    def _list_spilled(self, menu: QMenu) -> None:
        menu.clear()
        for tab in self._spilled:
            add_named(menu, tab.part.tab or tab.title, partial(self.tabWanted.emit, tab.name))

    def add_corner(self, widget: QWidget, *, by_turns: bool = False) -> None:
        """Put something at the right; its owner shows and hides it, `by_turns` with others, each for one tab."""
        self._corners.append(widget)
        if by_turns:
            self._turning.append(widget)
        self._row.addWidget(widget)

    @property
    def stops(self) -> Sequence[QWidget]:
        """What Tab goes through, in order."""
        first, links = self.tabs[:1], self._links
        more = [self._more] if self._more is not None else []
        return (self._chevron, *first, *links, *more, *self.tabs[1:], self.overflow)

    @property
    def corners(self) -> Sequence[QWidget]:
        """What stands at the end, in order."""
        return tuple(self._corners)

    # What it says

    def show_parts(self, parts: Sequence[SummaryPart]) -> None:
        """Say this of the kinds of finding, each on its tab."""
        said = {part.name: part for part in parts}
        for tab in self.tabs:
            if tab.name in said:
                tab.say(said[tab.name])
        if self._more is not None and self._more.name in said:
            self._more.say(SummaryPart(self._more.name, said[self._more.name].more, ""))
        self._separate()

    def show_conflicts(self, rows: Sequence[tuple[int, str]], hint: str) -> None:
        """Name what conflicts, as far as there is room; `hint` stands at the right while nothing else is said."""
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links = [self._link(row, words) for row, words in rows]
        self._hint = hint
        self._rest()
        self.fit()

    def _link(self, row: int, words: str) -> SummaryLink:
        made = SummaryLink(words, self)
        made.clicked.connect(lambda: self.rowWanted.emit(row))
        before = len([link for link in self._links if not link.isHidden()])
        self._row.insertWidget(2 + before, made)
        made.hide()
        return made

    def set_open(self, *, is_open: bool, front: str) -> None:
        """Be the head of the open findings, or the line at the foot of the window."""
        self._open = is_open
        speak_as_tab_list(self, is_list=is_open)
        self.setFixedHeight(max(OPEN if is_open else CLOSED, self.fontMetrics().height() + 10))
        self._chevron.show_sign(DOWN if is_open else UP, _("Close the findings") if is_open else _("Open the findings"))
        for tab in self.tabs:
            tab.set_open(is_open, front=tab.name == front)
        if self._more is not None:
            self._more.set_open(is_open, front=False)
        self._separate()
        self.fit()

    def _separate(self) -> None:
        shown = [tab for tab in self._all if not tab.isHidden()]
        for tab in shown:
            tab.separated = tab is not shown[0]
            tab.update()

    @property
    def _all(self) -> list[Tab]:
        """The tabs, and what is said after the first of them."""
        return [*self.tabs[:1], *([self._more] if self._more is not None else []), *self.tabs[1:]]

    def fit(self) -> None:
        """Conflicts are named while there is room for their names besides the rest."""
        rest = sum(tab.sizeHint().width() for tab in self._all if not tab.isHidden())
        room = self.width() - rest - self._chevron.sizeHint().width() - 24
        for link in reversed(self._links):
            self._row.removeWidget(link)
        for at, link in enumerate(self._links):
            room -= link.sizeHint().width()
            link.setVisible(self._shown and not self._open and room >= 0)
            self._row.insertWidget(2 + at, link)
        self._shorten()
        self._late.trigger()

    def _shorten(self) -> None:
        """All tabs say as much as all have room for. Which of them is in front changes none of it, for no tab may move
        under the mouse: room is kept for the widest of what stands at the end.
        """
        for tab in self._spilled:
            tab.setVisible(self._shown and bool(tab.text()))
        self._spilled = []
        room = self.width() - self._chevron.sizeHint().width() - 24
        there = {one: one.sizeHint().width() for one in self._corners if not one.isHidden()}
        widest = max((one.sizeHint().width() for one in self._turning), default=0) if self._open else 0
        kept = room - widest - sum(width for one, width in there.items() if one not in self._turning)
        for length in Length:
            for tab in self.tabs:
                tab.set_length(length)
            if sum(tab.sizeHint().width() for tab in self.tabs if not tab.isHidden()) <= kept or not self._open:
                break
        self._spill(room - sum(there.values()))

    def _spill(self, room: int) -> None:
        """Tabs that do not fit even so go into a menu, the last first; that in front stays."""
        shown = [tab for tab in self.tabs if not tab.isHidden()]
        wide = sum(tab.sizeHint().width() for tab in shown)
        if self._open and wide > room:
            room -= self.overflow.sizeHint().width()
            for tab in reversed([tab for tab in shown[1:] if not tab.isChecked()]):
                if wide <= room:
                    break
                wide -= tab.sizeHint().width()
                self._spilled.insert(0, tab)
                tab.hide()
        self.overflow.setVisible(bool(self._spilled))
        self._separate()

    def set_findings_visible(self, visible: bool) -> None:
        """Whether there are findings to speak of; what happened is said in any case."""
        self._shown = visible
        self._chevron.setVisible(visible)
        for tab in self._all:
            tab.setVisible(visible and bool(tab.text()))
        self.fit()

    # What happened

    def showMessage(self, words: str, milliseconds: int = SAID_FOR) -> None:
        """Say something for a while, where there is room for all of it; nothing takes it back."""
        self._message = words
        self.said.setText(words)
        self._silence.stop()
        if words:
            self._silence.start(milliseconds or SAID_FOR)
        else:
            self._rest()

    def currentMessage(self) -> str:
        """What is said now."""
        return self._message if self._silence.isActive() else ""

    @property
    def is_read(self) -> bool:
        """Whether what is said now is on view; else there is no room for it here."""
        return self.isVisible() and self.said.is_whole

    def _rest(self) -> None:
        if not self._silence.isActive():
            self.said.setText(self._hint if self._shown and not self._open else "")

    def minimumSizeHint(self) -> QSize:
        """Without the names of what conflicts and the tabs that a menu may take in: they go before the window may not
        become narrower.
        """
        least = super().minimumSizeHint()
        going = sum(link.sizeHint().width() for link in self._links if not link.isHidden())
        if self._open:
            spare = [tab for tab in self.tabs[1:] if not tab.isHidden() and not tab.isChecked()]
            going += sum(tab.minimumSizeHint().width() for tab in spare)
        return QSize(least.width() - going, least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many conflicts are named as there is room for."""
        super().resizeEvent(event)
        self.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline above it."""
        QPainter(self).fillRect(0, 0, self.width(), 1, theme.current()["border" if self._open else "hair"])

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters, a higher line."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_open"):
            self.setFixedHeight(max(OPEN if self._open else CLOSED, self.fontMetrics().height() + 10))
