"""Who says a figure, and as of when."""

import pytest

from reader.article import Article
from reader.compare import figures
from reader.compare.comparison import Verdict
from reader.compare.witness import Witness
from tests.compare.figures.reading_of import rows


def told(text: str) -> tuple[str | None, str | None]:
    """Who says the first figure, and as of when, in the words of the text."""
    figure = figures.read(Witness.of(Article("a", text)))[0]
    return tuple(None if span is None else span.of(text) for span in (figure.said_by, figure.as_of))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "who", "when"),
    [
        ("At least 12 people were killed, the mayor said on Friday.", "the mayor", "on Friday"),
        ("According to police, 40 were hurt as of Monday.", "police", "as of Monday"),
        ("The ministry said 31 people had died.", "The ministry", None),
        ("Some 300 homes burned by late Thursday, officials said.", "officials", "by late Thursday"),
        ("The flood destroyed 300 homes.", None, None),
        ("The union, which says it has 9,000 members, wants more.", None, None),
    ],
)
def test_who_says_so_and_as_of_when(text: str, who: str | None, when: str | None) -> None:
    assert told(text) == (who, when)


def test_two_speakers_in_one_account_may_disagree_without_making_it_unsure() -> None:
    both = "The bridge is 40 metres long, the council said. The bridge is 45 metres long, the builder said."
    found = [row for row in rows(both, "The bridge is 52 metres long.") if row.verdict is Verdict.CONFLICT]
    assert found
