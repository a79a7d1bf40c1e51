"""What the encoder is given to read, and what it is not."""

import pytest

from reader.vectors.texts import readable, size


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("MINISTER VISITS THE FLOODED VALLEY", "minister visits the flooded valley"),
        ("The U.S. Navy sent three ships.", "The U.S. Navy sent three ships."),
        ("The har\u00adbour re\u200bopened on Monday morning.", "The harbour reopened on Monday morning."),
        ("Yes, he did.", "Yes, he did."),
        ("He did.", ""),
        ("", ""),
        ("— … !", ""),
        ("昨夜の洪水で橋が流された。", "昨夜の洪水で橋が流された。"),
        ("はい。", ""),
    ],
)
def test_a_sentence_as_it_is_read(sentence: str, read: str) -> None:
    assert readable(sentence) == read


def test_half_a_character_and_text_without_end_are_read_all_the_same() -> None:
    assert "\ud83d" not in readable("a smile \ud83d at the end of it")
    assert len(readable("word " * 10_000)) <= 1_000


def test_scripts_without_spaces_have_words_too() -> None:
    assert size("ตำรวจจับกุมผู้ต้องสงสัยสามคน") >= 5
    assert size("The bridge is closed") == 4
