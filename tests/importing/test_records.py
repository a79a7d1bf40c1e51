"""Tables, notes, references and JSON: the article of each program's file, with the fields that it has."""

# ruff: noqa: E501 - a row of a table is one line

import json
from pathlib import Path

import pytest

from reader.importing import ReadStatus, contents_of
from reader.importing.contents import Contents
from reader.importing.moments import is_unclear, moment
from reader.notices import NoticeKind
from tests.samples.records import (
    BYLINE,
    DAY,
    HEADLINE,
    OUTLET,
    PARAGRAPHS,
    REFERENCES,
    TEXT,
    URL,
    WHOLE,
    evernote,
    ris,
    table,
)


def read(folder: Path, name: str, made: str | bytes) -> Contents:
    path = folder / name
    path.write_bytes(made.encode() if isinstance(made, str) else made)
    return contents_of(path)


@pytest.mark.parametrize("name", WHOLE)
def test_the_article_is_read_whole(name: str, tmp_path: Path) -> None:
    found = read(tmp_path, name, WHOLE[name]())
    assert (found.status, found.failures) == (ReadStatus.READ, ())
    [article] = found.articles
    assert article.text == f"{HEADLINE}\n\n{TEXT}\n"
    assert (article.headline, article.outlet, article.byline) == (HEADLINE, OUTLET, BYLINE)
    assert (article.published[:10], article.url, article.language) == (DAY, URL, "en")


@pytest.mark.parametrize("name", REFERENCES)
def test_a_reference_is_its_abstract_and_says_so(name: str, tmp_path: Path) -> None:
    found = read(tmp_path, name, REFERENCES[name]())
    assert found.status is ReadStatus.PARTLY
    [article] = found.articles
    assert article.text == f"{HEADLINE}\n\n{PARAGRAPHS[0]}\n"
    assert (article.headline, article.outlet, article.byline) == (HEADLINE, OUTLET, BYLINE)
    assert (article.published, article.url) == (DAY, URL)
    assert [one.kind for one in article.notices] == [NoticeKind.ABSTRACT]


def test_two_references_of_which_one_does_not_end_are_two(tmp_path: Path) -> None:
    found = read(tmp_path, "two.ris", ris(with_end=False) + ris().replace("\ufeff", "").replace("212", "221"))
    assert [one.headline for one in found.articles] == [HEADLINE, HEADLINE.replace("212", "221")]


def test_a_note_has_no_date_of_publication(tmp_path: Path) -> None:
    [article] = read(tmp_path, "notes.enex", evernote()).articles
    assert article.text == f"{HEADLINE}\n\n{TEXT}\n"
    assert (article.byline, article.url, article.published) == (BYLINE, URL, "")


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("links.csv", f"URL,Title,Selection,Folder,Timestamp\n{URL},{HEADLINE},,Unread,1935818100\n"),
        ("gdelt.json", json.dumps({"articles": [{"url": URL, "title": HEADLINE, "seendate": "20310506T071500Z", "domain": "review.example"}]})),
        ("pocket.html", f'<html><head><title>Pocket Export</title></head><body><ul><li><a href="{URL}" time_added="1">x</a></li></ul></body></html>'),
        ("bookmarks.html", f'<!DOCTYPE NETSCAPE-Bookmark-file-1><TITLE>Bookmarks</TITLE><DL><DT><A HREF="{URL}" ADD_DATE="1">x</A></DL>'),
    ],
)  # fmt: skip
def test_a_list_of_links_is_refused_with_a_word_on_addresses(name: str, made: str, tmp_path: Path) -> None:
    found = read(tmp_path, name, made)
    assert found.status is ReadStatus.REFUSED
    [failure] = found.failures
    assert "1 address" in str(failure)
    assert "by their addresses" in failure.remedy


def test_texts_under_unknown_names_are_told_with_their_names(tmp_path: Path) -> None:
    found = read(tmp_path, "odd.json", json.dumps([{"kopfzeile": HEADLINE, "fliess": TEXT, "n": 3}]))
    assert found.status is ReadStatus.REFUSED
    assert f"“fliess” ({len(TEXT)})" in str(found.failures[0])
    assert "“text”" in found.failures[0].remedy


def test_a_table_without_a_known_column_is_told_with_its_columns(tmp_path: Path) -> None:
    found = read(tmp_path, "odd.csv", table(",").replace("content", "fliess"))
    assert "“fliess”" in str(found.failures[0])
    assert read(tmp_path, "none.csv", "\n".join(table(",").split("\n")[1:])).status is ReadStatus.REFUSED


