"""The table of the ledger: how it looks, which columns stay, how wide they are, and which rows a person chose."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from reader.i18n import _
from reader.ui import theme
from reader.ui.compare import icons
from reader.ui.direction import is_leftwards, placed_in
from reader.ui.ledger.delegate import PAD, Index, LedgerDelegate
from reader.ui.ledger.model import DECISION, LEADING, ROW, SCOPE, SHELF, VERDICT, WHEN

FROZEN = (VERDICT, SCOPE)
"""The columns that stay at the left while the others are scrolled."""
WIDE = {VERDICT: "conflict, fairly sure", SCOPE: "what is counted, and by whom it is", DECISION: "dismissed: x" * 2}
"""Words as long as those that a column is wide enough for, its sign and the room at its sides besides."""
LEAST = "more than 1,000 boats"
"""The same of a column with an article's figures."""
SHELF_AIR = 10
ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class LedgerTable(QTableView):
    """Rows are chosen whole, several with Ctrl or Shift; the cell that has the keyboard says which article leads."""

    wanted = Signal(QModelIndex)
    """A cell was clicked, or Enter pressed on it."""
    menuWanted = Signal(QPoint)
    """A context menu was asked for on the rows that are chosen: where on the screen."""
    rowsChanged = Signal()
    """Other rows are chosen, or the keyboard is at another cell."""

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__()
        self.shelves: dict[int, str] = {}
        self._sized_by_hand = self._sizing = False
        self.setModel(model)
        self._delegate = LedgerDelegate(self, self)
        self._frozen = _Frozen(self)
        self._dress(self)
        self.setHorizontalHeader(_Heads(self))
        self._dress_heads()
        self._dress(self._frozen)
        self._frozen.follow(self)
        self.setAccessibleName(_("Figures by what they count and by article"))
        self.clicked.connect(self._clicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        chosen = self.selectionModel()
        chosen.currentChanged.connect(self.rowsChanged)
        chosen.selectionChanged.connect(self.rowsChanged)
        for changed in (model.modelReset, model.layoutChanged, model.rowsInserted, model.rowsRemoved):
            changed.connect(self.stack_shelves)

    def _dress(self, view: QTableView) -> None:
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setIconSize(QSize(icons.SIDE, icons.SIDE))
        view.setItemDelegate(self._delegate)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        lines = view.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # Qt would ask for every cell to find out
        lines.setMinimumSectionSize(self.line_height)
        lines.setDefaultSectionSize(self.line_height)

    def _dress_heads(self) -> None:
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setStretchLastSection(True)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heads.sectionResized.connect(self._resized)
        self.setSortingEnabled(True)
        self.sort_as_found()

    @property
    def line_height(self) -> int:
        """How high a row is, without a shelf's name."""
        return self._delegate.row_height(self.font())

    def sort_as_found(self) -> None:
        """The model's own order: worst first."""
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    # How wide and how high

    def fit(self) -> None:
        """Columns of one width for the articles, what stays as wide as its words; no narrower than can be read."""
        if self._sized_by_hand or not self.model().columnCount():
            return
        self._sizing = True
        metrics = self.fontMetrics()
        taken = 0
        for column, words in WIDE.items():
            self.setColumnWidth(column, metrics.horizontalAdvance(words) + round(2 * PAD) + icons.SIDE)
            taken += 0 if self.isColumnHidden(column) else self.columnWidth(column)
        count = self.model().columnCount() - LEADING
        least = metrics.horizontalAdvance(LEAST) + round(2 * PAD)
        each = max(least, (self.viewport().width() - taken) // max(count, 1))
        for column in range(LEADING, LEADING + count):
            self.setColumnWidth(column, each)
        self._sizing = False
        self._frozen.follow(self)

    def _resized(self, column: int, _before: int, _now: int) -> None:
        """Widths that a person set stay."""
        if not self._sizing and self.isVisible() and column != self.model().columnCount() - 1:
            self._sized_by_hand = True
        self._frozen.follow(self)

    def stack_shelves(self) -> None:
        """Above the first row of each kind stands what kind it is, where there are several in the order as found."""
        model, found = self.model(), dict[int, str]()
        if self.horizontalHeader().sortIndicatorSection() in (-1, model.columnCount()):
            names = [str(model.index(line, 0).data(SHELF) or "") for line in range(model.rowCount())]
            if len(set(names)) > 1:
                found = {n: name for n, name in enumerate(names) if name and (n == 0 or names[n - 1] != name)}
        for line in {*self.shelves, *found}:
            if line < model.rowCount():
                height = self.line_height + (self._shelf if line in found else 0)
                for view in (self, self._frozen):
                    view.setRowHeight(line, height)
        self.shelves = found
        self.viewport().update()

    @property
    def _shelf(self) -> int:
        return self.fontMetrics().height() + SHELF_AIR

    def shelf_height(self, line: int) -> int:
        """What of a row's height the name of its shelf takes."""
        return self._shelf if line in self.shelves else 0

    def paint_shelves(self, view: QTableView, left: int) -> None:
        """The names of the shelves, over the cells of a view."""
        now, painter = theme.current(), QPainter(view.viewport())
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        for line, name in self.shelves.items():
            top = view.rowViewportPosition(line)
            area = QRect(0, top, view.viewport().width(), self._shelf)
            if area.bottom() >= 0 and top <= view.viewport().height():
                painter.fillRect(area, now["window"])
                painter.fillRect(QRect(0, area.bottom(), area.width(), 1), now["hair"])
                if left >= 0:
                    painter.setPen(now["muted"])
                    inside = area.adjusted(0, 0, -left, 0) if is_leftwards(view) else area.adjusted(left, 0, 0, 0)
                    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)

    # Which rows are chosen

    @property
    def chosen(self) -> tuple[int, ...]:
        """The rows that are chosen, from the top, by their places in the comparison's ledger."""
        lines = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self.model().index(line, 0).data(ROW) for line in lines)

    def is_chosen(self, line: int) -> bool:
        """Whether the keyboard's row is this one: its figures look as they do in the text."""
        return self.currentIndex().row() == line and self.selectionModel().isRowSelected(line, QModelIndex())

    def choose(self, line: int, column: int) -> None:
        """Take the keyboard's place to a line, as near as there is one, and choose it alone."""
        line = min(line, self.model().rowCount() - 1)
        self.setCurrentIndex(self.model().index(line, max(column, 0)))

    def line_of(self, row: int) -> int:
        """On which line a row of the comparison's ledger stands; -1 where it is not shown."""
        lines = range(self.model().rowCount())
        return next((line for line in lines if self.model().index(line, 0).data(ROW) == row), -1)

    # What Qt asks

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """No cell that has the keyboard hides behind the columns that stay."""
        if index.column() in FROZEN:
            held = self.horizontalScrollBar().value()
            super().scrollTo(index, hint)
            self.horizontalScrollBar().setValue(held)
            return
        super().scrollTo(index, hint)
        seen, wide = self.visualRect(index), self._frozen.width()
        hidden = seen.right() - self.viewport().width() + wide if is_leftwards(self) else wide - seen.left()
        if hidden > 0:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - hidden)

    def _clicked(self, index: QModelIndex) -> None:
        """With Ctrl or Shift a person gathers rows, and does not want to be taken anywhere."""
        if not QGuiApplication.keyboardModifiers() & ADDING:
            self.wanted.emit(index)

    def _ask_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():  # the menu key, with the mouse elsewhere
            index, place = self.currentIndex(), self.visualRect(self.currentIndex()).center()
        if not index.isValid():
            return
        if not self.selectionModel().isRowSelected(index.row(), QModelIndex()):
            self.setCurrentIndex(index)
        self.menuWanted.emit(self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a cell does as a click."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells, then the names of the shelves."""
        super().paintEvent(event)
        self.paint_shelves(self, -1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other columns; what stays keeps its place."""
        super().resizeEvent(event)
        self.fit()
        self._frozen.follow(self)

    def setColumnHidden(self, column: int, hide: bool) -> None:
        """The columns share the width anew: that one comes or goes is no width that a person set."""
        held, self._sizing = self._sizing, True
        super().setColumnHidden(column, hide)
        self._sizing = held
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another font, other heights."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_frozen"):
            for view in (self, self._frozen):
                view.verticalHeader().setMinimumSectionSize(self.line_height)
                view.verticalHeader().setDefaultSectionSize(self.line_height)
            self.fit()
            self.stack_shelves()


class _Frozen(QTableView):
    """The columns that stay: a second view of the same rows, over the first one's left edge."""

    def __init__(self, table: LedgerTable) -> None:
        super().__init__(table)
        self._table = table
        self.setObjectName("frozenColumns")
        self.setAccessibleName(_("What the figures count"))
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setHorizontalHeader(_Heads(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(table)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        heads = self.horizontalHeader()
        heads.setSectionsClickable(True)
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.sectionClicked.connect(self._sort)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        self.clicked.connect(table.clicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(table.customContextMenuRequested)

    def follow(self, table: LedgerTable) -> None:
        """Stand over the same columns of a table."""
        for column in range(self.model().columnCount()):
            if self.isColumnHidden(column) == (column in FROZEN):
                self.setColumnHidden(column, column not in FROZEN)
        for column in FROZEN:
            self.setColumnWidth(column, table.columnWidth(column))
        width = sum(table.columnWidth(column) for column in FROZEN)
        height = table.viewport().height() + table.horizontalHeader().height()
        left = table.viewport().geometry().right() + 1 - width if is_leftwards(table) else table.viewport().x()
        self.setGeometry(left, table.frameWidth(), width, height)
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())

    def _sort(self, column: int) -> None:
        heads = self._table.horizontalHeader()
        falling = heads.sortIndicatorSection() == column and heads.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        self._table.sortByColumn(column, Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells, the names of the shelves, and a rule at the edge."""
        super().paintEvent(event)
        self._table.paint_shelves(self, round(PAD))
        edge = placed_in(self.viewport(), QRectF(self.viewport().width() - 1, 0, 1, self.viewport().height()))
        QPainter(self.viewport()).fillRect(edge, theme.current()["border"])


class _Heads(QHeaderView):
    """Heads of two lines: the outlet, and in small type when it published."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def sizeHint(self) -> QSize:
        """Two lines and a little air."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + QFontMetrics(self._small).height() + 10)

    @property
    def _small(self) -> QFont:
        small = QFont(self.font())
        if small.pointSizeF() > 0:
            small.setPointSizeF(small.pointSizeF() * 0.88)
        return small

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Ground, name, date, and the mark of the order."""
        now, model = theme.current(), self.model()
        name = str(model.headerData(section, self.orientation()) or "")
        when = str(model.headerData(section, self.orientation(), WHEN) or "")
        painter.save()
        painter.fillRect(rect, now["base"])
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), now["hair"])
        inside = QRectF(rect).adjusted(PAD, 4, -PAD, -4)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if section >= LEADING else QFont.Weight.Normal)
        if self.sortIndicatorSection() == section and section < model.columnCount():
            down = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            name = f"{name} {'▾' if down else '▴'}"
        painter.setFont(font)
        painter.setPen(now["text" if section >= LEADING else "muted"])
        shown = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, round(inside.width()))
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)
        painter.setFont(self._small)
        painter.setPen(now["muted"])
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, when)
        painter.restore()
