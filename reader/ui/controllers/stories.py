"""Stories: made, named, filled, merged and taken away, each as one step to undo."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog

from reader.i18n import _, ngettext
from reader.ui.actions.action_manager import ActionManager
from reader.ui.controllers.library import LibraryController
from reader.ui.library.paged_rows import ArticleSelection
from reader.ui.library.sidebar import LibrarySidebar
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.widgets.message_bar import MessageKind

if TYPE_CHECKING:
    from reader.ui.dialogs.dialog_service import DialogService
    from reader.workspace import StoryMatch, Workspace

OFFERED = 2
"""Stories that are offered for one import; a third would push the import's own message out."""


class StoryController(QObject):
    """Puts articles into stories."""

    def __init__(
        self, service: WorkspaceService, sidebar: LibrarySidebar, library: LibraryController, dialogs: "DialogService"
    ) -> None:
        super().__init__(sidebar)
        self._service, self._sidebar, self._library, self._dialogs = service, sidebar, library, dialogs
        sidebar.library.model.renamed.connect(self.rename)
        sidebar.library.model.moved.connect(lambda ids, story: self.move(ArticleSelection(ids), story))

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("move", self.ask_move)
        actions.register("no-story", self.take_out)
        actions.register("merge", self.merge)
        actions.register("remove-story", self.remove)
        actions.register("new-story", self.ask_new)

    def rename(self, story: int, name: str) -> None:
        """Give a story another name."""
        self._library.apply(lambda ws: ws.library.stories.rename(story, name))

    def move(self, picked: ArticleSelection, story: int | None) -> None:
        """Put articles in a story, or in none."""
        self._library.change(picked, lambda library, ids: library.stories.assign(ids, story), reveal=picked.ids)

    def ask_move(self) -> None:
        """Ask for a story, and put the chosen articles into it."""
        picked = self._sidebar.picked()
        if picked.count:
            self._dialogs.stories(
                self._library.stories,
                lambda story: self.move(picked, story),
                lambda name: self._add(name, picked),
            )

    def take_out(self) -> None:
        """Put the chosen articles in no story."""
        self.move(self._sidebar.picked(), None)

    def remove(self) -> None:
        """Take the current story away; its articles stay."""
        story = self._sidebar.library.chosen_story()
        if story is not None:
            said = _("Story removed; its articles are still here.")
            self._library.apply(lambda ws: ws.library.stories.remove(story), said)

    def merge(self) -> None:
        """Put the articles of all chosen stories into the current one of them."""
        into, *others = self._sidebar.library.chosen_stories() or (None,)
        if into is None or not others:
            return
        count = len(others) + 1
        said = ngettext("{n} story merged into “{name}”.", "{n} stories merged into “{name}”.", count)
        name = dict(self._library.stories).get(into, "")
        self._library.apply(lambda ws: ws.library.stories.merge(into, others), said.format(n=count, name=name))

    def suggest(self, ids: tuple[str, ...]) -> None:
        """Say which story articles just imported look like, and offer to put them there: never more than say."""
        if ids:
            self._service.run(
                "story matches",
                lambda ws, _progress: ws.story_matches(ids),
                self._offer,
                failed=lambda _error: None,  # nobody asked for the offer
            )

    def _offer(self, found: "tuple[StoryMatch, ...]") -> None:
        for match in found[:OFFERED]:
            count = len(match.articles)
            words = ngettext(
                "{n} article looks like the same story as “{name}”.",
                "{n} articles look like the same story as “{name}”.",
                count,
            )
            put = partial(self._put, match)
            label = ngettext("Put It There", "Put Them There", count)
            self._service.messages.say(MessageKind.INFO, words.format(n=count, name=match.name), buttons=[(label, put)])

    def _put(self, match: "StoryMatch") -> None:
        said = ngettext("{n} article put in “{name}”.", "{n} articles put in “{name}”.", len(match.articles))
        self._library.apply(
            lambda ws: ws.library.stories.assign(match.articles, match.story),
            said.format(n=len(match.articles), name=match.name),
            match.articles,
        )

    def ask_new(self) -> None:
        """Ask for a name, and put the ticked or else the chosen articles in a new story of that name."""
        picked = ArticleSelection(self._service.ticks.ids) if self._service.ticks else self._sidebar.picked()
        dialog = QInputDialog(self._sidebar.window())
        dialog.setWindowTitle(_("New story"))
        dialog.setLabelText(_("Name of the story:"))
        dialog.textValueSelected.connect(lambda name: self._add(name, picked))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add(self, name: str, picked: ArticleSelection) -> None:
        if name.strip():
            self._library.apply(lambda ws: _put_together(ws, name.strip(), picked), reveal=picked.ids)


def _put_together(workspace: "Workspace", name: str, picked: ArticleSelection) -> None:
    """A new story with these articles in it, as one step to be undone."""
    library = workspace.library
    with library.together(lambda _count: _("making the story “{name}”").format(name=name)):
        library.stories.assign(picked.resolve(library), library.stories.add(name))
