"""Soft hyphens and zero-width characters stay in the text and are no part of a word's form."""

import pytest

from reader.text.invisible import visible
from reader.text.tokens import tokens


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("the inter\u00adnational office", ["the", "international", "office"]),
        ("40 mil\u200blion", ["40", "million"]),
        ("5,\u200b800 and 5\u00ad,800", ["5,800", "and", "5,800"]),
        ("O\u2060’Brien", ["o'brien"]),
        ("the \u200biPhone\u200c sold", ["the", "iphone", "sold"]),
        ("12³ people on 10 m²", ["12", "people", "on", "10", "m"]),
        ("\u00ad\u200b\ufeff", []),
    ],
)
def test_words_as_they_are_seen(text: str, forms: list[str]) -> None:
    assert [token.form for token in tokens(text)] == forms


def test_spans_are_those_of_the_untouched_text() -> None:
    text = "some dock\u00adworkers left"
    assert [token.span.of(text) for token in tokens(text)] == ["some", "dock\u00adworkers", "left"]


def test_a_run_of_them_takes_no_time() -> None:
    assert [token.form for token in tokens("1" + "\u200b" * 500_000 + "x")] == ["1", "x"]


def test_what_is_visible() -> None:
    assert visible("dock\u00adwork\u200bers, 5.8") == "dockworkers, 5.8"
