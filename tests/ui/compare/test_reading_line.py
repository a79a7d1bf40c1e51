"""The reading line: what stands on it is level in all panes, and nothing but a person moves it."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from reader.compare.finding_ids import Finding, SubjectKind
from reader.library import Decision
from reader.library import DecisionKind as Decided
from reader.ui.compare.article_view import ArticleView
from reader.ui.compare.scroll_sync import ScrollSynchronizer
from reader.ui.compare.view import ComparisonView

STEPS = 200


class Reader:
    """A person at the panes, who looks after every step whether something moved that was not to."""

    def __init__(self, view: ComparisonView, settle: Callable[[ComparisonView], None], seed: int) -> None:
        self.view, self._settle, self._chance = view, settle, random.Random(seed)  # noqa: S311 - no secret
        self.level = 0
        self._decisions: list[dict[Finding, Decision]] = [{}]
        self._kept: dict[ArticleView, tuple[int, int, float]] = {}
        self.look()

    @property
    def scroll_sync(self) -> ScrollSynchronizer:
        return self.view.scroll_sync

    def settle(self) -> None:
        QApplication.processEvents()
        self._settle(self.view)

    def look(self) -> None:
        """Note what stands on the line of each pane: its first and last character, and the room up to the line."""
        self._kept = {}
        for pane in self.view.panes:
            height = value(pane) + line(pane)
            first, last = pane.lines.point(height), pane.lines.point(height, pane.viewport().width())
            self._kept[pane] = first, last, max(0.0, height - pane.lines.line(first)[1])

    # What moves the text

    def scroll(self) -> None:
        """Turn the wheel, or press a key, so many times."""
        pane = self._chance.choice(self.view.panes)
        by = self._chance.choice([-700, -300, -60, -7, 1, 40, 60, 180, 500])
        self.scroll_sync.drive(pane)
        before = values(self.view)
        pane.verticalScrollBar().setValue(value(pane) + by)
        for was, now in zip(before, values(self.view), strict=True):
            assert (now - was) * by >= 0, "a pane went back"
        self.look()

    def choose(self) -> None:
        """Go to a passage: it is level in all panes that have it, where they can all scroll so far."""
        index = self._chance.randrange(len(self.view.state.comparison.passages))
        self.view.choose_passage(index)
        self.settle()
        placed = {pane: pane.passages.of(index)[0].first for pane in self.view.panes if pane.passages.of(index)}
        down = [height - value(pane) for pane, height in placed.items()]
        ends = any(value(pane) in (0, pane.verticalScrollBar().maximum()) for pane in placed)
        assert ends or max(down) - min(down) <= 2
        self.look()

    def stand(self) -> None:
        """Scroll until something that is shared stands on the line: there it is level in the others."""
        driver, other = self._chance.sample(self.view.panes, 2)
        here = [pair for pair in self.scroll_sync.anchors(driver, other) if self.reachable(driver, pair[0])]
        if not here:
            return
        x, y = self._chance.choice(here)
        self.scroll_sync.scroll_to(driver, x - line(driver))
        at_end = value(other) in (0, other.verticalScrollBar().maximum())
        if not at_end and not self.scroll_sync.is_on_detour(other):
            assert abs(y - value(other) - line(other)) <= line_height(other)
            self.level += 1
        self.look()

    def reachable(self, pane: ArticleView, height: float) -> bool:
        return 0 < height - line(pane) < pane.verticalScrollBar().maximum()

    # What does not

    def zoom(self) -> None:
        self._chance.choice([self.view.zoom_in, self.view.zoom_out, self.view.zoom_reset])()

    def resize(self) -> None:
        self.view.resize(self._chance.randrange(900, 1500), self._chance.randrange(420, 900))

    def panel(self) -> None:
        self.view.passage_panel.setVisible(not self.view.passage_panel.isVisible())

    def minimap(self) -> None:
        self.view.set_minimaps_visible(self._chance.random() < 0.5)

    def decide(self) -> None:
        """Confirm, dismiss, or note something on a finding."""
        every = [Finding(SubjectKind.PASSAGE, n) for n in range(4)] + [
            Finding(SubjectKind.FIGURES, n) for n in range(2)
        ]
        kind = self._chance.choice(list(Decided))
        made = Decision("", kind, "too common to mean anything", "to be asked", "2031-03-04T05:06:07Z")
        self._decisions.append({**self._decisions[-1], self._chance.choice(every): made})
        self.view.state.set_decisions(self.view.state.comparison, self._decisions[-1])

    def undo(self) -> None:
        if len(self._decisions) > 1:
            self._decisions.pop()
            self.view.state.set_decisions(self.view.state.comparison, self._decisions[-1])

    def keep(self, act: Callable[[], None]) -> None:
        """Do something that is not to move what stands on the line, in any pane."""
        before = values(self.view)
        act()
        self.settle()
        if not any(before):  # all show their beginnings, and go on to
            assert not any(values(self.view))
            self.look()
            return
        for pane, (first, last, room) in self._kept.items():
            above, below = pane.lines.line(first)[0], pane.lines.line(max(first, last - 1))[1] + room
            height, near = value(pane) + line(pane), line_height(pane)
            assert height >= above - near or value(pane) == pane.verticalScrollBar().maximum()
            assert height <= below + near or value(pane) == 0

    def step(self) -> None:
        """Whatever comes to mind."""
        moving = [self.scroll, self.scroll, self.stand, self.stand, self.choose]
        quiet = [self.zoom, self.resize, self.panel, self.minimap, self.decide, self.decide, self.undo]
        act = self._chance.choice([*moving, *quiet])
        if act in moving:
            act()
        else:
            self.keep(act)


def value(pane: ArticleView) -> int:
    return pane.verticalScrollBar().value()


def values(view: ComparisonView) -> list[int]:
    return [value(pane) for pane in view.panes]


def line(pane: ArticleView) -> float:
    """How far down the page the reading line is, by its own reckoning."""
    return pane.verticalScrollBar().pageStep() / 3


def line_height(pane: ArticleView) -> float:
    top, bottom = pane.lines.line(pane.offsets.point(pane.document().characterCount() // 2))
    return bottom - top


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_but_a_person_moves_what_stands_on_the_line(shown: ComparisonView, settle, seed: int) -> None:
    reader = Reader(shown, settle, seed)
    for _step in range(STEPS):
        reader.step()
    assert reader.level > STEPS / 20


def test_what_is_hardly_alike_holds_nothing_level(shown: ComparisonView) -> None:
    first, second, _third = shown.panes
    weak = shown.state.comparison.passages[2]
    assert weak.score < 65
    heights = {height for height, _other in shown.scroll_sync.anchors(first, second)}
    assert first.passages.of(0)[0].first in heights
    assert first.passages.of(2)[0].first not in heights
