"""Keeps the panes together: the one under the person drives, the others are worked out from it."""

import time
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from reader.text.spans import Span
from reader.ui.compare.levels import Levels
from reader.ui.compare.pane import Pane
from reader.ui.compare.scrolling import Extent, ScrollMode, decayed, follow, proportion, standing
from reader.ui.state.comparison_state import ComparisonState
from reader.ui.turns import SHORT

PAUSE = 0.5
"""The height of the page, as a share, at which a jump sets what was jumped to."""


class Conductor(QObject):
    """Moves scroll bars; shared positions are floats, so that rounding never adds up."""

    scrolled = Signal()
    """Some pane stands elsewhere, or its lines do."""

    def __init__(self, state: ComparisonState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mode = ScrollMode.MATCHED
        self._panes: list[Pane] = []
        self._exact: dict[Pane, float] = {}
        self._offsets: dict[Pane, float] = {}
        self._levels = Levels(state)
        self._driver: Pane | None = None
        self._place: tuple[int, float] = (0, 0.0)
        self._wish: tuple[dict[Pane, Span], Pane, float] | None = None
        """A meeting asked for before the lines stood, to be held again once they do."""
        self._busy = False
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self._settle)

    @property
    def driver(self) -> Pane | None:
        """The pane that leads."""
        return self._driver

    @property
    def settled(self) -> bool:
        """Whether no pane waits for its lines, or for its place."""
        return not self._late.isActive() and not any(pane.unsettled for pane in self._panes)

    def begin(self) -> None:
        """Lead through another comparison; its panes are still to come."""
        self._levels.forget()
        self._panes, self._exact, self._offsets, self._driver, self._wish = [], {}, {}, None, None

    def take(self, pane: Pane) -> None:
        """Hear of what a person does in a pane that was just made."""
        pane.driven.connect(lambda: self.drive(pane))
        pane.laidOut.connect(self._stale)
        pane.repaged.connect(self._late.start)
        pane.verticalScrollBar().valueChanged.connect(lambda value: self._moved(pane, value))

    def conduct(self, panes: Sequence[Pane]) -> None:
        """Lead these panes, in this order."""
        self._panes = list(panes)
        self._levels.forget()
        self._exact = {pane: self._exact.get(pane, 0.0) for pane in panes}
        if self._driver not in self._panes:
            self._driver = self._panes[0] if self._panes else None
        self._late.start()

    def renew(self) -> None:
        """Follow other findings in the same panes, from where they stand."""
        self._levels.forget()
        self._late.start()

    @property
    def place(self) -> int:
        """The character of the leading pane that stands at the held height; 0 at the very top."""
        return self._place[0] if self._driver is not None and self._exact[self._driver] > 0 else 0

    def go_to(self, pane: Pane, point: int) -> None:
        """Bring a character of a pane to the held height, the others after it."""
        self.drive(pane)
        pane.settle()
        self._exact[pane] = standing(pane.lines.middle(point), self.extent(pane)) if point else 0.0
        self._offsets.clear()
        self._lead(0.0)
        self._remember()

    @property
    def places(self) -> dict[str, int]:
        """The character of each article that stands at its held height; 0 at the very top."""
        return {pane.article.id: self._point(pane) for pane in self._panes}

    def _point(self, pane: Pane) -> int:
        extent, value = self.extent(pane), self._exact[pane]
        return pane.lines.point(value + extent.held(value) * extent.page) if value > 0 else 0

    def part(self, places: Mapping[str, int]) -> None:
        """Bring each article to a place of its own, as panes that scroll freely may stand."""
        for pane in self._panes:
            point = places.get(pane.article.id, 0)
            pane.settle()
            self._exact[pane] = standing(pane.lines.middle(point), self.extent(pane)) if point else 0.0
        self._offsets.clear()
        self._set_bars()
        self._remember()

    def drive(self, pane: Pane) -> None:
        """Let this pane lead from here; what the others are away from its map is kept and wears off."""
        if pane is self._driver or pane not in self._exact:
            return
        self._driver = pane
        self._keep_offsets()

    def extent(self, pane: Pane) -> Extent:
        """What a pane can show."""
        bar = pane.verticalScrollBar()
        return Extent(bar.maximum() + bar.pageStep(), bar.pageStep())

    # The driver moved

    def _moved(self, pane: Pane, value: int) -> None:
        if self._busy or pane is not self._driver or pane.stale:  # Qt moves bars while it lays lines out: no person did
            return
        before, extent = self._exact[pane], self.extent(pane)
        residue = before - round(before)
        exact = float(value) if value in (0, pane.verticalScrollBar().maximum()) else extent.clamped(value + residue)
        self._exact[pane] = exact
        if pane.alone:
            self._keep_offsets()
            self.scrolled.emit()
        else:
            self._lead(exact - before)
        self._remember()

    def _lead(self, moved: float) -> None:
        """Set every other pane for where the driver stands now."""
        driver = self._driver
        if driver is None:
            return
        extent, value = self.extent(driver), self._exact[driver]
        for pane in self._panes:
            if pane is driver:
                continue
            if self.mode is ScrollMode.FREE:
                self._exact[pane] = self.extent(pane).clamped(self._exact[pane] + moved)
                continue
            self._offsets[pane] = decayed(self._offsets.get(pane, 0.0), moved, extent, value)
            self._exact[pane] = self.extent(pane).clamped(self._followed(pane) + self._offsets[pane])
        self._set_bars()

    def _followed(self, pane: Pane) -> float:
        """Where the mode alone would have a pane stand."""
        driver = self._driver
        if driver is None or pane is driver:
            return self._exact[pane]
        value, extent, other = self._exact[driver], self.extent(driver), self.extent(pane)
        if self.mode is ScrollMode.PROPORTIONAL:
            return proportion(value, extent, other)
        if self.mode is ScrollMode.FREE:
            return self._exact[pane]
        return follow(value, extent, other, self._levels.between(driver, pane))

    def _keep_offsets(self) -> None:
        self._offsets = {pane: self._exact[pane] - self._followed(pane) for pane in self._panes}

    def _set_bars(self) -> None:
        self._busy = True
        try:
            for pane, exact in self._exact.items():
                pane.verticalScrollBar().setValue(round(exact))
        finally:
            self._busy = False
        self.scrolled.emit()

    # Lines moved

    def _stale(self) -> None:
        self._levels.forget()
        self._late.start()

    def _remember(self) -> None:
        """Note what stands at the held height: zoom and resize bring it back there."""
        if self._driver is None:
            return
        self._wish = None
        extent, value = self.extent(self._driver), self._exact[self._driver]
        height = value + extent.held(value) * extent.page
        point = self._driver.lines.point(height)
        self._place = point, height - self._driver.lines.line(point)[0]

    def _settle(self) -> None:
        """Once all lines stand, bring the panes where they belong."""
        driver = self._driver
        if not self._lay_out():
            self._late.start()
        elif driver is None or not driver.isVisible():
            return
        elif self._wish is not None:
            wish, self._wish = self._wish, None
            self.meet(*wish)
        else:
            if self._exact[driver] > 0:
                point, below = self._place
                height = driver.lines.line(point)[0] + below
                self._exact[driver] = standing(height, self.extent(driver))
            self._lead(0.0)

    def _lay_out(self) -> bool:
        """Lay out as much as a turn has room for, and say whether nothing is left: a person goes on meanwhile."""
        end = time.perf_counter() + SHORT
        for pane in sorted(self._panes, key=lambda pane: pane is not self._driver):
            if pane.waiting:
                pane.viewport().update()
            while pane.stale:
                if time.perf_counter() >= end:
                    return False
                pane.advance()
            if self._driver is not None and self.mode is ScrollMode.MATCHED:
                self._levels.between(self._driver, pane)
        return True

    # Wishes

    def set_mode(self, mode: ScrollMode) -> None:
        """Follow in another way; matched and proportional fall into place at once."""
        self.mode = mode
        self._offsets.clear()
        self._lead(0.0)

    def scroll_to(self, pane: Pane, value: float) -> None:
        """Move a pane as a person would, the others after it."""
        self.drive(pane)
        pane.verticalScrollBar().setValue(round(value))

    def meet(self, spans: dict[Pane, Span], leading: Pane, pause: float | None = None) -> None:
        """Set panes so that these spans stand at one height; the leading pane moves only if it must.

        The panes without a span follow the leading one.
        """
        if leading not in self._exact:
            return
        early = not self.settled
        self._driver = leading
        target = spans.get(leading)
        extent = self.extent(leading)
        if target is not None:
            top, bottom = leading.lines.extent(target)
            seen = self._exact[leading]
            if pause is not None or top < seen + 8 or bottom > seen + extent.page - 8:
                room = max(0.0, extent.page - (bottom - top))
                self._exact[leading] = extent.clamped(top - min(room, extent.page * 0.66) * (pause or PAUSE))
            height = top - self._exact[leading]
        else:
            height = extent.page / 3
        self._offsets.clear()
        for pane in self._panes:
            if pane is leading:
                continue
            span = spans.get(pane)
            followed = self._followed(pane)
            if span is not None:
                self._exact[pane] = self.extent(pane).clamped(pane.lines.extent(span)[0] - height)
                self._offsets[pane] = self._exact[pane] - followed
            else:
                self._exact[pane] = followed
        self._set_bars()
        self._remember()
        if early:  # heights were those of lines that will move
            self._wish = dict(spans), leading, pause or PAUSE
