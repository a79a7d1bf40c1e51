"""The words that differ between two wordings."""

from pathlib import Path

import pytest

from reader.compare.passages.differences import differences, differing, with_sentence
from reader.text.spans import Span


def test_words_that_differ() -> None:
    left, right = "The old mayor said we GO home.", "The mayor said that we go back."
    mine, yours = differences(left, Span(0, len(left)), right, Span(0, len(right)))
    assert [s.of(left) for s in mine] == ["old", "home"]
    assert [s.of(right) for s in yours] == ["that", "back"]


def test_no_difference() -> None:
    assert differences("Été – ici", Span(0, 9), "ete, ici", Span(0, 8)) == ((), ())


@pytest.mark.parametrize(
    ("text", "base", "words"),
    [
        ("We had twenty minutes and not one more", "We had twenty minutes, no more", ["and not one"]),
        ("KOVAR said “no”.", "Kovář said no", []),
        ("one two", "", ["one two"]),
        ("", "one", []),
        ("a b c d", "b d", ["a", "c"]),
        ("the lamp", "the lamp went out", []),
        ("🔥 dark lamp", "lamp", ["dark"]),
    ],
)
def test_what_the_base_has_not_there(text: str, base: str, words: list[str]) -> None:
    assert [span.of(text) for span in differing(text, base)] == words


def test_a_monster_takes_no_time() -> None:
    assert len(differing("word " * 20_000, "other")) == 1


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("We aren’t late", "we are not late"),
        ("It's late, he'll go", "It is late, he will go"),
        ("the colour of the programme", "the color of the program"),
        ("5,800 people and 20 per cent", "5800 people and 20%"),
        ("two of them co-operate by e-mail", "2 of them cooperate by email"),
    ],
)
def test_ways_to_write_one_thing_differ_only_when_asked_for(text: str, base: str) -> None:
    assert differing(text, base) == () == differing(base, text)
    assert differing(text, base, exact=True)


def test_what_differs_in_meaning_is_told_however_it_is_written() -> None:
    text = "We aren’t late"
    assert [span.of(text) for span in differing(text, "We are late")] == ["aren’t"]


def test_what_stands_beside_an_excerpt_is_not_lacking() -> None:
    text = "It rained. “Of course, we know that the wall is old,” Ada Lorn said. She left."
    excerpt = Span(text.index("we know"), text.index(",” Ada"))
    assert with_sentence(text, excerpt).of(text) == "“Of course, we know that the wall is old,” Ada Lorn said. "
    other = "Of course, we know that the wall is old"
    assert differing(other, excerpt.of(text))
    assert differing(other, with_sentence(text, excerpt).of(text)) == ()


def spellings(*, same: bool) -> list[list[str]]:
    """The rows of `spellings.txt` that are one, or that are not."""
    rows = (Path(__file__).parent / "spellings.txt").read_text(encoding="utf-8").splitlines()
    return [row.removeprefix("!").split("|") for row in rows if row[0] != "#" and row.startswith("!") is not same]


@pytest.mark.parametrize(("language", "one", "other"), spellings(same=True))
def test_spellings_contractions_numbers_and_compounds_are_no_difference(language: str, one: str, other: str) -> None:
    assert differing(one, other, language) == () == differing(other, one, language)


@pytest.mark.parametrize(("language", "one", "other"), spellings(same=False))
def test_other_words_differ(language: str, one: str, other: str) -> None:
    assert differing(one, other, language) + differing(other, one, language)


def test_signs_of_a_writing_without_spaces_are_held_against_one_another() -> None:
    text = "我们明天早上关闭港口"
    assert [span.of(text) for span in differing(text, "我们今天早上关闭港口", "zh")] == ["明"]
