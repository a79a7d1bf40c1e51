"""What the reader decided goes into every format, beside the finding that it is about."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from reader.compare import finding_ids
from reader.compare.comparison import Comparison
from reader.export import FORMATS, Choices, as_json, as_text, write
from reader.export.contents import contents
from reader.export.report_builder import report

from . import paper, story
from .test_report_builder import MADE

REASON, NOTE = "The county counts guests of hotels too.", "Ask the county."


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the story in every format."""
    folder = tmp_path_factory.mktemp("documents")
    comparison = story.comparison()
    for form in FORMATS:
        assert write(comparison, folder / f"story{form.suffix}", form.name, choices=story.choices(comparison)) == ""
    return folder


def test_in_the_pdf_and_in_what_is_attached_to_it(documents: Path) -> None:
    text = paper.words(documents / "story.pdf")
    for words in ("Dismissed by the reader, 6 Mar 2026", REASON, NOTE, "Both from the town's page?", "5 Mar 2026",
                  "https://gazette.example/flood", "The reader dismissed 1 more."):  # fmt: skip
        assert words in text
    assert text.index("people hurt") < text.index("Dismissed by the reader")
    attached = json.loads(PdfReader(documents / "story.pdf").attachments["comparison.json"][0])
    comparison = story.comparison()
    assert attached == as_json.comparison_object(comparison, True, story.choices(comparison))


def test_in_the_contract(documents: Path) -> None:
    told = json.loads((documents / "story.json").read_text(encoding="utf-8"))
    assert told["figures"][0]["decision"] == {
        "kind": "dismissed", "reason": REASON, "note": NOTE, "decided": "2026-03-06T10:00:00Z",
    }  # fmt: skip
    assert "decision" not in told["figures"][1]
    assert [("decision" in passage) for passage in told["passages"]] == [False, False, True]
    assert told["quotations"][0]["decision"]["kind"] == "confirmed"
    assert told["articles"][0]["imported"] == "2026-03-05T09:30:00Z"


def test_on_the_page(documents: Path) -> None:
    page = (documents / "story.html").read_text(encoding="utf-8")
    assert page.count('<p class="ruling">') == 3
    assert f"<b>Dismissed by the reader, 6 Mar 2026:</b> {REASON} · {NOTE}" in page
    assert page.index('class="off"') > page.index("people hurt")


@pytest.mark.parametrize(("name", "rows"), [("story.csv", 2), ("story.passages.csv", 2)])
def test_in_tables(documents: Path, name: str, rows: int) -> None:
    with (documents / name).open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    decided = [line for line in lines if line["decision"]]
    assert len(decided) == rows
    assert decided == lines[-rows:]


def test_in_the_word_document(documents: Path) -> None:
    paper = docx.Document(io.BytesIO((documents / "story.docx").read_bytes()))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    assert any(REASON in cell and NOTE in cell for cell in cells)
    assert "Confirmed by the reader, 6 Mar 2026" in [p.text for p in paper.paragraphs]


def test_in_plain_text() -> None:
    comparison: Comparison = story.comparison()
    said = as_text.comparison_text(comparison, story.choices(comparison))
    assert "Figures: 1 may conflict, 1 worth a look, 1 dismissed" in said
    assert f"Dismissed by the reader, 6 Mar 2026: {REASON}" in " ".join(said.split())


def test_a_preview_counts_what_stands() -> None:
    comparison = story.comparison()
    assert contents(comparison, story.choices(comparison)).summary == "1 may conflict, 1 worth a look, 1 dismissed"


def test_tables_without_the_mark(tmp_path: Path) -> None:
    write(story.comparison(), tmp_path / "x.csv", "csv", choices=replace(story.choices(story.comparison()), bom=False))
    assert (tmp_path / "x.csv").read_bytes().startswith(b"row,")


def test_dismissed_passages_and_quotations_do_not_count_either() -> None:
    comparison = story.comparison()
    gone = {
        finding_ids.of_passage(comparison, comparison.passages[0]): story.Decision("dismissed", "a set phrase"),
        finding_ids.of_quotation(comparison, comparison.quotations[0]): story.Decision("dismissed"),
    }
    choices = Choices(decisions=gone)
    holds = {part.name: part.holds for part in contents(comparison, choices).parts}
    assert (holds["passages"], holds["quotations"]) == ("2 shared passages, 1 dismissed", "0 quotations, 1 dismissed")
    told = report(comparison, MADE, choices)
    assert {tally.words for tally in told.tallies} >= {"shared passages, 1 dismissed", "shared quotations, 1 dismissed"}
    assert "2 shared passages, 1 dismissed; 0 quotations stand in more than one, 1 dismissed." in told.finding
    said = as_text.comparison_text(comparison, choices)
    assert "2 shared passages, 1 dismissed" in said
    assert "Dismissed by the reader, 6 Mar 2026: a set phrase" in said
