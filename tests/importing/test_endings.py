"""Files that were cut short say so, whatever their format; whole ones never do."""

from pathlib import Path

import pytest

from reader.article import Article
from reader.errors import ImportFailure, PartlyRead
from reader.importing import ImportOptions
from reader.importing.endings import CHECKS, is_cut_short
from reader.importing.format_dispatch import articles
from reader.importing.formats import FORMATS, is_readable

FOLDER = Path(__file__).parent.parent / "samples"
SAMPLES = sorted(path.name for path in FOLDER.iterdir() if is_readable(path.name))
ENDLESS = tuple(suffix for one in FORMATS for suffix in one.endless)
"""The ends of names of what has no end that could be missing."""


def read(data: bytes, name: str) -> list[Article | ImportFailure]:
    return list(articles(data, name, name, ImportOptions()))


def cut_short(data: bytes, name: str) -> bool:
    return any("was cut short" in str(one) for one in read(data, name))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_whole_file_ends_where_it_should(name: str) -> None:
    assert not cut_short((FOLDER / name).read_bytes(), name)


@pytest.mark.parametrize("share", [0.5, 0.7, 0.9])
@pytest.mark.parametrize("name", [one for one in SAMPLES if not one.endswith(ENDLESS)])
def test_a_file_that_was_cut_short_is_never_read_in_silence(name: str, share: float) -> None:
    data = (FOLDER / name).read_bytes()
    assert any(isinstance(one, ImportFailure) for one in read(data[: int(len(data) * share)], name))


PAGE = (
    "<!doctype html><html><body><main><article><h1>Crane falls</h1><p>A crane fell at the quay on Tuesday.</p>"
    "<p>Four people were hurt when it struck a barge, the harbour office said.</p></article></main></body></html>"
)


@pytest.mark.parametrize("end", ["</article></main></body></html>", "</body></html>", "</html>", "</article></main>"])
def test_a_page_may_leave_out_what_every_browser_adds(end: str) -> None:
    assert not cut_short(PAGE.replace("</article></main></body></html>", end).encode(), "a.html")


@pytest.mark.parametrize("end", ["", "<p>Two of them were", "<p>Two of <a href='http", "</article>"])
def test_a_page_that_ends_in_the_middle_is_told(end: str) -> None:
    page = PAGE.replace("</article></main></body></html>", end)
    assert cut_short(page.encode(), "a.html")
    assert cut_short(page.encode("utf-16"), "a.html")


def test_a_part_of_a_page_is_no_page() -> None:
    assert not cut_short(b"<div><p>A crane fell at the quay on Tuesday, and four people were hurt.</p>", "a.html")


FEED = (
    '<?xml version="1.0"?><!-- <made> by hand --><rss version="2.0"><channel><title>Harbour Daily</title><item>'
    "<title>Crane falls</title><description>A crane fell at the quay on Tuesday.</description></item>"
    "<item><title>Ferry sails</title><description>The ferry sailed.</description></item></channel></rss>\n"
)


@pytest.mark.parametrize("share", [0.6, 0.8, 0.95])
def test_what_of_a_feed_is_there_is_read_and_the_rest_told(share: float) -> None:
    assert not cut_short(FEED.encode(), "a.rss")
    *found, told = read(FEED[: int(len(FEED) * share)].encode(), "a.rss")
    assert isinstance(found[0], Article)
    assert isinstance(told, PartlyRead)


MAIL = """From: desk@courier.example
Subject: Crane falls
Content-Type: multipart/alternative;
 charset=utf-8; boundary="part-1"

--part-1
Content-Type: text/plain; charset=utf-8

A crane fell at the quay on Tuesday. Four people were hurt, the harbour office said.
--part-1--
"""


def test_a_message_whose_last_part_has_no_end() -> None:
    assert not cut_short(MAIL.encode(), "a.eml")
    assert cut_short(MAIL.replace("--part-1--\n", "").encode(), "a.eml")
    box = f"From a@b.example Tue May  6 06:30:00 2031\n{MAIL}\nFrom a@b.example Tue May  6 06:31:00 2031\n{MAIL}"
    assert not cut_short(box.encode(), "a.mbox")
    assert cut_short(box.removesuffix("--part-1--\n").encode(), "a.mbox")


def test_json_that_was_cut_short_gives_what_is_whole() -> None:
    data = '{"status": "ok", "articles": [{"title": "A", "text": "A crane {fell]."}, {"title": "B", "text": "Four were'
    article, told = read(data.encode(), "a.json")
    assert isinstance(article, Article)
    assert article.headline == "A"
    assert "a.json was cut short" in str(told)


def test_json_in_lines_whose_last_was_cut_short() -> None:
    article, told = read(b'{"text": "A crane fell."}\n{"text": "Four were', "a.jsonl")
    assert isinstance(article, Article)
    assert "a.jsonl was cut short" in str(told)


def test_json_values_one_after_the_other_over_several_lines() -> None:
    found = read(b'{\n "text": "A crane fell."\n}\n{\n "text": "Four were hurt."\n}\n', "a.json")
    assert [one.text for one in found if isinstance(one, Article)] == ["A crane fell.\n", "Four were hurt.\n"]


@pytest.mark.parametrize("data", ["{]", '{"text": "A."}}', "callback()"])
def test_what_only_looks_like_json_is_called_damaged(data: str) -> None:
    assert "is damaged and cannot be read (JSON)" in str(read(data.encode(), "a.json")[-1])


ROW = 'Crane falls,Courier,"A crane fell, at the quay.\n\nFour were hurt."'
TABLE = f'title,outlet,text\n{ROW}\nFerry,Post,"It sailed,\nlate'


def test_a_table_whose_last_cell_has_no_end() -> None:
    crane, ferry, told = read(TABLE.encode(), "a.csv")
    assert isinstance(crane, Article)
    assert isinstance(ferry, Article)
    assert ferry.text.endswith("It sailed,\nlate\n")
    assert "a.csv was cut short" in str(told)
    assert not cut_short(f'{TABLE}."\n'.encode(), "a.csv")


def test_a_mark_in_the_middle_of_a_table_is_no_end() -> None:
    table = 'title,outlet,text\n"Crane falls,Courier,A crane fell.\nFerry,Post,It sailed.\nTram,Post,It stood.\n'
    assert not cut_short(table.encode(), "a.csv")
    assert len(read(table.encode(), "a.csv")) == 3


def test_an_rtf_document_without_its_last_brace() -> None:
    whole = rb"{\rtf1\ansi A crane fell at the quay on Tuesday.\par Four people were hurt.\par}"
    assert not cut_short(whole + b"\r\n\0", "a.rtf")
    assert cut_short(whole[:-6], "a.rtf")


def test_what_is_wrong_with_a_file_is_said_once() -> None:
    assert is_cut_short(FEED[:-20].encode(), "feed")
    assert sum("was cut short" in str(one) for one in read(FEED[:-20].encode(), "a.rss")) == 1


def test_every_check_is_of_a_format() -> None:
    assert {one.module for one in FORMATS} >= set(CHECKS)
