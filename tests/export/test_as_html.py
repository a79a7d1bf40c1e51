"""The page is whole by itself, well-formed, inert, and its links lead somewhere."""

import dataclasses
import re
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path

import pytest

from reader.article import Article
from reader.compare.comparison import Comparison
from reader.export import as_html
from reader.progress import silent

from . import story

GOLDEN = Path(__file__).parent.parent / "reference" / "comparison.html"


def page(comparison: Comparison) -> str:
    return as_html.render(comparison, silent).content.decode("utf-8")


def tree(text: str) -> ET.Element:
    return ET.fromstring(text.removeprefix("<!DOCTYPE html>\n"))  # noqa: S314 - our own page


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    return page(story.comparison())


def body(text: str) -> str:
    """The page without its style sheet and the version, which change for reasons of their own."""
    return re.sub(r"<style>.*?</style>|Parallax \d[\w.]*", "", text, flags=re.DOTALL).replace("><", ">\n<")


def test_golden(whole: str) -> None:
    assert body(whole) == GOLDEN.read_text(encoding="utf-8")


def test_every_id_is_one_and_every_link_leads_to_one(whole: str) -> None:
    elements = list(tree(whole).iter())
    ids = [e.get("id") for e in elements if e.get("id")]
    assert len(ids) == len(set(ids))
    targets = {e.get("href", "")[1:] for e in elements if e.tag == "a"}
    assert targets <= set(ids)
    assert {"p1-1", "p1-2", "row1", "f1-1", "passage3", "q1-2"} <= targets


def test_nothing_runs_and_nothing_is_loaded(whole: str) -> None:
    for forbidden in ("<script", "javascript:", "src=", "url(", "@import", "http://", "https://", "<link", "<iframe"):
        assert forbidden not in whole
    policies = [e.get("content", "") for e in tree(whole).iter("meta") if e.get("http-equiv")]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_headings_descend_one_by_one(whole: str) -> None:
    levels = [int(e.tag[1]) for e in tree(whole).iter() if re.fullmatch(r"h\d", e.tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_have_scoped_headers_and_regions_names(whole: str) -> None:
    assert all(e.get("scope") for e in tree(whole).iter("th"))
    assert all(e.get("aria-label") for e in tree(whole).iter() if e.get("role") == "region")


def test_hostile_text_is_escaped() -> None:
    words = "<script>alert('x')</script> & \"quoted\" ]]> --> \0\x1b\ufffe end."
    hostile = dataclasses.replace(story.WIRE, text=words, headline=words, outlet=words, byline=words, path=words)
    text = page(Comparison((story.GAZETTE, hostile)))
    assert "<script" not in text
    assert "&lt;script&gt;alert('x')&lt;/script&gt; &amp;" in text
    assert "".join(tree(text).itertext()).count("<script>alert('x')</script>") >= 4


def test_language_and_direction_of_an_article() -> None:
    arabic = Article("ar", "عاد الهدوء إلى المدينة.\n", outlet="الصباح", language="ar")
    cells = [e for e in tree(page(Comparison((story.GAZETTE, arabic)))).iter("td") if e.get("dir") == "rtl"]
    assert cells
    assert {e.get("lang") for e in cells} == {"ar"}


def test_nothing_found_is_said() -> None:
    text = page(Comparison(story.ARTICLES))
    assert "No conflicts found." in text
    assert "No shared passages found." in text


def test_a_cell_of_the_figures_says_whose_it_is_where_columns_do_not_fit(whole: str) -> None:
    cells = [cell for table in tree(whole).iter("table") if table.get("class") == "ledger" for cell in table.iter("td")]
    named = [cell for cell in cells if cell.get("data-account")]
    assert len(named) > 3
    assert all((cell.get("class") == "silent") == ("".join(cell.itertext()) == "–") for cell in named)
    assert "attr(data-account)" in whole
