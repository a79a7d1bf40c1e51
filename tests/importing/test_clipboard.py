"""What is copied from a page keeps its paragraphs and all of its words; nothing of it is fetched."""

import pytest

from reader.article import Article, Provenance
from reader.errors import ImportFailure
from reader.importing import ImportOptions, read_copied
from tests.samples.story import HEADLINE, PARAGRAPHS, TEXT, URL

MARKUP = f"<html><body><!--StartFragment--><h1>{HEADLINE}</h1>" + "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
PLAIN = "\n".join((HEADLINE, *PARAGRAPHS))


def copied(markup: str, text: str = "", url: str = "", options: ImportOptions | None = None) -> Article | ImportFailure:
    [one] = read_copied(markup, text, options or ImportOptions(), name="pasted text", url=url)
    return one


def article(markup: str, text: str = "", url: str = "") -> Article:
    one = copied(markup, text, url)
    assert isinstance(one, Article), one
    return one


def test_paragraphs_stay_apart() -> None:
    one = article(MARKUP, PLAIN)
    assert (one.text, one.headline, one.id, one.path, one.url) == (TEXT, HEADLINE, "pasted text", "", "")


def test_where_the_browser_says_it_comes_from() -> None:
    one = article(MARKUP, PLAIN, URL)
    assert (one.url, one.provenance_of("url")) == (URL, Provenance.FILE)
    assert article(MARKUP, PLAIN, "about:blank").url == ""


def test_breaks_in_place_of_paragraphs() -> None:
    assert article("<div>A crane fell.<br><br>Nobody was hurt.<br />\n<BR>It lies<br>there.</div>").text == (
        "A crane fell.\n\nNobody was hurt.\n\nIt lies there.\n"
    )


def test_nothing_is_fetched_and_nothing_run() -> None:
    one = article('<p>A crane fell.<img src="http://127.0.0.1:9/a.png"><script src="http://127.0.0.1:9/"></script></p>')
    assert one.text == "A crane fell.\n"


def test_markup_that_says_less_than_the_plain_text_gives_way() -> None:
    assert article("<p>A crane fell.", "A crane fell at the quay of Port Vela.").text.startswith("A crane fell at")
    assert article("<p></p>", "A crane fell.").text == "A crane fell."


@pytest.mark.parametrize("markup", ["", "<p></p>", "<img src=a.png>", "<script>x</script>"])
def test_nothing_to_read(markup: str) -> None:
    assert isinstance(copied(markup), ImportFailure)


def test_too_much() -> None:
    assert "unpacks to far more" in str(copied("<p>" + "crane " * 100, options=ImportOptions(max_bytes=100)))
