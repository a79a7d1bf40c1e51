"""What is known of single articles and set on them: details, other captures, stars, tags; and the menu of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reader.i18n import _, ngettext
from reader.ui.actions.action_manager import ActionManager
from reader.ui.controllers.comparison import ComparisonController
from reader.ui.controllers.library import LibraryController
from reader.ui.library.paged_rows import ArticleSelection
from reader.ui.library.sidebar import LibrarySidebar
from reader.ui.services.task_runner import NO_KEY
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.state.checked_articles import CheckedArticles
from reader.ui.widgets.message_bar import MessageKind
from reader.ui.widgets.plain_text import add_named

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison
    from reader.library import Library, Row
    from reader.library.values import ArticleDetails
    from reader.ui.controllers.stories import StoryController
    from reader.ui.dialogs.dialog_service import DialogService
    from reader.ui.dialogs.missing_details import Values
    from reader.workspace import Workspace


FEW = 12
"""So many stories stand in the menu; where there are more, a dialog finds them."""


class ArticleDetailsController(QObject):
    """Opens the details of the chosen article, and keeps what lies open in step with them."""

    def __init__(
        self,
        service: WorkspaceService,
        sidebar: LibrarySidebar,
        comparisons: ComparisonController,
        dialogs: "DialogService",
    ) -> None:
        super().__init__(sidebar)
        self._service, self._sidebar, self._comparisons, self._dialogs = service, sidebar, comparisons, dialogs
        service.libraryChanged.connect(self._look_open)

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("details", self.ask)
        actions.register("versions", self.compare_versions)

    def ask(self) -> None:
        """Show what is known about the chosen article."""
        for article_id in self._sidebar.chosen()[:1]:
            self.ask_about(article_id)

    def ask_about(self, article_id: str) -> None:
        """Show what is known about an article."""
        self._service.run("details", lambda ws, _progress: _known(ws, article_id), self._show)

    def compare_versions(self) -> None:
        """Lay all captures of the chosen article's address side by side, the oldest first."""
        ids = self._sidebar.chosen()
        if ids:
            self._service.run("versions", lambda ws, _progress: ws.library.versions(ids[0]), self._compare)

    def _compare(self, rows: "list[Row]") -> None:
        ids = tuple(row.id for row in rows)
        if len(ids) > 1:
            self._service.ticks.replace(ids)
            self._comparisons.compare(ids)

    def _show(self, known: "ArticleDetails") -> None:
        article_id = known.article.id
        self._dialogs.details(known, lambda values, back: self._edit(article_id, values, back))

    def _edit(self, article_id: str, values: Mapping[str, str], back: Sequence[str]) -> None:
        def edit(workspace: "Workspace") -> None:
            with workspace.library.together(lambda _count: _("editing what is known about an article")):
                if values:
                    workspace.library.metadata.edit(article_id, **values)
                if back:
                    workspace.library.metadata.take_back_edits(article_id, *back)

        if values or back:
            self._service.run(NO_KEY, lambda ws, _progress: edit(ws), lambda _none: self._service.libraryChanged.emit())

    def _look_open(self) -> None:
        """What lies open is laid out anew where the library knows other things about it now."""
        found = self._comparisons.comparison
        if found is None:
            return
        shown = {article.id: article for article in found.articles}

        def other(workspace: "Workspace") -> bool:
            return any(article != shown[article.id] for article in workspace.library.texts(shown))

        self._service.run("open articles", lambda ws, _progress: other(ws), self._renew)

    def _renew(self, other: bool) -> None:
        if other:
            self._comparisons.renew()


def _known(workspace: "Workspace", article_id: str) -> "ArticleDetails":
    from reader.library.values import ArticleDetails  # comes with the workspace

    library = workspace.library
    article = library.get(article_id)
    (row,) = library.rows_of([article_id])
    return ArticleDetails(
        article,
        library.metadata.received(article_id),
        library.metadata.provenance_received(article_id),
        row,
        max(1, len(library.versions(article_id))),
    )


