"""What a terminal may be given: nothing that it obeys, and all that people write."""

import unicodedata

import pytest

from reader.text.plain import plain, visible

OBEYED = [chr(c) for c in (*range(0x20), *range(0x7F, 0xA0)) if chr(c) not in "\n\t"]
TURNING = ["\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u2028", "\u2029"]


@pytest.mark.parametrize("sign", [*OBEYED, *TURNING, "\ud801"])
def test_what_is_obeyed_stands_as_an_escape(sign: str) -> None:
    assert visible(f"a{sign}b") == f"a\\u{ord(sign):04x}b"


@pytest.mark.parametrize("text", ["a\tb\nc", "Łódź – 5 800 €", "می‌خواهم", "क्‍ष", "👩‍🚒", "東京", "\u200fעברית", "a\\b"])
def test_what_people_write_stays(text: str) -> None:
    assert visible(text) == text


def test_no_control_of_any_kind_is_left() -> None:
    every = visible("".join(chr(c) for c in range(0x110000)))
    left = {c for c in every if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") or unicodedata.bidirectional(c) in (
        "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")}  # fmt: skip
    assert left == {"\n", "\t"}


def test_on_one_line() -> None:
    assert plain(" a\n b\u2028c\x1b[0m ") == "a b c\\u001b[0m"
