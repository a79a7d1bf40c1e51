"""The main window: the parts of the program, and what each is told of the others."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QStatusTipEvent
from PySide6.QtWidgets import QMainWindow, QToolButton

from reader.i18n import _
from reader.paths import Paths
from reader.ui import icons
from reader.ui.actions.action_manager import ActionManager
from reader.ui.actions.specs import ACTIONS
from reader.ui.centre import Centre
from reader.ui.comparison_start import ComparisonStart
from reader.ui.copying import Copying
from reader.ui.desk import Desk
from reader.ui.dialogs.opening import Dialogs
from reader.ui.docks.area import FIGURES
from reader.ui.drops import Drops
from reader.ui.exports import Exports
from reader.ui.focus_target import FocusTarget
from reader.ui.keeping import Keeping
from reader.ui.layout import Layout
from reader.ui.library.alike import Alike
from reader.ui.library.copies import Copies
from reader.ui.library.detailing import Detailing
from reader.ui.library.fetching import Fetching
from reader.ui.library.field import SearchField
from reader.ui.library.imports import Imports
from reader.ui.library.marks import Marks
from reader.ui.library.menus import menu
from reader.ui.library.search import Search
from reader.ui.library.searches import Searches
from reader.ui.library.shelving import Shelving
from reader.ui.library.side import Side
from reader.ui.library.stories import Stories
from reader.ui.library.watching import Watching
from reader.ui.library_placing import LibraryPlacing
from reader.ui.library_watch import LibraryWatch
from reader.ui.models.shelves import Contents
from reader.ui.preferring import Preferring
from reader.ui.presenter import ComparisonPresenter
from reader.ui.reading import Reading
from reader.ui.recent import Recent
from reader.ui.session import read_session
from reader.ui.session_manager import SessionManager
from reader.ui.spread import Spread
from reader.ui.state.comparison_state import ComparisonState
from reader.ui.toolbar import TopBar
from reader.ui.ui_state import UiState
from reader.ui.wardrobe import Wardrobe

if TYPE_CHECKING:  # made after the first frame
    from reader.ui.compare.ledger import LedgerPanel
    from reader.ui.compare.view import ComparisonView
    from reader.ui.docks.deciding import Deciding
    from reader.ui.docks.regrouping import Regrouping
    from reader.workspace import Workspace

COPIED = 6_000
"""Milliseconds that the window says what was copied."""


class MainWindow(QMainWindow):
    """Library at the left, panes in the centre, figures below.

    Makes the parts and tells each of those that it works with; what is done stands in the parts. Those named first
    bring the core along and come after the first frame, before anything can be asked of them.
    """

    ledger: "LedgerPanel"
    spread: Spread
    deciding: "Deciding"
    regrouping: "Regrouping"
    copying: Copying
    alike: Alike

    framed = Signal()
    """The first frame was painted."""
    settled = Signal()
    """The panes are made and the library is on view."""

    def __init__(self, paths: Paths, open_workspace: "Callable[[], Workspace]", crashed: Callable[..., Any]) -> None:
        super().__init__()
        self.setWindowTitle("Parallax")
        self.setWindowIcon(icons.app_icon())
        self._painted = self._settled = False
        self._make(paths, open_workspace, crashed)
        self._register()
        self._connect()
        self._fill()

    def _make(self, paths: Paths, open_workspace: "Callable[[], Workspace]", crashed: Callable[..., Any]) -> None:
        kept_as = paths.state / "session.json"
        self.session = read_session(kept_as)
        self.state = ComparisonState(self)
        self.centre = Centre(self.state, self, bare=not self.session.articles)
        self.desk = Desk(open_workspace, self.centre.messages, crashed)
        self.side = Side(self.desk.ticks, self)
        self.side.library.model.article_source = self.desk.articles
        self.reading = Reading(self.desk, self.state, self.side.chosen, self)
        self.search = Search(self.desk, self.side, SearchField(self))
        self.shelving = Shelving(self.desk, self.side)
        self.commands = ActionManager(self)
        self.dialogs = Dialogs(self, self.commands, paths)
        self.imports = Imports(self.desk, self, self.dialogs.report, self.dialogs.preview)
        self.searches = Searches(self.desk, self.search, self.dialogs, self.commands, self)
        self.fetching = Fetching(self.desk, self.dialogs, self.imports)
        self.stories = Stories(self.desk, self.side, self.shelving, self.dialogs)
        self.marks = Marks(self.desk, self.side, self.shelving, self.dialogs)
        self.detailing = Detailing(self.desk, self.side, self.reading, self.dialogs)
        self.copies = Copies(self.desk, self.side, self.imports, paths, self)
        self.recent = Recent(self.reading.compare, self)
        self.settings = Preferring(self.desk, self.dialogs, self.reading)
        self.keeping = Keeping(self.desk, self.dialogs, self.reading, self.settings, self.recent)
        self.watching = Watching(self.desk, self.dialogs, self.imports, self.settings, self.dialogs.report)
        self.exports = Exports(self.desk, self.reading, self.dialogs, self.session, self)
        self.drops = Drops(self, self.imports)
        toolbar = TopBar(self.commands, self.search.field, self)
        self.places = Layout(self, self.centre, self.side, self.session, toolbar, self.desk.jobs)
        self.wardrobe = Wardrobe(self, self.places.dressed, self.commands, self.session)
        self.presenter = ComparisonPresenter(
            self, self.desk, self.state, self.reading, self.centre, self.side, self.shelving, self.search, self.places
        )
        self.ui_state = UiState(
            self.session, self.state, self.desk.ticks, self.side, self.search, self.shelving, self.places
        )
        self.session_manager = SessionManager(
            self.session, kept_as, self.desk, self.state, self.reading, self.centre.page, self.places, self.shelving,
            self.imports, self.exports,
        )  # fmt: skip
        self.comparison_start = ComparisonStart(self.desk, self.state, self.reading, self.centre.page, self.places)
        self.place = LibraryPlacing(self.desk, paths, self)
        self.settings.theme = lambda: self.session.theme
        self.settings.wear = self.wardrobe.wear
        self.settings.place = self.place.options
        self.library_watch = LibraryWatch(self.desk, paths.library, self)

    def _register(self) -> None:
        """Whoever does what a command asks says so; what is made after the first frame does then."""
        for part in (
            self.imports, self.fetching, self.watching, self.exports, self.keeping, self.settings, self.shelving,
            self.marks, self.detailing, self.stories, self.copies, self.side, self.search, self.searches,
            self.centre.find_bar, self.reading, self.presenter, self.places, self.wardrobe, self.dialogs,
        ):  # fmt: skip
            part.register(self.commands)
        self.commands.register("quit", self.close)

    def _connect(self) -> None:
        self.desk.ticks.changed.connect(self.refresh)
        self.places.changed.connect(self.refresh)
        self.wardrobe.changed.connect(self.refresh)
        self.side.chosenChanged.connect(self.refresh)
        self.search.changed.connect(self.refresh)
        self.state.comparisonChanged.connect(self.refresh)
        self.presenter.changed.connect(self.session_manager.keep)
        self.session_manager.returning.connect(self.comparison_start.leave)
        self.side.opened.connect(self.reading.read)
        self.side.addWanted.connect(self.reading.add)
        self.side.compareWanted.connect(self.reading.compare_ticked)
        self.side.menuWanted.connect(self._show_menu)
        self.side.library.importWanted.connect(self.imports.ask_files)
        self.centre.welcome.demoWanted.connect(self.imports.demo)
        self.centre.importWanted.connect(self.imports.ask_files)
        self.imports.imported.connect(self._imported)
        self.imports.imported.connect(self.stories.suggest)
        self.library_watch.changed.connect(self.search.update_index)
        self.copies.restored.connect(self.search.update_index)
        self.settings.engineChanged.connect(self.search.update_index)
        self.imports.demoReady.connect(self._demo_ready)
        self.places.cutoff.changed.connect(self.settings.set_cutoffs)
        self.places.cutoff.toleranceChanged.connect(self.settings.set_tolerance)
        self.settings.lettersChanged.connect(self._set_anew)
        self.settings.cutoffsChanged.connect(self.places.cutoff.show_options)
        self.shelving.refreshed.connect(self._refreshed)
        self.reading.opened.connect(self.keeping.opened)
        self.reading.opened.connect(self.marks.opened)

    def _fill(self) -> None:
        """Menus, bars, and everything where it was when the window was closed."""
        self.search.field.offer(self.commands["search-menu"], icons.blank())
        self.commands.populate(self.places.toolbar.menus, self.recent)
        for widget in (self.side, self.centre.welcome):
            widget.addActions([self.commands[row.id] for row in ACTIONS if row.local])
        self.places.restore()

    # After the first frame

    def _create_deferred(self) -> None:
        """Panes, the table of figures, docks and icons, in the window that is on screen already."""
        from reader.ui.compare.ledger import LedgerPanel  # these bring the core along
        from reader.ui.docks.annotating import Annotating
        from reader.ui.docks.deciding import Deciding
        from reader.ui.docks.regrouping import Regrouping

        view, self.ledger = self.centre.page.create_view(), LedgerPanel(self)
        self.places.hang(view, self.ledger)
        self.wardrobe.dress((*view.dressed, *self.places.findings.dressed))
        panels = self.places.findings.panels
        focus = FocusTarget(view, view.stack, self.ledger, panels["quotations"])
        self.alike = Alike(self.desk, self.search, self.side, view, focus)
        self.copying = Copying(self.desk, view, self.ledger, panels["quotations"], focus)
        self.deciding = Deciding(self.desk, self.state, self.ledger, view, tuple(panels.values()))
        self.regrouping = Regrouping(self.desk, self.state, self.ledger, self.reading.renew)
        self.annotating = Annotating(
            self.desk, self.state, view, panels["own"], self.reading.renew, self.deciding.dismiss_as
        )
        self.spread = Spread(view, self.ledger, (self.deciding, self.regrouping), self.places)
        self._register_deferred()
        self._connect_deferred()
        self.session_manager.prepare()
        self.wardrobe.load_icons()
        self.shelving.refresh()

    def _register_deferred(self) -> None:
        """The rest of the commands; none may be left without somebody who does it."""
        deferred = (self.panes, self.alike, self.copying, self.deciding, self.annotating, self.ledger.rows)
        for part in (*deferred, self.places.findings):
            part.register(self.commands)
        self.commands.register("lanes", self._toggle_minimaps)
        self.commands.register("go-figures", self._go_to_figures)
        self.commands.check()
        marks = QToolButton()
        marks.setText("?")
        marks.setAutoRaise(True)
        marks.setToolTip(self.commands["legend"].toolTip())
        marks.setAccessibleName(_("What the marks mean"))
        marks.clicked.connect(self.dialogs.legend)
        self.places.findings.bar.add_corner(marks)

    def _connect_deferred(self) -> None:
        view, say = self.panes, self.places.say
        view.scrollModeChanged.connect(self._scroll_mode_changed)
        view.hitsChanged.connect(self.centre.hits_bar.show_hits)
        view.statusChanged.connect(say)
        view.detailsRequested.connect(self.detailing.ask_about)
        view.compareSampleRequested.connect(self.imports.demo)
        view.importRequested.connect(self.imports.ask_files)
        self.ledger.rows.said.connect(say)
        self.ledger.rowWanted.connect(view.go_to_row)
        self.state.currentFindingChanged.connect(lambda: self.ledger.follow(self.state.current_finding))
        view.arranged.connect(self.ledger.set_columns)
        self.copying.copied.connect(lambda words: say(words, COPIED))
        self.alike.sideWanted.connect(self.places.show_side)

    @property
    def panes(self) -> "ComparisonView":
        """What lies open, side by side; made after the first frame."""
        return self.centre.page.view

    # What the parts are told of one another

    def refresh(self) -> None:
        """Enable what can be done now."""
        self.commands.update(self.ui_state.flags)

    def _refreshed(self, now: Contents) -> None:
        self.library_watch.seen(now.last_change)
        first, self._settled = not self._settled, True
        if first:
            if self.desk.settings is not None:  # before anything is set in letters
                self.settings.set_letters(self.desk.settings)
            self.settings.look()
            self.keeping.look()
            self.session_manager.reopen(now)
        self.presenter.invite()
        self.places.place()
        if first:
            self.search.update_index()
            self.watching.begin()
            self.copies.look_after()
            self.library_watch.start()
            self.settled.emit()
            self.session_manager.begin()

    def _imported(self, ids: tuple[str, ...]) -> None:
        """Several articles that come together are likely to be compared: tick them, unless ticks are there already."""
        if len(ids) > 1 and not self.desk.ticks:
            self.desk.ticks.replace(ids)
        self.shelving.show_articles(ids)

    def _set_anew(self) -> None:
        if self.centre.page.is_created:
            self.panes.set_zoom(self.panes.zoom)

    def _demo_ready(self, ids: tuple[str, ...]) -> None:
        self.desk.ticks.replace(ids)
        self.reading.compare(ids)

    def _toggle_minimaps(self) -> None:
        """Show or hide the minimaps beside the articles."""
        self.session.lanes = not self.session.lanes
        self.panes.set_minimaps_visible(self.session.lanes)
        self.refresh()

    def _go_to_figures(self) -> None:
        """Take the keyboard to the table of figures."""
        self.spread.finish()
        self.places.findings.go_to(FIGURES)

    def _scroll_mode_changed(self, mode: str) -> None:
        """The panes scroll together in another way."""
        self.session.scroll_mode = mode
        self.refresh()

    def _show_menu(self, at: QPoint) -> None:
        offered = menu(self.side, self.desk.ticks, self.shelving, self.stories, self.commands, self)
        if offered.actions():
            offered.aboutToHide.connect(offered.deleteLater)
            offered.popup(at)

    # What Qt asks

    def event(self, event: QEvent) -> bool:
        """What a command does is said at the foot of the window while the mouse is over it in a menu."""
        if event.type() == QEvent.Type.StatusTip and isinstance(event, QStatusTipEvent):
            self.places.say(event.tip())
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves full reading."""
        if event.key() != Qt.Key.Key_Escape or not self.places.leave_full():
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first frame lets the rest of the program in."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.framed.emit()
            QTimer.singleShot(0, self, self._create_deferred)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Put down how things stand, then end every job."""
        self.session_manager.end()
        self.hide()
        self.watching.close()
        self.desk.close()
        super().closeEvent(event)
