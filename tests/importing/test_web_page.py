"""Pages give their readable text and what they say of themselves; hostile ones give one line."""

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest
import trafilatura
from lxml import etree

from reader.article import Provenance
from reader.errors import ImportFailure
from reader.importing import ImportOptions, read_file
from reader.importing.page_metadata import iso
from reader.importing.web_page import draft_of, markup_of, read
from tests.samples.story import BYLINE, HEADLINE, OUTLET, PARAGRAPHS, PUBLISHED, TEXT, URL

LINKED = {
    "@graph": [
        {"@type": "NewsArticle", "datePublished": "2031-05-06T08:30:00+02:00", "publisher": {"name": OUTLET}},
    ]
}

LINKS = [f"Boats that came to the quay in week {n}" for n in range(1, 13)]


def page(body: str = "", head: str = "") -> str:
    told = "".join(f"<p>{one}</p>\n" for one in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang=en-GB><head><meta charset=utf-8><title>{HEADLINE}</title>{head}</head><body>"
        f"<nav><a href=/>Home</a> <a href=/w>World</a></nav><article><h1>{HEADLINE}</h1>{told}{body}</article>"
        f"<footer>© 2031 {OUTLET}</footer></body></html>"
    )


def article(markup: str | bytes):  # type: ignore[no-untyped-def]
    return read(markup.encode() if isinstance(markup, str) else markup, "page.html", ImportOptions())


def test_the_text_is_the_headline_and_the_paragraphs() -> None:
    assert article(page()).text == TEXT
    assert article(page()).headline == HEADLINE


def test_what_the_page_says_of_itself() -> None:
    head = (
        f'<meta property="og:site_name" content="{OUTLET}"><meta name=author content="{BYLINE}">'
        f'<link rel=canonical href="{URL}"><meta property="article:published_time" content="2031-05-06T08:30:00+02:00">'
    )
    found = article(page(head=head))
    assert (found.outlet, found.byline, found.url, found.published, found.language) == (
        OUTLET, BYLINE, URL, PUBLISHED, "en",
    )  # fmt: skip


@pytest.mark.parametrize("title", [HEADLINE, f"{HEADLINE} | {OUTLET}", f"Four hurt as crane falls - {OUTLET}"])
def test_the_heading_that_readers_see_is_the_headline(title: str) -> None:
    head = f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="{OUTLET}">'
    found = article(page(head=head))
    assert (found.headline, found.text) == (HEADLINE, TEXT)


def test_a_page_without_a_heading_has_its_title_for_a_headline() -> None:
    head = (
        f'<meta property="og:title" content="Crane falls - {OUTLET}"><meta property="og:site_name" content="{OUTLET}">'
    )
    found = article(page(head=head).replace("<h1>", "<!--").replace("</h1>", "-->"))
    assert found.text == TEXT.replace(HEADLINE, "Crane falls")


def test_linked_data_speaks_where_meta_elements_do_not() -> None:
    found = article(page(head=f'<script type="application/ld+json">{json.dumps(LINKED)}</script>'))
    assert (found.outlet, found.published) == (OUTLET, PUBLISHED)


@pytest.mark.parametrize("broken", ["{", "[" * 100_000, "[[[]]]", '{"@graph": {"@graph": 3}}', '{"datePublished": 7}'])
def test_broken_linked_data_is_passed_over(broken: str) -> None:
    assert article(page(head=f'<script type="application/ld+json">{broken}</script>')).text == TEXT


def test_furniture_that_the_extractor_leaves_is_marked() -> None:
    found = article(
        page("<p>Advertisement</p><p>The wind is to fall on Thursday, the weather office said at noon.</p>")
    )
    assert [span.of(found.text) for span in found.boilerplate] == ["Advertisement"]


def test_nothing_of_scripts_and_styles_is_text() -> None:
    found = article(
        page("<script>var secret = 1</script><style>p { color: red }</style><noscript>Enable it</noscript>")
    )
    assert found.text == TEXT


def test_pictures_written_into_a_page_are_passed_over() -> None:
    found = article(page(f'<img src="data:image/png;base64,{"A" * 3_000_000}">'))
    assert found.text == TEXT