class ArticleFlagsController(QObject):
    """Marks articles, each time as one step to undo."""

    def __init__(
        self, service: WorkspaceService, sidebar: LibrarySidebar, library: LibraryController, dialogs: "DialogService"
    ) -> None:
        super().__init__(sidebar)
        self._service, self._sidebar, self._library, self._dialogs = service, sidebar, library, dialogs
        sidebar.library.model.starred.connect(self.star_one)

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("star", self.star)
        actions.register("seen", self.seen)
        actions.register("tags", self.ask_tags)

    def star(self) -> None:
        """Give the chosen articles a star; where all have one, take it away."""
        self._change_by_rows(lambda lib, rows: lib.labels.star(_ids(rows), not all(row.starred for row in rows)))

    def star_one(self, article_id: str, starred: bool) -> None:
        """Give one article a star, or take it away."""
        self._sidebar.library.model.patch((article_id,), starred=starred)
        self._library.apply(lambda ws: ws.library.labels.star([article_id], starred))

    def seen(self) -> None:
        """Mark the chosen articles as read; where all are, as unread."""
        self._change_by_rows(lambda lib, rows: lib.labels.mark_seen(_ids(rows), not all(row.seen for row in rows)))

    def opened(self, found: "Comparison") -> None:
        """Articles that lie open have been read; the list shows it without being read anew."""
        ids = tuple(article.id for article in found.articles)

        def mark(workspace: "Workspace") -> bool:
            fresh = [row.id for row in workspace.library.rows_of(ids) if not row.seen]
            if fresh:
                workspace.library.labels.set_seen(fresh)
            return bool(fresh)

        def done(fresh: bool) -> None:
            if fresh:
                self._sidebar.library.model.patch(ids, seen=True)

        self._service.run(NO_KEY, lambda ws, _progress: mark(ws), done)

    def ask_tags(self) -> None:
        """Let the person give and take tags of the chosen articles."""
        picked = self._sidebar.picked()
        if not picked.count:
            return

        def ask(found: tuple[tuple[str, ...], dict[str, int], list[str]]) -> None:
            ids, counts, known = found
            self._dialogs.tags(known, counts, len(ids), lambda names, changes: self._tag(ids, names, changes))

        self._service.run("tags", lambda ws, _progress: _tags_of(ws.library, picked), ask)

    def _tag(self, ids: tuple[str, ...], names: Sequence[tuple[str, str]], changes: Mapping[str, bool]) -> None:
        def apply(workspace: "Workspace") -> None:
            library = workspace.library
            given = [tag for tag, wanted in changes.items() if wanted]
            taken = [tag for tag, wanted in changes.items() if not wanted]
            with library.together(lambda _count: _("changing tags")):
                for before, after in names:
                    library.labels.rename_tag(before, after)
                if given:
                    library.labels.tag(ids, *given)
                if taken:
                    library.labels.untag(ids, *taken)

        if names or changes:
            self._library.apply(apply)
            self._library.follow_tag(names)
        if names:
            self._service.run("tag searches", lambda ws, _progress: _asking(ws.library, names), self._tell)

    def _tell(self, searches: Sequence[str]) -> None:
        """A search that was saved keeps the words that were typed: they find nothing now."""
        if searches:
            words = ngettext(
                "A saved search still asks for the name that the tag had: {names}. Save it anew with the other name.",
                "Saved searches still ask for the name that the tag had: {names}. Save them anew with the other name.",
                len(searches),
            )
            said = words.format(names=", ".join(searches))
            self._service.messages.say(MessageKind.WARNING, said, cause="tag searches")

    def _change_by_rows(self, operation: "Callable[[Library, list[Row]], object]") -> None:
        picked = self._sidebar.picked()
        if picked.count:
            self._library.change(picked, lambda library, ids: operation(library, library.rows_of(ids)))


def _asking(library: "Library", names: Sequence[tuple[str, str]]) -> list[str]:
    """The saved searches for tags that have got other names, each beside the one before."""
    from reader.search.query import parse  # comes with the workspace

    gone = {before.casefold() for before, after in names if before.casefold() != after.casefold()}
    return [
        search.name
        for search in library.searches.all()
        if any(label.field == "tag" and label.text.casefold() in gone for label in parse(search.query).labels)
    ]


