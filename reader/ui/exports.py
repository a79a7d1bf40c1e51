"""Ways out: the comparison as a document or on paper, and what to do with the file afterwards."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QImageWriter
from PySide6.QtWidgets import QDialog, QWidget

from reader.errors import ReaderError
from reader.i18n import _
from reader.progress import Progress
from reader.ui.actions.action_manager import ActionManager
from reader.ui.desk import Desk
from reader.ui.dialogs.opening import Dialogs
from reader.ui.jobs import EACH
from reader.ui.library.imports import documents
from reader.ui.messages import Kind
from reader.ui.order import Order, format_of, gathered, remember, remembered
from reader.ui.reading import Reading
from reader.ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from reader.compare.comparison import Comparison
    from reader.export import Choices
    from reader.workspace import Workspace

LONGEST = 60


class Exports(QObject):
    """Writes the comparison that lies open."""

    def __init__(self, desk: Desk, reading: Reading, dialogs: Dialogs, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._reading, self._dialogs = desk, reading, dialogs
        self._session, self._window = session, window
        self.folder = ""
        """Where the last document went."""

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("export", self.ask)
        actions.register("export-differences", partial(self.ask, differences_only=True))
        actions.register("print", self.print)

    def ask(self, differences_only: bool = False) -> None:
        """Let the person choose a format, what goes into it, and a file."""
        found = self._reading.comparison
        if found is None:
            return
        order = remembered(self._session)
        if differences_only:
            order = replace(order, differences_only=True)
        self._desk.work(
            "export", lambda ws, _progress: gathered(ws, found), lambda known: self._ask(found, known, order)
        )

    def _ask(self, found: "Comparison", known: "Choices", order: Order) -> None:
        path = existing(self.folder) / self.proposed()
        self._dialogs.export(found, known, order, path, lambda order, path: self._ordered(found, known, order, path))

    def _ordered(self, found: "Comparison", known: "Choices", order: Order, path: Path) -> None:
        remember(order, self._session)
        self._write(found, path, order, order.choices(known))

    def write(self, path: Path, form: str = "", differences_only: bool = False) -> None:
        """Write the comparison; where the name's ending is not that of the format chosen, the ending decides."""
        found = self._reading.comparison
        if found is not None:
            self._write(found, path, Order(form, differences_only), None)

    def _write(self, found: "Comparison", path: Path, order: Order, choices: "Choices | None") -> None:
        """Write it off the window's thread; `choices` are gathered there where they are not known yet."""
        self.folder = str(path.parent)

        def task(workspace: "Workspace", progress: Progress) -> str:
            from reader.export import write

            told = choices or order.choices(gathered(workspace, found))
            return write(found, path, format_of(path, order.format), progress, told)

        self._desk.work(
            EACH,
            task,
            lambda notice: self._written(path, notice),
            title=_("Exporting"),
            failed=self._failed,
            stopped=lambda: self._desk.say(_("Export cancelled; nothing was written.")),
        )

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, ReaderError):
            self._desk.messages.show_error(error, buttons=[(_("Export Again…"), self.ask)], cause="export")
        else:
            self._desk.fail(error)

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
        found = self._reading.comparison
        if found is None:
            return
        order = replace(remembered(self._session), differences_only=False)
        # Loads the formats' plugins here: a worker that draws into a PDF would load them itself, holding Python's lock
        # while it waits for one of Qt's that this thread may hold as it waits for Python's (seen in 6.11).
        QImageWriter.supportedImageFormats()

        def task(workspace: "Workspace", progress: Progress) -> None:
            from reader.export import FORMATS
            from reader.ui.printing import print_pages

            pdf = next(one for one in FORMATS if one.name == "pdf")
            told = order.choices(gathered(workspace, found))
            print_pages(pdf.render(found, progress, told).content, printer, progress)

        self._desk.work(
            EACH,
            task,
            lambda _done: self._desk.say(_("Sent to the printer.")),
            title=_("Printing"),
            stopped=lambda: self._desk.say(_("Printing cancelled.")),
        )

    def proposed(self) -> str:
        """A file name for what lies open."""
        kept = "".join(c if c.isalnum() or c in " -_" else " " for c in self._reading.title)
        return " ".join(kept.split())[:LONGEST].strip() or _("comparison")

    def _written(self, path: Path, notice: str) -> None:
        self._desk.messages.say(
            Kind.WARNING if notice else Kind.SUCCESS,
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
