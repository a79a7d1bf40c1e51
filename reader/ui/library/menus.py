"""What a right click in the library or the results offers."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reader.i18n import _
from reader.ui.library.side import Side
from reader.ui.models.ticks import Ticks
from reader.ui.plain import add_named

if TYPE_CHECKING:
    from reader.ui.library.shelving import Shelving
    from reader.ui.library.stories import Stories

FEW = 12
"""So many stories stand in the menu; where there are more, a dialog finds them."""


def menu(
    side: Side,
    ticks: Ticks,
    shelving: "Shelving",
    stories: "Stories",
    actions: Mapping[str, QAction],
    parent: QWidget,
) -> QMenu:
    """The menu for what is chosen now; empty where nothing is."""
    found = QMenu(parent)
    if shelving.binned and not side.searching:
        if side.any_chosen:
            found.addActions([actions["restore"], actions["purge"]])
        return found
    if not side.any_chosen:
        return found
    ids = side.chosen()
    found.addActions([actions["read"], actions["add"], actions["like"]])
    if ids:
        ticked = all(article_id in ticks for article_id in ids)
        found.addAction(_("Untick") if ticked else _("Tick"), lambda: ticks.set(ids, not ticked))
    if actions["versions"].isEnabled():
        found.addAction(actions["versions"])
    found.addSeparator()
    found.addActions([actions["star"], actions["seen"], actions["tags"]])
    found.addMenu(_stories(side, shelving, stories, actions, found))
    found.addSeparator()
    if not side.searching and side.library.chosen_story() is not None:
        found.addActions([actions["rename"], actions["export-story"], actions["remove-story"]])
        if actions["merge"].isEnabled():
            found.addAction(actions["merge"])
        found.addSeparator()
    found.addActions([actions["details"], actions["remove"]])
    return found


def _stories(
    side: Side, shelving: "Shelving", stories: "Stories", actions: Mapping[str, QAction], above: QMenu
) -> QMenu:
    """Where the chosen articles may go."""
    into = QMenu(_("Move to Story"), above)
    picked = side.picked()
    known = shelving.stories if len(shelving.stories) <= FEW else ()
    for story, name in known:
        add_named(into, name, partial(stories.move, picked, story))
    if known:
        into.addSeparator()
    into.addActions([actions["move"], actions["no-story"]])
    return into
