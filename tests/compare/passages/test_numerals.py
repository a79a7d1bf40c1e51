"""Number words are their values, several that are one number among them."""

import pytest

from reader.article import Article
from reader.compare.passages.matcher_input import MatcherInput
from reader.compare.passages.terms import NUMBER
from reader.compare.witness import Witness


def numbers(text: str, language: str) -> list[str]:
    found = MatcherInput.of(Witness.of(Article("one", text, language=language)), {})
    return [stem.removeprefix(NUMBER) for stem in found.stems if stem.startswith(NUMBER)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Eighty-six sheep and thirty two lambs for the twenty-first fair", ["86", "32", "21"]),
        ("en", "Of forty, six were ill", ["40", "6"]),  # a mark between them: two numbers
        ("de", "Sechsundachtzig Schafe und einundzwanzig Lämmer", ["86", "21"]),
        ("de", "In acht genommen hat die Elf sich nicht", []),  # both mostly mean something else
        ("fr", "Quatre-vingt-six moutons, soixante-douze agneaux, quarante et un chiens", ["86", "72", "41"]),
        ("fr", "Dix-sept et quatre-vingt-dix-huit brebis", ["17", "98"]),
        ("es", "Treinta y dos ovejas, veintidós corderos y cuarenta y una cabras", ["32", "22", "41"]),
        ("it", "Ventisei pecore", ["26"]),
        ("pt", "Vinte e duas ovelhas", ["22"]),
        ("ru", "Двадцать шесть овец", ["26"]),
        ("nl", "Vier schapen", []),  # no table tells them
    ],
)
def test_number_words_have_values(language: str, text: str, expected: list[str]) -> None:
    assert numbers(text, language) == expected
