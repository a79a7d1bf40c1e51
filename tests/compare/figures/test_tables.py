"""Tables of numbers are not read cell by cell, an endless text only in its beginning, and both are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article
from reader.compare import figures
from reader.compare.comparison import OmissionReason
from reader.compare.engine import compare
from reader.compare.figures import tables
from reader.compare.witness import Witness
from reader.text.spans import Span
from tests.compare.figures.reading_of import rows, words_of

LEAD = "The council met on Monday. Turnout reached 61 per cent, and some 14,200 people voted.\n\n"
END = "\nThe clerk thanked 40 helpers for their work.\n"
WARDS = [
    "Ashby",
    "Brook",
    "Castle",
    "Down",
    "Eastgate",
    "Ferry",
    "Grange",
    "Harbour",
    "Ivydale",
    "Kingsway",
    "Lock",
    "Mill",
]
RESULTS = "".join(f"{ward}\t{1200 + 7 * n:,}\t{900 - n}\t{n}\n" for n, ward in enumerate(WARDS))
BUDGET = "".join(f"{ward} fire station: ${n + 3}.{n} million, up {n + 1} per cent\n" for n, ward in enumerate(WARDS))
SCORES = "".join(
    f"{home} {n % 4}-{n % 3} {away}\n" for n, (home, away) in enumerate(zip(WARDS, WARDS[::-1], strict=True))
)
GRID = "".join(f"{ward}\t" + "\t".join(str(n * k + 60) for k in range(6)) + "\n" for n, ward in enumerate(WARDS[:5]))
CELLS = "".join(f"{ward}\n{n + 210}\n{n + 70}\n" for n, ward in enumerate(WARDS))


def told(text: str) -> list[tuple[OmissionReason, int, str]]:
    """What of a text is left out: why, how many numbers, and its words."""
    found = figures.omissions(Witness.of(Article("a", text)))
    return [(one.reason, one.numbers, one.excerpt.span.of(text)) for one in found]


@pytest.mark.parametrize(
    ("table", "numbers"),
    [(RESULTS, 36), (BUDGET, 24), (SCORES, 24), (CELLS, 24), (GRID, 30)],
    ids=["results", "budget", "scores", "cells", "grid"],
)
def test_a_table_is_left_out_and_the_prose_around_it_read(table: str, numbers: int) -> None:
    text = LEAD + table + END
    ((reason, count, words),) = told(text)
    assert (reason, count) == (OmissionReason.TABLE, numbers)
    assert words.splitlines()[-1] == table.splitlines()[-1]
    assert words_of(text) == ["61 per cent", "some 14,200", "40"]


def test_no_row_comes_of_a_cell() -> None:
    other = RESULTS.replace("1,2", "1,3").replace("90", "80")
    found = rows(LEAD + RESULTS + END, LEAD + other + END)
    assert {row.scope for row in found} == {"helpers thanked", "people voting", "turnout"}


def test_a_line_that_only_lists_numbers_is_a_table() -> None:
    text = LEAD + "The draws were " + ", ".join(str(n) for n in range(100, 140)) + ".\n" + END
    assert [(reason, count) for reason, count, _words in told(text)] == [(OmissionReason.TABLE, 40)]


@pytest.mark.parametrize(
    "text",
    [
        LEAD
        + "At a glance\n\n- 14 people dead\n- 37 hurt\n- 220 homes lost\n- 9 roads shut\n- $40 million to be paid\n"
        + END,
        " ".join(f"In town {n} some {n} people left." for n in range(2, 100)),
        "The first set went 6-4, the second 3-6, the third 7-5, the fourth 2-6 and the last 9-7 after 31 games.",
        "".join(f"In {1900 + n} some {n + 20} people lived in the village.\n" for n in range(40)),
        "".join(f"{n}. The court heard the witness again on this day.\n" for n in range(1, 30)),
    ],
    ids=["facts", "sentences", "sets", "years", "numbered"],
)
def test_what_is_told_in_words_is_read(text: str) -> None:
    assert told(text) == []


def test_boilerplate_does_not_cut_a_table_in_two() -> None:
    half = RESULTS.splitlines(keepends=True)
    text = LEAD + "".join(half[:6]) + "Advertisement\n" + "".join(half[6:]) + END
    at = text.index("Advertisement")
    article = Article("a", text, boilerplate=(Span(at, at + len("Advertisement")),))
    assert [one.numbers for one in figures.omissions(Witness.of(article))] == [36]


def test_an_endless_text_is_read_in_its_beginning() -> None:
    behind = 300
    lines = [f"In that village {n + 20} people were counted again." for n in range(tables.MOST_NUMBERS + behind)]
    text = "\n".join(lines)
    ((reason, numbers, words),) = told(text)
    assert (reason, numbers) == (OmissionReason.TOO_MANY, behind)
    assert len(words_of(text)) == tables.MOST_NUMBERS
    assert text.endswith(words)


def test_a_million_digits_are_one_number() -> None:
    text = LEAD + "The key is " + "7" * 1_000_000 + "." + END
    assert told(text) == [(OmissionReason.TOO_LONG, 1, "7" * 1_000_000)]
    assert words_of(text) == ["61 per cent", "some 14,200", "40"]
    assert told(LEAD + "The account is 12345678901234567890123456." + END) == []


def test_tables_in_other_languages_are_left_out_too() -> None:
    prose = "La riada dejó 48 muertos en el valle, según la policía, y los vecinos que huyeron son 2.500.\n\n"
    article = Article("a", prose + RESULTS, language="es")
    assert [figure.excerpt.span.of(article.text) for figure in figures.read(Witness.of(article))] == ["48", "2.500"]
    assert [one.numbers for one in figures.omissions(Witness.of(article))] == [36]


def test_a_language_that_is_not_read_is_told_once() -> None:
    article = Article("a", "Floden steg med 3,5 meter.\n\n" + RESULTS, language="sv")
    assert figures.omissions(Witness.of(article)) == ()


def test_a_comparison_names_them_article_by_article() -> None:
    with_table, plain = Article("z", LEAD + RESULTS + END), Article("b", LEAD + END)
    found = compare([with_table, plain, Article("a", BUDGET + END)]).figures_omitted
    assert [(one.excerpt.article, one.numbers) for one in found] == [("z", 36), ("a", 24)]


@given(st.text(st.sampled_from("1 2,3.\n\tab–x"), max_size=400))
def test_what_is_left_out_stands_apart_in_order_and_holds_numbers(text: str) -> None:
    found = figures.omissions(Witness.of(Article("a", text)))
    ends = [0, *(one.excerpt.span.end for one in found)]
    assert all(end <= one.excerpt.span.start < one.excerpt.span.end for end, one in zip(ends, found, strict=False))
    assert all(one.numbers >= tables.LEAST_NUMBERS for one in found if one.reason is OmissionReason.TABLE)
    assert ends[-1] <= len(text)
