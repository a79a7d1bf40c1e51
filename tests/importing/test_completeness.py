"""Nothing of a page is lost in silence: what belongs to the article is added in its place, the rest is told."""

# ruff: noqa: E501 - a page is one line

import json

import pytest

from reader.article import Article
from reader.importing import ImportOptions, web_page
from reader.notices import NoticeKind

HEADLINE = "Ferry with 212 on board runs aground"
PARAGRAPHS = (
    "A ferry with 212 passengers ran aground off Port Ansel early on Tuesday, and nobody was hurt, the coast guard said.",
    "Nine boats took the passengers ashore in four hours; the last to leave was a cook with two cats.",
    "“The light on the mole was out,” said Captain Edda Lorn, who has sailed the line for 17 years.",
    "The harbour office had been told three times in April that the light on the mole had failed.",
    "Repairs for 40,000 crowns were put off until the summer, according to letters that this paper has seen.",
    "The ferry is to be towed to Lysander on Thursday, where divers will look at the hull and the rudder.",
)
LEDE = "Two hundred people spent four hours on a rock because nobody had mended a lamp, letters of the harbour show."


def read(body: str, head: str = "") -> Article:
    page = f'<html lang="en"><head><title>{HEADLINE}</title>{head}</head><body>{body}</body></html>'
    article = web_page.read(page.encode(), "page.html", ImportOptions())
    assert isinstance(article, Article)
    return article


def told(paragraphs: tuple[str, ...]) -> str:
    return "".join(f"<p>{one}</p>" for one in paragraphs)


def whole(*paragraphs: str) -> str:
    return "\n\n".join((HEADLINE, *paragraphs)) + "\n"


def kinds(article: Article) -> list[NoticeKind]:
    return [one.kind for one in article.notices]


def test_a_page_that_is_read_whole_has_nothing_to_tell() -> None:
    article = read(
        f"<article><h1>{HEADLINE}</h1>{told(PARAGRAPHS)}</article><footer><p>The Tidewater Review, Mole 3.</p></footer>"
    )
    assert article.text == whole(*PARAGRAPHS)
    assert article.notices == ()


def test_a_lede_in_a_container_of_its_own_stands_above_the_text() -> None:
    article = read(
        f'<div><h1>{HEADLINE}</h1><div class="article__summary">{LEDE}</div><div class="text">{told(PARAGRAPHS)}</div></div>'
    )
    assert article.text == whole(LEDE, *PARAGRAPHS)


@pytest.mark.parametrize(
    "box",
    [
        '<div class="teaser"><p>{}</p></div>',
        '<div class="header-meta"><h2 class="article-subheadline">{}</h2></div>',
        '<div class="teaser-text"><p>{}</p></div>',
    ],
)
def test_what_a_page_says_of_itself_and_shows_is_its_standfirst_whatever_its_box_is_called(box: str) -> None:
    body = f'<h1>{HEADLINE}</h1>{box.format(LEDE)}<div class="text">{told(PARAGRAPHS)}</div>'
    for head in (
        f'<meta name="description" content="{LEDE}">',
        f'<meta property="og:description" content="{LEDE[:70]}…">',
    ):
        assert read(body, head).text == whole(LEDE, *PARAGRAPHS)
    linked = json.dumps({"@type": "NewsArticle", "description": LEDE})
    assert read(body, f'<script type="application/ld+json">{linked}</script>').text == whole(LEDE, *PARAGRAPHS)


def test_what_a_page_says_of_another_or_shows_elsewhere_is_not_added() -> None:
    box, head = f'<div class="teaser"><p>{LEDE}</p></div>', f'<meta name="description" content="{LEDE}">'
    text = f'<div class="text">{told(PARAGRAPHS)}</div>'
    person = json.dumps({"@type": "Person", "name": "Ines Calder", "description": LEDE})
    said = f'<script type="application/ld+json">{person}</script>'
    assert LEDE not in read(f"<h1>{HEADLINE}</h1>{box}{text}", said).text
    assert LEDE not in read(f"<h1>{HEADLINE}</h1>{box}{text}", '<meta name="description" content="Two hundred">').text
    assert LEDE not in read(f"<h1>{HEADLINE}</h1>{text}{box}", head).text
    captioned = f"<figure><img src='x.png'><figcaption>{LEDE}</figcaption></figure>"
    assert LEDE not in read(f"<h1>{HEADLINE}</h1>{captioned}{text}", head).text


def test_a_body_in_several_containers_is_one(tmp_path: object) -> None:
    chunk = '<div class="row"><div class="article-body column">{}</div></div><div class="inset"><aside>Our newsletter</aside></div>'
    chunks = "".join(chunk.format(told(PARAGRAPHS[n : n + 2])) for n in (0, 2, 4))
    assert read(f"<article><h1>{HEADLINE}</h1>{chunks}</article>").text == whole(*PARAGRAPHS)


def test_a_post_shown_in_the_text_stays_where_it_is_shown() -> None:
    post = '<blockquote class="twitter-tweet"><p lang="en">We are all safe, and so are the cats.</p>— Port Ansel (@ansel)</blockquote>'
    article = read(f"<article><h1>{HEADLINE}</h1>{told(PARAGRAPHS[:3])}{post}{told(PARAGRAPHS[3:])}</article>")
    at = [article.text.index(one) for one in (PARAGRAPHS[2], "so are the cats", PARAGRAPHS[3])]
    assert at == sorted(at)


def test_subheads_stay() -> None:
    article = read(
        f"<article><h1>{HEADLINE}</h1>{told(PARAGRAPHS[:3])}<h2>A lamp and three letters</h2>{told(PARAGRAPHS[3:])}</article>"
    )
    assert article.text == whole(*PARAGRAPHS[:3], "A lamp and three letters", *PARAGRAPHS[3:])


