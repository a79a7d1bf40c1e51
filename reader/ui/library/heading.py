"""The head of the library panel: what is shown, in which order, and how much of it there is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from reader import locales
from reader.i18n import N_, _, ngettext
from reader.ui.state.library_snapshot import LibraryFilter, LibraryQuery
from reader.ui.widgets.icon_button import IconButton
from reader.ui.widgets.plain_text import Label

SHOWN: tuple[tuple[LibraryFilter, str], ...] = (
    (LibraryFilter.STORIES, N_("Stories")),
    (LibraryFilter.ALL, N_("All articles")),
    (LibraryFilter.RECENT, N_("Added this week")),
    (LibraryFilter.UNREAD, N_("Unread")),
    (LibraryFilter.STARRED, N_("Starred")),
)
ORDERS: tuple[tuple[str, str], ...] = (
    ("added", N_("Added last first")),
    ("published", N_("Published last first")),
    ("headline", N_("By headline")),
    ("outlet", N_("By outlet")),
)
LINES = (((0.0, 0.1), (1.0, 0.1)), ((0.0, 0.5), (0.7, 0.5)), ((0.0, 0.9), (0.4, 0.9)))


class Heading(QWidget):
    """A box to choose what is shown, a button for the order, and a count."""

    viewChanged = Signal(object)
    """The person asked for another View."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sideHeader")
        self.shown = QComboBox(self)
        self.shown.setAccessibleName(_("What of the library is shown"))
        self.shown.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.shown.setMinimumContentsLength(8)
        self.count = Label(self)
        self.count.setObjectName("quiet")
        self.sort = IconButton(LINES, _("Order of the articles"), self)
        self.sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sort.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.sort.setAutoRaise(True)
        self._orders = self._menu()
        self._view = LibraryQuery()
        self._tags: tuple[str, ...] | None = None
        self.shown.activated.connect(self._chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.shown, 1)
        row.addWidget(self.count)
        row.addWidget(self.sort)
        self.show_view(LibraryQuery(), (), 0)

    def show_view(self, view: LibraryQuery, tags: Sequence[str], count: int) -> None:
        """Say what is on view."""
        self._view = view
        wanted = tuple(dict.fromkeys((*tags, view.tag))) if view.shown is LibraryFilter.TAG else tuple(tags)
        if wanted != self._tags:
            self._fill(wanted)
        self.shown.setCurrentIndex(self.shown.findData(_key(view.shown, view.tag)))
        self._orders[view.order].setChecked(True)
        self.count.setText(
            ngettext("{n} article", "{n} articles", count).format(n=locales.count(count)) if count else ""
        )

    def _fill(self, tags: tuple[str, ...]) -> None:
        self._tags = tags
        self.shown.clear()
        for shown, words in SHOWN:
            self.shown.addItem(_(words), _key(shown))
        if tags:
            self.shown.insertSeparator(self.shown.count())
        for tag in tags:
            self.shown.addItem(f"#{tag}", _key(LibraryFilter.TAG, tag))
        self.shown.insertSeparator(self.shown.count())
        self.shown.addItem(_("Bin"), _key(LibraryFilter.BIN))

    def _chosen(self, at: int) -> None:
        value, _colon, tag = str(self.shown.itemData(at)).partition(":")
        self.viewChanged.emit(LibraryQuery(LibraryFilter(value), self._view.order, tag))

    def _menu(self) -> dict[str, QAction]:
        menu, group = QMenu(self), QActionGroup(self)
        made = {}
        for order, words in ORDERS:
            made[order] = menu.addAction(_(words))
            made[order].setCheckable(True)
            made[order].setData(order)
            group.addAction(made[order])
        group.triggered.connect(lambda action: self._sorted(action.data()))
        self.sort.setMenu(menu)
        return made

    def _sorted(self, order: str) -> None:
        self.viewChanged.emit(LibraryQuery(self._view.shown, order, self._view.tag))  # type: ignore[arg-type] # one of ORDERS


def _key(shown: LibraryFilter, tag: str = "") -> str:
    return f"{shown.value}:{tag}"
