"""What of the window goes into the session, and how it comes back at the next start."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from reader.i18n import _
from reader.ui.messages import Kind

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow

FREE = "free"
"""The scroll mode in which each pane may stand anywhere."""
PAUSE = 30
"""Milliseconds between two looks whether all panes are there."""


def gather(window: "MainWindow") -> None:
    """Put into the window's session how things stand now."""
    kept = window.session
    window.places.keep()
    kept.ticked, kept.shown = window.desk.ticks.ids, window.shelving.shown.value
    kept.shown_tag, kept.order = window.shelving.view.tag, window.shelving.view.order
    kept.import_folder, kept.export_folder = window.imports.folder, window.exports.folder
    if window.contents is not None:
        kept.articles = window.contents.total
        kept.ids = window.reading.ids
    if window.panes is not None and window.contents is not None:
        kept.zoom = window.panes.zoom
        order = window.panes.order
        kept.ids = tuple(dict.fromkeys([*order, *kept.ids])) if set(order) <= set(kept.ids) else kept.ids
        kept.place_in, kept.place = window.panes.place
        kept.places = tuple(window.panes.conductor.places.items())
        kept.base = window.state.base


def remembered(window: "MainWindow") -> tuple[str, ...]:
    """The articles that the session names: whether they are still there is asked with each look at the library."""
    kept = window.session
    return (*kept.ids, *window.reading.ids)


def prepare(window: "MainWindow") -> None:
    """Give the panes, before anything lies open in them, the ways of the last session."""
    if window.panes is not None:
        window.panes.set_zoom(window.session.zoom)
        window.panes.set_scroll_mode(window.session.scroll_mode)
        window.panes.set_minimaps_visible(window.session.lanes)


def reopen(window: "MainWindow") -> None:
    """Open what lay open, where all of it is still there, and scroll to where it stood."""
    kept, now = window.session, window.contents
    if kept.lost:
        window.desk.say(
            _("How the window was left could not be read, so it starts anew. The library is as it was.")
            + (" " + _("The file is kept as {path}.").format(path=kept.aside) if kept.aside else ""),
            Kind.WARNING,
        )
    if now is None or not kept.ids or not set(kept.ids) <= now.known:
        window.places.show_side(True)
        return
    place_in, place, places, base = kept.place_in, kept.place, dict(kept.places), kept.base

    def stand(_found: object, _fresh: bool) -> None:
        window.reading.opened.disconnect(stand)
        QTimer.singleShot(0, window, lambda: _go(window, place_in, place, base))
        if kept.scroll_mode == FREE:
            QTimer.singleShot(0, window, lambda: _part(window, places))

    window.reading.opened.connect(stand)
    window.reading.restore(kept.ids)


def _go(window: "MainWindow", article: str, place: int, base: str) -> None:
    """Where one read on; the other panes come after that one."""
    if window.panes is not None:
        window.panes.set_base(base)
        if place:
            window.panes.go_to_place(article, place)


def _part(window: "MainWindow", places: dict[str, int]) -> None:
    """Panes that scroll freely stand each where it stood, once all of them have their text."""
    if window.panes is None or window.state.comparison is None:
        return
    if window.panes.ready:
        window.panes.conductor.part(places)
    else:
        QTimer.singleShot(PAUSE, window, lambda: _part(window, places))
