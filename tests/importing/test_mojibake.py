"""Texts that were decoded wrongly are told; right ones never are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.mojibake import misread

RIGHT = {
    "English": "“It’s the café’s naïve façade,” she said – a £2m job… CAFÉ” CAFÉ” CAFÉ” 20 °C, 5 × 3.",
    "signs only": "“We’re late,” he said — “very late”.",
    "German": "Die Straße heißt „Spaß“, heiß“, weiß“ und größer; GRÖẞE, ÜBER, ÄRGER – Fuß…",
    "French": "« L’été à Orléans » : MARCHÉ\xa0» ÉTÉ\xa0; LYCÉE, ÇA, cœur, Noël, où, déjà, forêt.",
    "Portuguese": "“NÃO” à MANHÃ” de SÃO João, irmã, coração, três.",
    "Spanish": "¿Qué? ¡Año! ESPAÑA, ÑANDÚ, niño, mañana, cigüeña.",
    "Polish": "Zażółć gęślą jaźń, „ŁÓDŹ”, ŻÓŁĆ.",
    "Romanian": "Ţara şi oraşul; ĂSTA “DUPĂ” ţânţar, câine.",
    "Danish": "Ål, ærlig, øl, ÅRHUS, ØRE, blåbærgrød; “Å” og ”Ø”.",
    "Russian": "Паром сел на мель; «Русь», РОССИЯ, Сергей, “вход”.",
    "Ukrainian": "Рік, Київ, їжак, ґанок, “Єва”, місто Рівне, Сімферополь, Стрий.",
    "Serbian": "Ђорђе, Љубљана, Њујорк, Рј, Сј, вече.",
    "Greek": "Ένα πλοίο προσάραξε τη Δευτέρα· «ναι».",
    "Hebrew": "הספינה עלתה על שרטון ביום שני.",
    "Vietnamese": "Con tàu mắc cạn hôm thứ Hai gần mũi đất.",
    "Chinese": "渡轮星期一在海角附近搁浅。“没有时间”，船长说。",
    "Japanese": "フェリーは月曜日に座礁した。「時間がなかった」",
    "emoji": "The ferry 🚢 is late 😀 again ❤️.",
    "ASCII": "Nothing but this.",
}


def wrongly(text: str, page: str) -> str:
    """UTF-8 read in a code page; what that leaves out becomes a control, as browsers have it."""
    return "".join(bytes((b,)).decode(page, "ignore") or chr(b) for b in text.encode())


@pytest.mark.parametrize("language", RIGHT)
def test_right_texts_are_right(language: str) -> None:
    assert misread(RIGHT[language]) == ""
    assert misread(RIGHT[language].upper()) == ""


@pytest.mark.parametrize("page", ["cp1252", "cp1250", "cp1251", "latin-1"])
@pytest.mark.parametrize("language", [one for one in RIGHT if one != "ASCII"])
def test_wrongly_decoded_texts_are_told(language: str, page: str) -> None:
    assert misread(wrongly(RIGHT[language], page))
    assert misread(wrongly(wrongly(RIGHT[language], page), page))


@pytest.mark.parametrize(
    "text",
    [
        "Itâ€™s late.",
        "â€œLate,â€\x9d he said.",
        "â€œLate,â€ he said.",
        "At the cafÃ© in MÃ¡laga they sang olÃ©.",
        "ÐŸÑ€Ð¸Ð²ÐµÑ‚",
        "РџСЂРёРІРµС‚",
        "L’été — â€œquoiâ€\x9d — déjà, où, forêt, â€œnonâ€\x9d.",  # a quotation in the midst of a right text
    ],
)
def test_what_shows_it_is_named(text: str) -> None:
    shown = misread(text)
    assert shown
    assert shown in text


@given(st.lists(st.sampled_from(" ".join(RIGHT.values()).split()), max_size=60))
def test_no_mixture_of_right_words_is_wrong(words: list[str]) -> None:
    assert misread(" ".join(words)) == ""


def test_a_letter_that_is_quoted_alone_is_right() -> None:
    assert misread("The signs read “Å” and “Å”, and on the quay “Å” once more.") == ""


@given(st.text())
def test_any_text(text: str) -> None:
    assert misread(text) in text
