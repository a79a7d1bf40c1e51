"""The comparisons a person came from: a menu of the last few, newest first."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from reader.i18n import _
from reader.ui.plain import add_named


class Recent(QMenu):
    """Opens a comparison again."""

    def __init__(self, compare: Callable[[tuple[str, ...]], None], parent: QWidget) -> None:
        super().__init__(_("Re&cent Comparisons"), parent)
        self._compare = compare
        self.show_recent(())

    def show_recent(self, recent: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        """List these, each as what to call it and its articles."""
        self.clear()
        for name, ids in recent:
            add_named(self, name, partial(self._compare, ids))
        if self.isEmpty():
            nothing = self.addAction(_("None yet"))
            nothing.setEnabled(False)
