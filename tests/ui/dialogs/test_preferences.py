"""The settings as a form: every field has a row, what is not touched stays, and what is open follows."""

import dataclasses
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialogButtonBox, QDoubleSpinBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from reader.compare.options import CompareOptions, FigureOptions, PassageOptions
from reader.settings import InterfaceOptions, OpeningOptions, Settings, read_settings
from reader.ui import typography
from reader.ui.dialogs.folders import LibraryPlaceOptions
from reader.ui.dialogs.preferences import LOOKS, Preferences, leaves
from reader.ui.main_window import MainWindow
from reader.ui.services.task_runner import NO_KEY
from tests.ui.driver import workspace_of

ODD = Settings(compare=CompareOptions(PassageOptions(cutoff=61.26), FigureOptions(tolerance=0.01234)))


def press_ok(form: Preferences) -> None:
    form.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()


def test_every_setting_has_a_row_with_words_of_its_own(qtbot: QtBot) -> None:
    form = Preferences(Settings(), lambda _settings: None)
    qtbot.addWidget(form)
    paths = {path for path, _value in leaves(Settings())} - {("watching", "notify")}  # stands where folders are chosen
    assert set(form.editors) == paths
    assert {".".join(path) for path in paths} == set(LOOKS)
    assert all(editor.accessibleName() for editor in form.editors.values())


def test_what_is_not_touched_stays_to_the_last_digit(qtbot: QtBot) -> None:
    form = Preferences(ODD, lambda _settings: None)
    qtbot.addWidget(form)
    assert form.settings() == ODD


def test_what_is_touched_is_told(qtbot: QtBot) -> None:
    told: list[Settings] = []
    form = Preferences(ODD, told.append)
    qtbot.addWidget(form)
    size, folds = form.editors["importing", "max_bytes"], form.editors["importing", "mark_boilerplate"]
    assert isinstance(size, QDoubleSpinBox)
    assert isinstance(folds, QCheckBox)
    size.setValue(5)
    folds.setChecked(False)
    press_ok(form)
    importing = dataclasses.replace(ODD.importing, max_bytes=5 * 1024 * 1024, mark_boilerplate=False)
    assert told == [dataclasses.replace(ODD, importing=importing)]
    assert isinstance(told[0].importing.max_bytes, int)


def test_defaults_come_back(qtbot: QtBot) -> None:
    form = Preferences(ODD, lambda _settings: None)
    qtbot.addWidget(form)
    box = form.findChild(QDialogButtonBox)
    box.button(QDialogButtonBox.StandardButton.RestoreDefaults).click()
    assert form.settings() == Settings()


def test_what_is_open_follows_and_the_file_is_kept(filled: MainWindow, qtbot: QtBot) -> None:
    model = filled.sidebar.library.model
    filled.comparisons.compare(model.ids(model.index(0, 0)))
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 3, timeout=60_000)
    before = filled.comparisons.comparison
    assert before is not None
    assert before.passages
    qtbot.keyClick(filled, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(filled.dialogs.open, Preferences))
    form = filled.dialogs.open
    assert isinstance(form, Preferences)
    words = form.editors["compare", "passages", "least_words"]
    assert isinstance(words, QDoubleSpinBox)
    words.setValue(50)
    press_ok(form)
    qtbot.waitUntil(lambda: filled.comparisons.comparison is not before, timeout=60_000)
    assert filled.comparisons.comparison is not None
    assert filled.comparisons.comparison.passages == ()
    workspace = workspace_of(filled)
    assert read_settings(workspace.paths.settings).compare.passages.least_words == 50


def test_another_search_engine_is_chosen_and_the_index_follows(filled: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not filled.service.tasks.running, timeout=60_000)
    form = Preferences(Settings(), filled.settings.apply)
    qtbot.addWidget(form)
    engines = form.editors["search", "engine"]
    assert isinstance(engines, QComboBox)
    assert engines.currentText() == "By the library's size"
    engines.setCurrentIndex(engines.findText("SQLite FTS5"))
    found: list[str] = []
    with qtbot.waitSignal(filled.settings.engineChanged, timeout=60_000):
        press_ok(form)

    def has_followed() -> bool:
        filled.service.run(NO_KEY, lambda ws, _progress: ws._indexer.index().engine, found.append)
        return "fts5" in found

    qtbot.waitUntil(has_followed, timeout=60_000)


