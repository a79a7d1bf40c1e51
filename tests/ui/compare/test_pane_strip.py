"""Minimaps, channels and dividers, with the mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from reader.ui import theme
from reader.ui.compare.link_channel import Band, bands
from reader.ui.compare.pane_column import FOLDED, least_width
from reader.ui.compare.pane_strip import Divider, divided_widths, shared_widths
from reader.ui.compare.view import ComparisonView


def test_the_frame_of_a_minimap_drags_to_both_ends(shown: ComparisonView, qtbot) -> None:
    column = shown.strip.columns[1]
    minimap, bar = column.minimap, column.pane.verticalScrollBar()
    grip = minimap.handle().center().toPoint()
    qtbot.mousePress(minimap, Qt.MouseButton.LeftButton, pos=grip)
    qtbot.mouseMove(minimap, QPoint(grip.x(), minimap.height() + 40))
    assert bar.value() == bar.maximum()
    assert all(p.verticalScrollBar().value() == p.verticalScrollBar().maximum() for p in shown.panes)
    qtbot.mouseMove(minimap, QPoint(grip.x(), -40))
    qtbot.mouseRelease(minimap, Qt.MouseButton.LeftButton, pos=QPoint(grip.x(), -40))
    assert bar.value() == 0
    assert shown.scroll_sync.driver is column.pane


def test_a_click_in_a_minimap_brings_the_handle_there(shown: ComparisonView, qtbot) -> None:
    minimap = shown.strip.columns[0].minimap
    qtbot.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=QPoint(4, minimap.height() // 2))
    assert minimap.handle().center().y() == pytest.approx(minimap.height() / 2, abs=3)


def test_bands_join_what_neighbours_share(shown: ComparisonView) -> None:
    first, second, third = shown.panes
    assert {b.passage for b in bands(first, second, 600)} >= {0}
    assert not {b.passage for b in bands(second, third, 600)} & {2}  # the third passage is in two articles only


@pytest.mark.parametrize(
    ("x", "y", "held"), [(0, 15, True), (1, 115, True), (0.5, 60, True), (0, 60, False), (1, 15, False)]
)
def test_a_band_holds_points(x: float, y: float, held: bool) -> None:
    assert Band(0, "passage", (10, 20), (110, 120), 15).holds(x, y) is held


def test_a_click_on_a_band_chooses_its_passage(shown: ComparisonView, qtbot) -> None:
    channel = shown.strip.channels[0]
    band = next(b for b in bands(*shown.panes[:2], channel.height()) if b.passage == 0)
    middle = sum(band.left) / 2
    with qtbot.waitSignal(shown.passageActivated) as said:
        qtbot.mouseClick(channel, Qt.MouseButton.LeftButton, pos=QPoint(1, int(middle)))
    assert said.args == [0]


def test_hovering_a_band_says_what_it_joins(shown: ComparisonView, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, _widget: said.append(words))
    channel = shown.strip.channels[0]
    band = next(b for b in bands(*shown.panes[:2], channel.height()) if b.passage == 0)
    place = QPoint(1, int(sum(band.left) / 2))
    QApplication.sendEvent(channel, QHelpEvent(QEvent.Type.ToolTip, place, channel.mapToGlobal(place)))
    assert "Passage 1" in said[0]
    qtbot.mouseMove(channel, place)
    qtbot.waitUntil(lambda: channel.cursor().shape() == Qt.CursorShape.PointingHandCursor)


def test_everything_is_painted_in_every_theme(shown: ComparisonView, qapp) -> None:
    """Nothing warns while it paints, chosen and not, with hits and without."""
    from reader.ui import theme

    try:
        for name in theme.NAMES:
            theme.apply(qapp, theme.Theme.load(name))
            shown.show_hits("lighthouse")
            shown.next_passage()
            shown.next_conflict()
            minimap = shown.strip.columns[2].minimap.grab().toImage()
            assert minimap.pixelColor(0, minimap.height() - 2) == theme.current()["base"]
            channel = shown.strip.channels[0].grab().toImage()
            assert channel.pixelColor(channel.width() // 2, 0).isValid()
            assert not shown.grab().isNull()
    finally:
        theme.apply(qapp, theme.Theme.load("light"))


def inked(shown: ComparisonView, name: str) -> bool:
    """Whether the first minimap has a mark of that colour."""
    picture = shown.strip.columns[0].minimap.grab().toImage()
    colour = theme.current()[name]
    every = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return any(picture.pixelColor(x, y) == colour for x, y in every)


def test_minimaps_mark_what_clashes_and_not_what_is_but_worth_a_look(shown: ComparisonView, look, settle) -> None:
    shown.state.open(look())
    settle(shown)
    assert inked(shown, "conflict_edge")
    assert not inked(shown, "look_edge")


def box_widths(shown: ComparisonView) -> list[int]:
    return [column.box.width() for column in shown.strip.columns]


def test_panes_share_the_width_and_a_divider_gives_one_what_it_takes_from_its_neighbour(
    shown: ComparisonView, qtbot
) -> None:
    before = box_widths(shown)
    assert sum(before) == shown.width()
    assert max(before) - min(before) <= 1
    divider = shown.strip.findChildren(Divider)[0]
    qtbot.mousePress(divider, Qt.MouseButton.LeftButton, pos=QPoint(2, 50))
    qtbot.mouseMove(divider, QPoint(62, 50))
    qtbot.mouseRelease(divider, Qt.MouseButton.LeftButton, pos=QPoint(2, 50))
    assert box_widths(shown) == [before[0] + 60, before[1] - 60, before[2]]
    qtbot.mouseDClick(divider, Qt.MouseButton.LeftButton)
    assert box_widths(shown) == before


def test_a_pane_shrinks_to_what_can_be_read_and_then_the_row_scrolls(shown: ComparisonView) -> None:
    least = least_width(1.0)
    shown.resize(3 * least + 30, 700)
    assert not shown.strip.horizontalScrollBar().maximum()
    shown.resize(3 * least - 60, 700)
    assert box_widths(shown) == [least] * 3
    assert shown.strip.horizontalScrollBar().maximum() == 60


def test_others_fold_to_their_heads_and_a_click_brings_them_back(shown: ComparisonView, qtbot) -> None:
    columns = shown.strip.columns
    shown.strip.show_only(columns[:1])
    assert box_widths(shown) == [shown.width() - 2 * FOLDED, FOLDED, FOLDED]
    folded = next(one for one in columns[1].box.findChildren(QWidget) if one.accessibleName().endswith("folded"))
    qtbot.mouseClick(folded, Qt.MouseButton.LeftButton)
    assert not any(column.folded for column in columns)
    assert max(box_widths(shown)) - min(box_widths(shown)) <= 1


@pytest.mark.parametrize(
    ("room", "shares", "found"),
    [
        (900, [1, 1, 1], [300, 300, 300]),
        (1000, [1, 1, 1], [333, 334, 333]),
        (900, [4, 1, 1], [600, 150, 150]),
        (900, [9, 1, 2], [655, 100, 145]),
        (250, [1, 1, 1], [100, 100, 100]),
        (0, [], []),
    ],
)
def test_widths_fill_the_room_and_none_falls_under_the_least(room: int, shares: list[float], found: list[int]) -> None:
    assert shared_widths(room, shares, 100) == found


def test_a_divider_stops_where_a_column_can_be_no_narrower() -> None:
    assert divided_widths([300, 200, 300], 0, 500, 150) == [350, 150, 300]
    assert divided_widths([300, 200, 300], 1, -500, 150) == [300, 150, 350]
