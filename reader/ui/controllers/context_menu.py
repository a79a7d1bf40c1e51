"""What a right click in the library or the results offers."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reader.i18n import _
from reader.ui.library.sidebar import LibrarySidebar
from reader.ui.state.checked_articles import CheckedArticles
from reader.ui.widgets.plain_text import add_named

if TYPE_CHECKING:
    from reader.ui.controllers.library import LibraryController
    from reader.ui.controllers.stories import StoryController

FEW = 12
"""So many stories stand in the menu; where there are more, a dialog finds them."""


def menu(
    sidebar: LibrarySidebar,
    ticks: CheckedArticles,
    library: "LibraryController",
    stories: "StoryController",
    actions: Mapping[str, QAction],
    parent: QWidget,
) -> QMenu:
    """The menu for what is chosen now; empty where nothing is."""
    found = QMenu(parent)
    if library.binned and not sidebar.searching:
        if sidebar.any_chosen:
            found.addActions([actions["restore"], actions["purge"]])
        return found
    if not sidebar.any_chosen:
        return found
    ids = sidebar.chosen()
    found.addActions([actions["read"], actions["add"], actions["like"]])
    if ids:
        ticked = all(article_id in ticks for article_id in ids)
        found.addAction(_("Untick") if ticked else _("Tick"), lambda: ticks.set(ids, not ticked))
    if actions["versions"].isEnabled():
        found.addAction(actions["versions"])
    found.addSeparator()
    found.addActions([actions["star"], actions["seen"], actions["tags"]])
    found.addMenu(_stories(sidebar, library, stories, actions, found))
    found.addSeparator()
    if not sidebar.searching and sidebar.library.chosen_story() is not None:
        found.addActions([actions["rename"], actions["export-story"], actions["remove-story"]])
        if actions["merge"].isEnabled():
            found.addAction(actions["merge"])
        found.addSeparator()
    found.addActions([actions["details"], actions["fill-in"], actions["remove"]])
    return found


def _stories(
    sidebar: LibrarySidebar,
    library: "LibraryController",
    stories: "StoryController",
    actions: Mapping[str, QAction],
    above: QMenu,
) -> QMenu:
    """Where the chosen articles may go."""
    into = QMenu(_("Move to Story"), above)
    picked = sidebar.picked()
    known = library.stories if len(library.stories) <= FEW else ()
    for story, name in known:
        add_named(into, name, partial(stories.move, picked, story))
    if known:
        into.addSeparator()
    into.addActions([actions["move"], actions["no-story"]])
    return into
