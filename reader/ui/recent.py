"""The comparisons a person came from: a menu of the last few, newest first."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from reader.i18n import _, ngettext
from reader.ui.session import Session

MOST = 10
NAMED = 2


class Recent(QMenu):
    """Opens a comparison again; those whose articles are not all there any more are left out."""

    def __init__(self, session: Session, compare: Callable[[tuple[str, ...]], None], parent: QWidget) -> None:
        super().__init__(_("Re&cent Comparisons"), parent)
        self._session, self._compare = session, compare
        self.known: frozenset[str] = frozenset()
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    def remember(self, ids: tuple[str, ...], names: tuple[str, ...]) -> None:
        """A comparison was made of these articles."""
        others = [one for one in self._session.recent if set(one[1:]) != set(ids)]
        self._session.recent = ((_called(names), *ids), *others)[:MOST]

    def fill(self) -> None:
        """List them."""
        self.clear()
        for name, *ids in self._session.recent:
            if set(ids) <= self.known:
                self.addAction(name.replace("&", "&&"), partial(self._compare, tuple(ids)))
        if self.isEmpty():
            nothing = self.addAction(_("None yet"))
            nothing.setEnabled(False)


def _called(names: tuple[str, ...]) -> str:
    """The first few by name, the others by their number."""
    shown = ", ".join(name if len(name) <= 40 else name[:39] + "…" for name in names[:NAMED])
    more = len(names) - NAMED
    return shown + ngettext(" and {n} more", " and {n} more", more).format(n=more) if more > 0 else shown
