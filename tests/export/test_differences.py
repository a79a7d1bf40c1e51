"""The differences only: nothing that agrees, nothing lost that does not."""

import csv
import dataclasses
import io
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from pypdf import PdfReader

from reader.compare.comparison import Comparison, Credit, Quotation, Verdict
from reader.compare.options import CompareOptions
from reader.export import Choices, as_html, as_text, write
from reader.export.differences import altered, differences
from reader.progress import silent

from . import story

ONLY = Choices(differences_only=True, settings=CompareOptions())


@pytest.fixture
def parted() -> Comparison:
    return differences(story.comparison())


def test_only_what_clashes_and_what_an_article_lacks(parted: Comparison) -> None:
    assert [row.verdict for row in parted.ledger] == [Verdict.CONFLICT, Verdict.TENSION, Verdict.LOOK]
    whole = story.comparison()
    assert parted.passages == whole.passages[:2]
    assert [c.missing for c in parted.coverage] == [(), (), (0, 1)]
    assert parted.quotations == whole.quotations
    assert not parted.names


def test_passages_are_numbered_anew() -> None:
    whole = story.comparison()
    coverage = tuple(dataclasses.replace(c, missing=(2,) if c.missing else ()) for c in whole.coverage)
    parted = differences(dataclasses.replace(whole, coverage=coverage))
    assert parted.passages == whole.passages[2:]
    assert parted.coverage[2].missing == (0,)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("We had twenty minutes, no more,", "We had twenty minutes and not one more,", True),
        ("We had twenty minutes, no more,", "We had twenty minutes", False),
    ],
)
def test_fewer_words_are_not_other_words(first: str, second: str, said: bool) -> None:
    quotation = Quotation(90, (Credit(story.at(story.GAZETTE, first)), Credit(story.at(story.WIRE, second))))
    assert altered(story.comparison(), quotation) is said


def test_one_wording_with_two_speakers_is_a_difference() -> None:
    said, whole = story.at(story.GAZETTE, "We had twenty minutes, no more,"), story.comparison()
    other = story.at(story.WIRE, "We had twenty minutes")
    for speaker, kept in (("Mara Quill", 0), ("Quill", 0), ("", 0), ("Ana Kos", 1)):
        quotation = Quotation(90, (Credit(said, "Mara Quill"), Credit(other, speaker)))
        assert len(differences(dataclasses.replace(whole, quotations=(quotation,))).quotations) == kept, speaker


def test_the_page_tells_differences_and_settings(parted: Comparison) -> None:
    page = as_html.render(parted, silent, ONLY).content.decode()
    root = ET.fromstring(page.removeprefix("<!DOCTYPE html>\n"))  # noqa: S314 - our own page
    heads = ["".join(e.itertext()) for e in root.iter("h2")][3:]
    assert heads == [
        "Figures",
        "Pictures",
        "Quotations",
        "What one account alone has, and what it lacks",
        "Passages that an account lacks",
        "Record",
    ]
    ids = {e.get("id") for e in root.iter()}
    assert {e.get("href", "")[1:] for e in root.iter("a")} <= ids
    assert "Settings: passages alike by 50 of 100 or more, of at least 4 words" in page


def test_the_pdf_holds_no_side_by_side(tmp_path: Path) -> None:
    write(story.comparison(), tmp_path / "x.pdf", "pdf", choices=ONLY)
    reader = PdfReader(tmp_path / "x.pdf")
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "Almost 8,000" in text
    assert "Shops stayed shut" in text
    assert "Side by side" not in text
    assert "1911" not in text
    assert "figures rounded within 2%" in text


def test_tables_and_text_leave_out_what_agrees(tmp_path: Path, parted: Comparison) -> None:
    write(story.comparison(), tmp_path / "x.csv", "csv", choices=ONLY)
    rows = csv.DictReader(io.StringIO((tmp_path / "x.csv").read_text(encoding="utf-8-sig")))
    assert {row["verdict"] for row in rows} == {"conflict", "may conflict", "worth a look"}
    said = as_text.comparison_text(parted, ONLY)
    assert "lacks though most have" in said
    assert "No shared passages" not in said
    assert "not one more" in said
