"""Code points and UTF-16 units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.compare.article_document import Utf16Map


@pytest.mark.parametrize(
    ("text", "point", "unit"),
    [("abc", 2, 2), ("🔥abc", 1, 2), ("a🔥🔥b", 3, 5), ("é🔥", 1, 1), ("", 0, 0), ("🔥", 1, 2)],
)
def test_an_emoji_counts_two_units(text: str, point: int, unit: int) -> None:
    offsets = Utf16Map(text)
    assert offsets.units(point) == unit
    assert offsets.point(unit) == point


@given(st.text(st.sampled_from("ab\n🔥é𝄞"), max_size=40))
def test_every_offset_goes_there_and_back(text: str) -> None:
    offsets = Utf16Map(text)
    for point in range(len(text) + 1):
        unit = len(text[:point].encode("utf-16-le")) // 2
        assert offsets.units(point) == unit
        assert offsets.point(unit) == point


def test_the_middle_of_a_pair_belongs_to_its_character() -> None:
    assert Utf16Map("a🔥b").point(2) == 1
