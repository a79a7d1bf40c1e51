"""Makes the parts of the main window, and gives each those that it works with."""

from PySide6.QtWidgets import QToolButton

from reader.i18n import _
from reader.ui.actions.action_manager import ActionManager
from reader.ui.central_widget import CentralWidget
from reader.ui.controllers.articles import (
    ArticleDetailsController,
    ArticleFlagsController,
    MissingDetailsController,
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
from reader.ui.frame import Frame
from reader.ui.library.search_field import SearchField
from reader.ui.library.sidebar import LibrarySidebar
from reader.ui.services.workspace_service import LibraryWatch, WorkspaceService
from reader.ui.session_manager import SessionManager
from reader.ui.state.comparison_state import ComparisonState
from reader.ui.tool_bar import TopBar
from reader.ui.ui_state import UiState
from reader.ui.widgets.focus import FocusTarget


def make(window: Frame) -> None:
    """All that is seen when nothing is open, and what is done with it."""
    paths = window.paths
    window.state = ComparisonState(window)
    window.central = CentralWidget(window.state, window, bare=not window.session.articles)
    window.service = WorkspaceService(window.open_workspace, window.central.messages, window.crashed)
    window.sidebar = LibrarySidebar(window.service.ticks, window)
    window.sidebar.library.model.article_source = window.service.articles
    window.comparisons = ComparisonController(window.service, window.state, window.sidebar.chosen, window)
    window.search = SearchController(window.service, window.sidebar, SearchField(window))
    window.library = LibraryController(window.service, window.sidebar)
    window.commands = ActionManager(window)
    window.dialogs = DialogService(window, window.commands, paths, window.state)
    window.imports = ImportController(window.service, window, window.dialogs.report, window.dialogs.preview)
    window.saved_searches = SavedSearchController(
        window.service, window.search, window.dialogs, window.commands, window
    )
    window.url_import = UrlImportController(window.service, window.dialogs, window.imports)
    window.stories = StoryController(window.service, window.sidebar, window.library, window.dialogs)
    window.article_flags = ArticleFlagsController(window.service, window.sidebar, window.library, window.dialogs)
    window.article_details = ArticleDetailsController(
        window.service, window.sidebar, window.comparisons, window.dialogs
    )
    window.missing_details = MissingDetailsController(window.service, window.sidebar, window.dialogs)
    window.backup = BackupController(window.service, window.sidebar, window.imports, paths, window)
    window.recent = RecentComparisonsMenu(window.comparisons.compare, window)
    window.settings = SettingsController(window.service, window.dialogs, window.comparisons)
    window.saved_comparisons = SavedComparisonsController(
        window.service, window.dialogs, window.comparisons, window.settings, window.recent
    )
    window.folder_watch = FolderWatchController(
        window.service, window.dialogs, window.imports, window.settings, window.dialogs.report
    )
    window.export = ExportController(
        window.service,
        window.comparisons,
        window.dialogs,
        window.session,
        window,
        lambda: window.central.page.view.order,
    )
    window.verification = VerificationController(window.service, window.dialogs, window, lambda: window.export.folder)
    window.drops = DropHandler(window, window.imports)
    _arrange(window)


def _arrange(window: Frame) -> None:
    """Bars, docks and theme, and those who follow what is shown in them."""
    toolbar = TopBar(window.commands, window.search.field, window)
    window.dock_layout = DockLayout(
        window, window.central, window.sidebar, window.session, toolbar, window.service.tasks
    )
    window.search.fieldWanted.connect(window.dock_layout.leave_full)  # where its bar is hidden
    window.search.resultsShown.connect(window.dock_layout.show_results)
    window.theme_manager = ThemeManager(window, window.dock_layout.dressed, window.commands, window.session)
    window.presenter = ComparisonPresenter(
        window,
        window.service,
        window.state,
        window.comparisons,
        window.central,
        window.sidebar,
        window.library,
        window.search,
        window.dock_layout,
    )
    window.ui_state = UiState(
        window.session,
        window.state,
        window.service.ticks,
        window.sidebar,
        window.search,
        window.library,
        window.dock_layout,
    )
    window.session_manager = SessionManager(
        window.session, window.session_file, window.service, window.state, window.comparisons, window.central.page,
        window.dock_layout, window.library, window.imports, window.export,
    )  # fmt: skip
    window.comparison_start = ComparisonStart(
        window.service, window.state, window.comparisons, window.central.page, window.dock_layout
    )
    window.place = LibraryPlaceController(window.service, window.paths, window)
    window.settings.theme = lambda: window.session.theme
    window.settings.set_theme = window.theme_manager.set_theme
    window.settings.place = window.place.options
    window.library_watch = LibraryWatch(window.service, window.paths.library, window)


def make_panes(window: Frame) -> None:
    """Panes, the table of figures, docks and icons, in the window that is on screen already."""
    from reader.ui.docks.annotation_controller import AnnotationController
    from reader.ui.docks.decision_controller import DecisionController, RowGroupingController
    from reader.ui.ledger.panel import LedgerPanel  # these bring the core along

    view, window.ledger = window.central.page.create_view(), LedgerPanel(window)
    window.dock_layout.hang(view, window.ledger)
    window.theme_manager.dress((*view.dressed, *window.dock_layout.findings.dressed))
    panels = window.dock_layout.findings.panels
    focus = FocusTarget(view, view.passage_panel, window.ledger, panels["quotations"])
    window.similar_articles = SimilarArticlesController(window.service, window.search, window.sidebar, view, focus)
    window.clipboard = ClipboardController(window.service, view, window.ledger, panels["quotations"], focus)
    window.decisions = DecisionController(window.service, window.state, window.ledger, view, tuple(panels.values()))
    window.row_grouping = RowGroupingController(window.service, window.state, window.ledger, window.comparisons.renew)
    window.annotations = AnnotationController(
        window.service, window.state, view, panels["own"], window.comparisons.renew, window.decisions.dismiss_as
    )
    window.loader = ComparisonLoader(view, window.ledger, (window.decisions, window.row_grouping), window.dock_layout)
    marks = QToolButton()
    marks.setText("?")
    marks.setAutoRaise(True)
    marks.setToolTip(window.commands["legend"].toolTip())
    marks.setAccessibleName(_("What the marks mean"))
    marks.clicked.connect(window.dialogs.legend)
    window.dock_layout.findings.bar.add_corner(marks)
