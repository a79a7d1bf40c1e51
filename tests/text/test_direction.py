"""Which way a text is read."""

import pytest

from reader import i18n
from reader.text.direction import has_right_to_left, is_right_to_left, isolated

ARABIC, HEBREW = "ارتفع منسوب النهر ليلا", "מפלס הנהר עלה בלילה"


@pytest.mark.parametrize(
    ("text", "leftwards"),
    [
        (ARABIC, True),
        (HEBREW, True),
        ("The river rose at night", False),
        ("Ночью река поднялась", False),
        ("1,200 – 300", False),
        ("", False),
        (f"The paper wrote “{HEBREW[:5]}” and no more than that", False),
        (f"BBC: {ARABIC}", True),
    ],
)
def test_most_of_its_letters_tell(text: str, leftwards: bool) -> None:
    assert is_right_to_left(text) is leftwards


def test_the_beginning_tells_for_the_whole() -> None:
    assert is_right_to_left(ARABIC * 200 + "The river rose at night. " * 2_000)


@pytest.mark.parametrize("words", [ARABIC, HEBREW, f"Radio {HEBREW}"])
def test_words_among_others_keep_to_themselves(words: str) -> None:
    assert has_right_to_left(words)
    assert isolated(words) == f"\u200e{words}\u200e"


@pytest.mark.parametrize("words", ["The Port Courier", "Čas", "Известия", ""])
def test_other_words_stay_as_they_are(words: str) -> None:
    assert not has_right_to_left(words)
    assert isolated(words) == words


def test_in_a_sentence_from_right_to_left_latin_names_keep_to_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "language", lambda: "he")
    assert isolated("The Port Courier (late)") == "\u200fThe Port Courier (late)\u200f"
    assert isolated(HEBREW) == f"\u200f{HEBREW}\u200f"
    assert isolated("") == ""
