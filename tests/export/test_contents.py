"""What a preview is told agrees with what the document then holds."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from reader.export import FORMATS, SECTIONS, Choices, write
from reader.export.contents import contents
from reader.export.report_builder import report
from reader.importing import read_file
from reader.paths import shipped
from reader.settings import Settings
from reader.workspace import compare_articles

from . import paper, story
from .test_report_builder import MADE


def test_every_section_with_what_is_in_it() -> None:
    told = contents(story.comparison())
    assert tuple(part.name for part in told.parts) == tuple(name for name in SECTIONS if name != "own")
    assert told.articles == ("The Ostermouth Gazette", "Northern Wire", "Evening Post")
    holds = {part.name: part.holds for part in told.parts}
    assert holds["ledger"] == "4 rows"
    assert holds["passages"] == "3 shared passages"
    assert all(part.wanted for part in told.parts)


def test_what_is_all_of_one_story_goes_by_its_name() -> None:
    named = Choices(story="The Ostermouth bridge")
    title = "The Ostermouth bridge: 3 accounts side by side"
    assert contents(story.comparison()).title == "3 accounts side by side"
    assert contents(story.comparison(), named).title == title
    assert report(story.comparison(), MADE, named).title == title


def test_fewer_sections_are_fewer_pages() -> None:
    some = contents(story.comparison(), Choices(sections=frozenset({"ledger"})))
    assert [part.name for part in some.parts if part.wanted] == ["ledger"]
    assert some.pages < contents(story.comparison()).pages


def test_about_as_many_pages_as_the_document_has(tmp_path: Path) -> None:
    write(story.comparison(), tmp_path / "x.pdf", "pdf")
    assert abs(len(PdfReader(tmp_path / "x.pdf").pages) - contents(story.comparison()).pages) <= 1


@pytest.mark.parametrize("count", [2, 3, 5])
@pytest.mark.parametrize("differences_only", [False, True])
def test_about_as_many_pages_for_the_story_that_comes_with_the_program(
    count: int, differences_only: bool, tmp_path: Path
) -> None:
    paths = sorted((shipped("data") / "samples").glob("*.txt"))[:count]
    found = compare_articles([read_file(path) for path in paths], Settings())
    choices = Choices(differences_only)
    write(found, tmp_path / "x.pdf", "pdf", choices=choices)
    pages = len(PdfReader(tmp_path / "x.pdf").pages)
    assert abs(contents(found, choices).pages - pages) <= max(1, 0.2 * pages)


def test_the_differences_have_neither_names_nor_the_texts() -> None:
    told = contents(story.comparison(), Choices(differences_only=True))
    assert {part.name for part in told.parts}.isdisjoint({"side", "names", "origins"})


@pytest.mark.parametrize("wanted", [frozenset({"cover"}), frozenset({"ledger", "quotations"}), frozenset[str]()])
def test_a_document_of_some_sections(tmp_path: Path, wanted: frozenset[str]) -> None:
    choices = Choices(sections=wanted)
    for form in FORMATS:
        assert write(story.comparison(), tmp_path / f"some{form.suffix}", form.name, choices=choices) == ""
    page = (tmp_path / "some.html").read_text(encoding="utf-8")
    assert ('id="ledger"' in page) is ("ledger" in wanted)
    assert ("How to read it" in page) is ("cover" in wanted)
    text = paper.words(tmp_path / "some.pdf")
    assert ("Quotations" in text) is (bool(wanted & {"quotations"}))
