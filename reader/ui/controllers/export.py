"""Ways out: the comparison as a document or on paper, and what to do with the file afterwards."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from reader.errors import ExportError, ReaderError
from reader.i18n import _
from reader.progress import Progress
from reader.ui.actions.action_manager import ActionManager
from reader.ui.controllers.comparison import ComparisonController
from reader.ui.controllers.imports import documents
from reader.ui.dialogs.dialog_service import DialogService
from reader.ui.services.task_runner import NO_KEY
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.state.export_request import ExportRequest, format_of, gathered, remember, remembered
from reader.ui.state.session import Session
from reader.ui.widgets.message_bar import MessageKind

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from reader.compare.comparison import Comparison
    from reader.export import Choices
    from reader.export.pages import PixelPage
    from reader.workspace import Workspace

LONGEST = 60


class ExportController(QObject):
    """Writes the comparison that lies open."""

    def __init__(
        self,
        service: WorkspaceService,
        comparisons: ComparisonController,
        dialogs: DialogService,
        session: Session,
        window: QWidget,
        order: Callable[[], Sequence[str]],
    ) -> None:
        """`order` gives the articles as their panes stand: documents call them by the letters of these."""
        super().__init__(window)
        self._service, self._comparisons, self._dialogs = service, comparisons, dialogs
        self._session, self._window, self._order = session, window, order
        self.folder = ""
        """Where the last document went."""

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("export", self.ask)
        actions.register("export-differences", partial(self.ask, differences_only=True))
        actions.register("print", self.print)

    @property
    def _comparison(self) -> "Comparison | None":
        """What lies open, its articles as their panes stand."""
        found = self._comparisons.comparison
        return found.arranged(self._order()) if found is not None else None

    def ask(self, differences_only: bool = False) -> None:
        """Let the person choose a format, what goes into it, and a file."""
        found = self._comparison
        if found is None:
            return
        order = remembered(self._session)
        if differences_only:
            order = replace(order, differences_only=True)
        self._service.run(
            "export", lambda ws, _progress: gathered(ws, found), lambda known: self._ask(found, known, order)
        )

    def _ask(self, found: "Comparison", known: "Choices", order: ExportRequest) -> None:
        path = existing(self.folder) / self.proposed()
        self._dialogs.export(found, known, order, path, lambda order, path: self._ordered(found, known, order, path))

    def _ordered(self, found: "Comparison", known: "Choices", order: ExportRequest, path: Path) -> None:
        remember(order, self._session)
        self.write_as(found, path, order, order.choices(known))

    def write(self, path: Path, form: str = "", differences_only: bool = False) -> None:
        """Write the comparison; where the name's ending is not that of the format chosen, the ending decides."""
        found = self._comparison
        if found is not None:
            self.write_as(found, path, ExportRequest(form, differences_only), None)

    def write_as(self, found: "Comparison", path: Path, order: ExportRequest, choices: "Choices | None") -> None:
        """Write it off the window's thread; `choices` are gathered there where they are not known yet."""
        self.folder = str(path.parent)

        def task(workspace: "Workspace", progress: Progress) -> str:
            from reader.export import write

            told = choices or order.choices(gathered(workspace, found))
            return write(found, path, format_of(path, order.format), progress, told)

        self._service.run(
            NO_KEY,
            task,
            lambda notice: self._written(path, notice),
            title=_("Exporting"),
            failed=self._failed,
            stopped=lambda: self._service.say(_("Export cancelled; nothing was written.")),
        )

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, ReaderError):
            self._service.messages.show_error(error, buttons=[(_("Export Again…"), self.ask)], cause="export")
        else:
            self._service.fail(error)

    def print(self) -> None:
        """Let the person choose a printer, and print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # seldom wanted, never at the start

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.proposed())
        dialog = QPrintDialog(printer, self._window)
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def print_on(self, printer: "QPrinter") -> None:
        """Print the comparison as the PDF that an export would write, with the sections of the last one."""
        found = self._comparison
        if found is None:
            return
        order = replace(remembered(self._session), differences_only=False)
        # Loads the formats' plugins here: a worker that draws into a PDF would load them itself, holding Python's lock
        # while it waits for one of Qt's that this thread may hold as it waits for Python's (seen in 6.11).
        QImageWriter.supportedImageFormats()

        def task(workspace: "Workspace", progress: Progress) -> None:
            from reader.export import FORMATS

            pdf = next(one for one in FORMATS if one.name == "pdf")
            told = order.choices(gathered(workspace, found))
            print_pages(pdf.render(found, progress, told).content, printer, progress)

        self._service.run(
            NO_KEY,
            task,
            lambda _done: self._service.say(_("Sent to the printer.")),
            title=_("Printing"),
            stopped=lambda: self._service.say(_("Printing cancelled.")),
        )

    def proposed(self) -> str:
        """A file name for what lies open."""
        kept = "".join(c if c.isalnum() or c in " -_" else " " for c in self._comparisons.title)
        return " ".join(kept.split())[:LONGEST].strip() or _("comparison")

    def _written(self, path: Path, notice: str) -> None:
        self._service.messages.say(
            MessageKind.WARNING if notice else MessageKind.SUCCESS,
            _("Exported {name}").format(name=path.name),
            notice,
            buttons=[(_("Open"), opener(path)), (_("Show in Folder"), opener(path.parent))],
            cause="export",
        )


def existing(folder: str) -> Path:
    """The folder where the last document went, or what is left of the way to it; else that of the documents."""
    path = Path(folder) if folder else Path(documents())
    found = next((one for one in (path, *path.parents) if one.is_dir()), Path.home())
    return found if folder and found != Path(found.anchor) else Path(documents())


def opener(path: Path) -> Callable[[], None]:
    """What opens a file or folder as the system does."""

    def call() -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    return call


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


def _draw(painter: QPainter, page: "PixelPage") -> None:
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
