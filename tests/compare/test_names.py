"""Spellings of one name are brought together, names that only look alike are not."""

import pytest

from reader.compare import names
from tests.compare.prose import witness


def spellings(*texts: str) -> list[set[str]]:
    found = names.find([witness(text, str(n)) for n, text in enumerate(texts)])
    return [{s.form for s in name.spellings} for name in found]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Josip Škrabić", "Josip Skrabic"),
        ("Karim Basimov", "Karim Bassimov"),
        ("Yusuf Hammoudi", "Youssef Hammoudi"),
        ("Sergei Dolgov", "Sergey Dolgov"),
    ],
)
def test_spellings_of_one_name(one: str, two: str) -> None:
    assert {one, two} in spellings(f"We met {one} there.", f"We met {two} there.")


@pytest.mark.parametrize(("one", "two"), [("Austria", "Australia"), ("Iran", "Iraq"), ("Anna Berg", "Paul Stone")])
def test_other_names_stay_apart(one: str, two: str) -> None:
    assert spellings(f"We flew to {one} there.", f"We flew to {two} there.") == []


def test_two_names_in_one_article_are_two() -> None:
    assert spellings("We met Karim Basimov and Karim Bassimov.", "We met Karim Basimov.") == []


def test_canonical_forms_feed_the_matcher() -> None:
    found = names.find([witness("We met Karim Basimov.", "a"), witness("We met Karim Bassimov.", "b")])
    assert names.canonical(found) == {"bassimov": "basimov"}
