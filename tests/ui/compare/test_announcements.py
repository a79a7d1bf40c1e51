"""What is said of findings, and what articles are called."""

import pytest

from reader import wording
from reader.article import Article
from reader.compare.comparison import MarkKind
from reader.locales import day
from reader.text.spans import Span
from reader.ui.compare import announcements
from reader.ui.compare.highlights import OwnSpan, marks
from reader.ui.state.comparison_state import passage_numbers
from reader.ui.widgets.plain_text import tip
from reader.wording.lines import date_and_byline, short_name


@pytest.mark.parametrize(
    ("names", "words"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_listed(names: list[str], words: str) -> None:
    assert wording.listed(names) == words


def test_why_a_passage_is_marked(compare) -> None:
    whole = compare()
    mark = marks(whole)["a1"].passages[0]
    why = announcements.why(whole, passage_numbers(whole), mark)
    assert "Passage 1: word for word, 97 of 100" in why
    assert "also in Corran Echo and Island Post" in why
    assert "Corran Echo: “<b>" in why


def test_why_a_figure_and_a_quotation_are_marked(compare) -> None:
    whole = compare()
    found = marks(whole)["a1"]
    figure = next(m for m in found.figures if m.verdict == "conflict")
    assert "boats lost, conflict" in announcements.why(whole, passage_numbers(whole), figure)
    assert "the keeper" in announcements.why(whole, passage_numbers(whole), found.quotations[0])


def test_why_a_figure_is_worth_a_look_says_what_speaks_against_it(look) -> None:
    whole = look()
    mark = next(m for m in marks(whole)["a1"].figures if m.verdict == "look")
    why = announcements.why(whole, passage_numbers(whole), mark)
    assert "cuts in the cable, worth a look: two places is far below nine days" in why
    assert "not sure that both count the same: only one says where" in why


@pytest.mark.parametrize(
    ("article", "name"),
    [
        (Article("x", "", outlet="Tidewatch"), "Tidewatch"),
        (Article("x", "", path="/news/echo.txt", headline="Lamp fails"), "echo"),
        (Article("x", "", headline="Lamp fails"), "Lamp fails"),
        (Article("x", "", outlet="A very long name of a very old newspaper"), "A very long name of a very old…"),
        (Article("x", ""), "x"),
    ],
)
def test_called(article: Article, name: str) -> None:
    assert short_name(article) == name


@pytest.mark.parametrize(
    ("published", "words"),
    [("2025-03-04", "4 Mar 2025"), ("2025-03-04T10:00:00", "4 Mar 2025"), ("last week", "last week"), ("", "")],
)
def test_day(published: str, words: str) -> None:
    assert day(published) == words


def test_credit_leaves_out_what_is_not_known() -> None:
    assert date_and_byline(Article("x", "", byline="Una  Brack")) == "Una Brack"
    assert date_and_byline(Article("x", "")) == ""


def test_markup_in_a_tooltip_is_shown_not_obeyed() -> None:
    assert "&lt;b&gt;" in tip("<b>")
    assert tip("") == ""


def test_a_tip_says_what_the_reader_marked_and_noted_and_obeys_no_markup() -> None:
    plain = OwnSpan(Span(0, 3), "x", MarkKind.HIGHLIGHT, "")
    assert announcements.own_mark(plain) == "<p><b>Highlighted</b></p>"
    noted = OwnSpan(Span(0, 3), "x", MarkKind.PASSAGE, "<b>who</b> says so?")
    assert announcements.own_mark(noted) == "<p><b>Tied as a passage</b><br>&lt;b&gt;who&lt;/b&gt; says so?</p>"
