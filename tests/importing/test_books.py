"""EPUB, web archives, RTF and Markdown: chapters and answers in order, marks gone, words kept."""

import gzip
import json
import zlib
from collections.abc import Callable

import brotli
import pytest
import zstandard

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import ImportOptions, epub, gzip_file, markdown, rtf, wacz, warc
from tests.samples.make import packed, page, web_archive
from tests.samples.story import PARAGRAPHS, TEXT, URL

OPTIONS = ImportOptions()


def book(chapters: dict[str, str], spine: str, said: str = "<metadata/>") -> bytes:
    items = "".join(
        f'<item id="{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(chapters)
    )
    package = f"<package>{said}<manifest>{items}</manifest><spine>{spine}</spine></package>"
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


def test_a_web_archive_that_was_packed_in_one_piece() -> None:
    data = answer("200 OK", "text/plain", TEXT.encode()) + web_archive()
    apart = gzip.compress(answer("200 OK", "text/plain", TEXT.encode())) + gzip.compress(web_archive())
    for packed_ in (gzip.compress(data), apart):
        found = [one for one in warc.read(packed_, "a.warc.gz", OPTIONS) if isinstance(one, Article)]
        assert [one.path for one in found] == ["1", "2"]


@pytest.mark.parametrize("url", ["metadata://gnu.org/software/wget/warc/wget.log", f"urn:text:{URL}"])
def test_what_a_tool_notes_of_its_work_is_no_article(url: str) -> None:
    head = f"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: {url}\r\nContent-Type: text/plain\r\n"
    note = f"{head}Content-Length: {len(TEXT.encode())}\r\n\r\n".encode() + TEXT.encode() + b"\r\n\r\n"
    [article] = warc.read(note + web_archive(), "a.warc", OPTIONS)
    assert isinstance(article, Article)
    assert article.path == "2"


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


def captured(body: bytes, headers: str = "Content-Type: text/html; charset=utf-8", url: str = URL) -> bytes:
    http = f"HTTP/1.1 200 OK\r\n{headers}\r\n\r\n".encode() + body
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Length: {len(http)}\r\n\r\n"
    return head.encode() + http + b"\r\n\r\n"


def read_all_of(data: bytes) -> list[Article | ImportFailure]:
    return list(warc.read(data, "a.warc", OPTIONS))


def article_in(data: bytes) -> Article:
    [article] = read_all_of(data)
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress), ("identity", bytes),
        ("zstd", zstandard.ZstdCompressor().compress), ("gzip", bytes),
    ],
)  # fmt: skip
def test_answers_are_unpacked_as_the_server_packed_them(coding: str, pack: Callable[[bytes], bytes]) -> None:
    headers = f"Content-Type: text/html\r\nContent-Encoding: {coding}"
    assert article_in(captured(pack(page().encode()), headers)).text == TEXT


def test_an_answer_in_pieces() -> None:
    body = page().encode()
    pieces = b"".join(
        b"%x\r\n%s\r\n" % (len(body[at : at + 900]), body[at : at + 900]) for at in range(0, len(body), 900)
    )
    assert (
        article_in(captured(pieces + b"0\r\n\r\n", "Content-Type: text/html\r\nTransfer-Encoding: chunked")).text
        == TEXT
    )


def test_a_web_archive_packed_with_zstandard() -> None:
    assert article_in(zstandard.ZstdCompressor().compress(web_archive())).text == TEXT


def test_a_web_archive_is_told_to_be_cut_short_wherever_that_was() -> None:
    data = captured(page().encode()) + captured(page().replace("Crane topples", "Crane toppled").encode())
    second = data.rindex(b"WARC/1.0")
    for end in range(second + 10, len(data) - 4, 23):
        assert any("was cut short" in str(one) for one in read_all_of(data[:end])), data[:end][-60:]


@pytest.mark.parametrize("cut", [3, 40, 400])
def test_a_web_archive_packed_with_zstandard_that_was_cut_short_is_told(cut: int) -> None:
    pack = zstandard.ZstdCompressor().compress
    later = page().replace("Crane topples", "Crane toppled")
    article, told = read_all_of((pack(web_archive()) + pack(captured(later.encode())))[:-cut])
    assert isinstance(article, Article)
    assert "a.warc was cut short" in str(told)


@pytest.mark.parametrize(
    ("coding", "pack"),
    [("gzip", gzip.compress), ("br", brotli.compress), ("zstd", zstandard.ZstdCompressor().compress)],
)
def test_an_answer_whose_packing_does_not_end_is_told(coding: str, pack: Callable[[bytes], bytes]) -> None:
    filler = "".join(f"<p>The crane of quay {n} stood still for {n * 7919 % 9973} hours.</p>" for n in range(900))
    packed = pack(page().replace("</body>", f"{filler}</body>").encode())
    headers = f"Content-Type: text/html\r\nContent-Encoding: {coding}"
    *_articles, told = read_all_of(captured(packed[:-9], headers))
    assert "was cut short" in str(told)


