"""Documents leave the window: whole, in the format asked for, and with a way to them afterwards."""

import csv
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reader.ui.compare.header import Header
from reader.ui.controllers.export import existing
from reader.ui.dialogs.export import ExportDialog
from reader.ui.main_window import MainWindow
from reader.ui.progress_area import ProgressArea
from reader.ui.state.export_request import ExportRequest, gathered
from reader.ui.widgets.message_bar import MessageKind
from tests.ui.driver import workspace_of

LONG = 60_000
LIKE = 6
"""How far apart the mean grey of two renderings of one page may lie, of 255."""


@pytest.fixture
def open_comparison(filled: MainWindow, qtbot: QtBot) -> MainWindow:
    model = filled.sidebar.library.model
    filled.comparisons.compare(model.ids(model.index(0, 0)))
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 3 and filled.loader.done, timeout=LONG)
    filled.central.messages.clear()
    return filled


def said(window: MainWindow, kind: MessageKind) -> list[str]:
    return [message.text for message in window.central.messages.shown if message.kind is kind]


def test_the_ending_of_a_name_decides(open_comparison: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "found.json"
    open_comparison.export.write(path, "pdf")
    qtbot.waitUntil(lambda: said(open_comparison, MessageKind.SUCCESS) == ["Exported found.json"], timeout=LONG)
    assert path.read_text(encoding="utf-8").startswith("{")


def test_two_formats_of_one_ending_are_told_apart(open_comparison: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    for name, form in (("figures.csv", "csv"), ("passages.csv", "csv-passages")):
        open_comparison.export.write(tmp_path / name, form)
        qtbot.waitUntil((tmp_path / name).exists, timeout=LONG)
    first, second = (
        (tmp_path / name).read_text(encoding="utf-8-sig").splitlines()[0] for name in ("figures.csv", "passages.csv")
    )
    assert first != second


def test_only_the_differences_when_asked(open_comparison: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    whole, less = tmp_path / "whole.html", tmp_path / "less.html"
    open_comparison.export.write(whole)
    open_comparison.export.write(less, differences_only=True)
    qtbot.waitUntil(lambda: whole.exists() and less.exists(), timeout=LONG)
    assert less.stat().st_size < whole.stat().st_size


def test_from_the_key_to_the_folder(
    open_comparison: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    window = open_comparison
    window.export.folder = str(tmp_path)
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(window.dialogs.open, ExportDialog), timeout=LONG)
    dialog = window.dialogs.open
    assert isinstance(dialog, ExportDialog)
    dialog.format.setCurrentIndex(dialog.format.findData("html"))
    dialog.sections["names"].setChecked(False)
    dialog.path.setText(str(tmp_path / "account.html"))
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: said(window, MessageKind.SUCCESS) == ["Exported account.html"], timeout=LONG)
    assert 'id="ledger"' in (tmp_path / "account.html").read_text(encoding="utf-8")
    assert 'id="names"' not in (tmp_path / "account.html").read_text(encoding="utf-8")
    assert (window.session.export_format, window.session.export_left_out) == ("html", ("names",))
    buttons = window.central.messages.shown[0].findChildren(QPushButton)
    next(b for b in buttons if b.text() == "Show in Folder").click()
    assert shown == [str(tmp_path)]


def test_decisions_and_notes_go_into_the_document(open_comparison: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_comparison
    assert window.ledger is not None
    window.commands["go-figures"].trigger()
    window.ledger.acts.decided.emit(window.ledger.acts.finding, "dismissed", "one counts the crew too", "ask the pier")
    qtbot.waitUntil(lambda: "1 dismissed" in window.ledger.bar.findChild(QLabel).text(), timeout=LONG)
    workspace, found = workspace_of(window), window.comparisons.comparison
    assert found is not None
    known = gathered(workspace, found)
    assert [one.reason for one in ExportRequest().choices(known).decisions.values()] == ["one counts the crew too"]
    assert ExportRequest(decisions=False).choices(known).decisions == {}
    assert all(known.provenance[article.id].imported for article in found.articles)
    for name, order in (("with", ExportRequest("html")), ("without", ExportRequest("html", decisions=False))):
        window.export.write_as(found, tmp_path / f"{name}.html", order, None)
        qtbot.waitUntil((tmp_path / f"{name}.html").exists, timeout=LONG)
    assert "one counts the crew too" in (tmp_path / "with.html").read_text(encoding="utf-8")
    assert "one counts the crew too" not in (tmp_path / "without.html").read_text(encoding="utf-8")


def test_a_cancelled_export_leaves_nothing(open_comparison: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    area = open_comparison.dock_layout.findings.findChild(ProgressArea)
    area.findChild(QTimer).setInterval(0)  # a quick machine may be done before it shows itself
    open_comparison.export.write(tmp_path / "found.pdf")
    qtbot.waitUntil(area.isVisible, timeout=LONG)
    qtbot.mouseClick(area.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: said(open_comparison, MessageKind.INFO) == ["Export cancelled; nothing was written."], timeout=LONG
    )
    assert list(tmp_path.glob("*.pdf")) == []
    assert list(tmp_path.glob(".parallax*")) == []


def test_a_place_that_cannot_be_written_is_said(open_comparison: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    open_comparison.export.write(tmp_path / "nowhere" / "found.json")
    qtbot.waitUntil(lambda: len(said(open_comparison, MessageKind.ERROR)) == 1, timeout=LONG)
    assert not (tmp_path / "nowhere").exists()
    again = open_comparison.central.messages.shown[0].findChildren(QPushButton)[0]
    again.click()
    qtbot.waitUntil(lambda: isinstance(open_comparison.dialogs.open, ExportDialog), timeout=LONG)


def test_the_proposed_name_is_a_file_name(open_comparison: MainWindow) -> None:
    name = open_comparison.export.proposed()
    assert name
    assert not set(name) & set('/\\:*?"<>|\n')


def grey(page: pypdfium2.PdfPage) -> float:
    """How light a page is on the whole."""
    dots = bytes(page.render(scale=0.2, grayscale=True).buffer)
    return sum(dots) / len(dots)


def test_what_is_printed_is_what_is_exported(open_comparison: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    open_comparison.export.write(tmp_path / "exported.pdf")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    open_comparison.export.print_on(printer)
    qtbot.waitUntil(lambda: "Sent to the printer." in said(open_comparison, MessageKind.INFO), timeout=LONG)
    qtbot.waitUntil((tmp_path / "exported.pdf").exists, timeout=LONG)
    printed, exported = (pypdfium2.PdfDocument(tmp_path / name) for name in ("printed.pdf", "exported.pdf"))
    assert len(printed) == len(exported)
    for page, twin in zip(printed, exported, strict=True):
        assert abs(grey(page) - grey(twin)) < LIKE
    printed.close()
    exported.close()


def test_only_the_pages_asked_for_are_printed(open_comparison: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 2)
    open_comparison.export.print_on(printer)
    qtbot.waitUntil(lambda: "Sent to the printer." in said(open_comparison, MessageKind.INFO), timeout=LONG)
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as printed:
        assert len(printed) == 1


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)  # Qt's own word on it, beside ours
def test_a_printer_that_cannot_print_is_said(open_comparison: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    open_comparison.export.print_on(printer)
    qtbot.waitUntil(lambda: said(open_comparison, MessageKind.ERROR) == ["The printer does not answer."], timeout=LONG)


@pytest.mark.parametrize("there", [True, False])
def test_the_folder_offered_at_first_exists(there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home may have no folder of documents: many a machine makes none."""
    home, wanted = tmp_path / "home", tmp_path / "home" / "Documents"
    home.mkdir()
    if there:
        wanted.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(wanted))
    monkeypatch.setattr(Path, "home", lambda: home)
    assert existing("") == (wanted if there else home)
    assert existing(str(home / "gone" / "further")) == home


def test_a_document_calls_accounts_by_the_letters_of_their_panes_where_these_were_moved(
    open_comparison: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window, path = open_comparison, tmp_path / "moved.csv"
    before = window.panes.order
    window.findChildren(Header)[0].moved.emit(1)
    qtbot.waitUntil(lambda: window.panes.order != before)
    window.export.write(path)
    qtbot.waitUntil(lambda: bool(said(window, MessageKind.SUCCESS)), timeout=LONG)
    lines = csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines())
    called = {line["article"]: line["account"] for line in lines}
    assert len(called) > 1
    letters = dict(zip(window.panes.order, "ABC", strict=True))
    assert called == {article: letters[article] for article in called}
