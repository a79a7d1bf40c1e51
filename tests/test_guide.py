"""The guide tells the truth: its commands run, the menus and keys it names are there, its pictures too."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import cli
from reader.guide import Chapter, chapters
from reader.i18n import _, use
from reader.paths import Paths, shipped
from reader.ui.actions.specs import ACTIONS, MENUS, strip_mnemonic

LANGUAGES = ("en", "de", "es")
ALL = [pytest.param(one, id=f"{language}-{one.path.stem}") for language in LANGUAGES for one in chapters(language)
       if one.language == language]  # fmt: skip
BLOCK = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PATH = re.compile(r"\*\*([^*\n]+ > [^*]+)\*\*")


@pytest.fixture
def spoken(chapter: Chapter) -> Iterator[None]:
    """The program in the language of the chapter."""
    use(shipped("resources") / "i18n", [chapter.language])
    yield
    use(shipped("resources") / "i18n", ["en"])


def commands(chapter: Chapter) -> list[str]:
    lines = [line for block in BLOCK.findall(chapter.text) for line in block.splitlines()]
    # Signing asks for a certificate: tests/export/test_signing.py has one.
    return [line for line in lines if line.startswith("parallax ") and not line.startswith("parallax sign")]


def test_its_commands_run(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for sample in (shipped("data") / "samples").glob("*.txt"):
        shutil.copy(sample, tmp_path)
    monkeypatch.chdir(tmp_path)
    lines = [line for language in LANGUAGES for chapter in chapters(language) for line in commands(chapter)]
    lines = list(dict.fromkeys(lines))  # most chapters say the same in every language
    assert len(lines) >= 15
    for line in lines:
        status = cli.main(shlex.split(line)[1:])
        assert status == ("--exit-code" in line), f"{line}: {capsys.readouterr().err}"


def menu_paths() -> set[str]:
    """Every command and submenu by the menus that lead to it."""
    rows = {row.id: strip_mnemonic(row.text) for row in ACTIONS}
    found = set()
    for title, entries in MENUS:
        for entry in entries:
            inner = entry[1] if isinstance(entry, tuple) else (entry,)
            before = [title, entry[0]] if isinstance(entry, tuple) else [title]
            way = [strip_mnemonic(_(part)) for part in before]
            found |= {" > ".join(way), *(" > ".join([*way, rows[name]]) for name in inner if name in rows)}
    return found


@pytest.mark.parametrize("chapter", ALL)
def test_the_menus_that_it_names_are_there(chapter: Chapter, spoken: None) -> None:
    named = {re.sub(r"\s+", " ", path).rstrip("…") for path in PATH.findall(chapter.text)}
    assert named <= menu_paths()


@pytest.mark.parametrize("chapter", ALL)
def test_the_keys_that_it_names_are_those_of_the_table(chapter: Chapter) -> None:
    known = {key for row in ACTIONS for key in row.keys} | {"Space", "Ctrl"}
    named = set(re.findall(r"\*\*((?:Ctrl\+|Alt\+|Shift\+|F\d)[^* ]*)\*\*", chapter.text))
    assert named <= known


@pytest.mark.parametrize("chapter", ALL)
def test_its_pictures_are_there(chapter: Chapter) -> None:
    for description, name in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", chapter.text):
        assert description
        assert (chapter.path.parent / name).is_file()


def test_a_translated_chapter_has_the_commands_pictures_and_tables_of_the_english_one() -> None:
    english = {chapter.path.name: chapter for chapter in chapters("en")}
    for language in LANGUAGES[1:]:
        for chapter in (one for one in chapters(language) if one.language == language):
            original = english[chapter.path.name]
            assert commands(chapter) == commands(original), chapter.path
            for part in (r"^#+ ", r"^\|", r"^\* ", r"!\["):
                found = [len(re.findall(part, one.text, re.MULTILINE)) for one in (chapter, original)]
                assert found[0] == found[1], f"{chapter.path}: {part}"


def test_every_language_has_the_chapters_that_every_reader_needs() -> None:
    for language in LANGUAGES:
        own = {one.path.stem for one in chapters(language) if one.language == language}
        assert own >= {"1-first-comparison", "2-marks-and-verdicts", "5-deciding", "6-export-and-verify"}


def test_every_language_has_the_first_chapter() -> None:
    for language in LANGUAGES:
        first = chapters(language)[0]
        assert first.language == language
        assert first.text.startswith("# ")
    assert [one.path.name for one in chapters("fr")] == [one.path.name for one in chapters("en")]
