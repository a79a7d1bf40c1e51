"""Stories: made, named, filled, merged and taken away, each as one step to undo."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog

from reader.i18n import _, ngettext
from reader.ui.actions.action_manager import ActionManager
from reader.ui.desk import Desk
from reader.ui.library.shelving import Shelving
from reader.ui.library.side import Side
from reader.ui.messages import Kind
from reader.ui.models.picked import Picked
from reader.ui.reading import ignore

if TYPE_CHECKING:
    from reader.ui.dialogs.opening import Dialogs
    from reader.workspace import StoryMatch, Workspace

OFFERED = 2
"""Stories that are offered for one import; a third would push the import's own message out."""


class Stories(QObject):
    """Puts articles into stories."""

    def __init__(self, desk: Desk, side: Side, shelving: Shelving, dialogs: "Dialogs") -> None:
        super().__init__(side)
        self._desk, self._side, self._shelving, self._dialogs = desk, side, shelving, dialogs
        side.library.model.renamed.connect(self.rename)
        side.library.model.moved.connect(lambda ids, story: self.move(Picked(ids), story))

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("move", self.ask_move)
        actions.register("no-story", self.take_out)
        actions.register("merge", self.merge)
        actions.register("remove-story", self.remove)
        actions.register("new-story", self.ask_new)

    def rename(self, story: int, name: str) -> None:
        """Give a story another name."""
        self._shelving.apply(lambda ws: ws.library.rename_story(story, name))

    def move(self, picked: Picked, story: int | None) -> None:
        """Put articles in a story, or in none."""
        self._shelving.change(picked, lambda library, ids: library.assign(ids, story), reveal=picked.ids)

    def ask_move(self) -> None:
        """Ask for a story, and put the chosen articles into it."""
        picked = self._side.picked()
        if picked.count:
            self._dialogs.stories(
                self._shelving.stories,
                lambda story: self.move(picked, story),
                lambda name: self._add(name, picked),
            )

    def take_out(self) -> None:
        """Put the chosen articles in no story."""
        self.move(self._side.picked(), None)

    def remove(self) -> None:
        """Take the current story away; its articles stay."""
        story = self._side.library.chosen_story()
        if story is not None:
            said = _("Story removed; its articles are still here.")
            self._shelving.apply(lambda ws: ws.library.remove_story(story), said)

    def merge(self) -> None:
        """Put the articles of all chosen stories into the current one of them."""
        into, *others = self._side.library.chosen_stories() or (None,)
        if into is None or not others:
            return
        count = len(others) + 1
        said = ngettext("{n} story merged into “{name}”.", "{n} stories merged into “{name}”.", count)
        name = dict(self._shelving.stories).get(into, "")
        self._shelving.apply(lambda ws: ws.library.merge_stories(into, others), said.format(n=count, name=name))

    def suggest(self, ids: tuple[str, ...]) -> None:
        """Say which story articles just imported look like, and offer to put them there: never more than say."""
        if ids:
            self._desk.work("story matches", lambda ws, _progress: ws.story_matches(ids), self._offer, failed=ignore)

    def _offer(self, found: "tuple[StoryMatch, ...]") -> None:
        for match in found[:OFFERED]:
            count = len(match.articles)
            words = ngettext(
                "{n} article looks like the same story as “{name}”.",
                "{n} articles look like the same story as “{name}”.",
                count,
            )
            put = partial(self.move, Picked(match.articles), match.story)
            label = ngettext("Put It There", "Put Them There", count)
            self._desk.messages.say(Kind.INFO, words.format(n=count, name=match.name), buttons=[(label, put)])

    def ask_new(self) -> None:
        """Ask for a name, and put the ticked or else the chosen articles in a new story of that name."""
        picked = Picked(self._desk.ticks.ids) if self._desk.ticks else self._side.picked()
        dialog = QInputDialog(self._side.window())
        dialog.setWindowTitle(_("New story"))
        dialog.setLabelText(_("Name of the story:"))
        dialog.textValueSelected.connect(lambda name: self._add(name, picked))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add(self, name: str, picked: Picked) -> None:
        if name.strip():
            self._shelving.apply(lambda ws: _put_together(ws, name.strip(), picked), reveal=picked.ids)


def _put_together(workspace: "Workspace", name: str, picked: Picked) -> None:
    """A new story with these articles in it, as one step to be undone."""
    library = workspace.library
    with library.together(lambda _count: _("making the story “{name}”").format(name=name)):
        library.assign(picked.resolve(library), library.add_story(name))