def test_lists_tables_and_line_breaks_keep_their_words_apart() -> None:
    more = "<ul><li>One crane<li>Two barges</ul><table><tr><td>Hurt<td>4</tr></table><p>First line<br>second line</p>"
    assert article(page(more)).text.endswith("One crane\n\nTwo barges\n\nHurt 4\n\nFirst line second line\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_encodings(encoding: str) -> None:
    markup = page().replace("charset=utf-8", f"charset={encoding}")
    assert markup_of(markup.encode(encoding, "replace"), "page.html").removeprefix("\ufeff") == markup


def test_an_encoding_that_does_not_exist() -> None:
    markup = page().replace("charset=utf-8", "charset=nonsense").replace("“", '"').replace("”", '"')
    assert "Port Vela" in markup_of(markup.encode("windows-1252"), "page.html")


def test_a_page_of_one_sentence() -> None:
    assert "A crane fell." in article("<html><body><p>A crane fell.</p></body></html>").text


@pytest.mark.parametrize(
    "markup", ["<html></html>", "<html><body><script>x</script></body></html>", "<!doctype html>", "<a>"]
)
def test_a_page_without_text(markup: str) -> None:
    with pytest.raises(ImportFailure, match="no text"):
        article(markup)


def test_a_page_nested_100_000_deep(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<html><body>" + "<div>" * 100_000 + "<p>A crane fell.</p>" + "</div>" * 100_000, encoding="utf-8")
    with contextlib.suppress(ImportFailure):
        assert read_file(path).text


def test_a_page_of_100_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.html"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(ImportFailure, match="too large"):
        read_file(path)


def test_entities_are_not_multiplied() -> None:
    bomb = (
        '<!DOCTYPE html [<!ENTITY a "crane crane"><!ENTITY b "&a;&a;&a;&a;">]><html><body><p>&b;&b;</p></body></html>'
    )
    assert len(draft_of(bomb, "bomb.html").text) < 200


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("2031-05-06", "2031-05-06"), ("2031-05-06T08:30:15Z", "2031-05-06T08:30+00:00"), ("6 May 2031", "2031-05-06"),
        ("05/06/2031", ""), ("2031-05", "2031-05"), ("", ""),
        (None, ""), ("2031-05-06T08:30:00.000+0200", "2031-05-06T08:30+02:00"), ("20310506", "2031-05-06"),
    ],
)  # fmt: skip
def test_dates_in_a_form_that_is_sure(said: str | None, date: str) -> None:
    assert iso(said) == date


def test_when_it_was_changed_is_kept_with_its_zone_where_it_says_something_new() -> None:
    published = '<meta property="article:published_time" content="2031-05-06T08:30:00+02:00">'
    for changed, kept in (("2031-05-06T11:15:00+02:00", "2031-05-06T11:15+02:00"), ("2031-05-06T08:30:00+02:00", "")):
        head = f'{published}<meta property="article:modified_time" content="{changed}">'
        assert article(page(head=head)).updated == kept
        head = f'{published}<script type="application/ld+json">{{"dateModified": "{changed}"}}</script>'
        assert article(page(head=head)).updated == kept


@pytest.mark.parametrize(
    "note",
    [f"<!-- saved from url=(0029){URL} -->", f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: x\n-->"],
)
def test_where_a_browser_noted_that_it_saved_it_from(note: str) -> None:
    found = article(page().replace("<html", f"{note}<html", 1))
    assert (found.url, found.text) == (URL, TEXT)
    assert article(
        page(head='<link rel=canonical href="https://a.example/b">').replace("<html", f"{note}<html", 1)
    ).url == ("https://a.example/b")


def test_the_words_of_the_text_know_better_than_a_template_that_says_english() -> None:
    prose = (
        "<p>La riada que bajó de la sierra dejó los pueblos del valle sin luz, y los vecinos que salieron de las casas"
        " dijeron que el agua subió con una fuerza que no se había visto para estas fechas.</p>" * 3
    )
    found = article(
        f"<html lang=en><body><article><h1>La riada deja el valle sin luz</h1>{prose}</article></body></html>"
    )
    assert (found.language, found.provenance_of("language")) == ("es", Provenance.GUESS)


def test_a_page_read_again_is_read_as_a_person_sees_it(monkeypatch: pytest.MonkeyPatch) -> None:
    extract, ways = trafilatura.bare_extraction, []

    def missing(tree: Any, *, fast: bool, **more: Any) -> Any:
        """Where it works alone, the extractor takes the list of links, run together."""
        ways.append(fast)
        found = extract(tree, fast=fast, **more)
        if fast:
            found.body = etree.fromstring(f"<body><p>{' '.join(LINKS)}</p></body>")
        return found

    monkeypatch.setattr(trafilatura, "bare_extraction", missing)
    listed = "".join(f"<p><a href=/{n}>{one}</a></p>" for n, one in enumerate(LINKS))
    hidden = "<p style='display:none'>The crane stood on the quay for nineteen years before it was ever inspected.</p>"
    struck = "<p><del>Nobody had been standing beneath the crane on that day, the port said at first.</del></p>"
    found = article(page(body=hidden + struck).replace("<footer>", f"<aside>{listed}</aside><footer>"))
    assert ways == [True, False]
    assert all(one in found.text for one in PARAGRAPHS)
    assert "nineteen years" not in found.text
    assert "beneath the crane on that day" not in found.text
