"""How large the letters are, in every pane alike."""

from PySide6.QtCore import QObject, Signal

from reader.i18n import _
from reader.ui.compare.pane_manager import PaneManager

STEP, LEAST, MOST = 1.1, 0.6, 2.6


class ZoomController(QObject):
    """Sets the panes at a multiple of the usual size."""

    said = Signal(str)

    def __init__(self, columns: PaneManager, parent: QObject) -> None:
        super().__init__(parent)
        self.zoom = 1.0
        """1 is the usual size."""
        self._columns = columns
        columns.zoomed.connect(self._turn)

    def set(self, zoom: float) -> None:
        """Letters of this size, within what can be read."""
        self.zoom = min(max(zoom, LEAST), MOST)
        self._columns.set_zoom(self.zoom)
        self.said.emit(_("{percent}%").format(percent=round(100 * self.zoom)))

    def step(self, by: int) -> None:
        """So many steps larger, or smaller where it is negative."""
        self.set(self.zoom * STEP**by)

    def _turn(self, turned: int) -> None:
        """The wheel was turned over a pane."""
        if turned:
            self.step(1 if turned > 0 else -1)
