"""Feeds: an entry an article, the fuller text, dates in either form, and broken XML read as far as it goes."""

import pytest

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import ImportOptions, feed
from reader.notices import NoticeKind, notice

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title>
<entry><title type="html">Crane &amp;amp; barge</title><link rel="self" href="https://c.example/self"/>
<link href="https://c.example/crane"/><author><name>Ana Petrel</name></author>
<published>2031-05-06T08:30:00Z</published><summary>Short.</summary>
<content type="html">&lt;p&gt;A crane fell.&lt;/p&gt;&lt;p&gt;Four were hurt.&lt;/p&gt;</content>
</entry></feed>"""


def found(text: str) -> list[Article | ImportFailure]:
    return list(feed.read(text.encode(), "a.rss", ImportOptions()))


def test_an_atom_entry() -> None:
    [article] = found(ATOM)
    assert isinstance(article, Article)
    assert article.text == "Crane & barge\n\nA crane fell.\n\nFour were hurt.\n"
    assert (article.outlet, article.byline, article.url, article.published) == (
        "The Courier", "Ana Petrel", "https://c.example/crane", "2031-05-06T08:30+00:00",
    )  # fmt: skip


def test_entries_have_numbers_and_empty_ones_are_told() -> None:
    first, second, third = found(
        "<rss><item><title>A</title></item><item/><item><description>B.</description></item></rss>"
    )
    assert isinstance(first, Article)
    assert str(second).startswith("a.rss/2 holds no text")
    assert isinstance(third, Article)
    assert third.path == "3"


def test_broken_xml_is_read_as_far_as_it_goes() -> None:
    [article] = found("<rss><channel><item><title>A & B</title><description>A crane fell.</desc")
    assert isinstance(article, Article)
    assert "A crane fell." in article.text


def test_scripts_in_an_entry_are_not_text() -> None:
    [article] = found("<rss><item><description>A.&lt;script&gt;x()&lt;/script&gt;</description></item></rss>")
    assert isinstance(article, Article)
    assert article.text == "A.\n"


@pytest.mark.parametrize(
    "text", ["<rss/>", "<a><b/></a>", "", "plain", "<rss><channel><title>A</title></channel></rss>"]
)
def test_what_is_no_feed(text: str) -> None:
    with pytest.raises(ImportFailure):
        found(text)


def test_entities_are_not_multiplied() -> None:
    laughs = '<!DOCTYPE rss [<!ENTITY a "lollol"><!ENTITY b "&a;&a;&a;">]>'
    [article] = found(f"{laughs}<rss><item><title>T</title><description>A &b; crane.</description></item></rss>")
    assert isinstance(article, Article)
    assert "lol" not in article.text


def one(text: str) -> Article:
    [article] = found(text)
    assert isinstance(article, Article)
    return article


def test_what_pictures_and_podcasts_say_is_not_what_the_entry_says() -> None:
    article = one(
        '<rss xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">'
        "<channel><image><title>logo</title></image><title>The Courier</title><item><media:title>Smoke</media:title>"
        f"<media:description>{'Smoke over the quay. ' * 20}</media:description><itunes:title>Short</itunes:title>"
        "<title>Crane falls</title><description>A crane fell.</description></item></channel></rss>"
    )
    assert (article.headline, article.outlet) == ("Crane falls", "The Courier")
    assert article.text == "Crane falls\n\nA crane fell.\n"


def test_elements_of_a_page_in_an_entry() -> None:
    article = one(
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Crane</title><content type="xhtml">'
        '<div xmlns="http://www.w3.org/1999/xhtml"><p>About <b>60</b> were <a href="#">there</a>, he said.</p></div>'
        "</content></entry></feed>"
    )
    assert article.text == "Crane\n\nAbout 60 were there, he said.\n"


def test_an_entry_taken_from_elsewhere_names_its_outlet() -> None:
    article = one(
        "<rss><channel><title>“crane” - Google News</title><item><title>Crane falls - The Lysander Mail</title>"
        '<source url="https://mail.example">The Lysander Mail</source><description>A crane fell.</description></item>'
        "</channel></rss>"
    )
    assert (article.headline, article.outlet) == ("Crane falls", "The Lysander Mail")


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("<author>desk@c.example (Ana Petrel)</author>", "Ana Petrel"), ("<author>desk@c.example</author>", ""),
        ('<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Ana Petrel</dc:creator>', "Ana Petrel"),
        ('<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">The Courier</dc:creator>', ""),
    ],
)  # fmt: skip
def test_who_wrote_an_entry(field: str, name: str) -> None:
    feed_ = f"<rss><channel><title>The Courier</title><item>{field}<title>A</title></item></channel></rss>"
    assert one(feed_).byline == name


def test_a_feed_that_cuts_its_texts_short_says_so() -> None:
    article = one("<rss><item><title>A</title><description>A crane fell on the quay […]</description></item></rss>")
    assert article.notices == (notice(NoticeKind.CUT, n=0),)


def exported(kind: str, status: str, text: str, more: str = "") -> str:
    return (
        f"<item><title>{kind} {status}</title><dc:creator>ana</dc:creator><content:encoded><![CDATA[{text}]]>"
        "</content:encoded><excerpt:encoded><![CDATA[A longer excerpt than the text, by far.]]></excerpt:encoded>"
        f"<wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>{more}</item>"
    )


def test_of_an_exported_blog_the_published_posts() -> None:
    text = (
        '<!-- wp:paragraph -->A crane\nfell.\n\n[caption id="a"]<img/>The crane[/caption]\n\nThey ran [sic].[gallery]'
    )
    items = [
        exported("post", "publish", text, "<wp:post_date_gmt>2031-05-06 06:30:00</wp:post_date_gmt>"),
        exported("post", "draft", "Not yet."), exported("page", "publish", "About us."),
        exported("attachment", "inherit", "x"), exported("nav_menu_item", "publish", "x"),
    ]  # fmt: skip
    article, told = found(
        '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        "<wp:author><wp:author_login>ana</wp:author_login><wp:author_display_name>Ana Petrel</wp:author_display_name>"
        f"</wp:author>{''.join(items)}</channel></rss>"
    )
    assert isinstance(article, Article)
    assert article.text == "post publish\n\nA crane fell.\n\nThe crane\n\nThey ran [sic].\n"
    assert (article.byline, article.published) == ("Ana Petrel", "2031-05-06T06:30+00:00")
    assert str(told).startswith("2 entries of a.rss are no published posts")
