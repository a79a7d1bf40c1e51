"""Accounts in other languages than English: capitals that tell no names, and clauses that only credit."""

import pytest

from reader.article import Article
from reader.compare import engine
from reader.compare.passages import rarity
from reader.compare.passages.matcher_input import MatcherInput
from reader.compare.witness import Witness
from tests.compare.passages.test_structure import ENCODER, holds

GERMAN = (
    "Stadtwerke Neuried erhöhen Gaspreis\n\n"
    "Die Stadtwerke Neuried erhöhen zum 1. Mai den Preis für Gas um zwölf Prozent. Betroffen sind 18.000 Haushalte.\n\n"
    "Ein durchschnittlicher Haushalt zahlt künftig rund 190 Euro mehr im Jahr. Verbraucherschützer kritisierten, dass "
    "die Stadtwerke Preissenkungen im vergangenen Jahr nicht weitergegeben hätten. Kunden haben ein "
    "Sonderkündigungsrecht von sechs Wochen.\n\n"
    "Der Stadtrat hatte der Erhöhung mit knapper Mehrheit zugestimmt.",
    "Gas wird in Neuried teurer\n\n"
    "Wer in Neuried mit Gas heizt, muss ab Mai tiefer in die Tasche greifen: Die Stadtwerke verlangen zwölf Prozent "
    "mehr. Für einen typischen Haushalt bedeutet das Mehrkosten von knapp 200 Euro jährlich.\n\n"
    "Die Verbraucherzentrale warf dem Unternehmen vor, sinkende Preise im Vorjahr nicht an die Kunden weitergereicht "
    "zu haben. Wer wechseln will, kann innerhalb von sechs Wochen kündigen.\n\n"
    "In der Nachbarstadt Altried bleiben die Preise stabil.",
)


def reading(text: str, language: str) -> MatcherInput:
    return MatcherInput.of(Witness.of(Article("a", text, language=language)), {})


def test_german_nouns_are_no_names_unless_they_stand_side_by_side() -> None:
    text = "Am Abend sprach Ulrike Stamm lange vor dem Museum. Der Alarm weckte gestern viele Nachbarn und ihre Hunde."
    names = rarity.names([reading(text, "de")]).keys()
    assert {"ulrik", "stamm"} <= names
    assert names.isdisjoint({"museum", "alarm", "nachbar", "hund"})
    assert any(name.startswith("nachbar") for name in rarity.names([reading(text, "en")]))


def test_german_accounts_in_other_words_meet() -> None:
    articles = [Article(name, text, language="de") for name, text in zip("ab", GERMAN, strict=True)]
    found = engine.compare(articles, source=ENCODER)
    assert holds(found, "zwölf Prozent")
    assert holds(found, "Haushalt", "Euro")
    assert holds(found, "Verbraucher")


@pytest.mark.parametrize(
    ("language", "text", "credit"),
    [
        ("es", "Quedaron nueve familias en la isla, según el Archivo de Indias.", "según el Archivo de Indias"),
        ("fr", "Les ouvriers ont voté la grève lundi matin, a dit le syndicat.", "a dit le syndicat"),
        ("de", "Das Dach war seit Jahren undicht, sagte der Hausmeister.", "sagte der Hausmeister"),
        ("nl", "Het dak lekte al jaren, zei de conciërge van de school.", "zei de conciërge"),
    ],
)
def test_words_that_only_say_whose_the_others_are_tell_nothing(language: str, text: str, credit: str) -> None:
    found = reading(text, language)
    inside = [n for n, start in enumerate(found.words.starts) if text.index(credit) <= start < text.rindex(".")]
    assert not any(found.senses[n] for n in inside)
    assert any(found.senses[n] for n in range(len(found.words)) if n not in inside)
