"""Sentences with exact places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.sentences import sentences, unwrapped


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("U.S. security chiefs met Lt. Gen. Roe. He left.", ["U.S. security chiefs met Lt. Gen. Roe.", "He left."]),
        ("He came at 5 p.m. Monday. Then he left.", ["He came at 5 p.m. Monday.", "Then he left."]),
        ("A headline\nThe text begins.", ["A headline", "The text begins."]),
        ("A line that is\nwrapped goes on.", ["A line that is\nwrapped goes on."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [s.of(text) for s in sentences(text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("fr", "Lundi, le maire, M. Dupont, a parlé. Mme. Petit et le Dr. Roux ont lu l'art. 5. Il pleut.", 3),
        ("fr", "« Nous avons eu peur », a dit M. Dupont. Les pompiers sont partis.", 2),
        ("it", "Il sig. Rossi ha visto l'on. Verdi. L'art. 5 vale. Sono 5. Il prof. Neri parla.", 4),
        ("pl", "Ul. Długa 5, ok. 300 osób, m.in. z dr. Kosem. W 2031 r. zginęło 14 osób. Gen. Lis wyszedł.", 3),
        ("es", "El Sr. Pérez llegó. Fue el núm. 5 de la Av. Colón. Se fue.", 3),
        ("de", "Der 2. Weltkrieg war lang. Am 5. März kam Dr. Moor. Es waren 2. Das war alles.", 4),
        ("ru", "Погибло 5 млн. человек. Г. Иванов был на ул. Ленина. Конец.", 3),
        ("pt", "A av. Brasil e o Sr. Silva. Fim.", 2),
        ("nl", "Dhr. Jansen en mevr. De Vries kwamen. Einde.", 2),
        ("zh", "“我们等了很久。”她说。港口关闭了。", 2),
        ("ja", "「怖かった。」と彼女は言った。港は閉鎖された。", 2),
        ("en", "The mayor left at 5 p.m. Monday. it was late.", 2),
    ],
)
def test_full_stops_that_belong_to_a_word_end_no_sentence(language: str, text: str, count: int) -> None:
    assert len(list(sentences(text, language))) == count


@given(st.text())
def test_every_word_is_in_one_sentence(text: str) -> None:
    found = list(sentences(text))
    assert "".join("".join(s.of(text).split()) for s in found) == "".join(text.split())
    assert len(unwrapped(text)) == len(text)


def test_half_a_character_is_kept() -> None:
    text = "A boat \ud83d sank. Nobody \udc80 was hurt."
    assert [s.of(text) for s in sentences(text)] == ["A boat \ud83d sank.", "Nobody \udc80 was hurt."]
