"""Files, folders and text dropped anywhere on the window."""

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from reader.i18n import _, ngettext
from reader.text.addresses import host_of
from reader.ui.drop_hint import DropHint
from reader.ui.library.imports import Imports
from reader.ui.library.offered import address_of, files_of
from reader.ui.models.article_mime_data import IDS


class Drops(QObject):
    """Says what a drop would do while something is dragged over the window, and does it."""

    def __init__(self, window: QWidget, imports: Imports) -> None:
        super().__init__(window)
        self._imports = imports
        self.hint = DropHint(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The four events of a drag."""
        if isinstance(event, QDragEnterEvent):
            words = _words(event.mimeData())
            if words:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self.hint.offer(words)
            return True
        if isinstance(event, QDropEvent) and not isinstance(event, QDragMoveEvent):
            self.hint.hide()
            event.setDropAction(Qt.DropAction.CopyAction)
            event.setAccepted(self._imports.take_mime(event.mimeData()))
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.hint.hide()
        return super().eventFilter(watched, event)


def _words(data: QMimeData) -> str:
    """What dropping this would do; empty where nothing can be done with it."""
    if data.hasFormat(IDS):  # our own articles, on their way to a story or out of the window
        return ""
    paths = files_of(data)
    if len(paths) == 1 and paths[0].is_dir():
        return _("Drop to import the folder “{name}”").format(name=paths[0].name)
    if paths:
        return ngettext("Drop to import {n} file", "Drop to import {n} files", len(paths)).format(n=len(paths))
    if address := address_of(data):
        return _("Drop to fetch the page from {host}").format(host=host_of(address))
    if data.hasText() and not data.hasUrls() and data.text().strip():
        return _("Drop to import the text")
    return ""
