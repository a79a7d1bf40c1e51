"""A page is read as a person sees it: marks, breaks, raised signs, and nothing hidden or struck out."""

import pytest

from reader.importing import ImportOptions
from reader.importing.superscripts import raised
from reader.importing.web_page import read, text_of
from reader.notices import NoticeKind, notice
from tests.samples.story import PARAGRAPHS


def article(body: str, attributes: str = "lang=en"):  # type: ignore[no-untyped-def]
    told = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    whole = f"<!DOCTYPE html><html {attributes}><body><article><h1>Crane falls</h1>{body}{told}</article></body></html>"
    return read(whole.encode(), "page.html", ImportOptions())


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("<p>He said <q>we ran</q>, then <q>we <q>hid</q> there</q>.</p>", "He said “we ran”, then “we ‘hid’ there”."),
        ("<p>At <time datetime=2031-05-06T06:00>six in the morning</time> the alarm was raised.</p>",
         "At six in the morning the alarm was raised."),
        ("<p>Some 12<sup>3</sup> were hurt on 10 m<sup>2</sup>.</p>", "Some 12 were hurt on 10 m²."),
        ("<p>It fell.<sup><a href=#fn1>1</a></sup> They ran.</p>", "It fell. They ran."),
        ("<p>The 5<sup>th</sup> crane of 2<sup>10</sup>.</p>", "The 5th crane of 2¹⁰."),
        ("<p>Four <del>fourteen </del>dockers <s>died</s>ran.</p>", "Four dockers ran."),
        ("<p>One.<br> <br>\n<br>Two,<br>three.</p>", "One.\n\nTwo, three."),
        ("<p>A<span style='display: none'>B</span>C<i hidden>D</i><b class='sr-only x'>E</b></p>", "AC"),
    ],
)  # fmt: skip
def test_what_is_seen(markup: str, seen: str) -> None:
    assert text_of(markup) == seen


@pytest.mark.parametrize(("language", "seen"), [("de", "„Halt“"), ("fr", "«Halt»"), ("en", "“Halt”"), ("xx", "“Halt”")])
def test_quotations_have_the_marks_of_their_language(language: str, seen: str) -> None:
    told = article(
        "<p>They all heard him call <q>Halt</q> over the noise of the storm that night.</p>", f"lang={language}"
    )
    assert f"call {seen} over" in told.text


def test_what_was_struck_out_is_told() -> None:
    assert article("<p>It hurt <del>fourteen dockers</del> four.</p>").notices == (notice(NoticeKind.STRUCK, n=2),)


def test_what_is_hidden_is_no_text() -> None:
    told = article(
        "<p hidden>The page hid that 99 people had died there.</p><div style='display:none'><p>Nor 98.</p></div>"
    )
    assert "99" not in told.text
    assert "98" not in told.text


def test_an_article_that_a_script_was_to_show_is_read() -> None:
    told = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    whole = f"<html><body><div style='display:none'><article><h1>Crane falls</h1>{told}</article></div></body></html>"
    assert PARAGRAPHS[-1] in read(whole.encode(), "page.html", ImportOptions()).text


def test_a_time_in_a_sentence_is_not_the_day_of_the_page() -> None:
    assert (
        article("<p>At <time datetime=2031-05-06T06:00>six</time> the alarm was raised by a watchman.</p>").published
        == ""
    )


def test_rows_of_links_and_boxes_to_subscribe_are_no_text() -> None:
    row = "".join(
        f"<li><h4><a href=/{n}>Another story of the day, number {n}</a></h4><p>What it is about.</p></li>"
        for n in range(4)
    )
    box = "<div class=Newsletter-container><h3>The Morning Mail</h3><p>Get the best stories in your inbox.</p></div>"
    told = article(f"<ul>{row}</ul>{box}")
    assert "Another story" not in told.text
    assert "Morning Mail" not in told.text


def test_a_list_of_what_was_found_stays() -> None:
    row = "".join(f"<li>The crane of quay {n} was found <a href=/{n}>in order</a>.</li>" for n in range(4))
    assert "quay 3 was found in order" in article(f"<p>The office said:</p><ul>{row}</ul>").text


@pytest.mark.parametrize(
    ("before", "mark", "adds"),
    [
        ("12", "3", ""), ("people", "1", ""), ("said.", "4", ""), ("12", "[3]", ""), ("said", "*", ""),
        ("10 km", "2", "²"),
        ("10", "6", "⁶"), ("2", "10", "¹⁰"), ("$9", "99", "⁹⁹"), ("5", "th", "th"), ("n", "o", "o"), ("", "14", "¹⁴"),
        ("10", "-6", "⁻⁶"), ("1,210", "7", ""), ("them", "2", ""), ("12", "1234", "1234"),
    ],
)  # fmt: skip
def test_what_a_raised_mark_adds(before: str, mark: str, adds: str) -> None:
    assert raised(before, mark) == adds


def test_a_mark_that_is_said_to_be_a_note_adds_nothing() -> None:
    assert raised("10 km", "2", note=True) == ""


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        (
            "The <button class=term>berth tax</button> rose to 9 crowns a tonne, the port said",
            "The berth tax rose to 9",
        ),
        ("Nobody at the port had expected the <button>berth tax</button>.", "expected the berth tax."),
        ("The port reckons with <output>412</output>, and perhaps with more ships", "with 412, and perhaps"),
    ],
)
def test_a_word_of_a_sentence_that_can_be_pressed_is_read_once(markup: str, seen: str) -> None:
    told = article(f"<p>{markup} in the winter that is about to begin here.</p>")
    assert told.text.count(seen) == 1
    assert told.text.count("in the winter") == 1


def test_what_is_only_there_to_be_pressed_is_no_text() -> None:
    told = article("<p>The berth tax rose to 9 crowns a tonne, the port said. <button>Share this</button></p>")
    assert "Share" not in told.text
