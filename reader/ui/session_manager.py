"""How the window was left: put together for the next start, and brought back in it."""

import threading
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.i18n import _
from reader.ui.central_widget import ComparisonPage
from reader.ui.controllers.comparison import KEY as OPENING
from reader.ui.controllers.comparison import ComparisonController
from reader.ui.controllers.export import ExportController
from reader.ui.controllers.imports import ImportController
from reader.ui.controllers.library import LibraryController
from reader.ui.dock_layout import DockLayout
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.state.comparison_state import ComparisonState
from reader.ui.state.library_snapshot import LibraryFilter, LibraryQuery, LibrarySnapshot
from reader.ui.state.session import Session, write_session
from reader.ui.widgets.message_bar import MessageKind

KEPT_EVERY = 5_000
"""Milliseconds between two looks whether there is something new to remember."""
FREE = "free"
"""The scroll mode in which each pane may stand anywhere."""
PAUSE = 30
"""Milliseconds between two looks whether all panes are there."""


class SessionManager(QObject):
    """Gathers the session from those who know, and hands it back to them."""

    returning = Signal(object)
    """What lay open, articles by their ids, is about to come back."""

    def __init__(
        self,
        session: Session,
        path: Path,
        service: WorkspaceService,
        state: ComparisonState,
        comparisons: ComparisonController,
        page: ComparisonPage,
        layout: DockLayout,
        library: LibraryController,
        imports: ImportController,
        exports: ExportController,
    ) -> None:
        super().__init__(page)
        self.session = session
        self._path, self._service, self._state, self._comparisons = path, service, state, comparisons
        self._page, self._layout, self._library = page, layout, library
        self._imports, self._exports = imports, exports
        self._kept: Session | None = None
        self._writing = threading.Lock()
        self._timer = QTimer(self, interval=KEPT_EVERY)
        self._timer.timeout.connect(self._keep_now)
        self._hand_back()

    def _hand_back(self) -> None:
        """What of the library was on view, what was ticked, and where files lay; before anything is looked up."""
        kept = self.session
        self._library.view = LibraryQuery(LibraryFilter(kept.shown), kept.order, kept.shown_tag)  # type: ignore[arg-type] # checked
        self._library.remembered = lambda: (*kept.ids, *self._state.ids)
        self._imports.folder, self._exports.folder = kept.import_folder, kept.export_folder
        self._service.ticks.replace(kept.ticked)

    # Keeping

    def begin(self) -> None:
        """Remember from here on how things stand while they do: a program that is killed comes back as it was."""
        self._timer.start()

    def end(self) -> None:
        """Remember for the last time."""
        self._timer.stop()
        self._gather()
        self._kept = replace(self.session)
        self._write(self._kept)

    def _keep_now(self) -> None:
        if not any(job.key == OPENING for job in self._service.tasks.running):  # what lay open is still on its way
            self.keep()

    def keep(self) -> None:
        """Remember how things stand."""
        self._gather()
        if self.session != self._kept:
            # Not on the window's thread: a busy disk takes seconds until it has what it was given.
            kept = self._kept = replace(self.session)
            self._service.tasks.run("session", lambda _progress: self._write(kept), lambda _none: None)

    def _write(self, kept: Session) -> None:
        """Write a session down, on any thread, unless there is a newer one by now."""
        with self._writing:
            if kept is self._kept:
                write_session(kept, self._path)

    def _gather(self) -> None:
        """Put into the session how things stand now."""
        kept, now = self.session, self._library.contents
        self._layout.keep()
        kept.ticked, kept.shown = self._service.ticks.ids, self._library.shown.value
        kept.shown_tag, kept.order = self._library.view.tag, self._library.view.order
        kept.import_folder, kept.export_folder = self._imports.folder, self._exports.folder
        if now is not None:
            kept.articles = now.total
            kept.ids = self._state.ids
        if now is not None and self._page.is_created:
            self._gather_panes(kept)

    def _gather_panes(self, kept: Session) -> None:
        view = self._page.view
        kept.zoom = view.zoom
        kept.ids = tuple(dict.fromkeys([*view.order, *kept.ids])) if set(view.order) <= set(kept.ids) else kept.ids
        kept.place_in, kept.place = view.place
        kept.places = tuple(view.scroll_sync.places.items())
        kept.base = self._state.base

    # Bringing back

    def prepare(self) -> None:
        """Give the panes, before anything lies open in them, the ways of the last session."""
        view, kept = self._page.view, self.session
        view.set_zoom(kept.zoom)
        view.set_scroll_mode(kept.scroll_mode)
        view.set_minimaps_visible(kept.lanes)

    def reopen(self, now: LibrarySnapshot) -> None:
        """Open what lay open, where all of it is still there, and scroll to where it stood."""
        kept = self.session
        if kept.lost:
            self._service.say(
                _("How the window was left could not be read, so it starts anew. The library is as it was.")
                + (" " + _("The file is kept as {path}.").format(path=kept.aside) if kept.aside else ""),
                MessageKind.WARNING,
            )
        if not kept.ids or not set(kept.ids) <= now.known:
            self._layout.show_side()  # it was folded for what lay open
            return
        place_in, place, layout, base = kept.place_in, kept.place, dict(kept.places), kept.base

        def stand(_found: object, _fresh: bool) -> None:
            self._comparisons.opened.disconnect(stand)
            QTimer.singleShot(0, self, lambda: self._go(place_in, place, base))
            if kept.scroll_mode == FREE:
                QTimer.singleShot(0, self, lambda: self._part(layout))

        self._comparisons.opened.connect(stand)
        self.returning.emit(kept.ids)
        self._comparisons.restore(kept.ids)

    def _go(self, article: str, place: int, base: str) -> None:
        """Where one read on; the other panes come after that one."""
        self._page.view.set_base(base)
        if place:
            self._page.view.go_to_place(article, place)

    def _part(self, layout: dict[str, int]) -> None:
        """Panes that scroll freely stand each where it stood, once all of them have their text."""
        if self._state.comparison is None:
            return
        if self._page.view.ready:
            self._page.view.scroll_sync.part(layout)
        else:
            QTimer.singleShot(PAUSE, self, lambda: self._part(layout))
