"""What holds of the window now, by the flags that commands need or show (see `actions.specs`)."""

from reader.ui.actions.specs import ACTIONS
from reader.ui.layout import Layout
from reader.ui.library.search import Search
from reader.ui.library.shelving import Shelving
from reader.ui.library.side import Side
from reader.ui.models.ticks import Ticks
from reader.ui.session import Session
from reader.ui.state.comparison_state import ComparisonState

DOCK_FLAGS = tuple(spec.shows for spec in ACTIONS if spec.shows.startswith("dock-"))


class UiState:
    """Works the flags out from those that know."""

    def __init__(
        self,
        session: Session,
        state: ComparisonState,
        ticks: Ticks,
        side: Side,
        search: Search,
        shelving: Shelving,
        places: Layout,
    ) -> None:
        self._session, self._state, self._ticks = session, state, ticks
        self._side, self._search, self._shelving, self._places = side, search, shelving, places

    @property
    def flags(self) -> set[str]:
        """The names of what holds."""
        holds = {**self._library(), **self._view()}
        return {name for name, true in holds.items() if true}

    def _library(self) -> dict[str, bool]:
        """What there is, and what of it is chosen."""
        side, shelving, now = self._side, self._shelving, self._shelving.contents
        chosen, shelved = side.chosen_few(), not side.searching
        return {
            "library": now is not None and now.total > 0,
            "undo": now is not None and now.undo,
            "redo": now is not None and now.redo,
            "any-tick": len(self._ticks) > 0,
            "chosen": side.any_chosen and not shelving.binned,
            "alike": side.any_chosen or len(self._state.ids) > 0,
            "question": bool(self._search.question) and not self._search.question.like,
            "story": shelved and side.library.chosen_story() is not None,
            "stories": shelved and len(side.library.chosen_stories()) > 1,
            "article": len(chosen) == 1 and not shelving.binned,
            "versions": len(chosen) == 1 and side.library.versions_of(chosen[0]) > 1,
            "binned": shelving.binned and now is not None and now.on_view > 0,
        }

    def _view(self) -> dict[str, bool]:
        """What lies open, and how things are shown."""
        session, count = self._session, len(self._state.ids)
        return {
            "reading": count > 0,
            "comparison": count > 1,
            f"library-{self._shelving.shown.value}": True,
            f"sort-{self._shelving.view.order}": True,
            "lanes": session.lanes,
            "side": not self._places.side.isHidden(),
            "side-pinned": session.side_pinned,
            "findings": self._places.findings.is_open,
            "full": self._places.is_full,
            "scroll-together": session.scroll_mode != "free",
            f"scroll-{session.scroll_mode}": True,
            f"theme-{session.theme}": True,
            **{flag: self._places.findings.is_front(flag.removeprefix("dock-")) for flag in DOCK_FLAGS},
        }
