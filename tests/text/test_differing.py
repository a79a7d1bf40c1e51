"""Words that differ are named by place; case, accents and punctuation are no difference."""

import pytest

from reader.text.differing import MOST_WORDS, differing


@pytest.mark.parametrize(
    ("text", "base", "words"),
    [
        ("We had twenty minutes and not one more", "We had twenty minutes, no more", ["and not one"]),
        ("KOVAR said “no”.", "Kovář said no", []), ("one two", "", ["one two"]), ("", "one", []),
        ("a b c d", "b d", ["a", "c"]), ("the bridge is shut", "the bridge is closed", ["shut"]),
    ],
)  # fmt: skip
def test_differing(text: str, base: str, words: list[str]) -> None:
    assert [span.of(text) for span in differing(text, base)] == words


def test_what_is_no_passage_is_not_compared() -> None:
    assert differing("word " * (MOST_WORDS + 1), "other") == ()
