"""Words that tell the same have one sense; numbers are their values."""

import pytest

from reader.compare.passages.terms import Lexis, number, term

EN = Lexis.of("en")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("killed", "died"),
        ("arrested", "detained"),
        ("quake", "earthquake"),
        ("colour", "color"),
        ("organised", "organizing"),
    ],
)
def test_one_sense(one: str, two: str) -> None:
    assert term(one, EN)[1] == term(two, EN)[1]


def test_stop_words_say_nothing() -> None:
    assert term("the", EN) == ("", "")


@pytest.mark.parametrize(("form", "value"), [("5,800", "5800"), ("1.50", "1.5"), ("007", "7"), ("0", "0")])
def test_numbers(form: str, value: str) -> None:
    assert number(form) == value


def test_unknown_languages_have_empty_tables() -> None:
    assert term("haus", Lexis.of("xx")) == ("haus", "haus")
