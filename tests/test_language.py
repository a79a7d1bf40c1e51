"""The language that is spoken: the one chosen, else the system's first, and English before whatever comes after it."""

import struct
from pathlib import Path

import pytest

from reader import i18n, language
from reader.paths import Paths
from reader.settings import InterfaceOptions, Settings, write_settings


@pytest.fixture(autouse=True)
def _english_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_catalogue", i18n._catalogue)
    monkeypatch.setattr(i18n, "_tongue", i18n._tongue)


@pytest.fixture
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A German and a Spanish catalogue of one word."""
    for code, word in (("de", "fertig"), ("es", "hecho")):
        folder = tmp_path / "i18n" / code / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "parallax.mo").write_bytes(
            compiled({"": f"Language: {code}\nContent-Type: text/plain; charset=UTF-8\n", "done": word})
        )
    monkeypatch.setattr("reader.language.shipped", lambda _kind: tmp_path)
    return tmp_path


def compiled(words: dict[str, str]) -> bytes:
    """A catalogue as gettext reads it."""
    rows = sorted((key.encode(), value.encode()) for key, value in words.items())
    begin, keys, values, body = 28 + 16 * len(rows), b"", b"", b""
    for column in (0, 1):
        for row in rows:
            entry = struct.pack("<II", len(row[column]), begin + len(body))
            keys, values = (keys + entry, values) if column == 0 else (keys, values + entry)
            body += row[column] + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0) + keys + values + body


def test_the_language_chosen_is_spoken(paths: Paths, catalogues: Path) -> None:
    write_settings(Settings(interface=InterfaceOptions(language="es")), paths.settings)
    assert language.speak(paths, ["de-DE"]) == "es"
    assert i18n._("done") == "hecho"
    assert i18n.language() == "es"


def test_english_can_be_chosen(paths: Paths, catalogues: Path) -> None:
    write_settings(Settings(interface=InterfaceOptions(language="en")), paths.settings)
    language.speak(paths, ["de-DE"])
    assert (i18n._("done"), i18n.language()) == ("done", "en")


@pytest.mark.parametrize(
    ("system", "word"),
    [
        (["de-AT", "en-GB"], "fertig"),
        (["en-GB", "de-AT"], "done"),
        (["fr-FR", "es"], "hecho"),
        (["C"], "done"),
        (["ca_ES.UTF-8"], "done"),
    ],
)
def test_the_system_is_followed_up_to_english(paths: Paths, catalogues: Path, system: list[str], word: str) -> None:
    assert language.speak(paths, system) == ""
    assert i18n._("done") == word


def test_the_environment_is_asked_where_nobody_knows(
    paths: Paths, catalogues: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "de:en")
    language.speak(paths)
    assert i18n._("done") == "fertig"


@pytest.mark.parametrize(
    "stored",
    ["", "{", "[]", '{"interface": 3}', '{"interface": {"language": "../de"}}', '{"interface": {"language": 3}}'],
)
def test_odd_settings_are_the_systems(paths: Paths, catalogues: Path, stored: str) -> None:
    paths.settings.parent.mkdir(parents=True)
    paths.settings.write_text(stored)
    assert language.speak(paths, ["de"]) == ""
    assert i18n._("done") == "fertig"
