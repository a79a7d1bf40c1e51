"""Where in the window the keyboard is, for commands that mean what is chosen there."""

from enum import Enum, auto

from PySide6.QtWidgets import QApplication, QWidget


class Target(Enum):
    """A place in which something can be chosen."""

    PANES = auto()
    PASSAGE = auto()
    FIGURES = auto()
    QUOTATIONS = auto()
    ELSEWHERE = auto()


class FocusTarget:
    """Knows those places of one window."""

    def __init__(self, panes: QWidget, passage: QWidget, figures: QWidget, quotations: QWidget) -> None:
        self._layout = (
            (figures, Target.FIGURES),
            (quotations, Target.QUOTATIONS),
            (passage, Target.PASSAGE),  # before the panes, which hold it where it has no dock of its own
            (panes, Target.PANES),
        )

    @property
    def current(self) -> Target:
        """Where the keyboard is now."""
        focus = QApplication.focusWidget()
        if focus is None:
            return Target.ELSEWHERE
        return next((target for place, target in self._layout if _holds(place, focus)), Target.ELSEWHERE)


def _holds(place: QWidget, widget: QWidget) -> bool:
    return place is widget or place.isAncestorOf(widget)
