"""Words around a number that say how it is meant, and the same words where they are prepositions."""

import pytest

from reader.compare.comparison import Modifier
from tests.compare.figures.reading_of import read


@pytest.mark.parametrize(
    ("text", "modifier", "words"),
    [
        ("Some 2,300 homes burned.", Modifier.ABOUT, "Some 2,300"),
        ("A hundred or so came.", Modifier.ABOUT, "A hundred or so"),
        ("Nearly 8,000 came.", Modifier.ALMOST, "Nearly 8,000"),
        ("More than two dozen people died.", Modifier.MORE_THAN, "More than two dozen"),
        ("It has 20-plus rooms.", Modifier.MORE_THAN, "20-plus"),
        ("No fewer than 12 died.", Modifier.AT_LEAST, "No fewer than 12"),
        ("Forty or more came.", Modifier.AT_LEAST, "Forty or more"),
        ("Up to 75 planes flew.", Modifier.UP_TO, "Up to 75"),
        ("Fewer than 30 stayed.", Modifier.LESS_THAN, "Fewer than 30"),
        ("Dozens of people came.", Modifier.VAGUE, "Dozens"),
        ("Three or four men came.", Modifier.RANGE, "Three or four"),
    ],
)
def test_modifiers(text: str, modifier: Modifier, words: str) -> None:
    (figure,) = read(text)
    assert figure.quantity.modifier is modifier
    assert figure.excerpt.span.of(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He presided over two testy briefings.", "two"),
        ("The feud over 12 islands goes on.", "12"),
        ("They turned over thousands of pages.", "thousands"),
        ("Reporters asked about the 63 members.", "63"),
        ("The papers held information about two secret programmes.", "two"),
        ("He made allegations about 20 officials.", "20"),
        ("The debt grew over 16 years.", "16 years"),
        ("They gathered around 12 tables.", "12"),
    ],
)
def test_prepositions_modify_no_number(text: str, words: str) -> None:
    (figure,) = read(text)
    assert figure.excerpt.span.of(text) == words
    assert figure.quantity.modifier in (Modifier.NONE, Modifier.VAGUE)


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("The blaze killed over 200 people.", Modifier.MORE_THAN),
        ("It lasted over 16 years.", Modifier.MORE_THAN),
        ("It happened over 16 years ago.", Modifier.MORE_THAN),
        ("Shares fell over 5 per cent.", Modifier.MORE_THAN),
        ("Police said about 200 people came.", Modifier.ABOUT),
        ("It lies about two miles off.", Modifier.ABOUT),
        ("About two dozen people came.", Modifier.ABOUT),
        ("Up to 1.6 million came.", Modifier.UP_TO),
    ],
)
def test_modifiers_that_are_prepositions_elsewhere(text: str, modifier: Modifier) -> None:
    (figure,) = read(text)
    assert figure.quantity.modifier is modifier
