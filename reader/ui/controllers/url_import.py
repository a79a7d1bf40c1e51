"""Articles by their address: asked for first, then fetched off the window's thread, where it can be cancelled."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from reader.i18n import _
from reader.ui.actions.action_manager import ActionManager
from reader.ui.controllers.imports import ImportController
from reader.ui.dialogs.dialog_service import DialogService
from reader.ui.library.mime_data import address_of
from reader.ui.services.task_runner import NO_KEY
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.widgets.message_bar import MessageKind

if TYPE_CHECKING:
    from reader.workspace import ImportReport


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
