"""What is on screen before the window's parts are made, and that they come whatever is seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from reader import colours
from reader.paths import Paths
from reader.ui import first_frame
from reader.ui.main_window import MainWindow
from reader.ui.state.session import Session, read_session, write_session
from reader.workspace import Workspace

LONG = 60_000


def bare(paths: Paths, qtbot: QtBot, session: Session) -> MainWindow:
    """The window before it was painted, as it was left."""
    write_session(session, paths.state / "session.json")
    window = MainWindow(paths, lambda: Workspace(paths), crashed)
    qtbot.addWidget(window)
    window.resize(600, 400)
    return window


def crashed(_kind: type[BaseException], error: BaseException, _trace: object) -> None:
    raise error


def seen(window: MainWindow) -> QImage:
    """What it paints before it has parts."""
    image = QImage(window.size(), QImage.Format.Format_RGB32)
    window.render(image)
    return image


@pytest.mark.parametrize("theme", [colours.LIGHT, colours.DARK, colours.HIGH_CONTRAST])
def test_it_shows_where_bar_and_library_will_stand(paths: Paths, qtbot: QtBot, theme: str) -> None:
    window = bare(paths, qtbot, Session(articles=3, side_width=250, bar_height=44, theme=theme))
    image, shades = seen(window), colours.load(theme).named
    assert image.pixelColor(300, 43) == QColor(shades["hair"])
    assert image.pixelColor(249, 200) == QColor(shades["hair"])
    assert image.pixelColor(300, 200) == QColor(shades["window"])


def test_from_right_to_left_the_library_is_at_the_right(paths: Paths, qtbot: QtBot) -> None:
    window = bare(paths, qtbot, Session(articles=3, side_width=250, theme=colours.LIGHT))
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert seen(window).pixelColor(350, 200) == QColor(colours.load(colours.LIGHT).named["hair"])


def test_what_it_shows_stands_where_the_parts_come(paths: Paths, qtbot: QtBot) -> None:
    window = bare(paths, qtbot, Session(articles=3, side_width=first_frame.LEAST_SIDE))
    with qtbot.waitSignal(window.ready, timeout=LONG):
        window.show()
    assert window.dock_layout.toolbar.height() == window.session.bar_height
    assert window.dock_layout.side.width() == first_frame.LEAST_SIDE
    window.close()


def test_a_window_out_of_sight_is_furnished_too(paths: Paths, qtbot: QtBot) -> None:
    window = bare(paths, qtbot, Session())
    with qtbot.waitSignal(window.ready, timeout=LONG):
        window.showMinimized()
    window.close()


def test_a_window_closed_at_once_ends_in_good_order(paths: Paths, qtbot: QtBot) -> None:
    window = bare(paths, qtbot, Session(articles=3, ticked=("one",)))
    window.show()
    window.close()
    assert not window.isVisible()
    kept = read_session(paths.state / "session.json")
    assert (kept.articles, kept.ticked, kept.bar_height) == (
        3,
        ("one",),
        window.dock_layout.toolbar.sizeHint().height(),
    )
