"""Whoever tells is the source of a figure, never whoever is told; in every language in which credits are read."""

import pytest

from reader.article import Article
from reader.compare import figures
from reader.compare.attribution import StatementSources
from reader.compare.witness import Witness
from reader.text.spans import Span


def source(text: str, language: str = "en", at: str = "40") -> str | None:
    """Who says the figure."""
    sentence = Span(0, len(text))
    found = StatementSources(text, sentence, language).of(text.index(at))
    return found.of(text) if found is not None else None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Clara Venn told the committee that 40 people were hurt.", "Clara Venn"),
        ("The committee was told by Clara Venn that 40 people were hurt.", "Clara Venn"),
        ("Told by police that 40 people were hurt, the mayor wept.", "police"),
        ("Clara Venn informed the committee that 40 people were hurt.", "Clara Venn"),
        ("According to what Clara Venn told the council, 40 people were hurt.", "Clara Venn"),
        ("40 people were hurt, the council was told by the mayor.", "the mayor"),
        ("The council has been informed by the mayor that 40 people were hurt.", "the mayor"),
        ("As the mayor told the Courier, 40 people were hurt.", "the mayor"),
        ("Residents say the mayor told them 40 people were hurt.", "the mayor"),
        ("The mayor said that police told her 40 people were hurt.", "police"),
        ("40 people were hurt, she told the Courier on Monday.", "she"),
        ("The firm assured investors that 40 people were hurt.", "The firm"),
        ("Rescuers said 40 people were hurt, while the mayor told reporters 12 were missing.", "Rescuers"),
        ("“There were 40 people on board,” Clara Venn told the Courier.", "Clara Venn"),
    ],
)
def test_whoever_tells(text: str, who: str) -> None:
    assert source(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "Reporters were told that 40 people were hurt.",
        "40 people were hurt, the council was told.",
        "Officials have been told to expect 40 ships.",
        "The 40 people hurt were told by doctors to rest.",
        "The fire hurt 40 people and the mayor said nothing.",
        "It was announced that 40 people were hurt.",
        "The council has been informed that 40 people were hurt.",
    ],
)
def test_whoever_is_told_says_nothing(text: str) -> None:
    assert source(text) is None


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("de", "Clara Venn sagte dem Ausschuss, 40 Menschen seien verletzt worden.", "Clara Venn"),
        ("de", "Nach Angaben der Polizei wurden 40 Menschen verletzt.", "Polizei"),
        ("de", "Die Polizei teilte dem Kurier mit, 40 Menschen seien verletzt worden.", "Die Polizei"),
        ("de", "Dem Ausschuss wurde gesagt, dass 40 Menschen verletzt wurden.", None),
        ("fr", "Selon la police, 40 personnes ont été blessées.", "la police"),
        ("fr", "40 personnes ont été blessées selon la police.", "la police"),
        ("fr", "40 personnes ont été blessées, a indiqué la maire Clara Venn au Courrier.", "Clara Venn"),
        ("es", "Clara Venn dijo al comité que 40 personas resultaron heridas.", "Clara Venn"),
        ("it", "Secondo la polizia, 40 persone sono rimaste ferite.", "la polizia"),
        ("pt", "Clara Venn disse ao comité que 40 pessoas ficaram feridas.", "Clara Venn"),
        ("nl", "Volgens de politie raakten 40 mensen gewond.", "de politie"),
        ("nl", "De burgemeester deelde de krant mee dat 40 mensen gewond raakten.", "De burgemeester"),
        ("sv", "Enligt polisen skadades 40 personer.", None),
    ],
)
def test_other_languages(language: str, text: str, who: str | None) -> None:
    assert source(text, language) == who


def test_figures_of_other_languages_tell_who_says_them() -> None:
    text = "Según la policía, 40 personas resultaron heridas."
    (found,) = figures.read(Witness.of(Article("a", text, language="es")))
    assert found.said_by is not None
    assert found.said_by.of(text) == "la policía"
