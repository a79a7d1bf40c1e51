"""What a right click in the library or the results offers."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reader.i18n import _
from reader.ui.library.side import Side
from reader.ui.models.ticks import Ticks

if TYPE_CHECKING:
    from reader.ui.library.shelving import Shelving


def menu(side: Side, ticks: Ticks, shelving: "Shelving", actions: Mapping[str, QAction], parent: QWidget) -> QMenu:
    """The menu for what is chosen now; empty where nothing is."""
    found = QMenu(parent)
    ids = side.chosen()
    if not ids or shelving.binned:
        return found
    found.addAction(actions["read"])
    found.addAction(actions["add"])
    ticked = all(article_id in ticks for article_id in ids)
    found.addAction(_("Untick") if ticked else _("Tick"), lambda: ticks.set(ids, not ticked))
    found.addSeparator()
    into = found.addMenu(_("Move to Story"))
    for story, name in shelving.stories:
        into.addAction(name.replace("&", "&&"), partial(shelving.move, ids, story))
    if shelving.stories:
        into.addSeparator()
    into.addAction(_("New Story…"), lambda: shelving.ask_story(ids))
    into.addAction(_("No Story"), lambda: shelving.move(ids, None))
    current = None if side.searching else side.library.chosen_story()
    if current is not None:
        found.addAction(actions["rename"])
        found.addAction(_("Remove Story, Keep Articles"), partial(shelving.remove_story, current))
    found.addSeparator()
    found.addAction(actions["remove"])
    return found
