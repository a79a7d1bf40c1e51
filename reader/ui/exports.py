"""Ways out: the comparison as a document, by a save dialog, and what to do with the file afterwards."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from reader.i18n import _
from reader.progress import Progress
from reader.ui.desk import Desk
from reader.ui.jobs import EACH
from reader.ui.library.imports import documents
from reader.ui.messages import Kind
from reader.ui.reading import Reading

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from reader.workspace import Workspace

LONGEST = 60


class Exports(QObject):
    """Writes the comparison that lies open."""

    def __init__(self, desk: Desk, reading: Reading, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._reading, self._window = desk, reading, window
        self.folder = ""
        """Where the last document went."""

    def ask(self, differences_only: bool = False) -> None:
        """Let the person choose a file and a format."""
        from reader.export import FORMATS  # the exports are loaded when they are first needed

        if self._reading.comparison is None:
            return
        filters = {f"{one.label} (*{one.suffix})": one for one in FORMATS}
        dialog = QFileDialog(self._window, _("Export the comparison"), self.folder or documents())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(filters))
        dialog.selectFile(self.proposed())
        dialog.setDefaultSuffix(FORMATS[0].suffix.lstrip("."))
        dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(filters[words].suffix.lstrip(".")))
        dialog.accepted.connect(
            lambda: self.write(
                Path(dialog.selectedFiles()[0]), filters[dialog.selectedNameFilter()].name, differences_only
            )
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: Path, form: str = "", differences_only: bool = False) -> None:
        """Write the comparison; where the name's ending is not that of the format chosen, the ending decides."""
        found = self._reading.comparison
        if found is None:
            return
        self.folder = str(path.parent)

        def task(workspace: "Workspace", progress: Progress) -> str:
            from reader.export import FORMATS, Choices, write

            fitting = [one.name for one in FORMATS if one.suffix.endswith(path.suffix.lower() or "?")]
            name = form if form in fitting or not fitting else fitting[0]
            return write(found, path, name, progress, Choices(differences_only, workspace.settings.compare))

        self._desk.work(EACH, task, lambda notice: self._written(path, notice), title=_("Exporting"))

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
        """Print the comparison."""
        found = self._reading.comparison
        if found is None:
            return

        def task(_workspace: "Workspace", progress: Progress) -> str:
            from reader.export import FORMATS

            html = next(one for one in FORMATS if one.name == "html")
            return html.render(found, progress).content.decode()

        self._desk.work(EACH, task, lambda html: self._print(html, printer), title=_("Printing"))

    def _print(self, html: str, printer: "QPrinter") -> None:
        from reader.ui.printing import Printing

        document = QTextDocument(self)
        document.setHtml(html)

        def done() -> None:
            document.deleteLater()
            self._desk.say(_("Sent to the printer."))

        Printing(document, printer, done, self).start()

    def proposed(self) -> str:
        """A file name for what lies open."""
        found = self._reading.comparison
        first = found.articles[0] if found else None
        words = (first.headline or first.outlet or first.id) if first else ""
        kept = "".join(c if c.isalnum() or c in " -_" else " " for c in words)
        return " ".join(kept.split())[:LONGEST].strip() or _("comparison")

    def _written(self, path: Path, notice: str) -> None:
        self._desk.messages.say(
            Kind.WARNING if notice else Kind.SUCCESS,
            _("Written: {name}").format(name=path.name),
            notice,
            buttons=[(_("Open"), opener(path)), (_("Show Folder"), opener(path.parent))],
        )


def opener(path: Path) -> Callable[[], None]:
    """What opens a file or folder as the system does."""

    def call() -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    return call
