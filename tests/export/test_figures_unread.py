"""An account in whose language no figures are read says so in every document, and never looks silent."""

import csv
import dataclasses
import io
from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from reader.compare.comparison import Comparison
from reader.export import as_csv, as_docx, as_html, as_json, as_text, pdf
from reader.progress import silent

from . import story

SAID = "Figures are not read in the language of Northern Wire."
CELL = "figures are not read in this language"


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """The story, its second account in Swedish, of whose figures nothing is known."""
    whole = story.comparison()
    swedish = dataclasses.replace(story.WIRE, language="sv")
    return dataclasses.replace(
        whole,
        articles=tuple(swedish if a.id == swedish.id else a for a in whole.articles),
        ledger=tuple(
            dataclasses.replace(
                row,
                mentions=tuple(m for m in row.mentions if m.excerpt.article != swedish.id),
                judgements=(),
            )
            for row in whole.ledger
        ),
        figures_unread=(swedish.id,),
    )


def test_json_names_the_article_and_its_language(comparison: Comparison) -> None:
    told = as_json.comparison_object(comparison)
    assert told["figures_unread"] == [{"article": story.WIRE.id, "language": "sv"}]


def test_the_table_has_a_line_for_the_article(comparison: Comparison) -> None:
    lines = list(csv.DictReader(io.StringIO(as_csv.render(comparison, silent).content.decode("utf-8-sig"))))
    assert [line["article"] for line in lines if line["why"] == CELL] == [story.WIRE.id]
    assert all(line["row"] for line in lines if line["why"] != CELL)


def test_the_terminal_says_it_beside_the_figures(comparison: Comparison) -> None:
    assert SAID in as_text.comparison_text(comparison)
    assert "not read" not in as_text.comparison_text(story.comparison())


def test_the_page_says_it_in_every_cell(comparison: Comparison) -> None:
    page = as_html.render(comparison, silent).content.decode()
    assert SAID in page
    assert page.count(f">{CELL}</td>") == len(comparison.ledger)


def test_the_word_document_says_it_under_figures(comparison: Comparison) -> None:
    paper = Document(io.BytesIO(as_docx.render(comparison, silent).content))
    assert SAID in [paragraph.text for paragraph in paper.paragraphs]


def test_the_pdf_says_it_in_every_cell(comparison: Comparison) -> None:
    read = PdfReader(BytesIO(pdf.render(comparison, silent).content))
    text = " ".join("\n".join(page.extract_text() for page in read.pages).split())
    assert SAID in text
    assert text.count("are not read in this") == len(comparison.ledger)