def test_the_older_web_archives() -> None:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page().encode()
    version = b"1 0 Maker\nURL IP-address Archive-date Content-type Archive-length\n"
    first = b"filedesc://a.arc 0.0.0.0 20310506063000 text/plain %d\n%s\n" % (len(version), version)
    data = first + b"%s 1.2.3.4 20310506063000 text/html %d\n%s\n" % (URL.encode(), len(http), http)
    assert (article_in(data).text, article_in(data).url) == (TEXT, URL)


def test_what_the_server_says_of_its_encoding_is_believed() -> None:
    told = "<html><body><p>Požár v přístavu trval devět hodin.</p></body></html>".encode("iso8859-2")
    assert article_in(captured(told, "Content-Type: text/html; charset=iso-8859-2")).text.startswith("Požár v přístavu")


def test_the_same_answer_is_one_article_and_another_from_there_is_another() -> None:
    later = page().replace("Crane topples", "Crane toppled")
    found = read_all_of(captured(page().encode()) * 2 + captured(later.encode()))
    assert [one.headline[:13] for one in found if isinstance(one, Article)] == ["Crane topples", "Crane toppled"]


def test_an_answer_that_was_cut_short_is_told() -> None:
    article, told = read_all_of(captured(page().encode(), "Content-Type: text/html\r\nContent-Length: 90000"))
    assert isinstance(article, Article)
    assert "was cut short" in str(told)


def test_a_bomb_in_an_answer() -> None:
    body = brotli.compress(bytes(40 * 1024 * 1024))
    bomb, article = read_all_of(captured(body, "Content-Type: text/html\r\nContent-Encoding: br") + web_archive())
    assert "unpacks to far more" in str(bomb)
    assert isinstance(article, Article)


def collection(pages: str, **archives: bytes) -> bytes:
    members = {f"archive/{name}.warc": data for name, data in archives.items()}
    return packed({**members, "datapackage.json": "{}", "pages/pages.jsonl": pages})


def test_a_collection_gives_the_pages_it_lists_once() -> None:
    advert = captured(b"<html><p>Buy one ladder, get one free.</p></html>", url="https://ads.example/")
    again = captured(page().replace("<nav>", "<nav><a>x</a>").encode(), url=f"{URL}#top")
    data = collection(json.dumps({"url": f"{URL}#x"}), a=web_archive() + advert, b=again)
    [article] = wacz.read(data, "a.wacz", OPTIONS)
    assert isinstance(article, Article)
    assert (article.text, article.url) == (TEXT, URL)


def test_a_collection_that_lists_nothing_gives_all() -> None:
    assert len(list(wacz.read(collection("", a=web_archive()), "a.wacz", OPTIONS))) == 1
    with pytest.raises(ImportFailure, match="no web archive"):
        list(wacz.read(collection(""), "a.wacz", OPTIONS))


def test_a_gzipped_page_cut_short() -> None:
    told = "".join(f"<p>Paragraph {n} of {hash(str(n))}, which the harbour office wrote.</p>" for n in range(500))
    data = gzip.compress(f"<html><body><article>{told}</article></body></html>".encode())
    article, notice = gzip_file.read(data[: len(data) // 2], "a.html.gz", OPTIONS)
    assert isinstance(article, Article)
    assert "was cut short" in str(notice)


def newspaper() -> bytes:
    bar = '<div class="calibre_navbar">| <a href="x">Next</a> | <a href="y">Section Menu</a> | <a>Main Menu</a> |</div>'
    told = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    note = f'<p>This article was downloaded by <strong>calibre</strong> from <a href="{URL}">{URL}</a></p>'
    chapters = {
        "index.html": f"<h1>Lysander Mail</h1>{'<p>World and more news of the day</p>' * 5}",
        "feed_0/index.html": f"<h1>World</h1>{'<p>Crane falls in the port</p>' * 8}",
        "feed_0/article_0/index_u1.html": f"<html><body>{bar}<h1>Crane falls</h1>{told}{bar}{note}</body></html>",
    }
    spine = "".join(f'<itemref idref="{n}"/>' for n in range(3))
    said = (
        "<metadata><title>Lysander Mail [Tue, 06 May 2031]</title><creator>calibre</creator>"
        "<publisher>calibre</publisher><date>2031-05-06T09:00:00+00:00</date></metadata>"
    )
    return book(chapters, spine, said)


def test_a_newspaper_that_calibre_made() -> None:
    [article] = epub.read(newspaper(), "a.epub", OPTIONS)
    assert isinstance(article, Article)
    assert article.text == "Crane falls\n\n" + "\n\n".join(PARAGRAPHS) + "\n"
    assert (article.outlet, article.published, article.byline, article.url) == ("Lysander Mail", "2031-05-06", "", URL)
