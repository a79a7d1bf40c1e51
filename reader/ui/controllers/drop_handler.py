"""Files, folders and text dropped anywhere on the window, and what is said while they are dragged over it."""

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from reader.i18n import _, ngettext
from reader.text.addresses import host_of
from reader.ui import theme
from reader.ui.controllers.imports import ImportController
from reader.ui.library.mime_data import IDS, address_of, files_of


class DropHandler(QObject):
    """Says what a drop would do while something is dragged over the window, and does it."""

    def __init__(self, window: QWidget, imports: ImportController) -> None:
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


MARGIN, RADIUS = 14, 10


class DropHint(QWidget):
    """A veil with a dashed frame and a sentence; it lets every event through."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = ""
        over.installEventFilter(self)
        self.hide()

    def offer(self, words: str) -> None:
        """Show the veil with these words."""
        self.words = words
        self.setAccessibleName(words)
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The veil, the frame, the words."""
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), now.faint("window", 0.95))
        frame = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        pen = QPen(now["focus"], 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(now["text"])
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words)
