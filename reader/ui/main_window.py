"""The main window: the parts of the program, and what each is told of the others."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QStatusTipEvent
from PySide6.QtWidgets import QMainWindow

from reader.paths import Paths
from reader.ui import actions, icons, remembering
from reader.ui.centre import Centre
from reader.ui.commands import ACTIONS
from reader.ui.copying import Copying
from reader.ui.desk import Desk
from reader.ui.dialogs.opening import Dialogs
from reader.ui.docks.area import FIGURES
from reader.ui.drops import Drops
from reader.ui.exports import Exports
from reader.ui.find_bar import FindBar
from reader.ui.furnishing import furnish
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
from reader.ui.lying_open import LyingOpen
from reader.ui.models.shelves import Contents, Shown, View
from reader.ui.preferring import Preferring
from reader.ui.reading import KEY as OPENING
from reader.ui.reading import Reading
from reader.ui.recent import Recent
from reader.ui.session import Session, read_session, write_session
from reader.ui.spread import Spread
from reader.ui.state.comparison_state import ComparisonState
from reader.ui.states import states
from reader.ui.wardrobe import Wardrobe

if TYPE_CHECKING:  # made after the first frame
    from reader.ui.compare.ledger import LedgerPanel
    from reader.ui.compare.view import ComparisonView
    from reader.ui.docks.deciding import Deciding
    from reader.ui.docks.regrouping import Regrouping
    from reader.workspace import Workspace


KEPT_EVERY = 5_000
"""Milliseconds between two looks whether there is something new to remember."""


class MainWindow(QMainWindow):
    """Library at the left, panes in the centre, figures below."""

    framed = Signal()
    """The first frame was painted."""
    settled = Signal()
    """The panes are made and the library is on view."""

    def __init__(self, paths: Paths, open_workspace: "Callable[[], Workspace]", crashed: Callable[..., Any]) -> None:
        super().__init__()
        self.setWindowTitle("Parallax")
        self.setWindowIcon(icons.app_icon())
        self._session_path = paths.state / "session.json"
        self.session = read_session(self._session_path)
        self._kept: Session | None = None
        self.panes: ComparisonView | None = None
        self.ledger: LedgerPanel | None = None
        self.spread: Spread | None = None
        self.deciding: Deciding | None = None
        self.regrouping: Regrouping | None = None
        self.contents: Contents | None = None
        self._painted = False
        self._make(paths, open_workspace, crashed)
        self._connect()
        self._restore()

    def _make(self, paths: Paths, open_workspace: "Callable[[], Workspace]", crashed: Callable[..., Any]) -> None:
        self.centre = Centre(self, bare=not self.session.articles)
        self.desk = Desk(open_workspace, self.centre.messages, crashed)
        self.side = Side(self.desk.ticks, self)
        self.state = ComparisonState(self)
        self.reading = Reading(self.desk, self.state, self.side.chosen, self)
        self.search = Search(self.desk, self.side, SearchField(self))
        self.shelving = Shelving(self.desk, self.side)
        self.commands = actions.build(self)
        self.dialogs = Dialogs(self, self.commands, paths)
        self.imports = Imports(self.desk, self, self.dialogs.report, self.dialogs.preview)
        self.searches = Searches(self.desk, self.search, self.dialogs, self.commands, self)
        self.alike = Alike(self)
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
        self.copying = Copying(self.desk, self)
        self.drops = Drops(self, self.imports)
        self.places = Layout(self, self.centre, self.side, self.session)
        self.wardrobe = Wardrobe(self, self.commands, self.session)
        self.lying_open = LyingOpen(self)
        self._keeper = QTimer(self, interval=KEPT_EVERY)
        self._keeper.timeout.connect(self._keep_now)

    def _connect(self) -> None:
        self.desk.ticks.changed.connect(self.refresh)
        self.desk.ticks.changed.connect(self.lying_open.invite)
        self.places.changed.connect(self.refresh)
        self.wardrobe.changed.connect(self.refresh)
        self.side.chosenChanged.connect(self.refresh)
        self.search.changed.connect(self.refresh)
        self.side.opened.connect(self.reading.read)
        self.side.addWanted.connect(self.reading.add)
        self.side.compareWanted.connect(self.reading.compare_ticked)
        self.side.menuWanted.connect(self._show_menu)
        self.side.library.importWanted.connect(self.imports.ask_files)
        self.centre.welcome.demoWanted.connect(self.imports.demo)
        self.centre.importWanted.connect(self.imports.ask_files)
        self.imports.imported.connect(self._imported)
        self.imports.imported.connect(self.stories.suggest)
        self.copies.restored.connect(self.search.update_index)
        self.imports.demoReady.connect(self._demo_ready)
        self.places.cutoff.changed.connect(self.settings.set_cutoffs)
        self.places.cutoff.toleranceChanged.connect(self.settings.set_tolerance)
        self.settings.cutoffsChanged.connect(self.places.cutoff.show_options)
        self.shelving.refreshed.connect(self._refreshed)
        self.state.comparisonChanged.connect(self.lying_open.changed)  # first: it is filled for the size it is seen at
        self.reading.opened.connect(self.lying_open.opened)
        self.reading.opened.connect(self.marks.opened)

    def _restore(self) -> None:
        kept = self.session
        self.shelving.view = View(Shown(kept.shown), kept.order, kept.shown_tag)  # type: ignore[arg-type] # checked
        self.shelving.remembered = lambda: remembering.remembered(self)
        self.imports.folder, self.exports.folder = kept.import_folder, kept.export_folder
        self.desk.ticks.replace(kept.ticked)
        self.search.field.offer(self.commands["search-menu"], icons.blank())
        self.places.furnish(self.commands, self.search.field, self.desk.jobs, self.recent)
        for widget in (self.side, self.centre.welcome):
            widget.addActions([self.commands[row.name] for row in ACTIONS if row.local])
        self.places.restore()

    # What actions call

    @property
    def find_bar(self) -> FindBar:
        """The bar under the panes."""
        return self.centre.find_bar

    def toggle_lanes(self) -> None:
        """Show or hide the lanes beside the articles."""
        self.session.lanes = not self.session.lanes
        if self.panes is not None:
            self.panes.set_minimaps_visible(self.session.lanes)
        self.refresh()

    def focus_ledger(self) -> None:
        """Take the keyboard to the table of figures."""
        if self.spread is not None:
            self.spread.finish()
        self.places.findings.go_to(FIGURES)

    def refresh(self) -> None:
        """Enable what can be done now."""
        actions.refresh(self.commands, states(self))

    # What the parts are told of one another

    def _refreshed(self, now: Contents) -> None:
        first, self.contents = self.contents is None, now
        if first:
            self.settings.look()
            self.keeping.look()
            remembering.reopen(self)
        self.lying_open.invite()
        self.places.place()
        if first:
            self.search.update_index()
            self.watching.begin()
            self.copies.look_after()
            self.settled.emit()
            self._keeper.start()

    def _imported(self, ids: tuple[str, ...]) -> None:
        """Several articles that come together are likely to be compared: tick them, unless ticks are there already."""
        if len(ids) > 1 and not self.desk.ticks:
            self.desk.ticks.replace(ids)
        self.shelving.show_articles(ids)

    def _demo_ready(self, ids: tuple[str, ...]) -> None:
        self.desk.ticks.replace(ids)
        self.reading.compare(ids)

    def scroll_mode_changed(self, mode: str) -> None:
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
            QTimer.singleShot(0, self, lambda: furnish(self))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Put down how things stand, then end every job."""
        self._keeper.stop()
        self.keep()
        self.hide()
        self.watching.close()
        self.desk.close()
        super().closeEvent(event)

    def _keep_now(self) -> None:
        """Remember how things stand while they do: a program that is killed comes back as it was."""
        if not any(job.key == OPENING for job in self.desk.jobs.running):  # what lay open is still on its way
            self.keep()

    def keep(self) -> None:
        """Remember how things stand."""
        remembering.gather(self)
        if self.session != self._kept:
            write_session(self.session, self._session_path)
            self._kept = replace(self.session)
