"""The table of the ledger: how it looks, how wide its columns are, and which rows a person chose."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from reader.i18n import _
from reader.ui.compare import icons
from reader.ui.compare.ledger_model import DECISION, ROW, SCOPE

SAMPLE = 60
"""Rows whose words say how wide a column is: more of them would cost more than they tell."""
MOST_COLUMN, MOST_SCOPE, LEAST_COLUMN = 260, 400, 72
PADDING, SORT_MARK = 24, 18
"""What a cell has beside its words, and what a head has for the mark of the order."""
LINE = 12
"""What a line is higher than its letters."""
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
        self.setModel(model)
        self._dress()
        self.clicked.connect(self._clicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        chosen = self.selectionModel()
        chosen.currentChanged.connect(self.rowsChanged)
        chosen.selectionChanged.connect(self.rowsChanged)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setIconSize(QSize(icons.SIDE, icons.SIDE))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Figures by what they count and by article"))
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # Qt would ask for every cell to find out
        self._set_line()
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setStretchLastSection(True)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setSortingEnabled(True)
        self.sort_as_found()

    def _set_line(self) -> None:
        high = max(self.fontMetrics().height(), icons.SIDE) + LINE
        self.verticalHeader().setMinimumSectionSize(high)
        self.verticalHeader().setDefaultSectionSize(high)

    def sort_as_found(self) -> None:
        """The model's own order: worst first."""
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def fit(self) -> None:
        """Columns as wide as what the first rows say, within limits."""
        rows = self.model()
        lines = range(min(rows.rowCount(), SAMPLE))
        for column in range(rows.columnCount()):
            said = max((self._width(rows.index(line, column)) for line in lines), default=0)
            head = self.fontMetrics().horizontalAdvance(str(rows.headerData(column, Qt.Orientation.Horizontal)))
            most = MOST_SCOPE if column in (SCOPE, DECISION) else MOST_COLUMN
            self.setColumnWidth(column, max(LEAST_COLUMN, min(max(said, head + SORT_MARK) + PADDING, most)))

    def _width(self, index: QModelIndex) -> int:
        sign = icons.SIDE + 6 if index.data(Qt.ItemDataRole.DecorationRole) is not None else 0
        return self.fontMetrics().horizontalAdvance(index.data() or "") + sign

    # Which rows are chosen

    @property
    def chosen(self) -> tuple[int, ...]:
        """The rows that are chosen, from the top, by their places in the comparison's ledger."""
        lines = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self.model().index(line, 0).data(ROW) for line in lines)

    def choose(self, line: int, column: int) -> None:
        """Take the keyboard's place to a line, as near as there is one, and choose it alone."""
        line = min(line, self.model().rowCount() - 1)
        self.setCurrentIndex(self.model().index(line, max(column, 0)))

    def line_of(self, row: int) -> int:
        """On which line a row of the comparison's ledger stands; -1 where it is not shown."""
        lines = range(self.model().rowCount())
        return next((line for line in lines if self.model().index(line, 0).data(ROW) == row), -1)

    # What Qt asks

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

    def changeEvent(self, event: QEvent) -> None:
        """Another font, other heights."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_line()
