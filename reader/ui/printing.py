"""Prints the pages of a PDF as pictures, off the window's thread: what comes out is what an export holds."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from reader.errors import ExportError
from reader.i18n import _
from reader.progress import Progress

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from reader.export.pages import Page

FINEST = 300
"""Dots an inch: finer, nobody sees a difference and every page takes a hundred megabytes."""
ROWS = 64
"""Rows handed over at a time: the window's thread gets its turn between them."""


def print_pages(pdf: bytes, printer: "QPrinter", progress: Progress) -> None:
    """Print the pages that the printer's dialog asked for; raises ExportError, and what `progress` raises."""
    from reader.export.pages import count, pages

    first, last = printer.fromPage(), printer.toPage()
    total = (last or count(pdf)) - max(1, first) + 1
    printer.setFullPage(True)  # the pages have margins of their own
    painter = QPainter()
    if not painter.begin(printer):
        raise ExportError(_("The printer does not answer."), _("Choose another one, or export a PDF and print that."))
    try:
        upright = painter.viewport().height() >= painter.viewport().width()
        for at, page in enumerate(pages(pdf, min(FINEST, printer.resolution()), first, last, upright)):
            progress(at, total, _("Printing"))
            if at:
                printer.newPage()
            _draw(painter, page)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()


def _draw(painter: QPainter, page: "Page") -> None:
    """Fill the sheet, strip by strip."""
    picture = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB888)
    sheet = painter.viewport()
    fitted = picture.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (sheet.width() - fitted.width()) // 2, (sheet.height() - fitted.height()) // 2
    for row in range(0, picture.height(), ROWS):
        end = min(row + ROWS, picture.height())
        above, below = (top + fitted.height() * y // picture.height() for y in (row, end))
        place = QRect(left, above, fitted.width(), below - above)
        painter.drawImage(place, picture, QRect(0, row, picture.width(), end - row))