def test_entries_of_a_live_blog_are_all_there() -> None:
    entry = '<div class="live-post entry"><h3>{}</h3><div class="live-post-body text">{}</div></div>'
    entries = "".join(entry.format(f"{9 + n}:15", told((one,))) for n, one in enumerate(PARAGRAPHS))
    text = read(f"<article><h1>{HEADLINE}</h1>{entries}</article>").text
    assert all(one in text for one in PARAGRAPHS)


def test_comments_are_told_and_no_part_of_the_text() -> None:
    comments = "".join(
        f"<div class='comment'><p>I was on board on that day, and nobody told us anything, {n} hours long.</p></div>"
        for n in (2, 3, 4)
    )
    article = read(
        f"<article><h1>{HEADLINE}</h1>{told(PARAGRAPHS)}</article><section id='comments'><h2>Comments</h2>{comments}</section>"
    )
    assert article.text == whole(*PARAGRAPHS)
    [notice] = article.notices
    assert (notice.kind, dict(notice.values)) == (NoticeKind.LEFT_OUT, {"n": 3, "under": "Comments"})
    assert notice.is_lacking


@pytest.mark.parametrize("escaped", [False, True])
def test_the_text_for_machines_is_taken_where_the_page_shows_less(escaped: bool) -> None:
    body = "\n\n".join(PARAGRAPHS)
    if escaped:
        body = "".join(f"&lt;p&gt;{one}&lt;/p&gt;" for one in PARAGRAPHS)
    known = json.dumps({"@type": "NewsArticle", "headline": HEADLINE, "articleBody": body})
    head = f'<script type="application/ld+json">{known}</script>'
    article = read(f"<article><h1>{HEADLINE}</h1>{told(PARAGRAPHS[:2])}<p>Subscribe to read on.</p></article>", head)
    for one in PARAGRAPHS:
        assert one in article.text
    assert NoticeKind.ADDED in kinds(article)


def test_another_articles_text_for_machines_is_not_taken() -> None:
    other = "The strike at the Mill Quay ended after nine weeks, with a rise of 4 percent for all who work there. " * 12
    known = json.dumps({"@type": "NewsArticle", "articleBody": other})
    article = read(
        f"<article><h1>{HEADLINE}</h1>{told(PARAGRAPHS)}</article>",
        f'<script type="application/ld+json">{known}</script>',
    )
    assert "strike" not in article.text


def test_a_line_that_only_leads_elsewhere_is_folded() -> None:
    link = '<p><a href="/strike">Strike at the Mill Quay ends after nine weeks</a></p>'
    article = read(f"<article><h1>{HEADLINE}</h1>{told(PARAGRAPHS[:4])}{link}{told(PARAGRAPHS[4:])}</article>")
    folded = "".join(span.of(article.text) for span in article.boilerplate)
    assert "Strike at the Mill Quay" not in article.text or "Strike at the Mill Quay" in folded
    assert all(one in article.text and one not in folded for one in PARAGRAPHS)


def test_a_quotation_set_apart_in_a_figure_stays_with_who_said_it() -> None:
    quote = "<figure><blockquote>We saw it sway for a minute</blockquote><figcaption>Mara Quill, docker</figcaption></figure>"
    photo = "<figure><img src=a.jpg><figcaption>The quay on Tuesday. Photo: A. Petrel</figcaption></figure>"
    article = read(f"<article><h1>{HEADLINE}</h1>{told(PARAGRAPHS[:3])}{quote}{photo}{told(PARAGRAPHS[3:])}</article>")
    expected = [*PARAGRAPHS[:3], "We saw it sway for a minute", "Mara Quill, docker", *PARAGRAPHS[3:]]
    assert article.text == whole(*expected)
    assert NoticeKind.ADDED in kinds(article)


def test_who_is_quoted_in_the_foot_of_a_quotation_and_what_stands_in_a_plain_box_stay() -> None:
    quotation = "<blockquote><p>“We saw the rock too late to do anything.”</p><footer>— <cite>Edda Lorn, captain</cite></footer></blockquote>"
    boxed = "The lamp had been out for three weeks when the ferry came in, said one of those who live by the mole."
    body = f"{told(PARAGRAPHS[:3])}{quotation}<div>{boxed}</div>{told(PARAGRAPHS[3:])}<footer>The Tidewater Review</footer>"
    article = read(f"<article><h1>{HEADLINE}</h1>{body}</article>")
    said = ("“We saw the rock too late to do anything.”", "— Edda Lorn, captain", boxed)
    assert article.text == whole(*PARAGRAPHS[:3], *said, *PARAGRAPHS[3:])


def test_the_name_of_a_program_and_how_a_word_is_spoken_break_no_sentence() -> None:
    first = "The program <code>tide.py</code> had told the captain of a depth of nine metres, the office wrote to us."
    second = "The keeper of <ruby>Ansel<rp>(</rp><rt>AN-sel</rt><rp>)</rp></ruby> had told the office so three times in the spring, he said."
    shown = (
        first.replace("<code>", "").replace("</code>", ""),
        "The keeper of Ansel had told the office so three times in the spring, he said.",
    )
    article = read(f"<article><h1>{HEADLINE}</h1>{told((*PARAGRAPHS, first, second))}</article>")
    assert article.text == whole(*PARAGRAPHS, *shown)


def test_a_row_of_cells_with_a_paragraph_each_is_a_line() -> None:
    cells = "".join(
        f"<tr><td><p>{port}</p></td><td><div>{ships}</div></td></tr>" for port, ships in (("Ansel", 41), ("Sable", 12))
    )
    assert web_page.text_of(f"<table>{cells}</table>") == "Ansel 41\n\nSable 12"
