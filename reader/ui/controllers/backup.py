"""The library as a file: put away, back from it, or lying elsewhere; a story as a file for others."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QObject, QProcess, QProcessEnvironment, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from reader import processes
from reader.i18n import N_, _, ngettext, quoted
from reader.paths import Paths
from reader.ui.actions.action_manager import ActionManager
from reader.ui.controllers.imports import ImportController, documents
from reader.ui.dialogs.folders import LibraryPlaceOptions
from reader.ui.library.sidebar import LibrarySidebar
from reader.ui.services.task_runner import NO_KEY
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.widgets.controls import FileDialog
from reader.ui.widgets.message_bar import MessageKind
from reader.ui.widgets.plain_text import PlainMessageBox

LIBRARIES = N_("Parallax libraries"), "(*.parallax-backup *.sqlite *.backup)"
HEALTH = "health"
"""The job that looks after the library."""
NAMED = 3
"""How many damaged articles are named."""
STORIES = N_("Parallax stories"), "(*.parallax-story *.json)"


if TYPE_CHECKING:
    from reader.library import Health


class BackupController(QObject):
    """Asks where, writes or reads, and says what became of it."""

    restored = Signal()
    """Another library lies open: its index has to be brought up."""

    def __init__(
        self,
        service: WorkspaceService,
        sidebar: LibrarySidebar,
        imports: ImportController,
        paths: Paths,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._service, self._sidebar, self._imports = service, sidebar, imports
        self._paths, self._window = paths, window
        service.restoring = self.ask_restore

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("export-story", self.ask_export_story)
        actions.register("import-story", self.ask_import_story)
        actions.register("backup", self.ask_backup)
        actions.register("restore-library", self.ask_restore)

    def look_after(self) -> None:
        """Have the library looked at, page by page and text by text, and backed up once a day, beside other work."""
        self._service.run(HEALTH, lambda ws, progress: ws.look_after(progress), self._tell)

    def _tell(self, found: "Health") -> None:
        if found.is_good:
            return
        names = ", ".join(quoted(one.name) for one in found.damaged[:NAMED])
        if found.faults:
            words = _("The library file is damaged ({fault}).").format(fault=found.faults[0])
        elif not found.damaged:
            words = _("In the library something is not as it was written: {what}.").format(
                what=", ".join(found.altered[:NAMED])
            )
        else:
            count = len(found.damaged)
            words = ngettext(
                "{n} text in the library is damaged: {names}.", "{n} texts in the library are damaged: {names}.", count
            ).format(n=count, names=names)
        remedy = _("Restore a backup, or import the articles again; “parallax check” says more.")
        self._service.messages.say(MessageKind.ERROR, words, remedy, [(_("Restore…"), self.ask_restore)], "damage")

    def ask_backup(self) -> None:
        """Ask where to, and copy the library there."""
        day = QDate.currentDate().toString("yyyy-MM-dd")
        dialog = self._dialog(_("Back up the library"), LIBRARIES, f"parallax-{day}.parallax-backup")
        dialog.fileSelected.connect(lambda name: self.backup(Path(name)))
        dialog.open()

    def backup(self, path: Path) -> None:
        """Copy the library to a file."""
        said = _("The library was copied to {name}.").format(name=path.name)
        self._service.run(
            NO_KEY,
            lambda ws, progress: ws.backup(path, progress),
            lambda _none: self._service.say(said, MessageKind.SUCCESS),
            title=_("Backing up"),
        )

    def ask_restore(self) -> None:
        """Ask which copy, and once more whether it is meant."""
        dialog = self._dialog(_("Restore the library"), LIBRARIES)
        kept = self._paths.library.parent / "backups"
        if kept.is_dir():
            dialog.setDirectory(str(kept))
        dialog.fileSelected.connect(lambda name: self.confirm_restore(Path(name)))
        dialog.open()

    def restore(self, path: Path) -> None:
        """Put a copy in the place of the library and open it; the one before lies beside it."""

        def done(kept: Path | None) -> None:
            self._service.ticks.replace(())
            self._service.messages.settle("damage")
            words = _("The library was restored from {name}.").format(name=path.name)
            there = _("The one before is kept as {name}.").format(name=kept.name) if kept is not None else ""
            self._service.messages.say(MessageKind.SUCCESS, words, there)
            self._service.libraryChanged.emit()
            self.restored.emit()

        if any(job.title for job in self._service.tasks.running):
            busy = _("The library is at work."), _("Wait until it has finished, then restore.")
            self._service.messages.say(MessageKind.WARNING, *busy)
            return
        self._service.replace_library(lambda: _restored(self._paths, path), done, title=_("Restoring"))

    def ask_export_story(self) -> None:
        """Ask where to, and write the current story there."""
        story = self._sidebar.library.chosen_story()
        if story is None:
            return
        name = "".join(c if c.isalnum() or c in " -_" else "-" for c in self._sidebar.library.story_name(story)).strip()
        dialog = self._dialog(_("Export the story"), STORIES, f"{name or 'story'}.parallax-story")
        dialog.fileSelected.connect(lambda chosen: self.export_story(story, Path(chosen)))
        dialog.open()

    def export_story(self, story: int, path: Path) -> None:
        """Write a story, with its tags, comparisons and decisions, to a file."""

        def done(count: int) -> None:
            words = ngettext("{n} article written to {name}.", "{n} articles written to {name}.", count)
            self._service.messages.say(MessageKind.SUCCESS, words.format(n=count, name=path.name))

        self._service.run(NO_KEY, lambda ws, _progress: ws.export_story(story, path), done, title=_("Exporting"))

    def ask_import_story(self) -> None:
        """Ask for a file, and add its story."""
        dialog = self._dialog(_("Import a story"), STORIES)
        dialog.fileSelected.connect(lambda name: self._imports.take_story(Path(name)))
        dialog.open()

    def confirm_restore(self, path: Path) -> None:
        """Ask whether this copy is to stand in the place of the library."""
        box = PlainMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("Restore the library"))
        box.setText(_("Put the copy {name} in the place of your library?").format(name=path.name))
        box.setInformativeText(_("The library as it is now is kept beside it."))
        box.addButton(QMessageBox.StandardButton.Cancel)
        restore = box.addButton(_("Restore"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        restore.clicked.connect(lambda: self.restore(path))
        box.finished.connect(box.deleteLater)
        box.open()

    def _dialog(self, title: str, files: tuple[str, str], proposed: str = "") -> FileDialog:
        """To open a file, or where a name is `proposed` to write one."""
        dialog = FileDialog(self._window, title, documents())
        dialog.setNameFilters([f"{_(files[0])} {files[1]}", _("All files") + " (*)"])
        if proposed:
            dialog.setAcceptMode(FileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(Path(proposed).suffix.lstrip("."))
            dialog.selectFile(proposed)
        else:
            dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        return dialog


def _restored(paths: Paths, copy: Path) -> Path | None:
    from reader.workspace import restore_library  # brings the core along

    return restore_library(paths, copy)


class LibraryPlaceController(QObject):
    """Moves the library, or uses another; every part of the window knows its place from the start, so that it ends."""

    restarting = Signal()
    """The program is about to be started anew."""

    def __init__(self, service: WorkspaceService, paths: Paths, window: QWidget) -> None:
        super().__init__(window)
        self._service, self._paths, self._window = service, paths, window
        service.placing = self.ask
        self.start: Callable[[], object] = start

    def options(self) -> LibraryPlaceOptions:
        """What the preferences show."""
        return LibraryPlaceOptions(self._paths.library.parent, self.move, self.use)

    def ask(self) -> None:
        """Ask where the library is that was not found."""
        dialog = FileDialog(self._window, _("Use the library in this folder"))
        dialog.setFileMode(FileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.use(Path(name)))
        dialog.open()

    def move(self, folder: Path) -> None:
        """Move the library to a folder; the file of before is kept under another name."""

        def done(moved: tuple[Path, Path]) -> None:
            words = _("The library lies in {folder} now.").format(folder=moved[0].parent)
            self._restart(words, _("The file of before is kept as {path}.").format(path=moved[1]))

        self._swap(lambda: _placing().move_library(self._paths, folder), done, _("Moving the library"))

    def use(self, folder: Path) -> None:
        """Use the library in a folder."""

        def done(library: Path) -> None:
            self._restart(_("The library in {folder} is used from now on.").format(folder=library.parent), "")

        self._swap(lambda: _placing().use_library(self._paths, folder), done, "")

    def _swap(self, task: Callable[[], object], done: Callable[..., None], title: str) -> None:
        if any(job.title for job in self._service.tasks.running):
            busy = _("The library is at work."), _("Wait until it has finished, then choose its place.")
            self._service.messages.say(MessageKind.WARNING, *busy)
            return
        self._service.replace_library(task, done, title=title)

    def _restart(self, words: str, more: str) -> None:
        """Say it, then end and start anew."""
        box = PlainMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(_("The library’s place"))
        box.setText(words)
        box.setInformativeText(" ".join(part for part in (more, _("Parallax is started anew with it.")) if part))
        box.addButton(QMessageBox.StandardButton.Ok)
        box.finished.connect(box.deleteLater)
        box.finished.connect(self._again)
        box.open()

    def _again(self) -> None:
        self.restarting.emit()
        self._window.close()
        self.start()


def start() -> bool:
    """Start the program once more, on its own."""
    program, *arguments = processes.command()
    process = QProcess()
    process.setProgram(program)
    process.setArguments(arguments)
    environment = QProcessEnvironment()
    for name, value in processes.environment().items():
        environment.insert(name, value)
    process.setProcessEnvironment(environment)
    return bool(process.startDetached())


def _placing() -> Any:
    from reader.workspace import library_place  # brings the core along

    return library_place
