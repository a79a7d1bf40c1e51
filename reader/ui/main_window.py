"""The main window: what its parts are told of each other, once they are made."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent

from reader.ui.frame import Frame

if TYPE_CHECKING:
    from reader.ui.compare.view import ComparisonView
    from reader.ui.state.library_snapshot import LibrarySnapshot

COPIED = 6_000
"""Milliseconds that the window says what was copied."""


class MainWindow(Frame):
    """Library at the left, panes in the centre, figures below."""

    _is_settled = False
    """Whether the library was shown."""
    is_complete = False
    """Whether the panes are there, and whatever follows what lies open in them."""

    def furnish(self) -> None:
        """Make the parts in the window that is on screen already; a second time does nothing."""
        if self.is_furnished:
            return
        self.is_furnished = True
        from reader.ui import window_parts  # which takes as long to load as Qt does

        self.setUpdatesEnabled(False)  # the frame stays on view until every part has its place
        window_parts.make(self)
        self.commands.late = self.central.page.late = self.complete
        self._register()
        self._connect()
        self._fill()
        self.furnished.emit()
        QTimer.singleShot(0, self, self._uncover)

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

    def _uncover(self) -> None:
        """Show the parts: Qt made them visible in the turn before, and lays them out here."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self.setUpdatesEnabled(True)
        QTimer.singleShot(0, self, self._look)

    def _fill(self) -> None:
        """Menus, bars, and everything where it was when the window was closed."""
        from reader.ui import icons
        from reader.ui.actions.specs import ACTIONS

        self.search.field.offer(self.commands["search-menu"], icons.blank())
        self.commands.populate(self.dock_layout.toolbar.menus, self.recent)
        for widget in (self.sidebar, self.central.welcome):
            widget.addActions([self.commands[row.id] for row in ACTIONS if row.local])
        self.dock_layout.place()

    def _look(self) -> None:
        """Read the library, which is waited for; the rest is made once that is on screen, or when it is reached for."""
        self.library.failed.connect(self.complete)
        self.library.refresh()

    def _show_library(self) -> None:
        """Bring the library on screen before anything else is done: so far it only was told what to show."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self.repaint()
        self.libraryShown.emit()

    def complete(self) -> None:
        """Make panes, the table of figures, docks and icons; a second time does nothing."""
        if self.is_complete:
            return
        self.is_complete = True
        from reader.ui import icons, window_parts
        from reader.ui.services import motion

        window_parts.make_panes(self)
        self._register_deferred()
        self._connect_deferred()
        self.session_manager.prepare()
        self.theme_manager.load_icons()
        motion.look(self)
        self.setWindowIcon(icons.app_icon())

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

    def _refreshed(self, now: "LibrarySnapshot") -> None:
        self.library_watch.seen(now.last_change)
        first, self._is_settled = not self._is_settled, True
        if first:
            self._show_library()
            self.complete()
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
            if self.focusWidget() is None:  # Qt gave the keyboard to the frame, in which nothing could take it
                self.focusNextChild()
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
        from reader.ui.docks.area import FIGURES

        self.loader.finish()
        self.dock_layout.findings.go_to(FIGURES)

    def _scroll_mode_changed(self, mode: str) -> None:
        """The panes scroll together in another way."""
        self.session.scroll_mode = mode
        self.refresh()

    def _show_menu(self, at: QPoint) -> None:
        from reader.ui.controllers.articles import article_menu

        offered = article_menu(self.sidebar, self.service.ticks, self.library, self.stories, self.commands, self)
        if offered.actions():
            offered.aboutToHide.connect(offered.deleteLater)
            offered.popup(at)

    # What Qt asks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves full reading."""
        from PySide6.QtCore import Qt

        if event.key() != Qt.Key.Key_Escape or not self.is_furnished or not self.dock_layout.leave_full():
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Put down how things stand, then end every job."""
        self.furnish()  # closed before there was anything in it
        self.session_manager.end()
        self.hide()
        self.folder_watch.close()
        self.service.close()
        super().closeEvent(event)
