"""Dates and lengths as people write them."""

import pytest

from reader.wording.lines import credit, day


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2031-05-03", "3 May 2031"), ("2031-05-03T10:00:00Z", "3 May 2031"), ("", ""), ("spring", "spring")],
)
def test_day(iso: str, words: str) -> None:
    assert day(iso) == words


def test_what_is_not_known_leaves_no_gap() -> None:
    assert credit("", "2031-05-03") == "3 May 2031"
    assert credit("The Lowen Post", "") == "The Lowen Post"
