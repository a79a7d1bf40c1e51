"""What a person does to the library's articles and stories: a short operation each, then a look at what is there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QMessageBox

from reader.i18n import _, ngettext
from reader.ui.desk import Desk
from reader.ui.jobs import EACH
from reader.ui.library.side import Side
from reader.ui.messages import Kind
from reader.ui.models.shelves import Contents, Shown, contents

if TYPE_CHECKING:
    from reader.workspace import Workspace


class Shelving(QObject):
    """Keeps the library panel up to date and changes the library."""

    refreshed = Signal(object)
    """The library as it is now: Contents."""

    def __init__(self, desk: Desk, side: Side) -> None:
        super().__init__(side)
        self._desk, self._side = desk, side
        self.shown = Shown.STORIES
        self.stories: tuple[tuple[int, str], ...] = ()
        """The stories there are, by id and name."""
        self._reveal: tuple[str, ...] = ()
        panel = side.library
        panel.shownChanged.connect(self.show)
        panel.restoreWanted.connect(self.restore)
        panel.purgeWanted.connect(self.ask_purge)
        panel.model.renamed.connect(self.rename)
        panel.model.moved.connect(self.move)
        desk.libraryChanged.connect(self.refresh)

    @property
    def binned(self) -> bool:
        """Whether the bin is on view."""
        return self.shown is Shown.BIN

    def show(self, shown: Shown) -> None:
        """Show the stories, the newest or the bin."""
        self.shown = shown
        self.refresh()

    def show_articles(self, ids: tuple[str, ...]) -> None:
        """Look again at what is there, and choose these: they have just been imported."""
        self._reveal = ids
        if self.binned:
            self.shown = Shown.STORIES
        self._desk.libraryChanged.emit()

    def refresh(self) -> None:
        """Look again at what is there."""
        shown = self.shown
        self._desk.work("library", lambda ws, _progress: contents(ws, shown), self._show)

    def remove(self) -> None:
        """Move the chosen articles to the bin."""
        ids = self._side.chosen()
        if not ids or self.binned:
            return
        self._desk.ticks.set(ids, False)
        words = ngettext("{n} article moved to the bin.", "{n} articles moved to the bin.", len(ids)).format(n=len(ids))
        self._change(lambda ws: ws.library.remove(ids), lambda: self._say_with_undo(words))

    def restore(self) -> None:
        """Put the chosen articles, or all where none is chosen, back from the bin."""
        ids = self._chosen_or_all()
        self._change(lambda ws: ws.library.restore(ids))

    def ask_purge(self) -> None:
        """Delete from the bin for good, once the person says so."""
        ids = self._chosen_or_all()
        box = QMessageBox(self._side.window())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("Delete for good"))
        words = ngettext("Delete {n} article for good?", "Delete {n} articles for good?", len(ids))
        box.setText(words.format(n=len(ids)))
        box.setInformativeText(_("This cannot be undone."))
        box.addButton(QMessageBox.StandardButton.Cancel)
        delete = box.addButton(_("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        delete.clicked.connect(lambda: self._change(lambda ws: ws.library.purge(ids)))
        box.open()

    def undo(self) -> None:
        """Take the last change back."""
        self._step(lambda ws: ws.library.undo(), _("Undone: {what}."))

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._step(lambda ws: ws.library.redo(), _("Done again: {what}."))

    def rename(self, story: int, name: str) -> None:
        """Give a story another name."""
        self._change(lambda ws: ws.library.rename_story(story, name))

    def move(self, ids: tuple[str, ...], story: int | None) -> None:
        """Put articles in a story, or in none."""
        self._change(lambda ws: ws.library.assign(ids, story), reveal=ids)

    def remove_story(self, story: int) -> None:
        """Take a story away; its articles stay."""
        self._change(
            lambda ws: ws.library.remove_story(story),
            lambda: self._say_with_undo(_("Story removed; its articles are still here.")),
        )

    def ask_story(self, ids: tuple[str, ...] = ()) -> None:
        """Ask for a name, and put these, or else the ticked or chosen articles, in a new story of that name."""
        ids = ids or self._desk.ticks.ids or self._side.chosen()
        dialog = QInputDialog(self._side.window())
        dialog.setWindowTitle(_("New story"))
        dialog.setLabelText(_("Name of the story:"))
        dialog.textValueSelected.connect(lambda name: self.add_story(name, ids))
        dialog.open()

    def add_story(self, name: str, ids: tuple[str, ...] = ()) -> None:
        """Put articles in a new story."""
        if name.strip():
            self._change(lambda ws: _put_together(ws, name.strip(), ids), reveal=ids)

    def _change(
        self,
        operation: "Callable[[Workspace], object]",
        after: Callable[[], None] = lambda: None,
        reveal: tuple[str, ...] = (),
    ) -> None:
        """One change, and a look at the library after it."""
        self._reveal = reveal

        def done(_result: object) -> None:
            after()
            self._desk.libraryChanged.emit()

        self._desk.work(EACH, lambda ws, _progress: operation(ws), done)

    def _step(self, operation: "Callable[[Workspace], str | None]", words: str) -> None:
        def done(what: str | None) -> None:
            if what:
                self._desk.messages.say(Kind.INFO, words.format(what=what))
            self._desk.libraryChanged.emit()

        self._desk.work(EACH, lambda ws, _progress: operation(ws), done)

    def _say_with_undo(self, words: str) -> None:
        self._desk.messages.say(Kind.INFO, words, buttons=[(_("Undo"), self.undo)])

    def _show(self, now: Contents) -> None:
        self._desk.ticks.keep(now.known)
        self.stories = now.stories
        self._side.library.show_contents(now)
        if self._reveal and now.shown is not Shown.BIN:
            self._side.library.reveal(self._reveal)
            self._reveal = ()
        self.refreshed.emit(now)

    def _chosen_or_all(self) -> tuple[str, ...]:
        panel = self._side.library
        model = panel.model
        everything = tuple(i for at in range(model.rowCount()) for i in model.ids(model.index(at, 0)))
        return panel.chosen() or everything


def _put_together(workspace: "Workspace", name: str, ids: tuple[str, ...]) -> None:
    """A new story with these articles in it, as one step to be undone."""
    library = workspace.library
    with library.together(lambda _count: _("making the story “{name}”").format(name=name)):
        library.assign(ids, library.add_story(name))
