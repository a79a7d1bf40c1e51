"""The PDF as a reader's tools see it: tagged, linked, named, searchable; and whatever a text holds, it is made."""

import dataclasses
import datetime as dt
import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from reader.article import Article
from reader.compare.comparison import Comparison
from reader.errors import ExportError
from reader.export import as_json, pdf
from reader.progress import Cancelled, silent

from . import paper, story


def made(comparison: Comparison) -> tuple[PdfReader, str]:
    document = pdf.render(comparison, silent)
    return PdfReader(BytesIO(document.content)), document.notice


def text_of(reader: PdfReader) -> str:
    return " ".join("\n".join(page.extract_text() for page in reader.pages).split())


@pytest.fixture(scope="module")
def whole() -> PdfReader:
    return made(story.comparison())[0]


def root(reader: PdfReader) -> Any:
    return reader.trailer["/Root"]


def test_tagged_and_of_the_accessibility_standard(whole: PdfReader) -> None:
    assert root(whole)["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root(whole)
    assert root(whole)["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root(whole)["/Lang"] == "en"
    assert re.search(rb"pdfuaid:part>\s*1\s*<", root(whole)["/Metadata"].get_object().get_data())


def test_fit_for_archives_with_the_comparison_attached(whole: PdfReader) -> None:
    metadata = root(whole)["/Metadata"].get_object().get_data()
    assert re.search(rb"pdfaid:part>\s*3\s*<", metadata)
    attached = json.loads(whole.attachments["comparison.json"][0])
    assert attached == as_json.comparison_object(story.comparison(), with_text=True)


def test_metadata(whole: PdfReader) -> None:
    assert whole.metadata is not None
    assert whole.metadata.title == "3 accounts side by side: The Ostermouth Gazette · Northern Wire · Evening Post"
    assert str(whole.metadata.author).startswith("Parallax ")
    assert "1 conflict" in str(whole.metadata.subject)


def test_outline_names_sections_with_rows_and_passages_below(whole: PdfReader) -> None:
    outline = list(whole.outline)
    sections = [entry.title for entry in outline if isinstance(entry, Destination)]
    assert sections[:3] == ["What was compared", "What was found", "How to read it"]
    assert sections[3:6] == ["Figures", "Pictures", "Side by side"]
    below = [
        entry.title for part in outline if isinstance(part, list) for entry in part if isinstance(entry, Destination)
    ]
    assert "F1 people moved out" in below
    assert "3 reworded alike, 71 of 100" in below


def test_links_lead_from_passage_to_passage_and_from_ledger_to_text(whole: PdfReader) -> None:
    links = [
        note.get_object() for page in whole.pages for note in page.get("/Annots", []) if note["/Subtype"] == "/Link"
    ]
    assert len(links) > 25
    assert all("/A" in link or "/Dest" in link for link in links)
    assert not any("/URI" in link.get("/A", {}) for link in links)


def test_text_is_found_again(whole: PdfReader) -> None:
    text = text_of(whole)
    for words in ("Almost 8,000", "The river Wend broke its banks", "officials said", "Kovář", "twenty minutes"):
        assert words in text
    assert "ﬁ" not in text
    assert "[8 words not compared: Subscribe to our newsletter" in text
    assert "never decides who is right" in text


def test_landscape_and_numbered(whole: PdfReader) -> None:
    assert all(page.mediabox.width > page.mediabox.height for page in whole.pages)
    assert f"Page 2 of {len(whole.pages)}" in text_of(whole)


def test_the_same_moment_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert pdf.made_now() == dt.datetime(2027, 1, 15, 8, 0, tzinfo=dt.UTC)
    first, second = (pdf.render(story.comparison(), silent).content for _time in range(2))
    assert first == second


def test_nothing_found_is_said() -> None:
    text = text_of(made(Comparison(story.ARTICLES))[0])
    assert "No conflicts found." in text
    assert "No shared passages found." in text


def hostile(text: str, **more: str) -> Comparison:
    return Comparison((story.GAZETTE, dataclasses.replace(story.WIRE, text=text, **more)))


MARKUP = '#panic("out") *bold* $x^2$ @nowhere <label> // comment /* \\ `raw` = Heading - list'


def test_markup_in_a_text_is_only_text() -> None:
    reader, notice = made(hostile(f"{MARKUP}\n", headline=MARKUP, outlet=MARKUP))
    assert notice == ""
    assert '#panic("out") *bold* $x^2$ @nowhere <label> // comment' in text_of(reader)


@pytest.mark.parametrize(
    "text",
    [
        "Null \0 and \x07 bell and \x1b[31m escape and \ufffe and \ue000 end.",
        "Long " + "a" * 300 + " token, https://example.org/" + "path/" * 60 + " end.",
        "\u202eOverride\u202c and zero\u200bwidth and a\u0301\u0302\u0303\u0304 marks end.",
    ],
)
def test_what_no_page_can_hold_does_no_harm(text: str) -> None:
    reader, notice = made(hostile(text, byline=text + "\udc80"))
    assert notice == ""
    assert "end." in text_of(reader)
    assert b"pdfuaid" in root(reader)["/Metadata"].get_object().get_data()


def test_pictures_become_names_where_no_font_has_them() -> None:
    reader, notice = made(hostile("The town burned \U0001f525 and rare \U00013000 signs end."))
    assert b"pdfuaid" in root(reader)["/Metadata"].get_object().get_data()
    if notice:
        assert "U+" in notice
        assert "U+" in text_of(reader)


def test_arabic_runs_from_right_to_left() -> None:
    arabic = Article(
        "ar", "عاد الهدوء إلى المدينة بعد الفيضان. وقال المسؤولون إن الجسر مغلق.\n", outlet="الصباح", language="ar"
    )
    reader, notice = made(Comparison((story.GAZETTE, arabic)))
    assert notice == ""
    assert "المدينة" in text_of(reader)


@pytest.mark.parametrize("count", [2, 5, 6, 20])
def test_any_number_of_articles(count: int) -> None:
    articles = tuple(dataclasses.replace(story.EVENING, id=f"e{n}", outlet=f"Outlet {n}") for n in range(count))
    text = text_of(made(Comparison(articles))[0])
    assert all(f"Outlet {n}" in text for n in range(count))
    assert text.count("Nobody could say when the trains would run again.") == count


def test_cancelling_ends_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    children: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def remember(*args: Any, **more: Any) -> subprocess.Popen[bytes]:
        children.append(start([sys.executable, "-c", "import time; time.sleep(60)"], **more))
        return children[-1]

    def stop(done: int, _total: int, _what: str = "") -> None:
        if children:
            raise Cancelled

    monkeypatch.setattr(subprocess, "Popen", remember)
    with pytest.raises(Cancelled):
        pdf.render(story.comparison(), stop)
    assert children[0].poll() is not None


def test_time_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "TIME_LIMIT", 0.0)
    with pytest.raises(ExportError, match="took longer"):
        pdf.render(story.comparison(), silent)


def test_a_child_that_fails_is_one_clear_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fonts = tmp_path / "resources" / "fonts"
    fonts.mkdir(parents=True)
    (tmp_path / "resources" / "report").mkdir()
    (tmp_path / "resources" / "report" / "comparison.typ").write_text("#panic()")
    monkeypatch.setattr(pdf, "shipped", lambda kind: tmp_path / kind)
    with pytest.raises(ExportError, match="could not be typeset") as caught:
        pdf.render(story.comparison(), silent)
    assert "\n" not in str(caught.value)


def test_a_full_disk_while_typesetting_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: Any, **_more: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ExportError, match=r"No space left on device\. It needs room in"):
        pdf.render(story.comparison(), silent)


