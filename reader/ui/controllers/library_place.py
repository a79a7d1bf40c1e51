"""Has the library lie elsewhere, as a person says, and starts the program anew with it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from reader import child
from reader.i18n import _
from reader.paths import Paths
from reader.ui.dialogs.library_place import LibraryPlaceOptions
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.widgets.message_bar import MessageKind
from reader.ui.widgets.plain_text import Box


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
        dialog = QFileDialog(self._window, _("Use the library in this folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.use(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
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
        box = Box(self._window)
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
    program, *arguments = child.command()
    process = QProcess()
    process.setProgram(program)
    process.setArguments(arguments)
    environment = QProcessEnvironment()
    for name, value in child.environment().items():
        environment.insert(name, value)
    process.setProcessEnvironment(environment)
    return bool(process.startDetached())


def _placing() -> Any:
    from reader.workspace import placing  # brings the core along

    return placing
