"""Importing files, folders, the clipboard and the demo; what became of it, and folding away what repeats."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.i18n import _, ngettext
from reader.paths import BACKUP_SUFFIX, STORY_SUFFIX
from reader.progress import Progress
from reader.ui.actions.action_manager import ActionManager
from reader.ui.library.import_summary import summary
from reader.ui.library.mime_data import IDS, address_of, files_of, origin_of
from reader.ui.services.task_runner import NO_KEY
from reader.ui.services.workspace_service import WorkspaceService
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
        self._dialog(_("Import files"), QFileDialog.FileMode.ExistingFiles, self.take).open()

    def ask_preview(self) -> None:
        """Let the person choose files to be looked at before they are imported."""
        self._dialog(_("Preview files"), QFileDialog.FileMode.ExistingFiles, self.preview).open()

    def ask_folder(self) -> None:
        """Let the person choose a folder."""
        self._dialog(_("Import a folder"), QFileDialog.FileMode.Directory, self.take).open()

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
        kind, words = summary(report)
        details = [(_("Details"), lambda: self._show_report(report))]
        if len(report.entries) < 2:  # the sentence says it all
            details = []
        if len(report.entries) == 1 and report.entries[0].message:
            words = report.entries[0].message
        self._service.messages.say(kind, words, buttons=details, cause="import")
        offer(self._service, report)
        self.imported.emit(report.ids())

    def _dialog(self, title: str, mode: QFileDialog.FileMode, chosen: Callable[[Iterable[Path]], None]) -> QFileDialog:
        from reader.importing import FORMATS  # the stages are loaded when they are first needed

        dialog = QFileDialog(self._window, title, self.folder or documents())
        dialog.setFileMode(mode)
        if mode is QFileDialog.FileMode.ExistingFiles:
            every = " ".join(dict.fromkeys(f"*{suffix}" for one in FORMATS for suffix in one.suffixes))
            dialog.setNameFilters([_("Articles") + f" ({every})", _("All files") + " (*)"])
        dialog.filesSelected.connect(lambda names: chosen(Path(name) for name in names))
        dialog.finished.connect(dialog.deleteLater)
        return dialog


def documents() -> str:
    """Where people keep what they write, as the system says."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


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
