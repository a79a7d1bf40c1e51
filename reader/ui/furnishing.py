"""What the first frame did without: panes, the table of figures, docks, icons, and what they tell one another."""

from typing import TYPE_CHECKING

from reader.ui import remembering
from reader.ui.spread import Spread

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


def furnish(window: "MainWindow") -> None:
    """Make them, in the window that is on screen already."""
    from reader.ui.compare.ledger import LedgerPanel  # these bring the core along
    from reader.ui.compare.view import ComparisonView
    from reader.ui.docks.deciding import Deciding
    from reader.ui.docks.regrouping import Regrouping

    panes, ledger = window.panes, window.ledger = ComparisonView(window.state, window), LedgerPanel(window)
    window.centre.furnish(panes)
    window.places.hang(panes, ledger)
    window.copying.offer()
    panels = tuple(window.places.findings.panels.values())
    window.deciding = Deciding(window.desk, window.state, ledger, panes, panels)
    window.regrouping = Regrouping(window.desk, window.state, ledger, window.reading.renew)
    window.spread = Spread(panes, ledger, (window.deciding, window.regrouping), window.places)
    panes.scrollModeChanged.connect(window.scroll_mode_changed)
    remembering.prepare(window)
    panes.statusChanged.connect(window.places.say)
    panes.detailsRequested.connect(window.detailing.ask_about)
    panes.compareSampleRequested.connect(window.imports.demo)
    panes.importRequested.connect(window.imports.ask_files)
    ledger.rows.said.connect(window.places.say)
    ledger.mentionActivated.connect(panes.jump_to)
    window.wardrobe.load_icons()
    window.shelving.refresh()