def _ids(rows: "Iterable[Row]") -> list[str]:
    return [row.id for row in rows]


def _tags_of(library: "Library", picked: ArticleSelection) -> tuple[tuple[str, ...], dict[str, int], list[str]]:
    """The articles, how many of them have which tag, and every tag there is."""
    ids = picked.resolve(library)
    counts: dict[str, int] = {}
    for row in library.rows_of(ids):
        for tag in row.tags:
            counts[tag] = counts.get(tag, 0) + 1
    return ids, counts, [tag for tag, _count in library.labels.tags()]


CAUSE = "missing details"
MOST = 500
"""So many articles are listed at once: nobody fills in more."""

Found = tuple["list[Row]", list[str]]
"""Rows of articles, and the outlets that the library knows."""


class MissingDetailsController(QObject):
    """Offers the list and keeps what was filled in, as one step to undo."""

    def __init__(self, service: WorkspaceService, sidebar: LibrarySidebar, dialogs: "DialogService") -> None:
        super().__init__(sidebar)
        self._service, self._sidebar, self._dialogs = service, sidebar, dialogs

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("fill-in", self.ask)

    def ask(self) -> None:
        """List the chosen articles, whatever is known of them."""
        picked = self._sidebar.picked()
        if picked.count:
            self._service.run(CAUSE, lambda ws, _progress: _looked_up(ws, picked.resolve(ws.library)), self._show)

    def offer(self, ids: Iterable[str]) -> None:
        """After an import: say how many of these lack something, and offer to fill it in."""
        wanted = tuple(ids)
        self._service.run(CAUSE, lambda ws, _progress: _lacking(ws, wanted), self._offer)

    def _offer(self, found: "Sequence[Row]") -> None:
        if not found:
            return
        ids = tuple(row.id for row in found)
        self._service.messages.say(
            MessageKind.INFO,
            told(found),
            buttons=[(_("Fill In…"), partial(self.ask_about, ids))],
            cause=CAUSE,
        )

    def ask_about(self, ids: Sequence[str]) -> None:
        """List these articles."""
        self._service.run(CAUSE, lambda ws, _progress: _looked_up(ws, ids), self._show)

    def _show(self, found: Found) -> None:
        rows, outlets = found
        if rows:
            self._dialogs.missing_details(rows, outlets, self._keep)

    def _keep(self, values: "Values") -> None:
        def edit(workspace: "Workspace") -> None:
            with workspace.library.together(lambda _count: _("filling in what is known about articles")):
                for article_id, fields in values.items():
                    workspace.library.metadata.edit(article_id, **fields)

        def done(_none: object) -> None:
            self._service.messages.settle(CAUSE)
            self._service.libraryChanged.emit()

        self._service.run(NO_KEY, lambda ws, _progress: edit(ws), done)


def told(rows: "Sequence[Row]") -> str:
    """What articles lack, in a sentence for each kind."""
    outlets = sum(not row.outlet for row in rows)
    dates = sum(not row.published for row in rows)
    headlines = sum(not row.headline for row in rows)
    parts = (
        (outlets, ngettext("{n} article has no outlet.", "{n} articles have no outlet.", outlets)),
        (dates, ngettext("{n} article has no date.", "{n} articles have no date.", dates)),
        (headlines, ngettext("{n} article has no headline.", "{n} articles have no headline.", headlines)),
    )
    return " ".join(words.format(n=count) for count, words in parts if count)


def _lacking(workspace: "Workspace", ids: Sequence[str]) -> "list[Row]":
    return [row for row in workspace.library.rows_of(ids) if not (row.outlet and row.published and row.headline)]


def _looked_up(workspace: "Workspace", ids: Sequence[str]) -> Found:
    outlets = sorted((name for name, _count in workspace.library.counts("outlet") if name), key=str.casefold)
    return workspace.library.rows_of(ids[:MOST]), outlets


def article_menu(
    sidebar: LibrarySidebar,
    ticks: CheckedArticles,
    library: LibraryController,
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
    library: LibraryController,
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
