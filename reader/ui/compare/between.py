"""What stands between two columns: the gutter, and above it the piece that carries the lower edge of the heads on."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui import theme
from reader.ui.compare import gutter
from reader.ui.compare.column import Column
from reader.ui.compare.gutter import Gutter
from reader.ui.compare.header import Header


class Between(QWidget):
    """Room, until both neighbours are made."""

    def __init__(self, left: Column, right: Column) -> None:
        super().__init__()
        self.gutter: Gutter | None = None
        self._left, self._right = left, right
        self.setFixedWidth(gutter.WIDTH)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)

    def link(self) -> None:
        """Link the neighbours, once there is something to link."""
        if self.gutter is None and self._left.is_made and self._right.is_made:
            self.gutter = Gutter(self._left.pane, self._right.pane)
            self._stack.addWidget(_Brow(self._left.header))
            self._stack.addWidget(self.gutter, 1)


class _Brow(QWidget):
    """The piece between two heads."""

    def __init__(self, beside: Header) -> None:
        super().__init__()
        self._beside = beside
        beside.installEventFilter(self)
        self.setFixedHeight(beside.height() if beside.isVisible() else beside.sizeHint().height())

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """As high as the head beside it."""
        if watched is self._beside and event.type() == QEvent.Type.Resize:
            self.setFixedHeight(self._beside.height())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper, and the edge."""
        painter, now = QPainter(self), theme.current()
        painter.fillRect(self.rect(), now["base"])
        painter.fillRect(0, self.height() - 1, self.width(), 1, now["border"])
