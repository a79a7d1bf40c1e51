"""The left side of the window: the library, or what a search found, and what is ticked; folded, a slim rail."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.compare.options import MAX_ARTICLES, MIN_ARTICLES
from reader.i18n import _, ngettext
from reader.ui import theme
from reader.ui.actions.action_manager import ActionManager
from reader.ui.direction import is_leftwards, placed, placed_in
from reader.ui.library.library_panel import LibraryPanel
from reader.ui.library.paged_rows import ArticleSelection
from reader.ui.library.results_panel import ResultsPanel
from reader.ui.state.checked_articles import CheckedArticles
from reader.ui.widgets.plain_text import set_tip

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
        set_tip(self, _("Show the library (Ctrl+B)"))
        open_now = " · ".join(words for words, bold in self._words[1:])
        self.setAccessibleName(_("Library, folded: {what}").format(what=open_now) if open_now else _("Library, folded"))
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


class LibrarySidebar(QWidget):
    """Library or results, and the ticks they share."""

    opened = Signal(str)
    addWanted = Signal(object)
    compareWanted = Signal()
    chosenChanged = Signal()
    focusWanted = Signal()
    """The keyboard is to come here, where this may be folded away."""
    menuWanted = Signal(QPoint)

    def __init__(self, ticks: CheckedArticles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks = ticks
        self.library = LibraryPanel(ticks, self)
        self.results = ResultsPanel(ticks, self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.library)
        self._pages.addWidget(self.results)
        self.compare = QPushButton(self)
        self.compare.setObjectName("primary")
        self.clear = QPushButton(_("Untick All"), self)
        self.clear.setFlat(True)
        self.clear.setToolTip(_("Take all ticks away"))
        self._footer = self._make_footer()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self._footer)
        self.setMinimumWidth(230)
        ticks.changed.connect(self._count)
        self.compare.clicked.connect(self.compareWanted)
        self.clear.clicked.connect(lambda: ticks.replace(()))
        for page in (self.library, self.results):
            page.chosenChanged.connect(self.chosenChanged)
            page.menuWanted.connect(self.menuWanted)
        self.library.tree.opened.connect(self.opened)
        self.results.list.opened.connect(self.opened)
        self._count()

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("rename", self.library.rename)
        actions.register("read", self.open_current)
        actions.register("add", self.add_current)
        actions.register("go-library", self.go)

    @property
    def searching(self) -> bool:
        """Whether results are on view."""
        return self._pages.currentWidget() is self.results

    def show_results(self, shown: bool) -> None:
        """Show the results, or the library."""
        self._pages.setCurrentWidget(self.results if shown else self.library)
        self.chosenChanged.emit()

    @property
    def any_chosen(self) -> bool:
        """Whether anything is selected in what is on view."""
        view = self.results.list if self.searching else self.library.tree
        return view.selectionModel().hasSelection()

    def chosen(self) -> tuple[str, ...]:
        """The articles selected in what is on view."""
        return (self.results if self.searching else self.library).chosen()

    def chosen_few(self) -> tuple[str, ...]:
        """The first two of the articles selected in what is on view, which says whether it is one."""
        if self.searching:
            return self.results.chosen()[:2]
        return self.library.chosen_few()

    def picked(self) -> ArticleSelection:
        """The articles selected in what is on view, those not read yet among them."""
        return ArticleSelection(self.results.chosen()) if self.searching else self.library.picked()

    def go(self) -> None:
        """Be seen, wherever this was folded away, and take the keyboard."""
        self.focusWanted.emit()
        self.take_focus()

    def take_focus(self) -> None:
        """Bring the keyboard into the list that is on view."""
        if self.searching:
            self.results.enter()
            return
        tree = self.library.tree
        tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not tree.selectionModel().hasSelection():
            here = tree.currentIndex() if tree.currentIndex().isValid() else tree.model().index(0, 0)
            tree.setCurrentIndex(here)
            tree.select_rows([here.row()] if here.isValid() else [])

    def open_current(self) -> None:
        """Open the first chosen article by itself."""
        for article_id in self.chosen()[:1]:
            self.opened.emit(article_id)

    def add_current(self) -> None:
        """Ask for the chosen articles to be laid beside those on screen."""
        if self.chosen():
            self.addWanted.emit(self.chosen())

    def _count(self) -> None:
        count = len(self._ticks)
        self._footer.setVisible(count > 0)
        self.compare.setText(ngettext("Compare {n} Article", "Compare {n} Articles", count).format(n=count))
        self.compare.setEnabled(MIN_ARTICLES <= count <= MAX_ARTICLES)
        if count < MIN_ARTICLES:
            self.compare.setText(_("Tick One More to Compare"))
        elif count > MAX_ARTICLES:
            self.compare.setText(_("{n} Ticked, at Most {most}").format(n=count, most=MAX_ARTICLES))

    def _make_footer(self) -> QWidget:
        footer = QWidget(self)
        footer.setObjectName("sideFooter")
        row = QHBoxLayout(footer)
        row.setContentsMargins(8, 6, 8, 6)
        row.addWidget(self.compare, 1)
        row.addWidget(self.clear)
        return footer
