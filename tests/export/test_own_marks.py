"""What the reader marked by hand goes into every document, and nothing is said of it where there is nothing."""

import csv
import dataclasses
import io
import json
import zipfile

import pytest
from pypdf import PdfReader

from reader.compare.comparison import Comparison, MarkKind, OwnMark
from reader.export import FORMATS, Choices
from reader.export.contents import contents
from reader.progress import silent
from tests.export import story

RENDER = {one.name: one.render for one in FORMATS}


@pytest.fixture
def marked() -> Comparison:
    comparison = story.comparison()
    first, second = comparison.passages[0].excerpts[:2]
    return dataclasses.replace(
        comparison,
        passages=(dataclasses.replace(comparison.passages[0], own="passage:1"), *comparison.passages[1:]),
        own_marks=(
            OwnMark("highlight:1", MarkKind.HIGHLIGHT, (first,), "=ask the <mayor>", "2031-05-04T10:00:00+00:00"),
            OwnMark("passage:1", MarkKind.PASSAGE, (first, second), "", "2031-05-05T10:00:00+00:00"),
        ),
    )


def rendered(comparison: Comparison, name: str) -> bytes:
    return RENDER[name](comparison, silent, Choices()).content


def test_json_has_them_with_their_spans(marked: Comparison) -> None:
    told = json.loads(rendered(marked, "json"))
    light, tie = told["own_marks"]
    assert (light["kind"], light["note"], len(light["spans"])) == ("highlight", "=ask the <mayor>", 1)
    assert (tie["kind"], len(tie["spans"])) == ("passage", 2)
    assert light["spans"][0]["text"] == marked.text(marked.own_marks[0].excerpts[0])
    assert [passage.get("own", False) for passage in told["passages"]][:2] == [True, False]


def test_csv_has_a_line_for_each_stretch_and_no_formula(marked: Comparison) -> None:
    heads, *lines = csv.reader(io.StringIO(rendered(marked, "csv-marks").decode("utf-8-sig")))
    assert len(lines) == 3
    assert {line[heads.index("note")] for line in lines} == {"'=ask the <mayor>", ""}
    assert [line[heads.index("kind")] for line in lines] == ["Highlighted", "Tied as a passage", "Tied as a passage"]
    assert "tied by the reader" in rendered(marked, "csv-passages").decode()


def test_html_marks_the_words_and_lists_them(marked: Comparison) -> None:
    found = rendered(marked, "html").decode()
    assert 'id="own"' in found
    assert '<mark class="own">' in found
    assert "=ask the &lt;mayor&gt;" in found


def test_word_and_text_have_them(marked: Comparison) -> None:
    with zipfile.ZipFile(io.BytesIO(rendered(marked, "docx"))) as file:
        words = file.read("word/document.xml").decode()
    text = rendered(marked, "text").decode()
    for found in (words, text):
        assert "Marked by the reader" in found
        assert "ask the" in found
        assert "Tied as a passage" in found


def test_pdf_has_them(marked: Comparison) -> None:
    pages = PdfReader(io.BytesIO(rendered(marked, "pdf"))).pages
    said = " ".join(" ".join(one.extract_text() for one in pages).split())
    assert "Marked by the reader" in said
    assert "Highlighted, 4 May 2031" in said
    assert "ask the <mayor>" in said


def test_nothing_is_said_of_them_where_there_are_none(marked: Comparison) -> None:
    bare = story.comparison()
    assert "own" not in [part.name for part in contents(bare).parts]
    assert "own" in [part.name for part in contents(marked).parts]
    assert "Marked by the reader" not in rendered(bare, "text").decode()
    assert json.loads(rendered(bare, "json"))["own_marks"] == []
