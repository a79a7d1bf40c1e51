"""Every language that has a catalogue: nothing is missing, and nothing that the program fills in is lost."""

import re
import string
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from reader import i18n, wording
from reader.cli import main
from reader.paths import shipped
from reader.ui.actions.specs import ACTIONS, MENUS
from reader.wording.scopes import lexicon_words

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

from catalogues import messages  # noqa: E402

LANGUAGES = messages.languages()
PERCENT = re.compile(r"%(?:\(\w+\))?[sdr]")
MNEMONIC = re.compile(r"&(?=[^\s&])")
STOPS = (".", "?", "!")
MARKUP = re.compile(r"</?\w+>")
ENGINE = {
    "": r"ledgers?|cutoffs?|utterances?|lanes?|docks?|witness(?:es)?|scopes?|tokens?|lemmas?|embeddings?|stems?",
    "de": r"Ledger|Lemmata|Vektor(?:en)?|Einbettung(?:en)?|Korpus|Stammform(?:en)?|Äußerung(?:en)?",
    "es": r"lemas?|vectores?|incrustaci(?:ón|ones)|corpus",
}
"""What the engine calls things, in no language for those who read."""

MARKS = {"de": ("„", "“", "”«»"), "es": ("«", "»", "“”„")}
"""By language: the quotation mark that opens, the one that closes, and those of others."""

Words = tuple[str, str]
"""A message and its translation; of a plural, one form each."""


def catalogue(language: str) -> Catalog:
    with messages.place(language, ".po").open("rb") as stream:
        return read_po(stream, locale=language, charset="utf-8")


def entries(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


def forms(message: Message) -> list[Words]:
    """The message and its translation, form by form."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string or ""))]
    return list(zip(message.id, message.string or ("", ""), strict=False))


def wrong(language: str, is_right: Callable[[str, str], bool]) -> list[Words]:
    """The translations that are not right; what is not translated yet is another test's."""
    pairs = [pair for message in entries(language) for pair in forms(message)]
    return [(one, told) for one, told in pairs if told and not is_right(one, told)]


def held(words: str) -> list[str]:
    """What is filled into a message, in the order of the alphabet, each as often as it stands there."""
    named = [f"{{{name}}}" for _text, name, _spec, _turn in string.Formatter().parse(words) if name is not None]
    return sorted({*named, *PERCENT.findall(words)})


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_no_message_is_without_its_translation(language: str) -> None:
    missing = [message.id for message in entries(language) if not all(told.strip() for _one, told in forms(message))]
    assert missing == [], "translate them in the .po, then run packaging/catalogue"


def test_no_translation_is_a_guess(language: str) -> None:
    assert [message.id for message in entries(language) if message.fuzzy] == []


def test_a_number_has_every_form_of_the_language(language: str) -> None:
    count = catalogue(language).num_plurals
    plurals = [message for message in entries(language) if not isinstance(message.id, str)]
    assert plurals
    assert [m.id for m in plurals if len(m.string) != count or not all(map(str.strip, m.string))] == []


def test_what_is_filled_in_is_the_same(language: str) -> None:
    assert wrong(language, lambda one, told: held(one) == held(told)) == []


def test_what_has_a_key_keeps_one(language: str) -> None:
    assert wrong(language, lambda one, told: len(MNEMONIC.findall(one)) == len(MNEMONIC.findall(told))) == []


def test_signs_at_the_ends_are_kept(language: str) -> None:
    """An ellipsis tells that more is asked; blanks, colons and stops join a message to what stands beside it."""

    def blanks(words: str) -> tuple[str, str]:
        return words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]

    def is_right(one: str, told: str) -> bool:
        first, second = one.strip(), told.strip()
        same = all(first.endswith(sign) == second.endswith(sign) for sign in ("…", ":"))
        is_sentence = " " in first and first.endswith(STOPS)
        return blanks(one) == blanks(told) and same and (second.endswith(STOPS) or not is_sentence)

    assert wrong(language, is_right) == []


def test_lines_and_markup_are_kept(language: str) -> None:
    def inner(words: str) -> tuple[int, int, list[str]]:
        return words.count("\n"), words.count("·"), sorted(MARKUP.findall(words))

    assert wrong(language, lambda one, told: inner(one) == inner(told)) == []


