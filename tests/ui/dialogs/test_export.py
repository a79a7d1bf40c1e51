"""The export dialog: the sheet follows the form, what cannot be written is said before, nothing is lost by accident."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from reader.export import FORMATS, SECTIONS, Choices
from reader.library import Decision, DecisionKind
from reader.ui.dialogs.export import ExportDialog
from reader.ui.state.export_request import ExportRequest, with_format_suffix
from tests.export.story import comparison

HELD = Choices(decisions={"figures:1": Decision("figures:1", DecisionKind.CONFIRMED, "", "", "2031-01-01")})


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    made = ExportDialog(comparison(), HELD, ExportRequest(), tmp_path / "found")
    qtbot.addWidget(made)
    made.show()
    return made


def ordered(dialog: ExportDialog) -> list[tuple[ExportRequest, Path]]:
    told: list[tuple[ExportRequest, Path]] = []
    dialog.ordered.connect(lambda order, path: told.append((order, path)))
    return told


def sheet(dialog: ExportDialog) -> list[str]:
    return [label.text() for label in dialog.preview.widget().findChildren(QLabel)]


def choose(dialog: ExportDialog, name: str) -> None:
    dialog.format.setCurrentIndex(dialog.format.findData(name))


def test_the_sheet_lists_articles_sections_and_pages(dialog: ExportDialog) -> None:
    words = sheet(dialog)
    assert "A  The Ostermouth Gazette" in words
    assert words[words.index("Figures") + 1] == "4 rows"
    assert any("about" in one and "pages" in one for one in words)
    assert "with 1 decision or note" in words
    assert "Figures: 4 rows" in dialog.preview.accessibleDescription()


def test_the_sheet_follows_every_tick(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.sections["names"], Qt.Key.Key_Space)
    assert "Names" not in sheet(dialog)
    qtbot.keyClick(dialog.decisions, Qt.Key.Key_Space)
    assert not any("decision" in one for one in sheet(dialog))
    qtbot.keyClick(dialog.less, Qt.Key.Key_Space)
    assert "Side by side" not in sheet(dialog)
    assert dialog.sections["side"].isHidden()
    assert dialog.sections["passages"].text() == "Passages that an account lacks"
    assert dialog.order == ExportRequest("pdf", True, frozenset({"names"}), False, True)


@pytest.mark.parametrize("form", FORMATS, ids=lambda one: one.name)
def test_a_format_offers_what_it_can_hold(dialog: ExportDialog, form: object) -> None:
    one = next(f for f in FORMATS if f is form)
    choose(dialog, one.name)
    offered = [name for name, box in dialog.sections.items() if not box.isHidden()]
    assert offered == ([name for name in one.sections if name != "own"] if len(one.sections) > 1 else [])
    assert dialog.bom.isHidden() is (not one.suffix.endswith(".csv"))
    assert dialog.path.text().endswith(f"found{one.suffix}")


def test_a_document_without_sections_cannot_be_ordered(dialog: ExportDialog) -> None:
    for box in dialog.sections.values():
        box.setChecked(False)
    assert not dialog.export.isEnabled()
    assert dialog.complaint.text() == "Tick at least one section."
    dialog.sections["cover"].setChecked(True)
    assert dialog.export.isEnabled()


def test_an_order_is_told_with_its_file(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    told = ordered(dialog)
    qtbot.keyClick(dialog.path, Qt.Key.Key_Return)
    assert told == [(ExportRequest(), tmp_path / "found.pdf")]
    assert not dialog.isVisible()


def test_a_folder_that_is_not_there_is_said_at_once(dialog: ExportDialog, tmp_path: Path) -> None:
    told = ordered(dialog)
    dialog.path.setText(str(tmp_path / "nowhere" / "found.pdf"))
    dialog.export.click()
    assert "There is no folder" in dialog.complaint.text()
    dialog.path.setText("found.pdf")
    dialog.export.click()
    assert "with its folder" in dialog.complaint.text()
    dialog.path.clear()
    assert not dialog.export.isEnabled()
    assert told == []


@pytest.mark.parametrize("agreed", [True, False])
def test_a_file_that_is_there_is_replaced_only_when_a_person_agrees(
    dialog: ExportDialog, tmp_path: Path, agreed: bool
) -> None:
    (tmp_path / "found.pdf").write_bytes(b"something else")
    told = ordered(dialog)
    dialog.export.click()
    box = dialog.findChild(QMessageBox)
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    button = next(b for b in box.buttons() if (b.text() == "&Replace") is agreed)
    button.click()
    assert len(told) == agreed


def test_what_was_chosen_last_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    last = ExportRequest("html", False, frozenset({"record", "side"}), False, False)
    dialog = ExportDialog(comparison(), HELD, last, tmp_path / "found")
    qtbot.addWidget(dialog)
    assert dialog.order == last
    assert dialog.order.choices(HELD).sections == frozenset(SECTIONS) - {"record", "side"}
    assert dialog.order.choices(HELD).decisions == {}


def test_without_decisions_the_wish_for_them_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog(comparison(), Choices(), ExportRequest(decisions=True), tmp_path / "found")
    qtbot.addWidget(dialog)
    assert not dialog.decisions.isEnabled()
    assert dialog.order.decisions


def test_endings_follow_the_format() -> None:
    by_name = {one.name: one for one in FORMATS}
    assert with_format_suffix(Path("/a/x.pdf"), by_name["csv-passages"]) == Path("/a/x.passages.csv")
    assert with_format_suffix(Path("/a/x.passages.csv"), by_name["csv"]) == Path("/a/x.csv")
    assert with_format_suffix(Path("/a/No. 4 sank"), by_name["pdf"]) == Path("/a/No. 4 sank.pdf")
