"""The library folded: a slim rail that says which story lies open, and unfolds at a click."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reader.i18n import _, ngettext
from reader.ui import theme
from reader.ui.direction import is_leftwards, placed, placed_in
from reader.ui.widgets.plain_text import tip

WIDTH = 28
BOOKS = (((0.1, 0.0), (0.1, 1.0)), ((0.45, 0.0), (0.45, 1.0)), ((0.7, 0.05), (1.0, 1.0)), ((0.0, 1.0), (1.0, 1.0)))
"""Three books on a shelf, in shares of the side."""
ICON = 13.0
TOP, GAP = 12, 12


class LibraryRail(QAbstractButton):
    """Stands at the left in the place of the library."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._story, self._count = "", 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_story("", 0)

    def show_story(self, story: str, count: int) -> None:
        """Say what lies open: the name of its story, if it has one, and of how many articles."""
        self._story, self._count = story, count
        self.setToolTip(tip(_("Show the library (Ctrl+B)")))
        self.setAccessibleName(_("Library, folded: {what}").format(what=" · ".join(words for words, _b in self._words)))
        self.update()

    @property
    def _words(self) -> list[tuple[str, bool]]:
        """What it says from below, and whether in bold."""
        count = ngettext("{n} article", "{n} articles", self._count).format(n=self._count) if self._count else ""
        return [(words, bold) for words, bold in ((_("Library"), False), (self._story, True), (count, False)) if words]

    def sizeHint(self) -> QSize:
        """As wide as the letters that stand on their side."""
        return QSize(max(WIDTH, self.fontMetrics().height() + 10), 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Books, then the words, read from below."""
        painter, now = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), now["hover" if self.underMouse() else "window"])
        painter.fillRect(placed_in(self, QRectF(self.width() - 1, 0, 1, self.height())), now["hair"])
        painter.setPen(QPen(now["muted"], 1.3))
        left = (self.width() - ICON) / 2
        for (x, y), (right, below) in BOOKS:
            painter.drawLine(
                QRectF(left + x * ICON, TOP + y * ICON, 0, 0).topLeft(),
                QRectF(left + right * ICON, TOP + below * ICON, 0, 0).topLeft(),
            )
        self._draw_words(painter)
        if self.hasFocus():
            painter.setPen(QPen(now["focus"], 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _draw_words(self, painter: QPainter) -> None:
        now, end = theme.current(), TOP + ICON + GAP
        parts = [(f" · {words}" if at else words, bold) for at, (words, bold) in enumerate(self._words)]
        fonts = [self._face(bold) for _words, bold in parts]
        wide = [QFontMetrics(font).horizontalAdvance(words) for (words, _b), font in zip(parts, fonts, strict=True)]
        room = self.height() - end - 8
        painter.translate(0, min(end + sum(wide), end + room))
        painter.rotate(-90)
        along, x = QRectF(0, 0, min(sum(wide), room), self.width()), 0
        for (words, bold), font, width in zip(parts, fonts, wide, strict=True):
            fits = min(width + 2, max(0, round(room) - x))
            painter.setFont(font)
            painter.setPen(now["text" if bold else "muted"])
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, fits)
            area = placed(QRectF(x, 0, fits + 1, self.width()), along, leftwards=is_leftwards(self))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
            x += width

    def _face(self, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * 0.94)
        return font
