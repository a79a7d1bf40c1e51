"""The passing light on what was jumped to."""

from PySide6.QtCore import QObject, QTimer, QVariantAnimation, Signal

from reader.text.spans import Span
from reader.ui.services import motion

MILLISECONDS = 1400


class JumpHighlight(QObject):
    """Lights a span of a pane and lets it fade; where less motion is wanted, it goes out at once, at the same time."""

    changed = Signal()
    """Another span is lit, or more faintly."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.span: Span | None = None
        self.strength = 0.0
        self._fading = QVariantAnimation(self)
        self._fading.setDuration(MILLISECONDS)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.valueChanged.connect(self._faded)
        self._ending = QTimer(self, singleShot=True, interval=MILLISECONDS)
        self._ending.timeout.connect(lambda: self._faded(0.0))

    def at(self, span: Span) -> None:
        """Light this span now."""
        self._fading.stop()
        self._ending.stop()
        self.span, self.strength = span, 1.0
        if motion.is_reduced():
            self._ending.start()
            self.changed.emit()
        else:
            self._fading.start()

    def _faded(self, value: object) -> None:
        self.strength = float(value) if isinstance(value, float) else 0.0
        if self.strength <= 0:
            self.span = None
        self.changed.emit()
