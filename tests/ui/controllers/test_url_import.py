"""Addresses: asked about first, fetched when the person says so, and never a word to a server before."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reader.ui.dialogs.import_dialogs import AddressDialog
from reader.ui.main_window import MainWindow
from reader.ui.widgets.message_bar import MessageKind
from tests.importing.server import Server, said, serving
from tests.samples.make import page
from tests.samples.story import TEXT
from tests.ui.driver import workspace_of


@pytest.fixture
def server() -> Iterator[Server]:
    routes = {"/crane": said(page()), "/secret": said("no", status=403)}
    with serving({**routes, "/silent": lambda _handler: one.stopping.wait(20) and None}) as one:
        yield one


def ids(window: MainWindow) -> list[str]:
    """What the library holds."""
    return workspace_of(window).library.ids()


def asked(window: MainWindow) -> AddressDialog:
    dialog = window.dialogs.open
    assert isinstance(dialog, AddressDialog)
    return dialog


def test_an_address_is_typed_and_fetched(window: MainWindow, server: Server, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = asked(window)
    assert dialog.field.text() == ""
    assert not dialog.fetch.isEnabled()
    qtbot.keyClicks(dialog.field, f"{server.address}/crane")
    assert dialog.note.text().startswith("127.0.0.1 will be asked for this one page")
    assert not server.asked
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [message.text for message in window.central.messages.shown] == ["1 article added."])
    assert server.paths == ["/robots.txt", "/crane"]
    [article_id] = ids(window)
    assert workspace_of(window).article(article_id).text == TEXT


def test_what_is_no_address_cannot_be_fetched(window: MainWindow, qtbot: QtBot) -> None:
    window.url_import.ask("https://")
    dialog = asked(window)
    for text in ("https://", "nonsense", "ftp://a.example", "https://a b", "http://[::1"):
        dialog.field.setText(text)
        assert not dialog.fetch.isEnabled(), text
    dialog.field.setText(" https://a.example/x ")
    assert dialog.fetch.isEnabled()


def test_a_pasted_address_is_asked_about_and_not_fetched(window: MainWindow, server: Server, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(f"{server.address}/crane\n")
    qtbot.keyClick(window.central.welcome.demo, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = asked(window)
    assert dialog.field.text() == f"{server.address}/crane"
    dialog.reject()
    assert window.dialogs.open is None
    assert not server.asked
    qtbot.keyClick(window.central.welcome.demo, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    asked(window).fetch.click()
    qtbot.waitUntil(lambda: len(ids(window)) == 1)


def test_an_address_in_the_clipboard_is_offered(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("https://courier.example/crane")
    window.commands["import-address"].trigger()
    assert asked(window).field.text() == "https://courier.example/crane"


def test_a_dropped_link_is_asked_about(window: MainWindow) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://courier.example/crane?a=%20b")])
    data.setText("https://courier.example/crane?a=%20b")
    where, copy = QPoint(300, 300), Qt.DropAction.CopyAction
    event = QDragEnterEvent(where, copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, event)
    assert event.isAccepted()
    assert window.drops.hint.words == "Drop to fetch the page from courier.example"
    drop = QDropEvent(QPointF(300, 300), copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, drop)
    assert asked(window).field.text() == "https://courier.example/crane?a=%20b"


def test_a_refusal_says_what_to_do_and_opens_the_browser(
    window: MainWindow, server: Server, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    window.url_import.fetch(f"{server.address}/secret")
    qtbot.waitUntil(lambda: bool(window.central.messages.shown))
    [message] = window.central.messages.shown
    assert message.kind is MessageKind.ERROR
    assert "save it and import the file" in message.text
    message.findChild(QPushButton).click()
    assert opened == [f"{server.address}/secret"]


def test_fetching_is_shown_and_can_be_cancelled(window: MainWindow, server: Server, qtbot: QtBot) -> None:
    window.url_import.fetch(f"{server.address}/silent")
    [job] = [job for job in window.service.tasks.running if job.title]
    assert job.title == "Fetching"
    qtbot.waitUntil(lambda: "/silent" in server.paths)
    window.service.tasks.cancel(job.key)
    assert not [job for job in window.service.tasks.running if job.title]
    assert not window.central.messages.shown


def test_markup_in_the_clipboard_keeps_its_paragraphs(window: MainWindow, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setHtml("<h1>Lighthouse to be sold</h1><p>It will be sold in June.</p><p>It was built in 1871.</p>")
    data.setText("Lighthouse to be sold\nIt will be sold in June.\nIt was built in 1871.")
    data.setData("text/x-moz-url-priv", "https://courier.example/lighthouse".encode("utf-16-le"))
    assert window.imports.take_mime(data)
    qtbot.waitUntil(lambda: len(ids(window)) == 1)
    [article_id] = ids(window)
    article = workspace_of(window).article(article_id)
    assert article.text == "Lighthouse to be sold\n\nIt will be sold in June.\n\nIt was built in 1871.\n"
    assert article.url == "https://courier.example/lighthouse"