def test_a_row_without_a_text_is_told_and_the_others_read(tmp_path: Path) -> None:
    found = read(tmp_path, "rows.csv", table(",") + f"2,Short,{OUTLET},,{DAY},{URL},\n")
    assert (found.status, len(found.articles)) == (ReadStatus.PARTLY, 1)
    assert "Row 3" in str(found.failures[0])


def test_a_quotation_mark_that_opens_nothing_swallows_no_rows(tmp_path: Path) -> None:
    rows = [f"{n}\tFerry {n}\t{'3' + chr(34) if n == 2 else ''} {PARAGRAPHS[1]}" for n in range(1, 5)]
    found = read(tmp_path, "marks.tsv", "\n".join(["id\ttitle\ttext", *rows]))
    assert [one.headline for one in found.articles] == ["Ferry 1", "Ferry 2", "Ferry 3", "Ferry 4"]


def test_what_a_supplier_held_back_is_told(tmp_path: Path) -> None:
    short = {"title": HEADLINE, "content": f"{PARAGRAPHS[0]}… [+1432 chars]", "url": URL}
    none = {"title": HEADLINE, "content": None, "description": PARAGRAPHS[1], "url": URL}
    found = read(tmp_path, "news.json", json.dumps({"articles": [short, none]}))
    assert found.status is ReadStatus.PARTLY
    first, second = found.articles
    assert [(one.kind, one.value("n")) for one in first.notices] == [(NoticeKind.CUT, 1432)]
    assert "chars" not in first.text
    assert [one.kind for one in second.notices] == [NoticeKind.ABSTRACT]


def test_messages_of_a_chat(tmp_path: Path) -> None:
    told = {
        "name": "Harbour watch", "type": "public_channel", "id": 1,
        "messages": [
            {"id": 1, "type": "service", "date": "2031-05-06T08:00:00", "text": ""},
            {"id": 2, "type": "message", "date": "2031-05-06T09:15:00", "text": ["A ferry ran ", {"type": "bold", "text": "aground"}, " at 5.40."]},
            {"id": 3, "type": "message", "date": "2031-05-06T09:20:00", "photo": "x.jpg", "text": ""},
        ],
    }  # fmt: skip
    [article] = read(tmp_path, "result.json", json.dumps(told)).articles
    assert article.text == "A ferry ran aground at 5.40.\n"
    assert (article.outlet, article.published) == ("Harbour watch", "2031-05-06T09:15")


def test_a_date_whose_day_and_month_cannot_be_told_apart_is_none_and_told(tmp_path: Path) -> None:
    told = {"title": HEADLINE, "text": TEXT, "date": "05-06-2031"}
    [article] = read(tmp_path, "one.json", json.dumps(told)).articles
    assert article.published == ""
    assert [(one.kind, one.value("said")) for one in article.notices] == [(NoticeKind.DATE, "05-06-2031")]


@pytest.mark.parametrize(
    ("said", "iso"),
    [
        (1935818100, "2031-05-06T07:15+00:00"),
        (1935818100000, "2031-05-06T07:15+00:00"),
        ("1935818100", "2031-05-06T07:15+00:00"),
        ("20310506T071500Z", "2031-05-06T07:15+00:00"),
        ("20310506", "2031-05-06"),
        ("2031-05-06 07:15:00 UTC", "2031-05-06T07:15+00:00"),
        ("2031-05-06 09:15:00 +0200", "2031-05-06T09:15+02:00"),
        ("Tue, 06 May 2031 07:15:00 GMT", "2031-05-06T07:15+00:00"),
        ("Tue May 06 07:15:00 +0000 2031", "2031-05-06T07:15+00:00"),
        ("2031/05/06", "2031-05-06"),
        ("16-05-2031", "2031-05-16"),
        ("6.5.2031", "2031-05-06"),
        ("6 mai 2031", "2031-05-06"),
        ("6. März 2031", "2031-03-06"),
        ("6 de mayo de 2031", "2031-05-06"),
        ("2031年5月6日", "2031-05-06"),
        ("May 2031", "2031-05"),
        ("2031", "2031"),
        ({"date-parts": [["2031", 5]]}, "2031-05"),
        (["2031", "5", "6"], "2031-05-06"),
    ],
)
def test_dates_as_programs_write_them(said: object, iso: str) -> None:
    assert moment(said) == iso


@pytest.mark.parametrize(
    "said", [0, -1, True, None, "", "0", "1970-01-01T00:00:00Z", "0001-01-01", "soon", "2031-13-45", [], {}]
)
def test_what_is_no_date(said: object) -> None:
    assert moment(said) == ""
    assert not is_unclear(said)
