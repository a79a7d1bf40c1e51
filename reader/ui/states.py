"""What holds of the window now, by the names that commands need or show (see `commands.Action`)."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


def states(window: "MainWindow") -> set[str]:
    """The names of what holds."""
    now, count, kept = window.contents, len(window.reading.ids), window.session
    chosen = window.side.chosen_few()
    holds = {
        "library": now is not None and now.total > 0,
        "undo": now is not None and now.undo,
        "redo": now is not None and now.redo,
        "any-tick": len(window.desk.ticks) > 0,
        "chosen": window.side.any_chosen and not window.shelving.binned,
        "alike": window.side.any_chosen or count > 0,
        "question": bool(window.search.question) and not window.search.question.like,
        "story": not window.side.searching and window.side.library.chosen_story() is not None,
        "stories": not window.side.searching and len(window.side.library.chosen_stories()) > 1,
        "article": len(chosen) == 1 and not window.shelving.binned,
        "versions": len(chosen) == 1 and window.side.library.versions_of(chosen[0]) > 1,
        "binned": window.shelving.binned and now is not None and now.on_view > 0,
        f"library-{window.shelving.shown.value}": True,
        f"sort-{window.shelving.view.order}": True,
        "reading": count > 0,
        "comparison": count > 1,
        "lanes": kept.lanes,
        "side": not window.places.side.isHidden(),
        "side-pinned": kept.side_pinned,
        "findings": window.places.findings.is_open,
        "full": window.isFullScreen(),
        "scroll-together": kept.scroll_mode != "free",
        f"scroll-{kept.scroll_mode}": True,
        f"theme-{kept.theme}": True,
    }
    holds |= {
        f"dock-{name}": window.places.findings.is_front(name) for name in ("ledger", *window.places.findings.panels)
    }
    return {name for name, true in holds.items() if true}
