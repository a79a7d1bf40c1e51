"""Prints a document a page at a time, so that the window stays awake; Qt prints on the window's thread only."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, QSizeF, QTimer
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrinter


class Printing(QObject):
    """One document on its way to one printer; keeps itself until `done` was called."""

    def __init__(self, document: QTextDocument, printer: QPrinter, done: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._printer, self._done = document, printer, done
        self._painter = QPainter(printer)
        paper = self._painter.viewport()
        document.documentLayout().setPaintDevice(printer)
        document.setPageSize(QSizeF(paper.width(), paper.height()))
        document.setDocumentMargin(0)
        self._page = 0

    def start(self) -> None:
        """Print the first page as soon as the window has nothing else to do."""
        QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        size = self._document.pageSize()
        if self._page:
            self._printer.newPage()
        self._painter.save()
        self._painter.translate(0, -self._page * size.height())
        self._document.drawContents(self._painter, QRectF(0, self._page * size.height(), size.width(), size.height()))
        self._painter.restore()
        self._page += 1
        if self._page < self._document.pageCount():
            self.start()
            return
        self._painter.end()
        self._done()
        self.deleteLater()
