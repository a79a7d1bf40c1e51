"""The encoding is found and nothing is altered."""

import codecs

import pytest

from reader.errors import ImportFailure
from reader.importing.decoding import decoded

ENGLISH = (
    "The ferry’s captain – a man of 58 – said: “We had no time.”\nNobody was hurt, a café said. It cost €2m.\n" * 3
)
RUSSIAN = "Паром сел на мель у мыса Оррин в понедельник. На борту было 212 человек, сообщила береговая охрана.\n" * 5
GREEK = "Ένα πλοίο με 212 επιβάτες προσάραξε τη Δευτέρα κοντά στο ακρωτήριο, ανακοίνωσε το λιμενικό σώμα.\n" * 5


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, GREEK])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_unicode_encodings_with_and_without_mark(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF16_LE, "utf-16-le")],
)
def test_byte_order_marks_are_dropped(mark: bytes, encoding: str) -> None:
    assert decoded(mark + ENGLISH.encode(encoding), "a.txt") == ENGLISH


def test_windows_western() -> None:
    assert decoded(ENGLISH.encode("cp1252"), "a.txt") == ENGLISH


@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (GREEK, "cp1253")])
def test_older_alphabets_are_guessed(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_become_line_feeds(ends: str) -> None:
    assert decoded(f"One.{ends}Two.{ends}{ends}Three.".encode(), "a.txt") == "One.\nTwo.\n\nThree."


def test_everything_else_stays_to_the_letter() -> None:
    text = " \tIndented…\u00a0\u2028\x0b\x0cﬁne e\u0301 \U0001f6a2 \u200f שלום \ufeff in the midst  \n\n\n"
    assert decoded(text.encode(), "a.txt") == text


def test_a_stray_zero_character_in_a_long_text_is_no_binary() -> None:
    text = ENGLISH * 10 + "x\0y\n"
    assert decoded(text.encode(), "a.txt") == text


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF8 + b"text \xff\xfe\xff text",
        codecs.BOM_UTF16_LE + b"odd",
        codecs.BOM_UTF16_LE + b"\x00\xd8\x00\xd8",
        codecs.BOM_UTF32_LE + b"\xff\xff\xff\xff",
    ],
)
def test_a_mark_that_promises_what_does_not_follow(data: bytes) -> None:
    with pytest.raises(ImportFailure, match="UTF-8"):
        decoded(data, "a.txt")
