"""XML as it is written in the wild: letters by their names, signs that begin nothing, and no letter dropped."""

import pytest

from reader.article import Article
from reader.importing import ImportOptions
from reader.importing.format_dispatch import articles
from reader.importing.xml_part import parsed

RSS = """<?xml version="1.0" encoding="utf-8"?>{doctype}<rss version="2.0"><channel><title>Harbour Daily</title><item>
<title>{headline}</title><description>{text}</description></item></channel></rss>"""
NITF = """<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"><nitf><body><body.head><hedline><hl1>Caf&eacute;
burns &mdash; 5&nbsp;800 flee</hl1></hedline></body.head><body.content><p>M. D&uuml;rr &amp; Sons lost a boat.</p>
<p>Nobody was hurt.</p></body.content></body></nitf>"""


def article_in(data: str, name: str) -> Article:
    [article] = articles(data.encode(), name, name, ImportOptions())
    assert isinstance(article, Article)
    return article


def feed(text: str, *, headline: str = "Caf&eacute; burns", doctype: str = "") -> Article:
    return article_in(RSS.format(doctype=doctype, headline=headline, text=text), "a.rss")


def test_letters_by_the_names_that_pages_give_them() -> None:
    article = feed("M. D&uuml;rr fled with 5&nbsp;800 others, he said.")
    assert article.headline == "Café burns"
    assert "M. Dürr fled with 5 800 others" in article.text


def test_signs_that_begin_nothing_stay() -> None:
    article = feed("Smith & Sons lost 3 boats < 5 m, a loss of R&D; AT&T; &amp; &lt;1 m &#8211; all.", headline="A & B")
    assert article.headline == "A & B"
    assert "Smith & Sons lost 3 boats < 5 m, a loss of R&D; AT&T; & <1 m – all." in article.text


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE rss [<!ENTITY city "Port Lowen"><!ENTITY eacute "&#233;">]>',
        "<!DOCTYPE rss [<!ENTITY city 'Port Lowen'>]>",
    ],
)
def test_names_that_a_document_declares(doctype: str) -> None:
    article = feed("The caf&eacute; of &city; burnt.", doctype=doctype)
    assert "The café of Port Lowen burnt." in article.text


def test_names_within_names_open_nothing() -> None:
    doctype = '<!DOCTYPE rss [<!ENTITY a "ten ten ten"><!ENTITY b "&a;&a;&a;">]>'
    assert "three times &b; and ten ten ten" in feed("three times &b; and &a;", doctype=doctype).text


def test_a_document_that_names_letters_of_a_list_elsewhere() -> None:
    article = article_in(NITF, "a.nitf")
    assert article.headline == "Café burns — 5 800 flee"
    assert "M. Dürr & Sons lost a boat." in article.text


def test_what_is_quoted_from_a_page_is_left_to_the_page() -> None:
    assert "the café & bar" in feed("<![CDATA[<p>the caf&eacute; &amp; bar</p>]]>").text


def test_two_bytes_a_letter() -> None:
    data = RSS.format(doctype="", headline="Caf&eacute;", text="Dürr & Sons").replace("utf-8", "utf-16")
    root = parsed(data.encode("utf-16"), "a.rss", "RSS", mend=True)
    assert [one.strip() for one in root.itertext() if one.strip()] == ["Harbour Daily", "Café", "Dürr & Sons"]
