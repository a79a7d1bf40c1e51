"""The window as a frame: where it stands, what of it is seen first, and by which names its parts are known."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QSize, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from reader.paths import Paths
from reader.ui import first_frame
from reader.ui.state.session import read_session

if TYPE_CHECKING:  # made after the first frame
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
    from reader.ui.docks.annotation_controller import AnnotationController
    from reader.ui.docks.decision_controller import DecisionController, RowGroupingController
    from reader.ui.ledger.panel import LedgerPanel
    from reader.ui.library.sidebar import LibrarySidebar
    from reader.ui.services.workspace_service import LibraryWatch, WorkspaceService
    from reader.ui.session_manager import SessionManager
    from reader.ui.state.comparison_state import ComparisonState
    from reader.ui.ui_state import UiState
    from reader.workspace import Workspace

SESSION = "session.json"
"""The file in which the window's state is kept."""
LARGEST = (2200, 1400)
"""On a screen up to this size a window opens over all of it the first time; on a larger one it takes so much."""
UNPAINTED = 400
"""Milliseconds after which the parts of a window are made that nobody sees, so that no frame of it is painted."""


class Frame(QMainWindow):
    """Shows where the parts will stand; as soon as that is painted, and before anything that a person does to it is
    heard, it asks for them. Those from `ledger` on bring the core along and come a turn later.
    """

    central: "CentralWidget"
    service: "WorkspaceService"
    sidebar: "LibrarySidebar"
    state: "ComparisonState"
    comparisons: "ComparisonController"
    search: "SearchController"
    library: "LibraryController"
    commands: "ActionManager"
    dialogs: "DialogService"
    imports: "ImportController"
    saved_searches: "SavedSearchController"
    url_import: "UrlImportController"
    stories: "StoryController"
    article_flags: "ArticleFlagsController"
    article_details: "ArticleDetailsController"
    missing_details: "MissingDetailsController"
    backup: "BackupController"
    recent: "RecentComparisonsMenu"
    settings: "SettingsController"
    saved_comparisons: "SavedComparisonsController"
    folder_watch: "FolderWatchController"
    export: "ExportController"
    verification: "VerificationController"
    drops: "DropHandler"
    dock_layout: "DockLayout"
    theme_manager: "ThemeManager"
    presenter: "ComparisonPresenter"
    ui_state: "UiState"
    session_manager: "SessionManager"
    comparison_start: "ComparisonStart"
    place: "LibraryPlaceController"
    library_watch: "LibraryWatch"
    ledger: "LedgerPanel"
    loader: "ComparisonLoader"
    decisions: "DecisionController"
    row_grouping: "RowGroupingController"
    annotations: "AnnotationController"
    clipboard: "ClipboardController"
    similar_articles: "SimilarArticlesController"

    firstPaint = Signal()
    """The first frame is on screen, or the window out of sight; its parts are about to be made."""
    furnished = Signal()
    """The parts are made, but for the panes."""
    libraryShown = Signal()
    """The library is on screen for the first time; the panes are made right after, if nobody asked for them before."""
    ready = Signal()
    """The panes are made and the library is on view."""

    def __init__(self, paths: Paths, open_workspace: "Callable[[], Workspace]", crashed: Callable[..., Any]) -> None:
        super().__init__()
        self.setWindowTitle("Parallax")
        self.session_file = paths.state / SESSION
        self.session = read_session(self.session_file)
        self.paths, self.open_workspace, self.crashed = paths, open_workspace, crashed
        self.is_furnished = self._begun = False
        self._stand()

    def _stand(self) -> None:
        """Where it stood when it was closed; the first time over the whole screen."""
        room = self.screen().availableSize()
        self.resize(QSize(*LARGEST).boundedTo(room))
        if self.session.geometry:
            self.restoreGeometry(QByteArray.fromBase64(self.session.geometry.encode()))
            maximised = self.isFullScreen()
        else:
            maximised = room.width() <= LARGEST[0] and room.height() <= LARGEST[1]
        if maximised:
            from PySide6.QtCore import Qt  # all the names in it are made then: a tenth of the first frame

            self.setWindowState(Qt.WindowState.WindowMaximized)

    def furnish(self) -> None:
        """Make the parts; a second time does nothing."""
        raise NotImplementedError

    def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            self.firstPaint.emit()
            self.furnish()

    def showEvent(self, event: QShowEvent) -> None:
        """A window that opens out of sight is furnished as well."""
        super().showEvent(event)
        if not self._begun:
            QTimer.singleShot(UNPAINTED, self, self._begin)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first frame lets the rest of the program in."""
        super().paintEvent(event)
        if not self.is_furnished:
            first_frame.paint(self, self.session)
        if not self._begun:
            QTimer.singleShot(0, self, self._begin)  # what was painted is brought to the screen before
