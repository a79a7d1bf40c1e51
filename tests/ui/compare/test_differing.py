"""Words that differ."""

import pytest

from reader.ui.compare.differing import MOST_WORDS, differing


@pytest.mark.parametrize(
    ("text", "base", "words"),
    [
        ("the lamp went out", "the lamp went out", []),
        ("The LAMP, went out!", "the lamp went out", []),
        ("the old lamp went dark", "the lamp went out", ["old", "dark"]),
        ("the lamp", "the lamp went out", []),
        ("🔥 dark lamp", "lamp", ["dark"]),
        ("", "lamp", []),
    ],
)
def test_whole_words_that_the_base_has_not_there(text: str, base: str, words: list[str]) -> None:
    assert [span.of(text) for span in differing(text, base)] == words


def test_a_monster_is_left_alone() -> None:
    assert differing("word " * (MOST_WORDS + 1), "other") == ()
