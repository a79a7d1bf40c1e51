"""What holds of the window now, by the flags that commands need or show (see `actions.specs`)."""

from reader.ui.actions.specs import ACTIONS
from reader.ui.controllers.library import LibraryController
from reader.ui.controllers.search import SearchController
from reader.ui.dock_layout import DockLayout
from reader.ui.library.sidebar import LibrarySidebar
from reader.ui.state.checked_articles import CheckedArticles
from reader.ui.state.comparison_state import ComparisonState
from reader.ui.state.session import Session

DOCK_FLAGS = tuple(spec.shows for spec in ACTIONS if spec.shows.startswith("dock-"))


class UiState:
    """Works the flags out from those that know."""

    def __init__(
        self,
        session: Session,
        state: ComparisonState,
        ticks: CheckedArticles,
        sidebar: LibrarySidebar,
        search: SearchController,
        library: LibraryController,
        layout: DockLayout,
    ) -> None:
        self._session, self._state, self._ticks = session, state, ticks
        self._sidebar, self._search, self._library, self._layout = sidebar, search, library, layout

    @property
    def flags(self) -> set[str]:
        """The names of what holds."""
        holds = {**self._library_flags(), **self._view_flags()}
        return {name for name, true in holds.items() if true}

    def _library_flags(self) -> dict[str, bool]:
        """What there is, and what of it is chosen."""
        sidebar, library, now = self._sidebar, self._library, self._library.contents
        chosen, shelved = sidebar.chosen_few(), not sidebar.searching
        return {
            "library": now is not None and now.total > 0,
            "undo": now is not None and now.undo,
            "redo": now is not None and now.redo,
            "any-tick": len(self._ticks) > 0,
            "chosen": sidebar.any_chosen and not library.binned,
            "alike": sidebar.any_chosen or len(self._state.ids) > 0,
            "question": bool(self._search.question) and not self._search.question.like,
            "story": shelved and sidebar.library.chosen_story() is not None,
            "stories": shelved and sidebar.library.has_several_stories(),
            "article": len(chosen) == 1 and not library.binned,
            "versions": len(chosen) == 1 and sidebar.library.versions_of(chosen[0]) > 1,
            "binned": library.binned and now is not None and now.on_view > 0,
        }

    def _view_flags(self) -> dict[str, bool]:
        """What lies open, and how things are shown."""
        session, count = self._session, len(self._state.ids)
        return {
            "reading": count > 0,
            "comparison": count > 1,
            "only-these": self._state.only_current,
            f"library-{self._library.shown.value}": True,
            f"sort-{self._library.view.order}": True,
            "lanes": session.lanes,
            "side": not self._layout.side.isHidden(),
            "side-pinned": session.side_pinned,
            "findings": self._layout.findings.is_open,
            "full": self._layout.is_full,
            "scroll-together": session.scroll_mode != "free",
            f"scroll-{session.scroll_mode}": True,
            f"theme-{session.theme}": True,
            **{flag: self._layout.findings.is_front(flag.removeprefix("dock-")) for flag in DOCK_FLAGS},
        }