def test_quotation_marks_are_those_of_the_language(language: str) -> None:
    """What opens closes, and no mark is left as English has it."""
    opening, closing, foreign = MARKS[language]

    def is_right(one: str, told: str) -> bool:
        balance = one.count("“") - one.count("”")  # of a sample that is cut within a quotation
        typed = one.count('"') == told.count('"')
        return told.count(opening) - told.count(closing) == balance and not set(foreign) & set(told) and typed

    assert wrong(language, is_right) == []


def test_no_word_of_the_engine_is_said(language: str) -> None:
    engine = re.compile(rf"\b(?:{ENGINE['']}|{ENGINE.get(language, ENGINE[''])})\b")
    assert wrong(language, lambda _one, told: not engine.search(re.sub(r"\{[^{}]*\}", "", told))) == []


def test_what_it_looks_for_is_found() -> None:
    assert held("{n} of {n}: %(what)s, 5 %") == ["%(what)s", "{n}"]
    assert len(MNEMONIC.findall("R&ead && Write")) == 1
    assert MARKUP.findall("a <b>c</b>") == ["<b>", "</b>"]


@pytest.fixture
def spoken(language: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A language that the program speaks until the end of the test."""
    monkeypatch.setattr(i18n, "_catalogue", i18n._catalogue)
    monkeypatch.setattr(i18n, "_tongue", i18n._tongue)
    i18n.use(shipped("resources") / "i18n", [language])
    return language


def letters(entries: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """Each entry of a menu with the letter that opens it."""
    rows = {row.id: row.text for row in ACTIONS}
    for entry in entries:
        if entry is not None:
            text = entry[0] if isinstance(entry, tuple) else rows.get(entry, "Re&cent Comparisons")
            words = i18n._(text)
            yield words, words.partition("&")[2][:1].casefold()


def test_no_two_entries_of_a_menu_have_one_letter(spoken: str) -> None:
    below = [entry for _title, entries in MENUS for entry in entries if isinstance(entry, tuple)]
    for entries in (MENUS, *(entries for _title, entries in (*MENUS, *below))):
        found = Counter(letter for _words, letter in letters(entries))
        assert [words for words, letter in letters(entries) if found[letter] > 1] == []


def test_what_the_lexicon_says_is_said_in_the_language(spoken: str) -> None:
    """Each label of the lexicon alone; a thing with what is said of it; what holds another; where and when it is so."""
    things = [words for words in lexicon_words() if "{" not in words]
    assert {wording.scope(words) for words in things} == {i18n._(words) for words in things}
    people, killed = i18n._("people killed"), i18n._("{scope} destroyed")
    assert wording.scope("people killed") == people
    assert wording.scope("people killed (Port Lowen)") == f"{people} (Port Lowen)"
    assert wording.scope("homes destroyed") == killed.format(scope=i18n._("homes"))
    assert wording.scope("age of Ann Lee") == i18n._("age of {name}").format(name="Ann Lee")
    assert wording.scope("cost of the bridge") == i18n._("cost of the {scope}").format(scope=i18n._("bridge"))
    assert wording.scope("people killed every hour") == i18n._("{scope} an hour").format(scope=people)
    assert wording.scope("people seriously injured") == i18n._("{scope}, seriously").format(
        scope=i18n._("people injured")
    )
    assert wording.scope("countries where people were killed") == i18n._("{scope} ({told})").format(
        scope=i18n._("countries"), told=people
    )


def test_words_of_the_articles_stay_as_they_are(spoken: str) -> None:
    assert wording.scope("raised the tax to … from April") == "raised the tax to … from April"
    assert wording.scope("Verletzte im Spital") == "Verletzte im Spital"
    quoted = i18n.quoted("lampposts")
    assert wording.scope("lampposts destroyed") == i18n._("{scope} destroyed").format(scope=quoted)


def test_the_words_of_argparse_follow_the_settings(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not the environment, which is English here."""
    monkeypatch.setenv("PARALLAX_HOME", str(tmp_path))
    monkeypatch.setattr(i18n, "_catalogue", i18n._catalogue)
    monkeypatch.setattr(i18n, "_tongue", i18n._tongue)
    monkeypatch.setattr("reader.language.chosen_language", lambda _settings: language)
    with pytest.raises(SystemExit):
        main(["compare", "--help"])
    shown = capsys.readouterr().out
    for words in ("usage: ", "positional arguments", "options", "show this help message and exit"):
        assert i18n._(words) in shown
        assert f"\n{words}:" not in shown
    assert main(["list", "--limit"]) == 2
    said = i18n._("argument %(argument_name)s: %(message)s") % {
        "argument_name": "--limit",
        "message": i18n._("expected one argument"),
    }
    assert said in capsys.readouterr().err
