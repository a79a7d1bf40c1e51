"""Where clauses of a sentence begin."""

from itertools import pairwise

import pytest

from reader.article import Article
from reader.compare.passages.matcher_input import MatcherInput
from reader.compare.witness import Witness


def clauses(sentence: str) -> list[str]:
    found = MatcherInput.of(Witness.of(Article("one", sentence)), {})
    words, (unit,) = found.words, found.units
    return [found.text[words.starts[first] : words.ends[last - 1]] for first, last in pairwise(unit.cuts)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The dock workers' long strike ended on Friday, the port said.",
            ["The dock workers' long strike ended on Friday", "the port said"],
        ),
        (
            "Forty guests caught miners’ lung in the old gallery, two are still ill.",
            ["Forty guests caught miners’ lung in the old gallery", "two are still ill"],
        ),
        (
            "The mayor hailed 'a day of great success' in talks with the crew.",
            ["The mayor hailed", "a day of great success", "in talks with the crew"],
        ),
        ("‘A great success’ was how she called the day.", ["A great success", "was how she called the day"]),
    ],
)
def test_an_apostrophe_ends_a_clause_only_where_a_quotation_was_opened(sentence: str, expected: list[str]) -> None:
    assert clauses(sentence) == expected
