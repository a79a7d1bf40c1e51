"""What other programs hand to the window: a second start, a file manager's “Open with”, the Dock."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QWidget

from reader.ui.controllers.backup import BackupController
from reader.ui.controllers.imports import ImportController, UrlImportController
from reader.ui.services.instance import Instance, Request

HEAD = 200
LIBRARY, STORY = b"SQLite format 3\0", b'"kind": "parallax story"'
"""How the files begin that we write ourselves."""


class OpenRequestHandler(QObject):
    """Imports it, and brings the window to the front; what comes before the window can is kept until then."""

    def __init__(
        self,
        window: QWidget,
        instance: Instance,
        imports: ImportController,
        fetching: UrlImportController,
        copies: BackupController,
    ) -> None:
        """`begin` is to be called once the window shows its library."""
        super().__init__(window)
        self._window, self._instance = window, instance
        self._imports, self._fetching, self._copies = imports, fetching, copies
        self._settled = False
        self._waiting: list[Request] = []
        window.installEventFilter(self)
        instance.requested.connect(self.take)
        if sys.platform == "darwin":  # only there do files come as events; a filter on all events is not free
            app = QApplication.instance()
            assert app is not None  # noqa: S101 - there is a window
            app.installEventFilter(self)

    def take(self, request: Request, *, raised: bool = True) -> None:
        """Import what a request names; ask about the page it names."""
        if raised:
            self.bring_forward(request.token)
        if not self._settled:
            self._waiting.append(request)
            return
        articles = [path for path in request.paths if not self._take_ours(path)]
        self._imports.take(articles)
        for address in request.addresses:
            self._fetching.ask(address)

    def _take_ours(self, path: Path) -> bool:
        """Whether a file is one that we wrote: a story, which is added; a copy of a library, about which is asked."""
        try:
            with path.open("rb") as file:
                head = file.read(HEAD)
        except OSError:  # importing it says why
            return False
        if head.startswith(LIBRARY):
            self._copies.confirm_restore(path)
        elif head.startswith(b"{") and STORY in head:
            self._imports.take_story(path)
        else:
            return False
        return True

    def begin(self) -> None:
        """Do what was kept, and what comes from here on at once."""
        self._settled = True
        waiting, self._waiting = self._waiting, []
        for request in waiting:
            self.take(request, raised=False)

    def bring_forward(self, token: str = "") -> None:
        """Bring the window to the front, with the leave that the desktop gave for it, where it gave one."""
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt hands it to the compositor
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive)
        window.show()
        window.raise_()
        window.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A file that the system hands over; and a window that closes takes nothing more, the next one does."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.take(Request((Path(event.file()),)))
            return True
        if watched is self._window and event.type() == QEvent.Type.Close:
            self._instance.close()
        return super().eventFilter(watched, event)
