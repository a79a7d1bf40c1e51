"""The filters under the search field, and the chips that say what narrows the results."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractButton,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.dataclass import dataclass
from reader.filters import KINDS, NOTHING, SearchFilters
from reader.i18n import N_, _, ngettext
from reader.locales import day
from reader.ui import theme
from reader.ui.direction import placed_in
from reader.ui.library.facet_popup import KIND_WORDS, FacetPopup, named

if TYPE_CHECKING:
    from reader.search.limits import Limit
    from reader.workspace import Facet


_GAP = 4
"""Between two widgets, and between two lines of them."""


class FlowLayout(QLayout):
    """Lines as wide as there is room; hidden widgets take none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """One more, at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item of this number; None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """One of them, which is no longer among them."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its lines."""
        return self._lay(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._lay(rect, place=True)

    def sizeHint(self) -> QSize:
        """The least will do."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Room for the widest alone."""
        widest = QSize()
        for item in self._items:
            if not item.isEmpty():
                widest = widest.expandedTo(item.minimumSize())
        return widest

    @property
    def _direction(self) -> Qt.LayoutDirection:
        parent = self.parentWidget()
        return parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight

    def _lay(self, rect: QRect, place: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(1, rect.width()), 10_000))
            if line and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + _GAP, 0
            if place:
                item.setGeometry(QStyle.visualRect(self._direction, rect, QRect(QPoint(x, y), size)))
            x, line = x + size.width() + _GAP, max(line, size.height())
        return y + line - rect.y()


WIDEST, PAD, SIGN, GAP = 220, 9, 7.0, 7
KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True, slots=True)
class Chip:
    """Its words, and what takes away that for which it stands."""

    words: str
    remove: Callable[[], None]


