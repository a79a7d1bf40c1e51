"""What holds of the window now, by the names that commands need or show (see `commands.Action`)."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


def states(window: "MainWindow") -> set[str]:
    """The names of what holds."""
    now, count, kept = window.contents, len(window.reading.ids), window.session
    holds = {
        "library": now is not None and now.total > 0,
        "undo": now is not None and now.undo,
        "redo": now is not None and now.redo,
        "any-tick": len(window.desk.ticks) > 0,
        "chosen": window.side.any_chosen and not window.shelving.binned,
        "story": not window.side.searching and window.side.library.chosen_story() is not None,
        "reading": count > 0,
        "comparison": count > 1,
        "lanes": kept.lanes,
        "side": not window.places.side.isHidden(),
        "ledger": not window.places.ledger.isHidden(),
        f"scroll-{kept.scroll_mode}": True,
        f"theme-{kept.theme}": True,
    }
    if window.places.rack is not None:
        holds |= {f"dock-{name}": window.places.rack.is_open(name) for name in window.places.rack.panels}
    return {name for name, true in holds.items() if true}
