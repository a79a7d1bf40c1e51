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
from reader.ui.central_widget import CentralWidget
from reader.ui.controllers.articles import (
    ArticleDetailsController,
    ArticleFlagsController,
    MissingDetailsController,
    article_menu,
)
from reader.ui.controllers.backup import BackupController, LibraryPlaceController
from reader.ui.controllers.clipboard import ClipboardController
from reader.ui.controllers.comparison import ComparisonController
from reader.ui.controllers.comparison_presenter import ComparisonLoader, ComparisonPresenter, ComparisonStart
from reader.ui.controllers.export import ExportController
from reader.ui.controllers.folder_watch import FolderWatchController
from reader.ui.controllers.imports import DropHandler, ImportController, UrlImportController
from reader.ui.controllers.library import LibraryController
from reader.ui.controllers.saved_comparisons import RecentComparisonsMenu, SavedComparisonsController
from reader.ui.controllers.saved_searches import SavedSearchController
from reader.ui.controllers.search import SearchController, SimilarArticlesController
from reader.ui.controllers.settings import SettingsController
from reader.ui.controllers.stories import StoryController
from reader.ui.controllers.theme import ThemeManager
from reader.ui.controllers.verification import VerificationController
from reader.ui.dialogs.dialog_service import DialogService
from reader.ui.dock_layout import DockLayout
from reader.ui.docks.area import FIGURES
from reader.ui.library.search_field import SearchField
from reader.ui.library.sidebar import LibrarySidebar
from reader.ui.services.workspace_service import LibraryWatch, WorkspaceService
from reader.ui.session_manager import SessionManager
from reader.ui.state.comparison_state import ComparisonState
from reader.ui.state.library_snapshot import LibrarySnapshot
from reader.ui.state.session import read_session
from reader.ui.tool_bar import TopBar
from reader.ui.ui_state import UiState
from reader.ui.widgets.focus import FocusTarget

if TYPE_CHECKING:  # made after the first frame
    from reader.ui.compare.ledger import LedgerPanel
    from reader.ui.compare.view import ComparisonView
    from reader.ui.docks.decision_controller import DecisionController, RowGroupingController
    from reader.workspace import Workspace

SESSION = "session.json"
"""The file in which the window's state is kept."""
COPIED = 6_000
"""Milliseconds that the window says what was copied."""


