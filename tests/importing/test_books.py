"""EPUB, web archives, RTF and Markdown: chapters and answers in order, marks gone, words kept."""

import gzip

import pytest

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import ImportOptions, epub, markdown, rtf, warc
from tests.samples.make import packed, page, web_archive
from tests.samples.story import PARAGRAPHS, TEXT, URL

OPTIONS = ImportOptions()


def book(chapters: dict[str, str], spine: str) -> bytes:
    items = "".join(
        f'<item id="{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(chapters)
    )
    package = f"<package><metadata/><manifest>{items}</manifest><spine>{spine}</spine></package>"
    container = '<container><rootfile full-path="o/p.opf"/></container>'
    members = {"META-INF/container.xml": container, "o/p.opf": package}
    return packed({**members, **{f"o/{name}": text for name, text in chapters.items()}})


def test_chapters_in_the_order_of_the_spine() -> None:
    told = [f"<html><body><h2>Part {n}</h2><p>{one}</p></body></html>" for n, one in enumerate(PARAGRAPHS)]
    data = book(
        {"a.xhtml": told[1], "b.xhtml": told[0], "cover.xhtml": "<p>Cover"},
        '<itemref idref="1"/><itemref idref="0"/><itemref idref="2"/>',
    )
    found = [one for one in epub.read(data, "a.epub", OPTIONS) if isinstance(one, Article)]
    assert [(one.path, one.headline) for one in found] == [("o/b.xhtml", "Part 0"), ("o/a.xhtml", "Part 1")]


def test_a_chapter_that_is_missing_does_not_stop_the_rest() -> None:
    data = book({"a.xhtml": page()}, '<itemref idref="9"/><itemref idref="0"/>').replace(b"o/b", b"o/c")
    assert len(list(epub.read(data, "a.epub", OPTIONS))) == 1
    missing = packed({"META-INF/container.xml": '<container><rootfile full-path="none.opf"/></container>'})
    with pytest.raises(ImportFailure, match="damaged"):
        list(epub.read(missing, "a.epub", OPTIONS))


def test_a_locked_book() -> None:
    data = packed({"META-INF/container.xml": "<c/>", "META-INF/encryption.xml": "<EncryptedKey/>"})
    with pytest.raises(ImportFailure, match="encrypted"):
        list(epub.read(data, "a.epub", OPTIONS))


def answer(status: str, kind: str, body: bytes) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {URL}\r\nContent-Length: {len(http)}\r\n\r\n"
    return head.encode() + http + b"\r\n\r\n"


def test_only_readable_answers_of_a_web_archive() -> None:
    data = answer("200 OK", "image/png", b"\x89PNG") + answer("404 Not Found", "text/html", page().encode())
    data += answer("200 OK", "text/plain", TEXT.encode()) + web_archive()
    found = [one for one in warc.read(data, "a.warc", OPTIONS) if isinstance(one, Article)]
    assert [(one.path, one.text, one.url) for one in found] == [("3", TEXT, URL), ("4", TEXT, URL)]


def test_a_packed_web_archive() -> None:
    [article] = warc.read(gzip.compress(web_archive()), "a.warc.gz", OPTIONS)
    assert isinstance(article, Article)
    assert article.text == TEXT


@pytest.mark.parametrize("data", [b"WARC/1.0\r\n", b"WARC/9", web_archive()[:400], gzip.compress(web_archive())[:200]])
def test_a_damaged_web_archive(data: bytes) -> None:
    found = list(warc.read(data, "a.warc", OPTIONS))
    assert not found or any(isinstance(one, ImportFailure) or one.text for one in found)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"{\rtf1 A crane\par fell.\par}", "A crane\n\nfell.\n"),
        (r"{\rtf1\ansi\ansicpg1252 \'93Caf\'e9\'94}", "“Café”\n"),
        (r"{\rtf1 {\*\generator x;}{\pict 0a0b0c}A{\b  bold} word}", "A bold word\n"),
        (r"{\rtf1 \u8220?A\u8221? \endash  b}", "“A” – b\n"),
    ],
)
def test_rtf(source: str, text: str) -> None:
    assert rtf.read(source.encode(), "a.rtf", OPTIONS).text == text


def test_pictures_in_rtf_are_passed_over() -> None:
    source = r"{\rtf1 A crane fell.\par {\pict\pngblip " + "89504e47" * 500_000 + "}}"
    assert rtf.read(source.encode(), "a.rtf", OPTIONS).text == "A crane fell.\n"


def test_rtf_without_words() -> None:
    with pytest.raises(ImportFailure, match="no text"):
        rtf.read(b"{\\rtf1}", "a.rtf", OPTIONS)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# Crane\n\nA *crane* [fell](/x).\n", "Crane\n\nA crane fell.\n"),
        ("A\nline\n\n> said so\n\n- one\n- two\n", "A line\n\nsaid so\n\none\n\ntwo\n"),
        ("A. ![picture](x.png)\n\n<script>x()</script>\n\nB.\n", "A.\n\nB.\n"),
        ("---\n\nA rule above.\n", "A rule above.\n"),
        ("| a | b |\n|---|---|\n| 4 | 5 |\n", "a b\n\n4 5\n"),
    ],
)
def test_markdown(source: str, text: str) -> None:
    assert markdown.read(source.encode(), "a.md", OPTIONS).text == text


def test_front_matter() -> None:
    source = '---\ntitle: "Crane: it fell"\ndate: 2031-05-06\nauthors: [Ana Petrel]\n  - nested\n---\nA crane fell.\n'
    article = markdown.read(source.encode(), "a.md", OPTIONS)
    assert (article.headline, article.published, article.byline) == ("Crane: it fell", "2031-05-06", "Ana Petrel")
    assert article.text == "Crane: it fell\n\nA crane fell.\n"


def test_nothing_but_marks() -> None:
    with pytest.raises(ImportFailure, match="no text"):
        markdown.read(b"![](x.png)", "a.md", OPTIONS)
