"""The order in which Tab goes through the window: part after part, as a person reads it."""

from collections.abc import Callable, Iterable
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget


class FocusOrder(QObject):
    """Strings the stops of the window together anew after parts came, went or moved.

    Qt puts what is made later at the end, and what is made anew is made later: panes would come after the docks.
    """

    def __init__(self, window: QWidget, parts: Callable[[], Iterable[QWidget]]) -> None:
        """`parts` gives what Tab goes through, in order."""
        super().__init__(window)
        self._window, self._parts = window, parts
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self._string)

    def renew(self) -> None:
        """Do so in the next turn of the event loop, however often it is asked for in this one."""
        self._late.start()

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
