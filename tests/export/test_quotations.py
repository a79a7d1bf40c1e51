"""A quotation in every document: each wording with what differs marked, and whom it credits in which words."""

import csv
import datetime as dt
import io
import xml.etree.ElementTree as ET
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from reader.article import Article
from reader.compare.comparison import Comparison, Credit, Excerpt, Quotation
from reader.export import as_csv, as_html, as_text, write
from reader.export.differences import altered
from reader.export.report_builder import report
from reader.progress import silent
from reader.text.spans import Span

MADE = dt.datetime(2026, 11, 30, tzinfo=dt.UTC)
TEXTS = {
    "one": ("en", "Clara Venn spoke. “We close the harbour on Monday,” she said."),
    "two": ("en", "“We close the port on Monday,” said the town."),
    "three": ("de", "„Wir schließen den Hafen am Montag“, sagte Clara Venn."),
    "four": ("de", "„Wir schließen den Hafen am Dienstag“, sagte sie."),
    "five": ("en", "The harbour shuts on Monday."),
}
SAID = (
    ("one", "We close the harbour on Monday,", "Clara Venn", "she said"),
    ("two", "We close the port on Monday,", "the town", "said the town"),
    ("three", "Wir schließen den Hafen am Montag", "Clara Venn", "sagte Clara Venn"),
    ("four", "Wir schließen den Hafen am Dienstag", "", ""),
)


def at(name: str, words: str) -> Span:
    start = TEXTS[name][1].index(words)
    return Span(start, start + len(words))


def credit(name: str, words: str, speaker: str, by: str) -> Credit:
    named = at(name, speaker) if speaker else None
    return Credit(Excerpt(name, at(name, words)), speaker, (), named, at(name, by) if by else None)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    articles = tuple(Article(name, text, language=code, outlet=name.title()) for name, (code, text) in TEXTS.items())
    told = (Excerpt("five", Span(0, len(TEXTS["five"][1]))),)
    return Comparison(articles, (), quotations=(Quotation(80.0, tuple(credit(*one) for one in SAID), told),))


HEAD = "4 accounts, worded differently (English, German) · Clara Venn / the town"
NOTES = [
    "credits Clara Venn (“she said”)",
    "credits the town (“said the town”)",
    "credits Clara Venn (“sagte Clara Venn”)",
    "no speaker named here",
]


def test_a_report_marks_what_differs_within_each_language(comparison: Comparison) -> None:
    (said,) = report(comparison, MADE).quotations
    assert said.label == HEAD
    assert [cited.note for cited in said.wordings] == NOTES
    marked = [[run.text for run in cited.runs if run.differs] for cited in said.wordings]
    assert marked == [[], ["port"], [], ["Dienstag"]]
    assert [(cited.source, cited.note) for cited in said.told] == [(5, "in its own words, not quoted")]


def test_the_page_underlines_and_credits(comparison: Comparison) -> None:
    page = as_html.render(comparison, silent).content.decode()
    root = ET.fromstring(page.removeprefix("<!DOCTYPE html>\n"))  # noqa: S314 - our own page
    (said,) = (e for e in root.iter("article") if HEAD in "".join(e.itertext()))
    assert [e.text.strip() for e in said.iter("small") if e.text] == [*NOTES, "in its own words, not quoted"]
    assert [e.text for e in said.iter("b") if e.get("class") == "differs"] == ["port", "Dienstag"]
    assert "text-decoration: underline" in page


def test_the_pdf_says_the_same(comparison: Comparison, tmp_path: Path) -> None:
    write(comparison, tmp_path / "x.pdf", "pdf")
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(tmp_path / "x.pdf").pages).split())
    for said in (HEAD, *NOTES, "in its own words, not quoted"):
        assert said in text, said


def test_word_says_the_same(comparison: Comparison, tmp_path: Path) -> None:
    write(comparison, tmp_path / "x.docx", "docx")
    paper = docx.Document(str(tmp_path / "x.docx"))
    said = [p for p in paper.paragraphs if p.style is not None and p.style.name == "List Bullet"]
    for paragraph, note in zip(said, (*NOTES, "in its own words, not quoted"), strict=True):
        assert f"({note}): " in paragraph.text
    assert [[run.text for run in p.runs if run.underline] for p in said] == [[], ["port"], [], ["Dienstag"], []]
    assert f"1. {HEAD}" in [p.text for p in paper.paragraphs]


def test_a_table_for_spreadsheets(comparison: Comparison) -> None:
    content = as_csv.render_quotations(comparison, silent).content.decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(content, newline="")))
    assert [line["words"] for line in lines] == [words for _name, words, *_ in SAID] + [TEXTS["five"][1]]
    assert [line["speaker"] for line in lines] == ["Clara Venn", "the town", "Clara Venn", "", ""]
    assert [line["credited by"] for line in lines] == ["she said", "said the town", "sagte Clara Venn", "", ""]
    assert [line["differing words"] for line in lines] == ["", "port", "", "Dienstag", ""]
    assert [line["quoted"] for line in lines] == ["yes"] * 4 + ["no"]
    assert {line["standing"] for line in lines} == {HEAD}


def test_the_terminal_marks_by_underscores(comparison: Comparison) -> None:
    said = " ".join(as_text.comparison_text(comparison).split())
    assert f"1. {HEAD}" in said
    assert "Two, credits the town (“said the town”): We close the _port_ on Monday," in said
    assert "Four, no speaker named here: Wir schließen den Hafen am _Dienstag_" in said
    assert "Five, in its own words, not quoted: The harbour shuts on Monday." in said


def test_a_translation_is_no_altered_quotation(comparison: Comparison) -> None:
    one, _two, three, _four = (credit(*one) for one in SAID)
    assert not altered(comparison, Quotation(80.0, (one, three)))
