"""A language chosen while the program runs: what is opened after that speaks it."""

import gettext
import re
from collections.abc import Callable

import pytest

from reader import i18n
from reader.ui.actions.specs import ACTIONS, full_names
from reader.ui.main_window import MainWindow


def capitals(words: str) -> str:
    """All but what is put in later."""
    return re.sub(r"\{\w*\}|[^{]+", lambda part: part[0] if part[0].startswith("{") else part[0].upper(), words)


class Shouted(gettext.NullTranslations):
    """A language that everybody can check: every word in capitals."""

    def gettext(self, message: str) -> str:
        return capitals(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return capitals(msgid1 if n == 1 else msgid2)


@pytest.fixture
def shouted(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on, another language."""
    monkeypatch.setattr(i18n, "_catalogue", Shouted())


def test_the_next_window_speaks_it(open_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch) -> None:
    first = open_window()
    assert first.commands["quit"].text() == "&Quit"
    first.close()
    monkeypatch.setattr(i18n, "_catalogue", Shouted())
    second = open_window()
    assert [menu.text() for menu in second.dock_layout.toolbar.menus.actions()] == [
        "&FILE", "&EDIT", "&LIBRARY", "&COMPARE", "&VIEW", "&HELP",
    ]  # fmt: skip
    assert second.commands["quit"].text() == "&QUIT"
    titles = {tab.name: tab.part.tab for tab in second.dock_layout.findings.bar.tabs}
    assert titles["quotations"] == "QUOTATIONS"


@pytest.mark.usefixtures("shouted")
def test_every_command_speaks_it() -> None:
    assert all(spec.text == spec.text.upper() for spec in ACTIONS)
    assert all(spec.tip == spec.tip.upper() for spec in ACTIONS)
    assert full_names()["export-story"] == "KEEP AND SHARE: EXPORT STORY"


def test_the_empty_string_is_no_word() -> None:
    """gettext answers it with the head of the catalogue."""
    assert i18n._("") == ""
