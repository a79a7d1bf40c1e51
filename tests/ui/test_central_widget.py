"""The bar that counts the hits of a search and walks through them, beside the one that finds words."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow


def search(window: MainWindow, words: str, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.search.field, words)
    qtbot.waitUntil(lambda: window.search.is_answered, timeout=60_000)


def opened(window: MainWindow, words: str, qtbot: QtBot) -> None:
    search(window, words, qtbot)
    qtbot.keyClick(window.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.comparisons.ids) == 1, timeout=60_000)
    qtbot.waitUntil(window.central.hits_bar.isVisible)


def test_opening_a_hit_goes_to_its_first_word_and_f3_to_the_next(filled: MainWindow, qtbot: QtBot) -> None:
    opened(filled, "coastguard", qtbot)
    bar = filled.central.hits_bar
    assert bar.label.text() == "Hit 1 of 2"
    qtbot.waitUntil(lambda: filled.panes.ready)
    assert bar.label.text() == "Hit 1 of 2"
    pane = filled.panes.panes[0]
    first = pane.search_highlighter.current
    assert first is not None
    assert first.of(pane.article.text) == "coastguard"
    filled.commands["find-next"].trigger()
    assert bar.label.text() == "Hit 2 of 2"
    assert pane.search_highlighter.current != first
    bar.buttons[0].click()
    assert bar.label.text() == "Hit 1 of 2"


def test_f3_walks_through_hits_of_several_articles(filled: MainWindow, qtbot: QtBot) -> None:
    everything = [
        row for at in range(3) for row in filled.sidebar.library.model.ids(filled.sidebar.library.model.index(at, 0))
    ]
    filled.service.ticks.replace(list(dict.fromkeys(everything))[:3])
    search(filled, "sandbank", qtbot)
    qtbot.keyClick(filled.search.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 3, timeout=60_000)
    bar = filled.central.hits_bar
    qtbot.waitUntil(lambda: bar.label.text() == "4 hits")
    numbers = []
    for _ in range(4):
        filled.commands["find-next"].trigger()
        numbers.append(bar.label.text())
    assert numbers == [f"Hit {n} of 4" for n in (1, 2, 3, 4)]
    filled.commands["find-previous"].trigger()
    assert bar.label.text() == "Hit 3 of 4"


def test_f3_goes_to_what_was_sought_after_the_articles_were_opened(filled: MainWindow, qtbot: QtBot) -> None:
    opened(filled, "coastguard", qtbot)
    search(filled, "ladder", qtbot)
    filled.commands["find-next"].trigger()
    assert filled.central.find_bar.isHidden()
    pane = filled.panes.panes[0]
    assert pane.search_highlighter.current is not None
    assert pane.search_highlighter.current.of(pane.article.text) == "ladder"


def test_finding_words_takes_its_place_and_gives_it_back(filled: MainWindow, qtbot: QtBot) -> None:
    opened(filled, "coastguard", qtbot)
    bar, find = filled.central.hits_bar, filled.central.find_bar
    filled.commands["find"].trigger()
    assert bar.isHidden()
    qtbot.keyClicks(find.field, "ladder")
    qtbot.keyClick(find.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(bar.isVisible)


def test_its_cross_takes_the_marks_away(filled: MainWindow, qtbot: QtBot) -> None:
    opened(filled, "coastguard", qtbot)
    filled.central.hits_bar.closer.click()
    qtbot.waitUntil(lambda: not filled.panes.panes[0].search_highlighter.hits)
    assert filled.central.hits_bar.isHidden()


def test_another_search_marks_its_own_words_in_the_same_article(filled: MainWindow, qtbot: QtBot) -> None:
    opened(filled, "inquiry", qtbot)
    search(filled, "inspection", qtbot)
    qtbot.keyClick(filled.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: filled.panes.sought == "inspection", timeout=60_000)
