"""An account whose table of numbers is not read, or not to its end, says so in every document and on the screen."""

import csv
import dataclasses
import io

import pytest
from docx import Document
from pypdf import PdfReader

from reader.compare.comparison import Comparison, Excerpt, FigureOmission, OmissionReason
from reader.export import as_csv, as_docx, as_html, as_json, as_text, pdf
from reader.progress import silent
from reader.text.spans import Span

from . import story

TABLE = "Northern Wire has a table of numbers (1,800), whose cells are not read as figures."
LONG = "Northern Wire has a number of 40 digits, which is not read as a figure."
REST = "Northern Wire has more numbers than are compared: 310 towards its end are not read as figures."


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """The story, its second account with a table in it and too many numbers behind that."""
    omitted = (
        FigureOmission(Excerpt(story.WIRE.id, Span(5, 90)), OmissionReason.TABLE, 1_800),
        FigureOmission(Excerpt(story.WIRE.id, Span(120, 160)), OmissionReason.TOO_MANY, 310),
        FigureOmission(Excerpt(story.WIRE.id, Span(160, 200)), OmissionReason.TOO_LONG, 1),
    )
    return dataclasses.replace(story.comparison(), figures_omitted=omitted)


def test_json_says_where_and_why(comparison: Comparison) -> None:
    assert as_json.comparison_object(comparison)["figures_omitted"] == [
        {"article": story.WIRE.id, "start": 5, "end": 90, "reason": "table", "numbers": 1_800},
        {"article": story.WIRE.id, "start": 120, "end": 160, "reason": "too_many", "numbers": 310},
        {"article": story.WIRE.id, "start": 160, "end": 200, "reason": "too_long", "numbers": 1},
    ]


def test_the_table_has_a_line_for_the_account(comparison: Comparison) -> None:
    lines = list(csv.DictReader(io.StringIO(as_csv.render(comparison, silent).content.decode("utf-8-sig"))))
    assert [line["article"] for line in lines if line["why"] == f"{TABLE} {REST} {LONG}"] == [story.WIRE.id]


def test_text_page_and_word_document_say_it(comparison: Comparison) -> None:
    paper = Document(io.BytesIO(as_docx.render(comparison, silent).content))
    said = {
        "text": " ".join(as_text.comparison_text(comparison).split()),
        "page": as_html.render(comparison, silent).content.decode(),
        "word": "\n".join(paragraph.text for paragraph in paper.paragraphs),
    }
    assert {kind: f"{TABLE} {REST} {LONG}" in words for kind, words in said.items()} == dict.fromkeys(said, True)


def test_the_pdf_says_it(comparison: Comparison) -> None:
    read = PdfReader(io.BytesIO(pdf.render(comparison, silent).content))
    assert f"{TABLE} {REST} {LONG}" in " ".join("\n".join(page.extract_text() for page in read.pages).split())
