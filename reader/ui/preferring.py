"""Changes the settings: kept in their file, and what lies open follows at once."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.ui.desk import Desk
from reader.ui.dialogs.opening import Dialogs
from reader.ui.reading import Reading

if TYPE_CHECKING:
    from reader.progress import Progress
    from reader.settings import Settings
    from reader.workspace import Workspace


class Preferring:
    """Asks for settings and applies them."""

    def __init__(self, desk: Desk, dialogs: Dialogs, reading: Reading) -> None:
        self._desk, self._dialogs, self._reading = desk, dialogs, reading

    def ask(self) -> None:
        """Show the form."""
        self._desk.work(
            "settings",
            lambda ws, _progress: ws.settings,
            lambda settings: self._dialogs.preferences(settings, self.apply),
        )

    def apply(self, settings: "Settings") -> None:
        """Keep these settings and compare anew."""
        self.change(lambda _before: settings)

    def change(self, change: "Callable[[Settings], Settings]") -> None:
        """Change the settings that are in force now."""

        def task(workspace: "Workspace", _progress: "Progress") -> bool:
            from reader.settings import write_settings

            before, workspace.settings = workspace.settings, change(workspace.settings)
            write_settings(workspace.settings, workspace.paths.settings)
            return workspace.settings.compare != before.compare

        self._desk.work("settings", task, self._changed)

    def _changed(self, anew: bool) -> None:
        if anew:
            self._reading.renew()
