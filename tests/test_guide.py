"""The guide tells the truth in every language: its commands run, the menus, keys and words it names are there."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from reader import cli
from reader.compare.comparison import Verdict
from reader.compare.figures.languages import SUPPORTED
from reader.guide import Chapter, chapters
from reader.i18n import _, use
from reader.lexicon import load
from reader.paths import Paths, shipped
from reader.ui.actions.specs import ACTIONS, MENUS, strip_mnemonic
from reader.ui.dialogs.help_dialogs import LINES
from reader.vectors.texts import LANGUAGES as ENCODED
from reader.wording.articles import language as language_named
from reader.wording.kinds import verdict

LANGUAGES = ("en", "de", "es")
NAMES = [one.path.name for one in chapters("en")]
ALL = [pytest.param(language, name, id=f"{language}-{name}") for language in LANGUAGES for name in NAMES]
TRANSLATED = [one for one in ALL if one.values[0] != "en"]
BLOCK = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
PATH = re.compile(r"\*\*([^*\n]+ > [^*]+)\*\*")
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)]+)\)")
KEY = re.compile(r"\*\*([A-ZÄÖÜ]|(?:[A-Z]\w+\+)+\S+|F\d+|Space|Leertaste|Espacio)\*\*")
SET_APART = re.compile(r"(?<![*\w])(\*\*?)(?=[^*\s])([^*]+)\1(?!\*)")
KEYBOARD = {
    "en": {},
    "de": {"Strg": "Ctrl", "Umschalt": "Shift", "Leertaste": "Space"},
    "es": {"Mayús": "Shift", "Intro": "Return", "Espacio": "Space"},
}
"""What is written on keyboards, by language, and what the table of commands calls it."""
FOREIGN_MARKS = {"en": "„«»", "de": "”«»", "es": "“”„"}


def chapter_of(language: str, name: str) -> Chapter:
    return next(one for one in chapters(language) if one.path.name == name)


def speak(language: str) -> None:
    use(shipped("resources") / "i18n", [language])


@pytest.fixture
def chapter(language: str, name: str) -> Iterator[Chapter]:
    """A chapter, with the program in its language."""
    speak(language)
    yield chapter_of(language, name)
    speak("en")


def rows_of(chapter: Chapter, table: int) -> list[list[str]]:
    """The cells of one of its tables, row by row, without its head."""
    tables = re.findall(r"(?:^\|.*\n)+", chapter.text, re.MULTILINE)
    return [[cell.strip() for cell in row.strip("| ").split(" | ")] for row in tables[table].splitlines()[2:]]


def prose_of(chapter: Chapter) -> str:
    return re.sub(r"\s+", " ", CODE.sub("", chapter.text))


def all_commands(chapter: Chapter) -> list[str]:
    return [line for block in BLOCK.findall(chapter.text) for line in block.splitlines() if line]


def commands(chapter: Chapter) -> list[str]:
    # Signing asks for a certificate: tests/cli/test_verify.py has one.
    return [line for line in all_commands(chapter) if not line.startswith("parallax sign")]


def menu_paths() -> dict[str, str]:
    """Every command and submenu by the menus that lead to it in the language that is spoken, and what it is."""
    rows = {row.id: strip_mnemonic(row.text) for row in ACTIONS}
    found: dict[str, str] = {}
    for title, entries in MENUS:
        for entry in entries:
            inner = entry[1] if isinstance(entry, tuple) else (entry,)
            before = [title, entry[0]] if isinstance(entry, tuple) else [title]
            way = " > ".join(strip_mnemonic(_(part)) for part in before)
            found |= {way: before[-1], **{f"{way} > {rows[name]}": name for name in inner if name in rows}}
    return found


def paths_named(chapter: Chapter) -> set[str]:
    return {re.sub(r"\s+", " ", path).rstrip("…") for path in PATH.findall(chapter.text)}


def keys_named(chapter: Chapter) -> set[str]:
    names = KEYBOARD[chapter.language]
    return {"+".join(names.get(part, part) for part in key.split("+")) for key in KEY.findall(chapter.text)}


def test_every_language_has_every_chapter() -> None:
    for language in LANGUAGES:
        told = chapters(language)
        assert [one.path.name for one in told] == NAMES
        assert {one.language for one in told} == {language}
        assert len({one.title for one in told}) == len(NAMES)
    assert [one.language for one in chapters("fr")] == ["en"] * len(NAMES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_in_the_language_that_the_window_speaks(language: str) -> None:
    speak(language)
    try:
        assert {one.language for one in chapters()} == {language}
    finally:
        speak("en")


def test_its_commands_run(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for sample in (shipped("data") / "samples").glob("*.txt"):
        shutil.copy(sample, tmp_path)
    monkeypatch.chdir(tmp_path)
    lines = [line for chapter in chapters("en") for line in commands(chapter)]
    assert len(lines) >= 15
    for line in lines:
        status = cli.main(shlex.split(line)[1:])
        assert status == ("--exit-code" in line), f"{line}: {capsys.readouterr().err}"


@pytest.mark.parametrize(("language", "name"), [(one, NAMES[0]) for one in LANGUAGES])
def test_the_demo_story_conflicts_as_it_says(
    chapter: Chapter, paths: Paths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The reasons that the first chapter quotes, in their order."""
    quoted = [words for _stars, words in SET_APART.findall(prose_of(chapter)) if re.search(r"\d.* \S*\d", words)]
    assert len(quoted) == 2
    monkeypatch.setenv("LANGUAGE", chapter.language)
    assert cli.main(["compare", *map(str, sorted((shipped("data") / "samples").glob("*.txt")))]) == 0
    said = re.sub(r"\s+", " ", capsys.readouterr().out)
    assert 0 < said.find(f" {quoted[0]} ") < said.find(f" {quoted[1]};")


