"""Words cut to a length."""

import pytest

from reader.text.shorten import on_one_line, shorten


@pytest.mark.parametrize(
    ("text", "longest", "wanted"),
    [("ferry", 5, "ferry"), ("ferries", 5, "ferr…"), ("the ferry", 5, "the…"), ("", 5, ""), ("harbour", 1, "…")],
)
def test_what_is_longer_ends_in_an_ellipsis_and_no_space(text: str, longest: int, wanted: str) -> None:
    assert shorten(text, longest) == wanted
    assert len(shorten(text, longest)) <= longest


def test_breaks_and_runs_of_spaces_are_one_space() -> None:
    assert on_one_line(" The\nferry  left\tat dawn ", 40) == "The ferry left at dawn"
    assert on_one_line("The\n" * 20, 9) == "The The…"
