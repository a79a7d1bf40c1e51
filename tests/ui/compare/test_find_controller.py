"""Finding words in the untouched text."""

import pytest

from reader.text.spans import Span
from reader.ui.compare.find_controller import occurrences, query_occurrences


@pytest.mark.parametrize(
    ("text", "sought", "found"),
    [
        ("The Lamp and the lamp", "lamp", [Span(4, 8), Span(17, 21)]),
        ("🔥 lamp", "LAMP", [Span(2, 6)]),
        ("north\n quay", "north quay", [Span(0, 11)]),
        ("a+b (c)", "+b (", [Span(1, 5)]),
        ("lamp", "  ", []),
        ("lamp", "boat", []),
    ],
)
def test_occurrences(text: str, sought: str, found: list[Span]) -> None:
    assert occurrences(text, sought) == tuple(found)


def test_mentions_are_of_any_form_and_whole_words() -> None:
    text = "They protested; a protest in Bogotá, no contest."
    assert [s.of(text) for s in query_occurrences(text, "protests bogota", "en")] == ["protested", "protest", "Bogotá"]
    assert query_occurrences(text, "", "en") == ()


def test_mentions_are_what_the_query_asks_for() -> None:
    text = "The ferry, the ferries and the Evening Post; no harbour."
    query = 'ferr* OR "evening post" -harbour outlet:no'
    assert [s.of(text) for s in query_occurrences(text, query, "en")] == ["ferry", "ferries", "Evening Post"]


def test_neighbours_are_hits_of_their_own_and_a_phrase_is_one() -> None:
    text = "The ferry harbour lies by the ferry; wide harbour ferry."
    assert [s.of(text) for s in query_occurrences(text, "ferry harbour", "en")] == ["ferry", "harbour"] * 2 + ["ferry"]
    assert [s.of(text) for s in query_occurrences(text, '"ferry harbour"', "en")] == ["ferry harbour"]
