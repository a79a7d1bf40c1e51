"""A dock's list of findings, or what it is for while there is nothing to list."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QStackedLayout, QTreeView, QVBoxLayout, QWidget

from reader.compare.comparison import Comparison
from reader.compare.finding_ids import Finding
from reader.i18n import _
from reader.ui.compare.finding_actions import Decisions, FindingActions
from reader.ui.docks.findings_model import FindingDelegate, FindingsModel
from reader.ui.docks.lists import DockSpec
from reader.ui.docks.quotations import led_by
from reader.ui.widgets.plain_text import PlainLabel, ThemedLine

BAR_MARGINS = (24, 6, 8, 4)
"""So that what was found begins where the lines below do."""
MOST_OPEN = 300
"""With more lines than this, headings come folded: each line that is open costs time to lay out."""


class FindingsTree(QTreeView):
    """Headings and lines that wrap."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other heights."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()


class FindingsPanel(QWidget):
    """Shows one kind of finding."""

    jumped = Signal(object)
    """A person went to a line that is of no finding: its tuple of `Excerpt`s, the one to lead first."""
    noteWanted = Signal(str)
    """A note is to be written on this mark of the reader's own, by its name."""
    eraseWanted = Signal(str)
    """This mark is to be taken away."""
    goneTo = Signal(object, str)
    """A person went to a line of this `Finding`: it is to be shown in the panes, with this article to lead."""
    foldWanted = Signal(str, bool)
    """An article's id, and whether what is not of the article is to be folded away."""

    def __init__(self, dock: DockSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findingsPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_(dock.title))
        self._dock = dock
        self._following = False
        self._columns: tuple[str, ...] = ()
        self.bar = ThemedLine("", "muted")
        """What was found, in a line; the dock's title may take it in."""
        self.bar.setContentsMargins(*BAR_MARGINS)
        self.list = self._make_list()
        self.acts = FindingActions(self.list)
        """What can be done about the finding of the line that is chosen."""
        self._empty = PlainLabel()
        self._empty.setObjectName("emptyText")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(16)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(pages, 1)
        self.clear()

    def _make_list(self) -> FindingsTree:
        made = FindingsTree(self)
        made.setAccessibleName(_(self._dock.title))
        made.setAccessibleDescription(_(self._dock.purpose))
        made.setHeaderHidden(True)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setItemDelegate(FindingDelegate(made))
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setIndentation(18)
        made.setExpandsOnDoubleClick(False)
        made.clicked.connect(self._go)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.customContextMenuRequested.connect(self._show_menu)
        made.installEventFilter(self)
        return made

    @property
    def comparison(self) -> Comparison | None:
        """Whose findings are shown."""
        return self._outline.comparison

    def show_comparison(self, comparison: Comparison, base: str = "") -> None:
        """List what was found among these articles, words told against those of `base` where it has any."""
        led = led_by(comparison, base)
        entries = self._dock.entries(led)
        if self._outline.renew(comparison, entries):  # a cutoff moved: what does not follow from it stays as it is
            self.bar.set_text(self._dock.summary(led))
            return
        self._set(FindingsModel(entries, self, comparison))
        if sum(len(entry.children) for entry in entries) <= MOST_OPEN:
            self.list.expandAll()
        self.bar.set_text(self._dock.summary(led) if entries else "")
        self._empty.setText(_(self._dock.nothing))
        self._pages.setCurrentWidget(self.list if entries else self._empty)

    def show_base(self, base: str) -> None:
        """Tell the words against another article, or against none; what was decided stays beside them."""
        if self.comparison is not None:
            decisions = self._outline.decisions
            self.show_comparison(self.comparison, base)
            self.show_decisions(decisions)

    def set_columns(self, articles: Sequence[str]) -> None:
        """Call the articles by the letters of their panes, which stand in this order."""
        self._columns = tuple(articles)
        self._outline.set_columns(self._columns)

    def show_decisions(self, decisions: Decisions) -> None:
        """Say beside the findings what was decided on them."""
        self._outline.show_decisions(decisions)
        self._choose(self.list.currentIndex())

    def follow(self, finding: Finding | None) -> None:
        """Bring the line of what was chosen elsewhere into view and be at it; nobody is taken anywhere by that."""
        index = self._outline.index_of(finding) if finding is not None else QModelIndex()
        here = self.list.currentIndex()
        if not index.isValid() or (here.isValid() and self._outline.entry(here).finding == finding):
            return
        self._following = True
        self.list.setCurrentIndex(index)
        self._following = False

    def _went(self, index: QModelIndex, before: QModelIndex) -> None:
        """The keyboard is at another line: the panes show what it speaks of."""
        self._choose(index)
        by_key = self.list.hasFocus() and not QGuiApplication.mouseButtons() and not self._following
        if by_key and before.isValid() and index.isValid():
            entry = self._outline.entry(index)
            if entry.finding is not None or (entry.children and entry.excerpts):
                self._go(index)

    def _choose(self, index: QModelIndex) -> None:
        finding = self._outline.entry(index).finding if index.isValid() else None
        self.acts.choose(finding, self._outline.decisions.get(finding) if finding is not None else None)

    def _show_menu(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if not index.isValid():
            return
        entry = self._outline.entry(index)
        if entry.finding is not None:
            self.list.setCurrentIndex(index)
            self.acts.menu.popup(self.list.viewport().mapToGlobal(place))
        elif entry.own:
            self.list.setCurrentIndex(index)
            self._own_menu(entry.own).popup(self.list.viewport().mapToGlobal(place))

    def _own_menu(self, subject: str) -> QMenu:
        """What can be done with a mark of the reader's own."""
        menu = QMenu(self)
        menu.addAction(_("&Note…"), lambda: self.noteWanted.emit(subject))
        menu.addAction(_("&Remove"), lambda: self.eraseWanted.emit(subject))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def clear(self) -> None:
        """Say what the dock is for."""
        self._set(FindingsModel((), self))
        self.bar.set_text("")
        self._empty.setText(_(self._dock.purpose))
        self._pages.setCurrentWidget(self._empty)

    @property
    def chosen(self) -> int:
        """Which heading, from the top, the chosen line stands under or is; -1 for none."""
        index = self.list.currentIndex()
        return index.parent().row() if index.parent().isValid() else index.row()

    def take_focus(self) -> None:
        """Take the keyboard to the first line, or where it was."""
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._outline.index(0, 0))
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_unfolded(self, articles: Iterable[str]) -> None:
        """Tick the articles in which nothing is folded away now."""
        self._outline.show_unfolded(articles)

    def _set(self, outline: FindingsModel) -> None:
        before = self.list.model()
        self._outline = outline
        outline.set_columns(self._columns)
        outline.ticked.connect(lambda article, back: self.foldWanted.emit(article, not back))
        self.list.setModel(outline)
        self.list.selectionModel().currentChanged.connect(self._went)
        self._choose(QModelIndex())
        if before is not None:
            before.deleteLater()

    def _go(self, index: QModelIndex) -> None:
        """To what a line speaks of."""
        if not index.isValid():
            return
        entry = self._outline.entry(index)
        above = self._outline.entry(index.parent()).folds if index.parent().isValid() else ""
        if above:  # what is folded away cannot be seen where it is jumped to
            self.foldWanted.emit(above, False)
        if entry.finding is not None:
            self.goneTo.emit(entry.finding, entry.excerpts[0].article if entry.excerpts and entry.label else "")
        elif entry.excerpts:
            self.jumped.emit(entry.excerpts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter does as a click."""
        pressed = event.key() if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) else None
        if watched is self.list and pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.list.currentIndex())
            return True
        index = self.list.currentIndex()
        if watched is self.list and pressed == Qt.Key.Key_Delete and index.isValid():
            own = self._outline.entry(index).own
            if own:
                self.eraseWanted.emit(own)
                return True
        return super().eventFilter(watched, event)
