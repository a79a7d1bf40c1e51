"""The passing light on what was jumped to."""

from PySide6.QtCore import QObject, QVariantAnimation, Signal

from reader.text.spans import Span

MILLISECONDS = 1400


class JumpHighlight(QObject):
    """Lights a span of a pane and lets it fade."""

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

    def at(self, span: Span) -> None:
        """Light this span now."""
        self._fading.stop()
        self.span, self.strength = span, 1.0
        self._fading.start()

    def _faded(self, value: object) -> None:
        self.strength = float(value) if isinstance(value, float) else 0.0
        if self.strength <= 0:
            self.span = None
        self.changed.emit()
