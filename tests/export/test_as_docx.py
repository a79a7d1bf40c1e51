"""The Word document: the ledger and the quotations, and whatever a text holds, it opens."""

import dataclasses
import io

import pytest
from docx import Document
from docx.document import Document as Paper

from reader import colours
from reader.article import Article
from reader.compare.comparison import Comparison
from reader.export import as_docx
from reader.progress import silent

from . import story


def paper(comparison: Comparison) -> Paper:
    return Document(io.BytesIO(as_docx.render(comparison, silent).content))


def words(opened: Paper) -> str:
    cells = (cell.text for table in opened.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in opened.paragraphs), *cells])


@pytest.fixture(scope="module")
def whole() -> Paper:
    return paper(story.comparison())


def test_headings_and_what_the_file_says_of_itself(whole: Paper) -> None:
    headings = [p.text for p in whole.paragraphs if p.style is not None and p.style.name.startswith("Heading")]
    assert headings == [
        "What was compared",
        "What was found",
        "Figures",
        "Quotations",
        "1. 2 accounts, worded differently · Irena Kovář",
        "Record",
    ]
    assert whole.core_properties.title.startswith("3 accounts side by side: The Ostermouth Gazette")
    assert whole.core_properties.author.startswith("Parallax ")
    assert whole.core_properties.language == "en"


def test_the_ledger_is_a_table_worst_first(whole: Paper) -> None:
    rows = [[cell.text for cell in row.cells] for row in whole.tables[1].rows]
    assert [row[0] for row in rows] == [
        "Verdict", "Figures that clash", "≠ conflict", "! may conflict",
        "Worth a look: these may count the same and would then clash", "? worth a look", "Figures that fit", "= agree",
    ]  # fmt: skip
    assert rows[2][1].startswith("F1  people moved out\nA/B: ")
    assert "A The Ostermouth Gazette: Almost 8,000 people left" in rows[2][2]
    figures = [run.text for p in whole.tables[1].rows[2].cells[2].paragraphs for run in p.runs if run.underline]
    assert figures == ["Almost 8,000", "Some 5,800"]
    assert rows[5][1].endswith("not sure that both count the same: only one says where, only one says when")


def test_quotations_mark_what_differs(whole: Paper) -> None:
    quoted = [p for p in whole.paragraphs if p.style is not None and p.style.name == "List Bullet"]
    assert quoted[0].text == "A The Ostermouth Gazette (credits Irena Kovář): We had twenty minutes, no more,"
    assert [run.text for run in quoted[1].runs if run.underline] == ["and not one"]


def test_the_record_holds_the_sums(whole: Paper) -> None:
    assert all(article.fingerprint in words(whole) for article in story.comparison().articles)


def test_hostile_text_and_arabic() -> None:
    text = "Null \0 and \x0b and \ufffe and \ud800 and <w:p> end."
    hostile = dataclasses.replace(story.WIRE, text=text, headline=text, outlet=text, byline=text)
    arabic = Article("ar", "عاد الهدوء إلى المدينة.\n", outlet="الصباح", language="ar")
    said = words(paper(Comparison((hostile, arabic))))
    assert "and <w:p> end." in said
    assert not set("\0\x0b\ufffe\ud800") & set(said)
    assert "الصباح" in said
    assert "No quotation stands in two or more accounts." in said


def test_no_heading_is_left_at_the_foot_of_a_page_and_pages_have_numbers(whole: Paper) -> None:
    table = whole.tables[1]
    shelves = [row.cells[0] for row in table.rows if len({cell.text for cell in row.cells}) == 1]
    assert shelves[0].text == "Figures that clash"
    heads = [*table.rows[0].cells, *shelves]
    assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in heads)
    leads = [p for p in whole.paragraphs if p.text.startswith(("What is said in two accounts", "SHA-256 of each"))]
    assert len(leads) == 2
    assert all(lead.paragraph_format.keep_with_next for lead in leads)
    foot = whole.sections[0].footer.paragraphs[0]
    assert foot.text.startswith("Made by Parallax ")
    assert 'w:instr="PAGE"' in foot._p.xml


def test_what_conflicts_is_told_apart_by_sign_word_weight_and_colour(whole: Paper) -> None:
    runs = {row.cells[0].text: row.cells[0].paragraphs[0].runs[0] for row in whole.tables[1].rows}
    edges = colours.load(colours.LIGHT).named
    for label, edge in (("≠ conflict", "conflict_edge"), ("! may conflict", "tension_edge")):
        assert f"#{runs[label].font.color.rgb}".lower() == edges[edge]
        assert runs[label].bold
    assert runs["= agree"].font.color.rgb is None