class ChipButton(QAbstractButton):
    """A rounded label with a cross; long words end in an ellipsis and are whole in the tip."""

    def __init__(self, chip: Chip, parent: QWidget) -> None:
        super().__init__(parent)
        self._chip = chip
        self._say()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self._chip.remove())

    def become(self, chip: Chip) -> None:
        """Stand for this one from now on; a new button would cost a millisecond of styling."""
        before, self._chip = self._chip, chip
        if chip.words != before.words:
            self._say()

    def sizeHint(self) -> QSize:
        """Its words and the cross."""
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 2 * PAD + GAP + round(SIGN) + 2
        return QSize(min(WIDEST, wide), self.fontMetrics().height() + 6)

    def minimumSizeHint(self) -> QSize:
        """As wide as a few letters: what does not fit is cut off with an ellipsis."""
        return QSize(min(60, self.sizeHint().width()), self.sizeHint().height())

    def _say(self) -> None:
        words = self._chip.words
        self.setText(words)
        self.setToolTip(_("{words}: press to take this away").format(words=words))
        self.setAccessibleName(_("Take away {words}").format(words=words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Delete and Backspace press it, as Space does."""
        if event.key() in KEYS:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A tint, the words, the cross; a frame where the keyboard is."""
        now, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = now["focus"] if self.hasFocus() else now["passage_edge" if self.underMouse() else "border"]
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.setBrush(now["soft"])
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(now["text"])
        room = placed_in(self, QRectF(self.rect()).adjusted(PAD, 0, -(PAD + GAP + round(SIGN)), 0))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        cross = placed_in(self, QRectF(self.width() - PAD - SIGN, (self.height() - SIGN) / 2, SIGN, SIGN))
        painter.setPen(QPen(now["text"], 1.3))
        painter.drawLine(cross.topLeft(), cross.bottomRight())
        painter.drawLine(QPointF(cross.right(), cross.top()), QPointF(cross.left(), cross.bottom()))


class Chips(QWidget):
    """As many lines of chips as it takes; none where there are no chips."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._shown: list[ChipButton] = []
        self.hide()

    @property
    def buttons(self) -> list[ChipButton]:
        """The chips there are."""
        return list(self._shown)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these; where one that had the keyboard goes, the next takes it."""
        at = next((n for n, one in enumerate(self._shown) if one.hasFocus()), None)
        for one, chip in zip(self._shown, chips, strict=False):
            one.become(chip)
        for old in self._shown[len(chips) :]:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        added = [ChipButton(chip, self) for chip in chips[len(self._shown) :]]
        self._shown = [*self._shown[: len(chips)], *added]
        for one in added:
            self._flow.addWidget(one)
            one.show()
        self.setVisible(bool(chips))
        if at is not None and self._shown:
            self._shown[min(at, len(self._shown) - 1)].setFocus()


ARROW = 7.0
LIMIT_WORDS = {
    "title": N_("Headline: {words}"),
    "headline": N_("Headline: {words}"),
    "author": N_("Byline: {words}"),
    "byline": N_("Byline: {words}"),
    "outlet": N_("Outlet: {words}"),
    "lang": N_("Language: {words}"),
    "story": N_("Story: {words}"),
    "tag": N_("Tag: {words}"),
    "date": N_("Date: {words}"),
    "after": N_("From {words}"),
    "before": N_("Before {words}"),
}


class FacetButton(QToolButton):
    """The name of a kind and an arrow; tinted where something of that kind is chosen."""

    def __init__(self, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("facet")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setText(_(KIND_WORDS[kind]))
        self._kind = _(KIND_WORDS[kind])
        self._count = 0
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Say that so many are chosen; the chips under it say which."""
        self._count = count
        words = _("Narrow by {kind}").format(kind=self._kind)
        chosen = ngettext("{n} chosen", "{n} chosen", count).format(n=count)
        self.setAccessibleName(f"{words}, {chosen}" if count else words)
        self.update()

    def sizeHint(self) -> QSize:
        """The words and the arrow."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + round(ARROW) + 20, self.fontMetrics().height() + 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down open it too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet frame, the words, the arrow."""
        now, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        live = self.isEnabled()
        quiet = "passage_edge" if self._count else "muted" if self.underMouse() and live else "border"
        edge = "focus" if self.hasFocus() else quiet
        painter.setPen(now[edge])
        painter.setBrush(now["soft" if self._count else "button" if self.underMouse() and live else "base"])
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        colour = now["text"] if live else now["muted"]
        painter.setPen(colour)
        words = placed_in(self, QRectF(self.rect()).adjusted(7, 0, -round(ARROW) - 8, 0))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        left = placed_in(self, QRectF(self.width() - 7 - ARROW, 0, ARROW, 1)).left()
        middle = self.height() / 2
        corners = ((left, middle - 2), (left + ARROW, middle - 2), (left + ARROW / 2, middle + 2.5))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))


class FilterBar(QWidget):
    """Says what a person wants the search narrowed to."""

    narrowed = Signal(object)
    """The Narrowing that is wanted now."""
    rewritten = Signal(str)
    """The query that is wanted, without one of its limits."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.narrowing = NOTHING
        self._names: dict[tuple[str, str], str] = {}
        self.buttons = {kind: FacetButton(kind, self) for kind in KINDS}
        self.choices = {kind: FacetPopup(kind, self) for kind in KINDS}
        self.chips = Chips(self)
        line = QWidget(self)
        flow = FlowLayout(line)
        for kind, button in self.buttons.items():
            flow.addWidget(button)
            button.clicked.connect(partial(self.open, kind))
            self.choices[kind].model.toggled.connect(partial(self._toggle, kind))
        self.choices["month"].daysChanged.connect(self._set_days)
        self._line = line
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(line)
        column.addWidget(self.chips)

    def show_facets(self, facets: "Sequence[Facet]", narrowing: SearchFilters, limits: "Iterable[Limit]" = ()) -> None:
        """Show what can be chosen and what is."""
        self.narrowing = narrowing
        self._names |= {(one.kind, one.value): one.name for one in facets}
        self._line.show()
        for kind in KINDS:
            chosen = narrowing.of(kind)
            self.choices[kind].model.show([*facets, *self._lost(kind, chosen, facets)], chosen)
            count = len(chosen) + (kind == "month" and bool(narrowing.since or narrowing.until))
            self.buttons[kind].show_count(count)
            self.buttons[kind].setEnabled(kind == "month" or self.choices[kind].model.rowCount() > 0)
        self.choices["month"].show_days(narrowing.since, narrowing.until)
        self.chips.show_chips([*self._typed(limits), *self._chosen()])

    def show_only(self, words: str, remove: Callable[[], None]) -> None:
        """Nothing can be chosen: there is only what the articles found are like."""
        self.narrowing = NOTHING
        self._line.hide()
        self.chips.show_chips([Chip(words, remove)])

    def open(self, kind: str) -> None:
        """Let a person choose values of this kind."""
        self.choices[kind].open_under(self.buttons[kind])

    def _toggle(self, kind: str, value: str) -> None:
        self.narrowed.emit(self.narrowing.toggled(kind, value))

    def _set_days(self, since: str, until: str) -> None:
        if (since, until) != (self.narrowing.since, self.narrowing.until):
            self.narrowed.emit(replace(self.narrowing, since=since, until=until))

    def _lost(self, kind: str, chosen: Iterable[str], facets: "Sequence[Facet]") -> "list[Facet]":
        """What is chosen and in no article found: it can be unticked all the same."""
        from reader.workspace import Facet  # loaded with the first answer

        there = {one.value for one in facets if one.kind == kind}
        return [Facet(kind, value, self._names.get((kind, value), ""), 0) for value in chosen if value not in there]

    def _chosen(self) -> list[Chip]:
        now = self.narrowing
        chips = [
            Chip(named(kind, value, self._names.get((kind, value), "")), partial(self._toggle, kind, value))
            for kind, value in now.chosen
        ]
        if now.since or now.until:
            chips.append(Chip(_stretch(now.since, now.until), lambda: self._set_days("", "")))
        return chips

    def _typed(self, limits: "Iterable[Limit]") -> list[Chip]:
        return [Chip(limit_words(one), partial(self.rewritten.emit, one.without)) for one in limits]


def limit_words(limit: "Limit") -> str:
    """A limit of the query as people read it."""
    words = _(LIMIT_WORDS[limit.field]).format(words=limit.text)
    return _("Not {words}").format(words=words) if limit.negative else words


def _stretch(since: str, until: str) -> str:
    if since and until:
        return _("{first} to {last}").format(first=day(since), last=day(until))
    return _("From {day}").format(day=day(since)) if since else _("Until {day}").format(day=day(until))
