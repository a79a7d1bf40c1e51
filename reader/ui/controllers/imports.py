"""Importing files, folders, pages, the clipboard, what is dropped and the demo; what became of it, and what repeats."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from reader.i18n import _, ngettext
from reader.paths import BACKUP_SUFFIX, STORY_SUFFIX
from reader.progress import Progress
from reader.text.addresses import host_of
from reader.ui import theme
from reader.ui.actions.action_manager import ActionManager
from reader.ui.dialogs.dialog_service import DialogService
from reader.ui.library.mime_data import IDS, address_of, files_of, origin_of
from reader.ui.services.task_runner import NO_KEY
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.widgets.controls import FileDialog
from reader.ui.widgets.message_bar import MessageKind

if TYPE_CHECKING:
    from reader.importing import Contents
    from reader.workspace import ImportReport, Workspace


class ImportController(QObject):
    """Brings articles into the library."""

    imported = Signal(object)
    """The articles (ids) of an import, new or known."""
    addressOffered = Signal(str)
    """The address of a page was pasted or dropped: it may be fetched, if the person says so."""
    demoReady = Signal(object)
    """The articles (ids) of the demo story."""

    def __init__(
        self,
        service: WorkspaceService,
        window: QWidget,
        show_report: "Callable[[ImportReport], None]",
        show_preview: "Callable[[Sequence[tuple[Path, Contents]], Callable[[Sequence[Path]], None]], None]",
    ) -> None:
        super().__init__(window)
        self._service, self._window, self._show_report, self._show_preview = service, window, show_report, show_preview
        self.folder = ""
        """Where the last import came from."""

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("import-files", self.ask_files)
        actions.register("import-folder", self.ask_folder)
        actions.register("preview-files", self.ask_preview)
        actions.register("paste", self.paste)
        actions.register("demo", self.demo)

    def ask_files(self) -> None:
        """Let the person choose files."""
        self._dialog(_("Import files"), FileDialog.FileMode.ExistingFiles, self.take).open()

    def ask_preview(self) -> None:
        """Let the person choose files to be looked at before they are imported."""
        self._dialog(_("Preview files"), FileDialog.FileMode.ExistingFiles, self.preview).open()

    def ask_folder(self) -> None:
        """Let the person choose a folder."""
        self._dialog(_("Import a folder"), FileDialog.FileMode.Directory, self.take).open()

    def take(self, paths: Iterable[Path]) -> None:
        """Import files and folders."""
        named = tuple(paths)
        wanted = tuple(path for path in named if path.suffix not in {STORY_SUFFIX, BACKUP_SUFFIX})
        if wanted:
            self.folder = str(wanted[0].parent)
            self._run(lambda ws, progress: ws.import_files(wanted, progress=progress), self.report)
        for path in named:
            if path.suffix == STORY_SUFFIX:
                self.take_story(path)
            elif path.suffix == BACKUP_SUFFIX:
                whole = _("{name} is a copy of a whole library.").format(name=path.name)
                advice = _("Keep and Share in the Library menu puts it in the place of yours: Restore the Library.")
                self._service.messages.say(MessageKind.INFO, whole, advice)

    def preview(self, paths: Iterable[Path]) -> None:
        """Read files and show what would be imported; the library stays as it is."""
        wanted = tuple(paths)
        if wanted:
            self.folder = str(wanted[0].parent)
            self._service.run(
                "preview",
                lambda ws, progress: ws.read_files(wanted, progress),
                lambda found: self._show_preview(found, self.take),
                title=_("Reading"),
            )

    def take_story(self, path: Path) -> None:
        """Import a story that was exported."""
        self._run(lambda ws, _progress: ws.import_story(path), self.report)

    def paste(self) -> None:
        """Import the files or the text in the clipboard."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()  # none where nothing was ever copied
        if data is None or not self.take_mime(data):
            self._service.messages.say(
                MessageKind.WARNING,
                _("The clipboard holds no text."),
                _("Copy an article's text or files, then paste again."),
            )

    def take_mime(self, data: QMimeData) -> bool:
        """Import what was dropped or copied; False where nothing in it can be."""
        if data.hasFormat(IDS):
            return False
        paths = files_of(data)
        text = data.text() if data.hasText() else ""
        if paths:
            self.take(paths)
        elif address := address_of(data):
            self.addressOffered.emit(address)
        elif data.hasHtml() and text.strip():
            markup, url = data.html(), origin_of(data)
            self._run(lambda ws, _progress: ws.import_copied(markup, text, url), self.report)
        elif text.strip():
            self._run(lambda ws, _progress: ws.import_text(text), self.report)
        else:
            return False
        return True

    def demo(self) -> None:
        """Add the demo story and have it compared."""
        self._run(lambda ws, progress: ws.import_sample_story(progress), self._demo_done)

    def _run(
        self, task: "Callable[[Workspace, Progress], ImportReport]", done: "Callable[[ImportReport], None]"
    ) -> None:
        self._service.run(NO_KEY, task, done, title=_("Importing"), stopped=self._service.libraryChanged.emit)

    def _demo_done(self, report: "ImportReport") -> None:
        failed = [e for e in report.entries if not e.article_id]
        if failed:
            self.report(report)
            return
        self._service.libraryChanged.emit()
        self.demoReady.emit(report.ids())

    def report(self, report: "ImportReport") -> None:
        """Say what became of an import, and tell the window."""
        from reader.ui.dialogs.import_dialogs import import_summary  # late: with the first thing to say

        kind, words = import_summary(report)
        details = [(_("Details"), lambda: self._show_report(report))]
        if len(report.entries) < 2:  # the sentence says it all
            details = []
        if len(report.entries) == 1 and report.entries[0].message:
            words = report.entries[0].message
        self._service.messages.say(kind, words, buttons=details, cause="import")
        offer(self._service, report)
        self.imported.emit(report.ids())

    def _dialog(self, title: str, mode: FileDialog.FileMode, chosen: Callable[[Iterable[Path]], None]) -> FileDialog:
        from reader.importing import FORMATS  # the stages are loaded when they are first needed

        dialog = FileDialog(self._window, title, self.folder or documents())
        dialog.setFileMode(mode)
        if mode is FileDialog.FileMode.ExistingFiles:
            every = " ".join(dict.fromkeys(f"*{suffix}" for one in FORMATS for suffix in one.suffixes))
            dialog.setNameFilters([_("Articles") + f" ({every})", _("All files") + " (*)"])
        dialog.filesSelected.connect(lambda names: chosen(Path(name) for name in names))
        return dialog


