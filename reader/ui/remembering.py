"""What of the window goes into the session, and how it comes back at the next start."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


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
        kept.place_in, kept.place = _place(window)


def remembered(window: "MainWindow") -> tuple[str, ...]:
    """The articles that the session names: whether they are still there is asked with each look at the library."""
    kept = window.session
    return (*kept.ids, *window.reading.ids)


def prepare(window: "MainWindow") -> None:
    """Give the panes, before anything lies open in them, the ways of the last session."""
    if window.panes is not None:
        window.panes.set_zoom(window.session.zoom)
        window.panes.set_scroll_mode(window.session.scroll_mode)
        window.panes.set_lanes_visible(window.session.lanes)


def reopen(window: "MainWindow") -> None:
    """Open what lay open, where all of it is still there, and scroll to where it stood."""
    kept, now = window.session, window.contents
    if now is None or not kept.ids or not set(kept.ids) <= now.known:
        return
    place_in, place = kept.place_in, kept.place

    def scroll(_found: object) -> None:
        window.reading.opened.disconnect(scroll)
        QTimer.singleShot(0, window, lambda: _go(window, place_in, place))

    window.reading.opened.connect(scroll)
    window.reading.restore(kept.ids)


def _place(window: "MainWindow") -> tuple[str, int]:
    """The article that is read and the offset, in code points, of what stands in the middle of its pane."""
    shown = window.panes.active if window.panes is not None else None
    if shown is None:
        return "", 0
    pane = shown.pane
    middle = pane.cursorForPosition(pane.viewport().rect().center()).position()
    return pane.article.id, pane.offsets.point(middle) if pane.verticalScrollBar().value() else 0


def _go(window: "MainWindow", article_id: str, place: int) -> None:
    from reader.compare.comparison import Excerpt  # loaded with the workspace

    if window.panes is not None and place and article_id in window.reading.ids:
        window.panes.jump_to(Excerpt(article_id, Span(place, place + 1)), flash=False)
