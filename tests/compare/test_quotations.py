"""What stands between quotation marks: whole utterances, without the marks, and what is no utterance."""

from pathlib import Path

import pytest

from reader.article import Article
from reader.compare import quotations
from reader.compare.quotations import is_title
from reader.compare.witness import Witness
from tests.compare.prose import witness


def parts(text: str) -> list[list[str]]:
    return [[part.of(text) for part in quote.parts] for quote in quotations.find([witness(text)])]


def test_an_utterance_that_is_interrupted_is_one() -> None:
    text = "“We heard metal scream,” said Clara Venn, “and then the lights went out.” “So did I,” said Jon Arvel."
    one, other = quotations.find([witness(text)])
    assert [part.of(text) for part in one.parts] == ["We heard metal scream,", "and then the lights went out."]
    assert one.span.of(text).startswith("We heard")
    assert "clara" not in one.forms
    assert (one.speaker, other.speaker) == ("Clara Venn", "Jon Arvel")


@pytest.mark.parametrize(
    "text",
    [
        "She called it “a shame for the town” and “a bad joke.”",
        "“We go at once,” said Clara Venn, adding that “nobody may stay behind.”",
        "“We go at once,” said Clara Venn. “And nobody may stay behind.”",
    ],
)
def test_two_utterances_stay_two(text: str) -> None:
    assert len(parts(text)) == 2


def test_one_over_several_paragraphs_is_one() -> None:
    text = "“We go at once.\n\n“Nobody stays.\n\n“That is all,” said Clara Venn.\n\n“Never,” said Jon Arvel."
    assert parts(text) == [["We go at once.", "Nobody stays.", "That is all,"], ["Never,"]]


def test_a_closing_mark_that_was_forgotten_joins_nothing() -> None:
    text = "Jon Arvel saw “a hole in the wall.\n\n“We go at once,” said Clara Venn."
    assert parts(text) == [["a hole in the wall."], ["We go at once,"]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("He spoke on “Tell the Harbour,” where “we go at once” was his answer, Jon Arvel said.", [False, True]),
        ("The so-called “friends of the harbour” met on Friday, Clara Venn said.", [False]),
        ("He called them “heroes” on Friday.", [False]),
        ("The paper held up “ten good reasons” for it.", [False]),
        ("Jon Arvel held up “ten good reasons” for it, he said.", [True]),
        ("The paper held up “ten good reasons to leave” for it.", [True]),
    ],
)
def test_what_is_said_and_what_is_only_held_up(text: str, said: list[bool]) -> None:
    assert [quote.is_utterance for quote in quotations.find([witness(text)])] == said


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Tell the Harbour", True),
        ("The Day We Left,", True),
        ("heroes", True),
        ("Yes,", False),
        ("We go at once", False),
        ("Stop the Ferry!", False),
        ("to the Harbour Board Convention", False),
    ],
)
def test_titles(words: str, title: bool) -> None:
    assert is_title(words) is title


def marked() -> list[tuple[str, str, list[tuple[str, str]]]]:
    """The texts of `marked.txt` with their languages, and what is said in each by whom."""
    found: list[tuple[str, str, list[tuple[str, str]]]] = []
    for line in (Path(__file__).parent / "marked.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            words, _equals, who = line.strip().rpartition(" =")
            found[-1][2].append((words, who.strip()))
        elif not line.startswith("#"):
            language, _space, text = line.partition(" ")
            found.append((language, text.replace(" / ", "\n\n").replace("~", "\u00a0"), []))
    return found


@pytest.mark.parametrize(("language", "text", "said"), marked())
def test_marks_of_every_style(language: str, text: str, said: list[tuple[str, str]]) -> None:
    found = quotations.find([Witness.of(Article("a", text, language=language))])
    told = [(" […] ".join(part.of(text) for part in q.parts), q.speaker) for q in found if q.is_utterance]
    assert told == said


def test_a_list_is_no_dialogue() -> None:
    text = "Le port ferme.\n\n— Le bateau de lundi matin est annulé pour tous\n\n— Le bar du port reste ouvert la nuit"
    assert quotations.find([Witness.of(Article("a", text, language="fr"))]) == ()
