"""The words of a text as lists are those that come one by one."""

from hypothesis import given
from hypothesis import strategies as st

from reader.text.token_table import words
from reader.text.tokens import tokens


@given(st.text())
def test_words_are_the_tokens(text: str) -> None:
    found = words(text)
    assert list(zip(found.starts, found.ends, found.forms, strict=True)) == [
        (t.span.start, t.span.end, t.form) for t in tokens(text)
    ]
