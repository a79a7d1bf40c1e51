"""Lanes and gutters, with the mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from reader.ui import theme
from reader.ui.compare.bands import Band, bands, stubs
from reader.ui.compare.view import ComparisonView


def test_the_handle_of_a_lane_drags_to_both_ends(shown: ComparisonView, qtbot) -> None:
    column = shown.strip.columns[1]
    lane, bar = column.lane, column.pane.verticalScrollBar()
    grip = lane.handle().center().toPoint()
    qtbot.mousePress(lane, Qt.MouseButton.LeftButton, pos=grip)
    qtbot.mouseMove(lane, QPoint(grip.x(), lane.height() + 40))
    assert bar.value() == bar.maximum()
    assert all(p.verticalScrollBar().value() == p.verticalScrollBar().maximum() for p in shown.panes)
    qtbot.mouseMove(lane, QPoint(grip.x(), -40))
    qtbot.mouseRelease(lane, Qt.MouseButton.LeftButton, pos=QPoint(grip.x(), -40))
    assert bar.value() == 0
    assert shown.conductor.driver is column.pane


def test_a_click_in_a_lane_brings_the_handle_there(shown: ComparisonView, qtbot) -> None:
    lane = shown.strip.columns[0].lane
    qtbot.mouseClick(lane, Qt.MouseButton.LeftButton, pos=QPoint(8, lane.height() // 2))
    assert lane.handle().center().y() == pytest.approx(lane.height() / 2, abs=3)


def test_bands_join_what_neighbours_share_and_stubs_what_goes_on(shown: ComparisonView) -> None:
    first, second, third = shown.panes
    assert {b.passage for b in bands(first, second, 600)} >= {0}
    shown.strip.columns[0].header.swapped.emit()  # a2, a1, a3
    shown.strip.columns[1].header.swapped.emit()  # a2, a3, a1: the third passage now skips a neighbour
    left, middle, _right = shown.panes
    far = frozenset(m.index for m in shown.panes[2].found.passages)
    skipping = stubs(left, middle, (frozenset(), far), 600)
    assert {s.passage for s in skipping} == {2}
    assert not {b.passage for b in bands(left, middle, 600)} & {2}
    assert third.article.id == "a3"


@pytest.mark.parametrize(
    ("x", "y", "held"), [(0, 15, True), (1, 115, True), (0.5, 60, True), (0, 60, False), (1, 15, False)]
)
def test_a_band_holds_points(x: float, y: float, held: bool) -> None:
    assert Band(0, "passage", (10, 20), (110, 120)).holds(x, y) is held


def test_a_click_on_a_band_chooses_its_passage(shown: ComparisonView, qtbot) -> None:
    gutter = shown.strip.gutters[0]
    band = next(b for b in bands(*shown.panes[:2], gutter.height()) if b.passage == 0)
    middle = sum(band.left) / 2
    with qtbot.waitSignal(shown.passageActivated) as said:
        qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=QPoint(1, int(middle)))
    assert said.args == [0]


def test_hovering_a_band_says_what_it_joins(shown: ComparisonView, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, _widget: said.append(words))
    gutter = shown.strip.gutters[0]
    band = next(b for b in bands(*shown.panes[:2], gutter.height()) if b.passage == 0)
    place = QPoint(1, int(sum(band.left) / 2))
    QApplication.sendEvent(gutter, QHelpEvent(QEvent.Type.ToolTip, place, gutter.mapToGlobal(place)))
    assert "Passage 1" in said[0]
    qtbot.mouseMove(gutter, place)
    qtbot.waitUntil(lambda: gutter.cursor().shape() == Qt.CursorShape.PointingHandCursor)


def test_everything_is_painted_in_every_theme(shown: ComparisonView, qapp) -> None:
    """Nothing warns while it paints, chosen and not, with hits and without."""
    from reader.ui import theme

    try:
        for name in theme.NAMES:
            theme.apply(qapp, theme.Theme.load(name))
            shown.show_hits("lighthouse")
            shown.next_passage()
            shown.next_conflict()
            lane = shown.strip.columns[2].lane.grab().toImage()
            assert lane.pixelColor(1, lane.height() - 2) == theme.current()["base"]
            gutter = shown.strip.gutters[0].grab().toImage()
            assert gutter.pixelColor(gutter.width() // 2, 0).isValid()
            assert not shown.grab().isNull()
    finally:
        theme.apply(qapp, theme.Theme.load("light"))


def inked(shown: ComparisonView, name: str) -> bool:
    """Whether the first lane has a mark of that colour."""
    picture = shown.strip.columns[0].lane.grab().toImage()
    colour = theme.current()[name]
    every = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return any(picture.pixelColor(x, y) == colour for x, y in every)


def test_lanes_mark_what_clashes_and_not_what_is_but_worth_a_look(shown: ComparisonView, look, settle) -> None:
    shown.state.open(look())
    settle(shown)
    assert inked(shown, "conflict_edge")
    assert not inked(shown, "look_edge")