def test_read_back_with_another_reader(tmp_path: Path) -> None:
    """Structure, outline and attachment as pikepdf has them; words as others find them, in reading order."""
    comparison = story.comparison()
    choices = dataclasses.replace(story.choices(comparison), decisions={})
    (tmp_path / "x.pdf").write_bytes(pdf.render(comparison, silent, choices).content)
    with pikepdf.open(tmp_path / "x.pdf") as file:
        kinds = set(_kinds(file.Root.StructTreeRoot))
        with file.open_outline() as outline:
            sections = {entry.title: [below.title for below in entry.children] for entry in outline.root}
        attached = json.loads(file.attachments["comparison.json"].get_file().read_bytes())
        assert file.Root.Lang == "en"
        assert file.Root.MarkInfo.Marked
        assert str(file.docinfo["/Author"]).startswith("Parallax ")
    assert {"/Table", "/THead", "/TH", "/TD", "/H1", "/H2", "/Link", "/P"} <= kinds
    assert sections["Figures"] == [
        "F1 people moved out",
        "F2 people hurt",
        "F3 water stood … deep",
        "F4 year the bridge was built",
    ]
    assert sections["What one account alone has, and what it lacks"][2] == "C Evening Post"
    assert attached["articles"][0]["text"] == comparison.articles[0].text
    said = paper.words(tmp_path / "x.pdf")
    wanted = ["What was compared", "gazette.example/flood", story.WIRE.fingerprint, "What was found", "How to read it",
              "Side by side", "officials said", "Shared passages", "Quotations", "Record"]  # fmt: skip
    places = [said.index(words) for words in wanted]
    assert places[:4] == sorted(places[:4])


def _kinds(element: Any) -> Iterator[str]:
    """The types of all elements of a structure tree."""
    if isinstance(element, pikepdf.Dictionary):
        if "/S" in element and element.get("/Type") != "/MCR":
            yield str(element.S)
        below = element.get("/K", [])
        for one in below if isinstance(below, pikepdf.Array) else [below]:
            yield from _kinds(one)


def test_first_is_not_a_ligature() -> None:
    assert "The first office, fluffy fish and five affairs." in text_of(
        made(hostile("The first office, fluffy fish and five affairs.\n"))[0]
    )
