"""A PDF is verified from the window as on the command line, and what does not hold is named first."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reader.ui.controllers.verification import answer
from reader.ui.dialogs.verification import VerificationDialog
from reader.ui.main_window import MainWindow
from reader.ui.widgets.controls import FileDialog
from reader.ui.widgets.message_bar import MessageKind

LONG = 60_000


@pytest.fixture
def pack(filled: MainWindow, tmp_path: Path, qtbot: QtBot) -> Path:
    model = filled.sidebar.library.model
    filled.comparisons.compare(model.ids(model.index(0, 0)))
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 3 and filled.loader.done, timeout=LONG)
    path = tmp_path / "pack.pdf"
    filled.export.write(path)
    qtbot.waitUntil(path.exists, timeout=LONG)
    return path


def verified(window: MainWindow, path: Path, qtbot: QtBot) -> VerificationDialog:
    window.commands["verify"].trigger()
    chooser = window.findChild(FileDialog)
    assert Path(chooser.directory().absolutePath()) == path.parent, "where it was just written"
    chooser.fileSelected.emit(str(path))
    chooser.reject()
    qtbot.waitUntil(lambda: isinstance(window.dialogs.open, VerificationDialog), timeout=LONG)
    assert isinstance(window.dialogs.open, VerificationDialog)
    return window.dialogs.open


def rows(dialog: VerificationDialog) -> list[tuple[str, str]]:
    table = dialog.table
    return [(table.item(at, 0).text(), table.item(at, 1).text()) for at in range(table.rowCount())]


def test_a_pdf_that_is_what_it_was_says_so(filled: MainWindow, pack: Path, qtbot: QtBot) -> None:
    dialog = verified(filled, pack, qtbot)
    assert dialog.heading.text() == "Articles and pages are what they were. Nobody signed it."
    told = rows(dialog)
    assert [result for result, _words in told] == ["As it was"] * 4 + [""]
    assert "not signed" in told[-1][1]
    dialog.copy.click()
    assert str(pack) in QGuiApplication.clipboard().text()


def test_what_has_changed_is_named_first(filled: MainWindow, pack: Path, stories: list[Path], qtbot: QtBot) -> None:
    changed = stories[1]
    changed.write_text(changed.read_text(encoding="utf-8").replace("212", "221"), encoding="utf-8")
    dialog = verified(filled, pack, qtbot)
    assert dialog.heading.text() == "Not all of this PDF is what it was, or could be looked at."
    assert rows(dialog)[0][0] == "Changed"
    assert changed.name in rows(dialog)[0][1]


def test_any_other_pdf_is_told_for_what_it_is(filled: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "other.pdf"
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    document.save(path)
    filled.verification.verify(path)
    shown = filled.central.messages
    qtbot.waitUntil(lambda: any(one.kind is MessageKind.ERROR for one in shown.shown), timeout=LONG)
    [error] = [one for one in shown.shown if one.kind is MessageKind.ERROR]
    assert error.text.startswith("No comparison is attached to")


def test_nobody_waits_for_what_was_cancelled(tmp_path: Path) -> None:
    class Stop(Exception):
        pass

    def progress(_done: int, _total: int, _what: str = "") -> None:
        raise Stop

    with pytest.raises(Stop):
        answer(tmp_path / "missing.pdf", progress)
