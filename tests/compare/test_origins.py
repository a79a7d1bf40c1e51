"""Articles share an origin where they share text to the letter, with the evidence."""

import pytest

from reader.compare import engine, origins
from tests.compare.prose import HARBOUR, MARKET, RETOLD, article, witness


def test_copied_text_is_one_origin() -> None:
    comparison = engine.compare([article(HARBOUR, "a"), article(HARBOUR + " " + MARKET, "b"), article(RETOLD, "c")])
    assert [o.articles for o in comparison.origins] == [("a", "b"), ("c",)]
    assert {e.article for e in comparison.origins[0].evidence} == {"a", "b"}


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("OLDHAVEN (Reuters) - A ferry ran aground.", ["Reuters"]),
        ("A ferry ran aground.\n\nAP", ["Associated Press"]),
        (
            "A ferry ran aground.\n\nSome material came from The Associated Press and Reuters.",
            ["Associated Press", "Reuters"],
        ),
        ("A ferry ran aground.\n\n© Jo Doe / AFP", ["AFP"]),
        ("The man told Reuters that he was cold.", []),
    ],
)
def test_agencies_where_credited(text: str, agency: list[str]) -> None:
    assert [a.name for a in origins.agencies(witness(text))] == agency