def test_a_proxy_that_is_none_keeps_the_form_open(qtbot: QtBot) -> None:
    told: list[Settings] = []
    form = Preferences(Settings(), told.append)
    qtbot.addWidget(form)
    form.show()
    proxy, address = form.editors["importing", "proxy"], form.editors["importing", "proxy_address"]
    assert isinstance(proxy, QComboBox)
    assert isinstance(address, QLineEdit)
    assert not address.isEnabled()
    proxy.setCurrentIndex(proxy.findData("manual"))
    assert address.isEnabled()
    address.setText("ftp://x")
    press_ok(form)
    assert told == []
    assert form.isVisible()
    assert address.isVisible(), "its page is in front"
    address.setText(" socks5://127.0.0.1:9050 ")
    press_ok(form)
    assert told[0].importing.proxy_address == "socks5://127.0.0.1:9050"


def test_the_theme_is_worn_when_it_is_another(qtbot: QtBot) -> None:
    worn: list[str] = []
    form = Preferences(Settings(), lambda _settings: None, theme="dark", set_theme=worn.append)
    qtbot.addWidget(form)
    assert form.theme.currentText() == "Dark"
    press_ok(form)
    assert worn == []
    form.theme.setCurrentIndex(form.theme.findData("light"))
    press_ok(form)
    assert worn == ["light"]


def test_no_row_is_cut_off(qtbot: QtBot) -> None:
    form = Preferences(Settings(), lambda _settings: None, place=LibraryPlaceOptions(Path("/x"), print, print))
    qtbot.addWidget(form)
    form.show()
    for at in range(form.pages.count()):
        form.pages.setCurrentIndex(at)
        page = form.pages.currentWidget()
        assert page is not None
        for label in page.findChildren(QLabel):
            if label.isVisible() and not label.wordWrap():
                assert label.sizeHint().width() <= label.width() + 1, label.text()


def test_the_letters_of_what_is_open_follow(filled: MainWindow, qtbot: QtBot) -> None:
    model = filled.sidebar.library.model
    filled.comparisons.compare(model.ids(model.index(0, 0)))
    qtbot.waitUntil(lambda: filled.panes.active is not None, timeout=60_000)
    before = typography.current()
    interface = InterfaceOptions(face="sans", size=20.0, measure=40)
    filled.settings.change(lambda settings: dataclasses.replace(settings, interface=interface))

    def has_followed() -> bool:
        active = filled.panes.active
        return active is not None and active.pane.font().pointSizeF() == 20.0

    try:
        qtbot.waitUntil(has_followed, timeout=60_000)
        assert filled.panes.active is not None
        assert "DejaVu Sans" in filled.panes.active.pane.font().families()
        assert typography.current().measure == 40
    finally:
        typography.use(InterfaceOptions())
    assert typography.current() == before


def test_a_comparison_opens_as_the_preferences_say(filled: MainWindow, qtbot: QtBot) -> None:
    opening = OpeningOptions(scrolling="proportional", figures="hidden", place="passage")
    filled.settings.change(lambda settings: dataclasses.replace(settings, opening=opening))
    qtbot.waitUntil(lambda: filled.service.settings is not None and filled.service.settings.opening == opening)
    model = filled.sidebar.library.model
    filled.comparisons.compare(model.ids(model.index(0, 0)))
    qtbot.waitUntil(lambda: filled.state.chosen_passage is not None, timeout=60_000)
    assert filled.session.scroll_mode == "proportional"
    assert not filled.dock_layout.findings.is_open


def test_what_comes_back_with_the_window_stands_as_it_was(filled: MainWindow, qtbot: QtBot) -> None:
    opening = OpeningOptions(scrolling="proportional", place="passage")
    filled.settings.change(lambda settings: dataclasses.replace(settings, opening=opening))
    qtbot.waitUntil(lambda: filled.service.settings is not None and filled.service.settings.opening == opening)
    model = filled.sidebar.library.model
    ids = model.ids(model.index(0, 0))
    filled.comparison_start.leave(ids)
    filled.comparisons.restore(ids)
    qtbot.waitUntil(
        lambda: filled.loader is not None and filled.loader.done and len(filled.comparisons.ids) == 3, timeout=60_000
    )
    assert filled.session.scroll_mode == "matched"
    assert filled.state.chosen_passage is None