class MainWindow(QMainWindow):
    """Library at the left, panes in the centre, figures below.

    Makes the parts and tells each of those that it works with; what is done stands in the parts. Those named first
    bring the core along and come after the first frame, before anything can be asked of them.
    """

    ledger: "LedgerPanel"
    loader: ComparisonLoader
    decisions: "DecisionController"
    row_grouping: "RowGroupingController"
    clipboard: ClipboardController
    similar_articles: SimilarArticlesController

    firstPaint = Signal()
    """The first frame was painted."""
    ready = Signal()
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
        self.session = read_session(paths.state / SESSION)
        self.state = ComparisonState(self)
        self.central = CentralWidget(self.state, self, bare=not self.session.articles)
        self.service = WorkspaceService(open_workspace, self.central.messages, crashed)
        self.sidebar = LibrarySidebar(self.service.ticks, self)
        self.sidebar.library.model.article_source = self.service.articles
        self.comparisons = ComparisonController(self.service, self.state, self.sidebar.chosen, self)
        self.search = SearchController(self.service, self.sidebar, SearchField(self))
        self.library = LibraryController(self.service, self.sidebar)
        self.commands = ActionManager(self)
        self.dialogs = DialogService(self, self.commands, paths, self.state)
        self.imports = ImportController(self.service, self, self.dialogs.report, self.dialogs.preview)
        self.saved_searches = SavedSearchController(self.service, self.search, self.dialogs, self.commands, self)
        self.url_import = UrlImportController(self.service, self.dialogs, self.imports)
        self.stories = StoryController(self.service, self.sidebar, self.library, self.dialogs)
        self.article_flags = ArticleFlagsController(self.service, self.sidebar, self.library, self.dialogs)
        self.article_details = ArticleDetailsController(self.service, self.sidebar, self.comparisons, self.dialogs)
        self.missing_details = MissingDetailsController(self.service, self.sidebar, self.dialogs)
        self.backup = BackupController(self.service, self.sidebar, self.imports, paths, self)
        self.recent = RecentComparisonsMenu(self.comparisons.compare, self)
        self.settings = SettingsController(self.service, self.dialogs, self.comparisons)
        self.saved_comparisons = SavedComparisonsController(
            self.service, self.dialogs, self.comparisons, self.settings, self.recent
        )
        self.folder_watch = FolderWatchController(
            self.service, self.dialogs, self.imports, self.settings, self.dialogs.report
        )
        self.export = ExportController(
            self.service, self.comparisons, self.dialogs, self.session, self, lambda: self.panes.order
        )
        self.verification = VerificationController(self.service, self.dialogs, self)
        self.drops = DropHandler(self, self.imports)
        self._arrange(paths)

    def _arrange(self, paths: Paths) -> None:
        """Bars, docks and theme, and those who follow what is shown in them."""
        toolbar = TopBar(self.commands, self.search.field, self)
        self.dock_layout = DockLayout(self, self.central, self.sidebar, self.session, toolbar, self.service.tasks)
        self.search.fieldWanted.connect(self.dock_layout.leave_full)  # where its bar is hidden
        self.search.resultsShown.connect(self.dock_layout.show_results)
        self.theme_manager = ThemeManager(self, self.dock_layout.dressed, self.commands, self.session)
        self.presenter = ComparisonPresenter(
            self,
            self.service,
            self.state,
            self.comparisons,
            self.central,
            self.sidebar,
            self.library,
            self.search,
            self.dock_layout,
        )
        self.ui_state = UiState(
            self.session, self.state, self.service.ticks, self.sidebar, self.search, self.library, self.dock_layout
        )
        self.session_manager = SessionManager(
            self.session, paths.state / SESSION, self.service, self.state, self.comparisons, self.central.page,
            self.dock_layout, self.library, self.imports, self.export,
        )  # fmt: skip
        self.comparison_start = ComparisonStart(
            self.service, self.state, self.comparisons, self.central.page, self.dock_layout
        )
        self.place = LibraryPlaceController(self.service, paths, self)
        self.settings.theme = lambda: self.session.theme
        self.settings.set_theme = self.theme_manager.set_theme
        self.settings.place = self.place.options
        self.library_watch = LibraryWatch(self.service, paths.library, self)

    def _register(self) -> None:
        """Whoever does what a command asks says so; what is made after the first frame does then."""
        for part in (
            self.imports, self.url_import, self.folder_watch, self.export, self.verification, self.saved_comparisons,
            self.settings, self.library, self.article_flags, self.article_details,
            self.missing_details, self.stories, self.backup, self.sidebar,
            self.search, self.saved_searches, self.central.find_bar, self.comparisons, self.presenter,
            self.dock_layout, self.theme_manager, self.dialogs,
        ):  # fmt: skip
            part.register(self.commands)
        self.commands.register("quit", self.close)

    def _connect(self) -> None:
        self.service.ticks.changed.connect(self.refresh)
        self.dock_layout.changed.connect(self.refresh)
        self.theme_manager.changed.connect(self.refresh)
        self.sidebar.chosenChanged.connect(self.refresh)
        self.search.changed.connect(self.refresh)
        self.state.comparisonChanged.connect(self.refresh)
        self.state.onlyCurrentShown.connect(self.refresh)
        self.presenter.changed.connect(self.session_manager.keep)
        self.session_manager.returning.connect(self.comparison_start.leave)
        self.sidebar.focusWanted.connect(self.dock_layout.reveal_side)
        self.sidebar.opened.connect(self.comparisons.read)
        self.sidebar.addWanted.connect(self.comparisons.add)
        self.sidebar.compareWanted.connect(self.comparisons.compare_ticked)
        self.sidebar.menuWanted.connect(self._show_menu)
        self.sidebar.library.importWanted.connect(self.imports.ask_files)
        self.central.welcome.demoWanted.connect(self.imports.demo)
        self.central.importWanted.connect(self.imports.ask_files)
        self.imports.imported.connect(self._imported)
        self.imports.imported.connect(self.stories.suggest)
        self.imports.imported.connect(self.missing_details.offer)
        self.library_watch.changed.connect(self.search.update_index)
        self.backup.restored.connect(self.search.update_index)
        self.settings.engineChanged.connect(self.search.update_index)
        self.imports.demoReady.connect(self._demo_ready)
        self.dock_layout.cutoff.changed.connect(self.settings.set_cutoffs)
        self.dock_layout.cutoff.toleranceChanged.connect(self.settings.set_tolerance)
        self.settings.lettersChanged.connect(self._set_anew)
        self.settings.cutoffsChanged.connect(self.dock_layout.cutoff.show_options)
        self.library.refreshed.connect(self._refreshed)
        self.comparisons.opened.connect(self.saved_comparisons.opened)
        self.comparisons.opened.connect(self.article_flags.opened)

    def _fill(self) -> None:
        """Menus, bars, and everything where it was when the window was closed."""
        self.search.field.offer(self.commands["search-menu"], icons.blank())
        self.commands.populate(self.dock_layout.toolbar.menus, self.recent)
        for widget in (self.sidebar, self.central.welcome):
            widget.addActions([self.commands[row.id] for row in ACTIONS if row.local])
        self.dock_layout.restore()

    # After the first frame

    def _create_deferred(self) -> None:
        """Panes, the table of figures, docks and icons, in the window that is on screen already."""
        from reader.ui.compare.ledger import LedgerPanel  # these bring the core along
        from reader.ui.docks.annotation_controller import AnnotationController
        from reader.ui.docks.decision_controller import DecisionController, RowGroupingController
        from reader.ui.services import motion

        view, self.ledger = self.central.page.create_view(), LedgerPanel(self)
        self.dock_layout.hang(view, self.ledger)
        self.theme_manager.dress((*view.dressed, *self.dock_layout.findings.dressed))
        panels = self.dock_layout.findings.panels
        focus = FocusTarget(view, view.passage_panel, self.ledger, panels["quotations"])
        self.similar_articles = SimilarArticlesController(self.service, self.search, self.sidebar, view, focus)
        self.clipboard = ClipboardController(self.service, view, self.ledger, panels["quotations"], focus)
        self.decisions = DecisionController(self.service, self.state, self.ledger, view, tuple(panels.values()))
        self.row_grouping = RowGroupingController(self.service, self.state, self.ledger, self.comparisons.renew)
        self.annotations = AnnotationController(
            self.service, self.state, view, panels["own"], self.comparisons.renew, self.decisions.dismiss_as
        )
        self.loader = ComparisonLoader(view, self.ledger, (self.decisions, self.row_grouping), self.dock_layout)
        self._register_deferred()
        self._connect_deferred()
        self.session_manager.prepare()
        self.theme_manager.load_icons()
        motion.look(self)
        self.library.refresh()

    def _register_deferred(self) -> None:
        """The rest of the commands; none may be left without somebody who does it."""
        deferred = (
            self.panes,
            self.similar_articles,
            self.clipboard,
            self.decisions,
            self.annotations,
            self.ledger.rows,
        )
        for part in (*deferred, self.dock_layout.findings):
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
        self.dock_layout.findings.bar.add_corner(marks)

    def _connect_deferred(self) -> None:
        view, say = self.panes, self.dock_layout.say
        view.scrollModeChanged.connect(self._scroll_mode_changed)
        view.hitsChanged.connect(self.central.hits_bar.show_hits)
        view.found.connect(self.central.find_bar.show_found)
        self.central.messages.spare(view.decision_bar)
        self.central.find_bar.searched = lambda: self.search.words
        view.statusChanged.connect(say)
        view.findingTold.connect(self.dock_layout.tell)
        view.detailsRequested.connect(self.article_details.ask_about)
        view.compareSampleRequested.connect(self.imports.demo)
        view.importRequested.connect(self.imports.ask_files)
        self.ledger.rows.said.connect(say)
        self.ledger.rowWanted.connect(view.go_to_row)
        self.state.currentFindingChanged.connect(lambda: self.ledger.follow(self.state.current_finding))
        view.arranged.connect(self.ledger.set_columns)
        self.clipboard.copied.connect(lambda words: say(words, COPIED))
        self.similar_articles.sideWanted.connect(self.dock_layout.show_side)

    @property
    def panes(self) -> "ComparisonView":
        """What lies open, side by side; made after the first frame."""
        return self.central.page.view

    # What the parts are told of one another

    def refresh(self) -> None:
        """Enable what can be done now."""
        self.commands.update(self.ui_state.flags)

    def _refreshed(self, now: LibrarySnapshot) -> None:
        self.library_watch.seen(now.last_change)
        first, self._settled = not self._settled, True
        if first:
            if self.service.settings is not None:  # before anything is set in letters
                self.settings.set_letters(self.service.settings)
            self.settings.look()
            self.saved_comparisons.look()
            self.session_manager.reopen(now)
        self.presenter.invite()
        self.dock_layout.place()
        if first:
            self.search.update_index()
            self.folder_watch.begin()
            self.backup.look_after()
            self.library_watch.start()
            self.ready.emit()
            self.session_manager.begin()

    def _imported(self, ids: tuple[str, ...]) -> None:
        """Several articles that come together are likely to be compared: tick them, unless ticks are there already."""
        if len(ids) > 1 and not self.service.ticks:
            self.service.ticks.replace(ids)
        self.library.show_articles(ids)

    def _set_anew(self) -> None:
        if self.central.page.is_created:
            self.panes.set_zoom(self.panes.zoom)

    def _demo_ready(self, ids: tuple[str, ...]) -> None:
        self.service.ticks.replace(ids)
        self.comparisons.compare(ids)

    def _toggle_minimaps(self) -> None:
        """Show or hide the minimaps beside the articles."""
        self.session.lanes = not self.session.lanes
        self.panes.set_minimaps_visible(self.session.lanes)
        self.refresh()

    def _go_to_figures(self) -> None:
        """Take the keyboard to the table of figures."""
        self.loader.finish()
        self.dock_layout.findings.go_to(FIGURES)

    def _scroll_mode_changed(self, mode: str) -> None:
        """The panes scroll together in another way."""
        self.session.scroll_mode = mode
        self.refresh()

    def _show_menu(self, at: QPoint) -> None:
        offered = article_menu(self.sidebar, self.service.ticks, self.library, self.stories, self.commands, self)
        if offered.actions():
            offered.aboutToHide.connect(offered.deleteLater)
            offered.popup(at)

    # What Qt asks

    def event(self, event: QEvent) -> bool:
        """What a command does is said at the foot of the window while the mouse is over it in a menu."""
        if event.type() == QEvent.Type.StatusTip and isinstance(event, QStatusTipEvent):
            self.dock_layout.say(event.tip())
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves full reading."""
        if event.key() != Qt.Key.Key_Escape or not self.dock_layout.leave_full():
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first frame lets the rest of the program in."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.firstPaint.emit()
            QTimer.singleShot(0, self, self._create_deferred)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Put down how things stand, then end every job."""
        self.session_manager.end()
        self.hide()
        self.folder_watch.close()
        self.service.close()
        super().closeEvent(event)