def documents() -> str:
    """Where people keep what they write, as the system says; their home where that folder is not there."""
    told = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return told if Path(told).is_dir() else str(Path.home())


def offer(service: WorkspaceService, report: "ImportReport") -> None:
    """Say that there is something to fold, with a button that does it."""
    if not report.repeated:
        return

    def fold() -> None:
        service.run(
            NO_KEY, lambda ws, _progress: ws.fold_repeated(report), lambda _count: service.libraryChanged.emit()
        )

    count = len(report.repeated)
    words = ngettext(
        "{n} earlier article has text that its outlet repeats from article to article.",
        "{n} earlier articles have text that their outlet repeats from article to article.",
        count,
    )
    service.messages.say(MessageKind.INFO, words.format(n=count), buttons=[(_("Fold It There Too"), fold)])


class UrlImportController(QObject):
    """Fetches what a person names. Nothing here ever asks a server before the person has said so."""

    def __init__(self, service: WorkspaceService, dialogs: DialogService, imports: ImportController) -> None:
        super().__init__(imports)
        self._service, self._dialogs, self._imports = service, dialogs, imports
        imports.addressOffered.connect(self.ask)

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("import-address", self.ask)

    def ask(self, address: str = "") -> None:
        """Show the dialog, with the address in the clipboard where there is one."""
        self._dialogs.address(address or address_of(QGuiApplication.clipboard().mimeData()), self.fetch)

    def fetch(self, address: str) -> None:
        """Import the page at an address."""
        self._service.run(
            NO_KEY,
            lambda ws, progress: ws.import_addresses([address], progress=progress),
            lambda report: self._fetched(report, address),
            title=_("Fetching"),
        )

    def _fetched(self, report: "ImportReport", address: str) -> None:
        if report.ids():
            self._imports.report(report)
            return

        def browse() -> None:
            QDesktopServices.openUrl(QUrl(address))

        for entry in report.entries:
            self._service.messages.say(MessageKind.ERROR, entry.message, buttons=[(_("Open in the Browser"), browse)])


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
