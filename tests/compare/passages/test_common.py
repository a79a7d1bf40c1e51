"""What three articles share is one passage of three excerpts, trimmed to what they have in common."""

from itertools import permutations

from reader.compare import engine
from reader.compare.comparison import Comparison
from tests.compare.prose import MARKET, article

SHORT = "A crane toppled into the river at Selm and blocked the grain barges for nine days."
LONGER = (
    "A crane toppled into the river at Selm and blocked grain barges for nine days, the lock keeper told the council."
)
THIRD = "At Selm a crane has toppled into the river and blocked the barges of grain for nine days."


def compared(*texts: str) -> Comparison:
    return engine.compare([article(text, f"article {n}") for n, text in enumerate(texts)])


def test_three_that_are_alike_are_one_passage_whatever_their_order() -> None:
    texts = (f"{SHORT} {MARKET}", f"It rained. {LONGER}", f"{THIRD} Nobody was hurt.")
    for order in permutations(texts):
        found = [[e.article for e in p.excerpts] for p in compared(*order).passages]
        assert [sorted(articles) for articles in found] == [["article 0", "article 1", "article 2"]]


def test_one_that_is_like_one_of_two_makes_no_three() -> None:
    found = compared(SHORT, f"{THIRD} Onion prices doubled in the markets of Tarrin after three weeks of rain.", MARKET)
    assert sorted(sorted(e.article for e in p.excerpts) for p in found.passages) == [
        ["article 0", "article 1"],
        ["article 1", "article 2"],
    ]


def test_three_copies_are_one_passage() -> None:
    (passage,) = compared(*(MARKET + end for end in ("", " ", "\n"))).passages
    assert len(passage.excerpts) == 3
