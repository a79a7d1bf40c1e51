"""Sources in the styles of APA, Chicago and MLA; nothing that is not known is made up."""

from dataclasses import replace

import pytest

from reader.article import Article
from reader.export.citations import Person, markup, persons, text

POST = Article(
    "a",
    "Words.",
    headline="Dyke holds",
    outlet="The Sluice Post",
    byline="By Nia Brook",
    published="2031-03-05T08:00:00",
    url="https://sluice.example/dyke",
)
BARE = replace(POST, byline="", published="", url="")


@pytest.mark.parametrize(
    ("style", "full", "bare"),
    [
        (
            "apa",
            "Brook, N. (2031, March 5). Dyke holds. The Sluice Post. https://sluice.example/dyke",
            "Dyke holds. (n.d.). The Sluice Post.",
        ),
        (
            "chicago",
            "Brook, Nia. “Dyke holds.” The Sluice Post, March 5, 2031. https://sluice.example/dyke.",
            "“Dyke holds.” The Sluice Post, n.d.",
        ),
        (
            "mla",
            "Brook, Nia. “Dyke holds.” The Sluice Post, 5 Mar. 2031, https://sluice.example/dyke.",
            "“Dyke holds.” The Sluice Post.",
        ),
        (
            "plain",
            "The Sluice Post, “Dyke holds”, By Nia Brook, 5 March 2031, https://sluice.example/dyke",
            "The Sluice Post, “Dyke holds”",
        ),
    ],
)
def test_a_source_in_each_style(style: str, full: str, bare: str) -> None:
    assert text(POST, style) == full
    assert text(BARE, style) == bare


def test_outlets_are_italic_and_addresses_links() -> None:
    told = markup(replace(POST, outlet="Post & Sons"), "chicago")
    assert "<i>Post &amp; Sons</i>" in told
    assert '<a href="https://sluice.example/dyke">https://sluice.example/dyke</a>.' in told
    assert "<i>" not in markup(POST, "plain")


def test_a_question_ends_no_second_time() -> None:
    assert text(replace(BARE, headline="Will it hold?"), "apa").startswith("Will it hold? (n.d.).")


def test_two_authors() -> None:
    both = replace(POST, byline="Nia Brook and Jan-Piet van der Meer")
    assert text(both, "apa").startswith("Brook, N., & van der Meer, J.-P. (2031")
    assert text(both, "chicago").startswith("Brook, Nia, and Jan-Piet van der Meer. “")
    three = replace(POST, byline="Nia Brook, Ana Kos and Eva Lind")
    assert text(three, "apa").startswith("Brook, N., Kos, A., & Lind, E. (2031")
    assert text(three, "mla").startswith("Brook, Nia, et al. “")


@pytest.mark.parametrize(
    ("byline", "found"),
    [
        ("Nia Brook", [Person("Nia", "Brook")]),
        ("By Nia Ann Brook", [Person("Nia Ann", "Brook")]),
        ("Ludwig van Beeck", [Person("Ludwig", "van Beeck")]),
        ("Nia Brook, Political Editor and Staff", []),
        ("Our correspondent", []),
        ("STAFF REPORTERS", []),
        ("Reuters", []),
        ("", []),
        ("A B, C D, E F, G H", []),
    ],
)
def test_only_what_is_plainly_a_name_is_turned_about(byline: str, found: list[Person]) -> None:
    assert persons(byline) == found


def test_what_is_no_name_stands_as_it_was_written() -> None:
    assert text(replace(POST, byline="By our staff in Tarn"), "apa").startswith("our staff in Tarn. (2031, March 5).")
