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


def test_every_agency_of_a_credit_line_is_kept() -> None:
    text = HARBOUR + "\n\nSome material came from The Associated Press and Reuters."
    (origin,) = engine.compare([article(text, "a"), article(text + "\n\nAP", "b")]).origins
    assert (origin.agency, set(origin.agencies)) == ("Associated Press", {"Associated Press", "Reuters"})


def test_a_long_stretch_in_common_that_nobody_credits_is_told() -> None:
    long = HARBOUR + " The harbour master said that the sandbank had not been on any chart of the bay since the storm."
    around = " ".join(
        f"In year {n} the town built its {n}th mill by the river and sold what it ground abroad."
        for n in range(1850, 1890)
    )
    found = engine.compare([article(long, "a"), article(f"{around} {long}", "b"), article(MARKET, "c")])
    told = {o.articles: o.alike for o in found.origins}
    assert told == {("a", "b"): ("a", "b"), ("c",): ()}
