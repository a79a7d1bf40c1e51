"""Where the keyboard is and where Tab takes it: which place of a window has it, and the order of all stops."""

from collections.abc import Callable, Iterable
from enum import Enum, auto
from itertools import pairwise

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from reader.ui.event_loop import Debouncer


class FocusOrder(QObject):
    """Strings the stops of the window together anew after parts came, went or moved.

    Qt puts what is made later at the end, and what is made anew is made later: panes would come after the docks.
    """

    def __init__(self, window: QWidget, parts: Callable[[], Iterable[QWidget]]) -> None:
        """`parts` gives what Tab goes through, in order."""
        super().__init__(window)
        self._window, self._parts = window, parts
        self._late = Debouncer(self._string, self)

    @property
    def is_strung(self) -> bool:
        """Whether all that came, went or moved has its place in the order."""
        return not self._late.is_waiting

    def renew(self) -> None:
        """Do so in the next turn of the event loop, however often it is asked for in this one."""
        self._late.trigger()

    def _string(self) -> None:
        own = [part for part in self._parts() if part.window() is self._window]  # what floats has an order of its own
        every = [stop for part in own for stop in stops(part)]
        for before, after in pairwise(dict.fromkeys(every)):
            QWidget.setTabOrder(before, after)


def stops(part: QWidget) -> list[QWidget]:
    """Where Tab stops in a part: itself, or what in it takes the keyboard, in the order in which that was made."""
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return [part]
    # Not along nextInFocusChain(): PySide takes what it gives for a child, and lets go of it with its neighbour.
    inside = (one for one in part.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return [one for one in inside if one.window() is part.window()]  # not what pops up


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
