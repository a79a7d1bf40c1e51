"""The head of a pane in one line: letter, outlet, date, and as a thin bar how much of it is found elsewhere."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from reader import wording
from reader.article import Article
from reader.compare.comparison import Coverage
from reader.i18n import _
from reader.ui import theme
from reader.ui.compare import icons
from reader.ui.direction import is_leftwards, placed_in
from reader.ui.widgets.plain_text import set_tip
from reader.wording.lines import date_and_byline, dates, moment, short_name

DRAG = 12
"""How far a press must move to become a drag."""
HEIGHT, AIR = 32, 14
"""The least height; more where letters and the air around them want it."""
LEFT, GAP, TILE = 8, 8, 18
SHARE = 3
"""How high the bar at the lower edge is."""
SMALLER = 0.92
"""Letters of date and tag over those of the outlet."""


class Header(QAbstractButton):
    """What article a pane shows. Dragging it moves the pane; what can be done with it comes under the mouse, and as a
    menu when it is pressed by a key or a screen reader, for which it is a button.
    """

    pinned = Signal()
    swapped = Signal()
    moved = Signal(int)
    """Move the pane by so many places; towards the first is negative."""
    closed = Signal()
    chosen = Signal()
    detailsWanted = Signal()
    dragged = Signal(QPointF)
    """Where the header is dragged to, in global coordinates."""
    dropped = Signal(QPointF)

    def __init__(self, article: Article, coverage: Coverage | None, *, year: bool = True) -> None:
        """`year` says whether the date needs its year: not where all articles are of one."""
        super().__init__()
        self.setObjectName("paneHeader")
        self.article = article
        self._pressed: QPointF | None = None
        self._dragging = self._driving = self._base = self._neighbour = False
        self._coverage = coverage
        self._letter = self.tag = ""
        self._tools: _Tools | None = None
        self._dates = dates(article.published, year=year)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_tip(self, self.told)
        self._name()
        self.clicked.connect(self._open_menu_below)

    # What it says

    @property
    def told(self) -> str:
        """All that is known, over several lines: what a head of one line has no room for."""
        article, lines = self.article, [" ".join(self.article.headline.split()), short_name(self.article)]
        lines.append(date_and_byline(article))
        if article.revised:
            lines.append(_("Updated {when}").format(when=moment(article.revised)))
        if self._coverage is not None:
            lines.append(wording.coverage(self._coverage))
        return "\n".join(filter(None, lines))

    def set_driving(self, driving: bool) -> None:
        """Show whether this pane leads."""
        if driving != self._driving:
            self._driving = driving
            self.update()

    def set_coverage(self, coverage: Coverage | None) -> None:
        """Show how much of the article the others share; None where nobody knows."""
        if coverage != self._coverage:
            self._coverage = coverage
            set_tip(self, self.told)
            self._name()

    def set_letter(self, letter: str) -> None:
        """Show by which letter the article goes."""
        if letter != self._letter:
            self._letter = letter
            self._name()

    def set_tag(self, words: str) -> None:
        """Say something in the place of the date, such as that what is chosen is not here; nothing brings it back."""
        if words != self.tag:
            self.tag = words
            self._name()

    def set_base(self, base: bool) -> None:
        """Show whether the others are held against this article."""
        self._base = base
        if self._tools is not None:
            self._tools.show_base(base)
        self._name()

    def set_neighbour(self, there: bool) -> None:
        """Whether there is a pane to swap with, or to hold against this one."""
        self._neighbour = there
        if self._tools is not None:
            self._tools.set_neighbour(there)

    def _name(self) -> None:
        """Its name says its state, for those who do not see it."""
        parts = [self._letter, short_name(self.article), self.tag]
        parts.append(_("the others are compared with it") if self._base else "")
        self.setAccessibleName(", ".join(filter(None, parts)))
        self.setAccessibleDescription(self.told)
        self.update()

    # How it is drawn

    def sizeHint(self) -> QSize:
        """As high as one line with the room around it."""
        return QSize(160, max(HEIGHT, self.fontMetrics().height() + AIR))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, tile, outlet, then the tag or as much of the date as there is room for, and the share."""
        painter, now = QPainter(self), theme.current()
        painter.fillRect(self.rect(), now["base" if self._driving else "window"])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_tile(painter)
        self._draw_words(painter)
        self._draw_share(painter)
        if self.hasFocus():
            painter.setPen(QPen(now["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    @property
    def _body(self) -> QRect:
        """What lies over the bar."""
        return self.rect().adjusted(0, 0, 0, -SHARE)

    def _draw_tile(self, painter: QPainter) -> None:
        now, tile = theme.current(), placed_in(self, QRectF(LEFT, 0, TILE, TILE))
        tile.moveTop((self._body.height() - TILE) / 2 + 0.5)
        painter.setPen(now["focus" if self._driving else "border"])
        painter.setBrush(now["focus" if self._driving else "button"])
        painter.drawRoundedRect(tile.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self._font(0.84, bold=True))
        painter.setPen(now["highlighted" if self._driving else "muted"])
        painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, self._letter)

    def _draw_words(self, painter: QPainter) -> None:
        left, right = LEFT + TILE + GAP, self.width() - LEFT
        if self._tools is not None and not self._tools.isHidden():
            right = self.width() - self._tools.width() - 2 - GAP // 2
        bold, small = QFontMetrics(self._font(bold=True)), QFontMetrics(self._font(SMALLER))
        name = short_name(self.article)
        wide = bold.horizontalAdvance(name)
        if self.tag:
            tag = small.horizontalAdvance(self.tag) + 14
            self._draw_tag(painter, placed_in(self, QRectF(max(left + TILE, right - tag), 0, tag, small.height() + 4)))
            right = max(left + TILE, right - tag) - GAP
        painter.setPen(theme.current()["text"])
        painter.setFont(self._font(bold=True))
        shown = bold.elidedText(name, Qt.TextElideMode.ElideRight, max(right - left, 0))
        self._write(painter, shown, left, self.width())
        room = right - left - wide - GAP
        when = next((one for one in self._dates if small.horizontalAdvance(one) <= room), "")
        if when and not self.tag:
            painter.setFont(self._font(SMALLER))
            painter.setPen(theme.current()["muted"])
            self._write(painter, when, left + wide + GAP, self.width())

    def _write(self, painter: QPainter, words: str, left: float, right: float) -> None:
        """Write words from one place to another, as places are from left to right."""
        room = placed_in(self, QRectF(left, 0, max(right - left, 0), self._body.height()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_tag(self, painter: QPainter, area: QRectF) -> None:
        now = theme.current()
        area.moveTop((self._body.height() - area.height()) / 2)
        painter.setPen(QPen(now["muted"], 1, Qt.PenStyle.DashLine))
        painter.setBrush(now["button"])
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), area.height() / 2, area.height() / 2)
        painter.setFont(self._font(SMALLER))
        painter.setPen(now["text"])
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.tag)

    def _draw_share(self, painter: QPainter) -> None:
        now, bar = theme.current(), QRectF(0, self.height() - SHARE, self.width(), SHARE)
        painter.fillRect(bar, now["hair"])
        if self._coverage is not None:
            share = min(max(self._coverage.shared, 0.0), 1.0)
            bar.setWidth(round(bar.width() * share))
            painter.fillRect(placed_in(self, bar), now["share"])

    def _font(self, size: float = 1.0, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * size)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    # What can be done

    def reveal(self) -> None:
        """Show the buttons: the mouse is here."""
        if self._tools is None:
            self._tools = _Tools(self)
            self._tools.show_base(self._base)
            self._tools.set_neighbour(self._neighbour)
        self._tools.show()
        self._place_tools()
        self.update()

    def _place_tools(self) -> None:
        if self._tools is not None:
            hint = self._tools.sizeHint()
            place = QRectF(self.width() - hint.width() - 2, 0, hint.width(), self.height() - SHARE)
            self._tools.setGeometry(placed_in(self, place).toRect())

    def enterEvent(self, event: QEnterEvent) -> None:
        """What can be done comes under the mouse."""
        super().enterEvent(event)
        self.reveal()

    def leaveEvent(self, event: QEvent) -> None:
        """And goes with it."""
        super().leaveEvent(event)
        if self._tools is not None and not self._dragging:
            self._tools.hide()
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stay at the end."""
        super().resizeEvent(event)
        self._place_tools()

    def menu(self) -> QMenu:
        """What can be done, in words."""
        menu, name = QMenu(self), short_name(self.article)
        compared = menu.addAction(_("&Compare the Others with This One"), self.pinned.emit)
        compared.setCheckable(True)
        compared.setChecked(self._base)
        menu.addSeparator()
        onwards = -1 if is_leftwards(self) else 1
        left = menu.addAction(_("Move &Left"), lambda: self.moved.emit(-onwards))
        right = menu.addAction(_("Move &Right"), lambda: self.moved.emit(onwards))
        for action in (compared, left, right):
            action.setEnabled(self._neighbour)
        menu.addAction(_("Article &Details…"), self.detailsWanted.emit)
        menu.addSeparator()
        menu.addAction(_("Cl&ose {name}").format(name=name.replace("&", "&&")), self.closed.emit)
        return menu

    def _open_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        theme.dress(menu)
        menu.popup(at)

    def _open_menu_below(self) -> None:
        self._open_menu(self.mapToGlobal(self.rect().bottomLeft()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A click with the right button, or the menu key."""
        self._open_menu(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter open the menu."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_menu_below()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the pane; a press may become a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition()
            self.chosen.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the pane once the press has moved far enough."""
        if self._pressed is None:
            return
        if abs(event.globalPosition().x() - self._pressed.x()) > DRAG:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self.dragged.emit(event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of a pane that is dragged: it takes the place under the mouse."""
        if self._dragging:
            self.dropped.emit(event.globalPosition())
        self._pressed, self._dragging = None, False
        self.unsetCursor()


class _Tools(QWidget):
    """Pin, swap and close. They take no part in Tab: the head's menu says the same in words."""

    def __init__(self, header: Header) -> None:
        super().__init__(header)
        self._name = name = short_name(header.article)
        self._pin = _button(_("Compare the others with {name}").format(name=name), header.pinned)
        self._pin.setCheckable(True)
        self._swap = _button(_("Swap {name} with its neighbour").format(name=name), header.swapped)
        self._close = _button(_("Close {name}").format(name=name), header.closed)
        self._base = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self._pin, self._swap, self._close):
            row.addWidget(button)
        self._draw_icons()

    def show_base(self, base: bool) -> None:
        """Show whether the others are compared with this article."""
        self._base = base
        self._pin.setChecked(base)
        told = _("The others are compared with {name}") if base else _("Compare the others with {name}")
        words = told.format(name=self._name)
        set_tip(self._pin, words)
        self._pin.setAccessibleName(words)
        self._pin.setIcon(icons.pin(base))

    def set_neighbour(self, there: bool) -> None:
        """Whether there is a pane to swap with."""
        self._swap.setEnabled(there)
        self._pin.setEnabled(there)

    def _draw_icons(self) -> None:
        self._pin.setIcon(icons.pin(self._base))
        self._swap.setIcon(icons.swap())
        self._close.setIcon(icons.close())

    def changeEvent(self, event: QEvent) -> None:
        """Icons carry colours: they follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_base"):
            self._draw_icons()


def _button(words: str, wish: SignalInstance) -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    set_tip(button, words)
    button.setAccessibleName(words)
    button.setIconSize(QSize(icons.SIDE, icons.SIDE))
    button.clicked.connect(wish)
    return button
