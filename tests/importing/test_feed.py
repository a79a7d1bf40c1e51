"""Feeds: an entry an article, the fuller text, dates in either form, and broken XML read as far as it goes."""

import pytest

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import ImportOptions, feed

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
