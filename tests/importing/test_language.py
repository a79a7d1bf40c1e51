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
        ("Паром сел на мель в понедельник", "ru"),
        ("フェリーが月曜日に座礁した", "ja"),
        ("一艘渡轮周一搁浅", "zh"),
        ("", "en"),
        ("1234 5678", "en"),
    ],
)
def test_languages(text: str, code: str) -> None:
    assert language_of(text) == code
