"""An article is cut into sentences, and those that one quotation holds into statements."""

import pytest

from tests.compare.prose import article, witness


def statements(text: str) -> list[str]:
    return [s.of(text) for s in witness(text).statements]


def test_every_sentence_of_a_quotation_is_a_statement_of_its_own() -> None:
    text = (
        "Mayor Lund spoke first. “The bridge will be rebuilt by spring. Every shop will be paid in full,” Lund said. "
        "The hall was full."
    )
    assert statements(text) == [
        "Mayor Lund spoke first.",
        "“The bridge will be rebuilt by spring.",
        "Every shop will be paid in full,” Lund said.",
        "The hall was full.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“Yes. We will rebuild it by spring,” Lund said.",
        "“We met Sen. Ada Brook of the U.S. Senate on Monday,” Lund said.",
        "Lund said that the bridge would be rebuilt by spring.",
    ],
)
def test_what_holds_one_statement_stays_whole(text: str) -> None:
    assert statements(text) == [text]


def test_a_statement_is_found_by_any_of_its_characters() -> None:
    text = "The bridge is closed. The mill is not."
    found = witness(text)
    assert [found.statement(text.index(word)) for word in ("The bridge", "closed", "mill")] == [0, 0, 1]
    assert found.statement(text.index(" The mill")) is None
    assert witness("…").statement(0) in {0, None}
    assert article(text).text == text
