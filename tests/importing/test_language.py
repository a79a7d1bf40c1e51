"""The language of a page is told by its commonest words."""

import pytest

from reader.importing.language import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ferry ran aground on Monday, and the coast guard said that nobody was hurt in the accident.", "en"),
        ("El barco encalló el lunes y los guardacostas dijeron que no hubo heridos en la zona del puerto.", "es"),
        ("Le bateau s’est échoué lundi et les garde-côtes ont dit que personne dans le port est blessé.", "fr"),
        (
            "Die Fähre lief am Montag auf Grund, und der Kapitän ist nicht verletzt, sagte ein Sprecher auf dem Boot.",
            "de",
        ),
        ("Færgen gik på grund mandag, og kystvagten sagde, at ingen blev såret, men at den blev efterladt.", "da"),
        ("Fergen gikk på grunn mandag, og kystvakten sa at ingen ble skadet, men at den ble liggende etter det.", "no"),
        (
            "Lautta ajoi karille maanantaina, ja merivartioston mukaan kukaan ei loukkaantunut, mutta se on vielä.",
            "fi",
        ),
        ("Trajekt v pondělí najel na mělčinu a podle pobřežní stráže se nikdo nezranil, který byl na palubě.", "cs"),
        ("Feribotul a eșuat luni, iar paza de coastă a spus că nu au fost răniți și că este în port.", "ro"),
        ("A komp hétfőn zátonyra futott, és a parti őrség szerint nem sérült meg senki, csak a hajó.", "hu"),
        ("Паром сел на мель в понедельник", "ru"),
        ("Пором сів на мілину в понеділок, і ніхто не постраждав, повідомила берегова охорона.", "uk"),
        ("Фериботът заседна в понеделник и никой не пострада, съобщи бреговата охрана.", "bg"),
        ("کشتی روز دوشنبه به گل نشست و هیچکس آسیب ندید، گارد ساحلی گفت.", "fa"),
        ("جنحت العبارة يوم الاثنين ولم يصب أحد بأذى كما قال خفر السواحل", "ar"),
        ("フェリーが月曜日に座礁した", "ja"),
        ("一艘渡轮周一搁浅", "zh"),
        ("", "en"),
        ("1234 5678", "en"),
    ],
)
def test_languages(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "A core taken at Camp Orrel is 800,000 years old.",
        "Diesel cost almost $3 per gallon last spring.",
        "Goalkeeper Ben Stroud left on Monday.",
    ],
)
def test_one_word_that_is_english_too_makes_no_other_language(text: str) -> None:
    assert language_of(text) == "en"
