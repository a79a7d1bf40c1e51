"""Whom news in other languages than English credits; and nobody in a language whose words are not known."""

from dataclasses import replace

import pytest

from reader.compare import quotations
from reader.compare.attribution import is_pronoun, is_read
from tests.compare.prose import witness


def speakers(language: str, text: str) -> list[str]:
    """Whom an article in a language credits with each of its quotations."""
    found = witness(text)
    return [q.speaker for q in quotations.find([replace(found, article=replace(found.article, language=language))])]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("de", "„Wir gehen“, sagte Klara Venn.", "Klara Venn"),
        ("de", "„Wir gehen“, sagte Richterin Klara Venn am Montag.", "Klara Venn"),
        ("de", "„Wir gehen“, erklärte der Vorsitzende Gunnar Holt.", "Gunnar Holt"),
        ("de", "„Wir gehen jetzt nach Hause“, sagte der Sprecher des Hafenamts.", "der Sprecher des Hafenamts"),
        ("de", "„Wir gehen“, sagte die Bürgermeisterin von Altheim, Klara Venn.", "Klara Venn"),
        ("de", "„Wir gehen“, sagte sie.", "sie"),
        ("de", "Klara Venn sagte: „Wir gehen.“", "Klara Venn"),
        ("de", "Am Montag sagte Klara Venn: „Wir gehen.“", "Klara Venn"),
        ("de", "Klara Venn sagte der Zeitung am Freitag: „Wir gehen.“", "Klara Venn"),
        ("de", "Die Sitzung war kurz. „Wir gehen“, so Venn.", "Venn"),
        ("de", "Das Urteil sei „eine Schande für die ganze Stadt“, sagte Venn.", "Venn"),
        ("de", "Laut Klara Venn ist das „eine Schande für alle“.", "Klara Venn"),
        ("de", "„Wir gehen“, sagte Ursula von der Aue. „Und dann bleiben wir dort.“", "Ursula von der Aue"),
        ("de", "Klara Venn, die Leiterin des Hafens, sagte: „Wir gehen.“", "Klara Venn"),
        ("de", "„Wir gehen jetzt“, sagte Venn dem Kurier.", "Venn"),
        ("de", "Klara Venn wies das zurück. „Wir gehen jetzt“, betonte sie.", "sie"),
        ("fr", "« Nous partons », a déclaré Claire Venne lundi.", "Claire Venne"),
        ("fr", "« Nous partons », a déclaré la ministre de l’Intérieur, Claire Venne.", "Claire Venne"),
        ("fr", "« Nous partons », dit-elle.", "elle"),
        ("fr", "Claire Venne l’a promis. « Nous partons », a-t-elle ajouté.", "elle"),
        ("fr", "Selon Claire Venne, « nous partons demain matin ».", "Claire Venne"),
        ("fr", "Mme Venne a affirmé : « Nous partons. »", "Venne"),
        ("fr", "Le maire d’Orval, Jean Marle, a dit : « Nous partons. »", "Jean Marle"),
        ("fr", "« Nous partons », explique le porte-parole du port.", "le porte-parole du port"),
        ("fr", "« Nous partons », s’est exclamé Jean Marle.", "Jean Marle"),
        ("es", "«Nos vamos», dijo Clara Vena.", "Clara Vena"),
        ("es", "«Nos vamos», afirmó la alcaldesa de Lorna, Clara Vena, el lunes.", "Clara Vena"),
        ("es", "«Nos vamos mañana todos», ha declarado la ministra Clara Vena.", "Clara Vena"),
        ("es", "La alcaldesa dijo: «Nos vamos mañana».", "La alcaldesa"),
        ("es", "Según Clara Vena, «nos vamos mañana».", "Clara Vena"),
        ("es", "Clara Vena, alcaldesa de Lorna, dijo: “Nos vamos”.", "Clara Vena"),
        ("es", "Clara Vena llegó tarde. «Nos vamos mañana todos», dijo.", ""),
        ("it", "«Ce ne andiamo», ha detto Clara Vena.", "Clara Vena"),
        ("it", "«Ce ne andiamo», ha spiegato il sindaco di Lorna, Marco Alba.", "Marco Alba"),
        ("it", "Secondo Clara Vena, «ce ne andiamo domani».", "Clara Vena"),
        ("it", "Marco Alba ha detto: «Ce ne andiamo».", "Marco Alba"),
        ("it", "Il ministro dell’Interno ha detto: «Ce ne andiamo».", "Il ministro dell’Interno"),
        ("pt", "“Vamos embora”, disse Clara Veiga.", "Clara Veiga"),
        ("pt", "“Vamos embora”, afirmou a ministra da Saúde, Clara Veiga.", "Clara Veiga"),
        ("pt", "Segundo Clara Veiga, “vamos embora amanhã”.", "Clara Veiga"),
        ("nl", "“We gaan”, zei Klara van der Ven.", "Klara van der Ven"),
        ("nl", "“We gaan”, aldus burgemeester Klara Ven.", "Klara Ven"),
        ("nl", "Volgens Klara Ven is het “een schande voor de stad”.", "Klara Ven"),
        ("nl", "“We gaan”, zegt de woordvoerder van de haven.", "de woordvoerder van de haven"),
    ],
)
def test_who_is_named(language: str, text: str, speaker: str) -> None:
    assert speakers(language, text)[0] == speaker


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "„Wir gehen“, sagte Klara Venn. „Und dann bleiben wir dort.“"),
        ("de", "„Wir gehen“, sagte Klara Venn, „und dann bleiben wir dort.“"),
        ("de", "Klara Venn sagte: „Wir gehen jetzt.“ „Und dann bleiben wir dort“, sagte sie."),
        ("fr", "« Nous partons », a dit Klara Venn. « Et puis nous resterons là-bas. »"),
        ("fr", "« Nous partons », a dit Klara Venn. « Et puis nous resterons là-bas », a-t-elle ajouté."),
        ("es", "«Nos vamos», dijo Klara Venn. «Y después nos quedamos allí», añadió."),
        ("it", "«Ce ne andiamo», ha detto Klara Venn. «E poi restiamo là tutti», ha aggiunto."),
        ("nl", "“We gaan”, zei Klara Venn. “En dan blijven we daar allemaal.”"),
    ],
)
def test_who_goes_on(language: str, text: str) -> None:
    assert set(speakers(language, text)) == {"Klara Venn"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Niemand nannte einen Grund. Am Tor stand „geschlossen bis auf weiteres“ zu lesen."),
        ("de", "Klara Venn sagte nicht, ob das „eine Schande für die Stadt“ sei."),
        ("fr", "Claire Venne n’a pas dit pourquoi. Le rapport parle d’une « note de bas de page oubliée »."),
        ("es", "Clara Vena y Juan Alba dijeron: «Nos vamos mañana todos juntos»."),
        ("pl", "„Idziemy już teraz wszyscy do domu”, powiedziała Klara Wen."),
        ("und", "„Wir gehen jetzt alle nach Hause“, sagte Klara Venn."),
    ],
)
def test_nobody_is_named_for_sure(language: str, text: str) -> None:
    assert not any(speakers(language, text))


def test_a_pronoun_means_nobody_when_another_came_between() -> None:
    text = (
        "„Wir gehen jetzt alle nach Hause“, sagte Klara Venn. Auf der Bühne stand da schon Jonas Arvel mit dem Chor. "
        "„Das war ein langer Abend für alle“, sagte sie."
    )
    assert speakers("de", text) == ["Klara Venn", "sie"]
    assert is_pronoun("sie")


def test_languages_in_which_speakers_are_read() -> None:
    assert all(map(is_read, ("en", "de-AT", "fr", "es", "it", "pt", "nl")))
    assert not any(map(is_read, ("pl", "zh", "und")))
