"""What lies open: a comparison, or one article by itself; how it got there and what is said about it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.i18n import _, ngettext
from reader.ui.actions.action_manager import ActionManager
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.state.comparison_state import ComparisonState
from reader.ui.widgets.message_bar import MessageKind

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison
    from reader.compare.counts import Counts
    from reader.compare.finding_ids import Finding
    from reader.progress import Progress
    from reader.workspace import Workspace

KEY = "open"


class ComparisonController(QObject):
    """Opens comparisons and articles. Whatever was asked for last is what opens."""

    opened = Signal(object, bool)
    """A Comparison; one of a single article, without findings, where that article was opened by itself. Whether its
    articles are others than lay open before."""

    def __init__(
        self, service: WorkspaceService, state: ComparisonState, chosen: Callable[[], tuple[str, ...]], parent: QObject
    ) -> None:
        """`chosen` gives the articles selected in the library, compared where none is ticked."""
        super().__init__(parent)
        self._service, self._state, self._chosen = service, state, chosen
        self._asked: tuple[tuple[str, ...], bool] = ((), False)
        """What was asked for last, and whether nobody did."""

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("compare", self.compare_ticked)
        actions.register("clear-ticks", self.clear_ticks)

    @property
    def is_unasked(self) -> bool:
        """Whether what lies open was opened by nobody, as at the start of the program."""
        return self._asked[1]

    @property
    def title(self) -> str:
        """What lies open goes by."""
        return self._state.title

    @property
    def comparison(self) -> "Comparison | None":
        """The comparison that lies open; None where none does."""
        return self._state.comparison

    @property
    def ids(self) -> tuple[str, ...]:
        """The articles that lie open."""
        return self._state.ids

    def compare_ticked(self) -> None:
        """Lay the ticked articles, or else the chosen ones, side by side."""
        self.compare(self._service.ticks.ids or self._chosen())

    def clear_ticks(self) -> None:
        """Take all ticks away."""
        self._service.ticks.replace(())

    def add(self, ids: Sequence[str]) -> None:
        """Lay these beside what is open."""
        wanted = tuple(dict.fromkeys((*self.ids, *ids)))
        if len(wanted) == 1:
            self.read(wanted[0])
        elif wanted != self.ids:
            self._service.ticks.replace(wanted)
            self.compare(wanted)

    def compare(self, ids: Sequence[str], *, quiet: bool = False) -> None:
        """Lay articles side by side; `quiet` where nobody asked, as at the start of the program: what failed is told
        all the same, what was found is not."""
        wanted = tuple(ids)
        self._asked = wanted, quiet
        self._service.run(
            KEY,
            lambda ws, progress: _compare(ws, wanted, progress),
            lambda found: self._show(*found, quiet),
            title=_("Comparing"),
        )

    def read(self, article_id: str, *, quiet: bool = False) -> None:
        """Open one article by itself."""
        self._asked = (article_id,), quiet
        self._service.run(
            KEY,
            lambda ws, _progress: _alone(ws, article_id),
            lambda found: self._show(*found, quiet),
        )

    def renew(self) -> None:
        """Compare the same articles anew, or those on their way: the settings are others."""
        on_its_way = any(job.key == KEY for job in self._service.tasks.running)
        ids, quiet = self._asked if on_its_way else (self.ids, True)
        if len(ids) > 1:
            self.compare(ids, quiet=quiet)
        elif ids:
            self.read(ids[0], quiet=quiet)

    def restore(self, ids: Sequence[str]) -> None:
        """Open what lay open at the last closing, as far as it is still there."""
        if len(ids) == 1:
            self.read(ids[0], quiet=True)
        elif ids:
            self.compare(ids, quiet=True)

    def _show(self, found: "Comparison", gone: "frozenset[Finding]", story: str, quiet: bool) -> None:
        self.opened.emit(found, self._state.open(found, story))
        if not quiet and len(found.articles) > 1:
            self._conclude(found, gone)

    def _conclude(self, found: "Comparison", gone: "frozenset[Finding]") -> None:
        """Say plainly where there is nothing to see, once what was dismissed is left out."""
        from reader.compare.counts import counted

        counts = counted(found, gone)
        if not found.passages and not found.ledger:
            self._service.messages.say(
                MessageKind.INFO,
                _("These articles share no passages and no figures."),
                _("They may be about different events."),
            )
        elif not counts.left.conflicts:
            said = _("No conflicts left.") if counts.dismissed.conflicts else _("No conflicts found.")
            self._service.messages.say(MessageKind.INFO, f"{said} {_compared(found, counts)}")


def _compared(found: "Comparison", counts: "Counts") -> str:
    """What the verdict rests on."""
    if not found.ledger:
        return _("The articles share no figures that could be held against one another.")
    count, tense, looks = counts.left.figures, counts.left.tensions, counts.left.looks
    words = ngettext("{n} figure was compared", "{n} figures were compared", count).format(n=count)
    if tense:
        words += ngettext("; {n} may conflict", "; {n} may conflict", tense).format(n=tense)
    if looks:
        words += ngettext("; {n} is worth a look", "; {n} are worth a look", looks).format(n=looks)
    if counts.dismissed.figures:
        words += "; " + _("{n} dismissed").format(n=counts.dismissed.figures)
    return words + "."


def _compare(
    workspace: "Workspace", ids: Sequence[str], progress: "Progress"
) -> "tuple[Comparison, frozenset[Finding], str]":
    """The comparison of articles, which of its findings the reader dismissed, and the story it is of."""
    from reader.compare import counts, finding_ids

    found = workspace.compare(ids, progress)
    return found, counts.dismissed(finding_ids.placed(found, workspace.decisions(found))), workspace.story_of(ids)


def _alone(workspace: "Workspace", article_id: str) -> "tuple[Comparison, frozenset[Finding], str]":
    from reader.compare.comparison import Comparison  # loaded with the workspace, off the window's thread

    alone = Comparison(articles=(workspace.article(article_id),), own_marks=workspace.own_marks([article_id]))
    return alone, frozenset(), ""