@pytest.mark.parametrize(("language", "name"), ALL)
def test_a_chapter_has_the_parts_of_the_english_one(chapter: Chapter) -> None:
    """Its commands (which run, above), headings, points, rows, pictures and links, in their order."""
    english = chapter_of("en", chapter.path.name)
    assert all_commands(chapter) == all_commands(english)
    for part in (r"^#+ ", r"^\* ", r"^\|(?:[^|]*\|)+$"):
        assert len(re.findall(part, chapter.text, re.MULTILINE)) == len(re.findall(part, english.text, re.MULTILINE))
    told, wanted = LINK.findall(chapter.text), LINK.findall(english.text)
    assert [(sign, to) for sign, _words, to in told] == [(sign, to) for sign, _words, to in wanted]


@pytest.mark.parametrize(("language", "name"), ALL)
def test_the_menus_that_it_names_are_there(chapter: Chapter) -> None:
    known = menu_paths()
    assert paths_named(chapter) <= set(known)
    named = {known[one] for one in paths_named(chapter)}
    speak("en")
    english, known = chapter_of("en", chapter.path.name), menu_paths()
    assert named == {known[one] for one in paths_named(english)}


@pytest.mark.parametrize(("language", "name"), ALL)
def test_the_keys_that_it_names_are_those_of_the_table(chapter: Chapter) -> None:
    assert keys_named(chapter) <= {key for row in ACTIONS for key in row.keys} | {"Space"}
    assert keys_named(chapter) == keys_named(chapter_of("en", chapter.path.name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_are_called_what_the_window_calls_them(language: str) -> None:
    names = {wanted: told for told, wanted in KEYBOARD[language].items()}
    keys = ("Ctrl+J", "Ctrl+Shift+C", "Ctrl+Return", "Space", "F3", "H")
    script = """
import sys
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from reader import i18n
from reader.app import speak
from reader.paths import shipped
i18n.use(shipped("resources") / "i18n", [sys.argv[1]])
app = QApplication([])
speak(app)
for key in sys.argv[2:]:
    sys.stdout.buffer.write((QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) + "\\n").encode())
"""
    done = subprocess.run([sys.executable, "-c", script, language, *keys], capture_output=True, check=True)
    assert done.stdout.decode().split() == ["+".join(names.get(one, one) for one in key.split("+")) for key in keys]


@pytest.mark.parametrize(("language", "name"), ALL)
def test_its_pictures_are_there_and_described(chapter: Chapter) -> None:
    for _sign, description, to in LINK.findall(chapter.text):
        assert description
        assert (chapter.path.parent / to).is_file()


@pytest.mark.parametrize(("language", "name"), TRANSLATED)
def test_it_has_the_words_of_the_window(chapter: Chapter) -> None:
    """What the English chapter sets apart and the catalogue has, its translation has as the catalogue does."""
    with (shipped("resources") / "i18n" / chapter.language / "LC_MESSAGES" / "parallax.po").open("rb") as stream:
        singular = [(one.id, one.string) for one in read_po(stream) if isinstance(one.id, str)]
    said: dict[str, set[str]] = {}
    for words, translation in singular:
        said.setdefault(strip_mnemonic(words).casefold(), set()).add(strip_mnemonic(str(translation)).casefold())
    prose = prose_of(chapter).casefold()
    for _stars, words in SET_APART.findall(prose_of(chapter_of("en", chapter.path.name))):
        translated = said.get(words.rstrip("…").casefold(), set())
        assert not translated or any(one in prose for one in translated), (words, translated)


@pytest.mark.parametrize(("language", "name"), ALL)
def test_it_quotes_as_its_language_does(chapter: Chapter) -> None:
    assert not set(FOREIGN_MARKS[chapter.language]) & set(prose_of(chapter))


@pytest.mark.parametrize(("language", "name"), [(one, NAMES[1]) for one in LANGUAGES])
def test_the_verdicts_are_called_what_the_window_calls_them(chapter: Chapter) -> None:
    order = (Verdict.CONFLICT, Verdict.TENSION, Verdict.LOOK, Verdict.CONSISTENT, Verdict.AGREE)
    assert [row[0] for row in rows_of(chapter, 0)] == [verdict(one) for one in order]


@pytest.mark.parametrize(("language", "name"), [(one, NAMES[2]) for one in LANGUAGES])
def test_what_can_be_typed_is_what_the_window_shows(chapter: Chapter) -> None:
    """The examples of Help > How to Search, all of them."""
    assert {_(typed) for typed, _meaning in LINES} <= set(re.findall(r"`([^`]+)`", chapter.text))


@pytest.mark.parametrize(("language", "name"), [(one, NAMES[6]) for one in LANGUAGES])
def test_the_languages_are_those_that_are_read(chapter: Chapter) -> None:
    """For what sentences mean, for figures, and for whom a quotation is credited to: a paragraph each."""
    read = (ENCODED, {"en", *SUPPORTED}, {"en", *load("reporting")})
    names = {code: language_named(code) for code in set().union(*read)}
    for paragraph, codes in zip(chapter.text.split("\n\n")[1:], read, strict=False):
        said = {code for code, name in names.items() if re.search(rf"\b{name}\b", paragraph)}
        assert said == codes


Bounds = tuple[tuple[float, float | None], tuple[float, float | None]]
"""Strict and usual, each the least and the most; None where nothing bounds it."""
SENTENCES = {
    "en": "{} {} were hurt at the harbour.",
    "de": "{} {} wurden am Hafen verletzt.",
    "es": "{} {} resultaron heridas en el puerto.",
}
PEOPLE = {"en": ("people", "of people"), "de": ("Menschen", "Menschen"), "es": ("personas", "de personas")}
"""What is counted, after a number and after such words as "dozens"."""
BOUNDS: tuple[Bounds, ...] = (
    ((146.5, 147.5), (146.5, 147.5)),
    ((405, 495), (405, 495)),
    ((405, 450), (405, 450)),
    ((300, None), (300, 400)),
    ((147, None), (147, 220.5)),
    ((0, 200), (100, 200)),
    ((0, 200), (100, 200)),
    ((7_200, 8_000), (7_200, 8_000)),
)
"""Of the rows whose words all mean the same, in their order."""


def phrases(cell: str) -> list[str]:
    """Each way of saying it: "about, some 450" is "about 450" and "some 450"."""
    words = cell.split(", ")
    number = re.search(r" (\d+)$", words[-1])
    return [one if number is None or one.endswith(number[1]) else one + number[0] for one in words]


def numbers(cell: str) -> set[float]:
    return {float(re.sub(r"\D", "", one)) for one in re.findall(r"\d(?:[.,]?\d)*", cell)}


@pytest.mark.parametrize(("language", "name"), [(one, NAMES[1]) for one in LANGUAGES])
def test_the_table_of_bounds_is_how_figures_are_read(
    chapter: Chapter, paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = rows_of(chapter, 1)
    said = [(at, phrase) for at, row in enumerate(rows) for phrase in phrases(row[0])]
    after_number, after_words = PEOPLE[chapter.language]
    text = tmp_path / "said.txt"
    lines = []
    for _at, phrase in said:
        noun = after_words if phrase in ("a couple", *phrases(rows[-2][0])) else after_number
        lines.append(SENTENCES[chapter.language].format(phrase[0].upper() + phrase[1:], noun))
    text.write_text("\n\n".join(lines), encoding="utf-8")
    assert cli.main(["figures", str(text), "--format", "json"]) == 0
    (article,) = json.loads(capsys.readouterr().out)
    bounds: list[list[Bounds]] = [[] for _row in rows]
    for (at, phrase), one in zip(said, article["figures"], strict=True):
        assert phrase.casefold().endswith(one["text"].casefold())
        bounds[at].append((tuple(one["strict"]), tuple(one["usual"])))
    assert [set(one) for one in bounds[: len(BOUNDS)]] == [{one} for one in BOUNDS]
    for row, found in zip(rows[len(BOUNDS) :], bounds[len(BOUNDS) :], strict=True):
        assert numbers(row[1]) == {end for strict, _usual in found for end in strict if end is not None}
        usual = {end for strict, usual in found for end in usual if end not in strict}
        assert numbers(row[2]) == usual
