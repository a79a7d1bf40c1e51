"""What is copied says where it comes from, and never alters a word."""

import html
import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article
from reader.compare.comparison import Comparison, Credit, Excerpt, Passage, Quotation, Relation
from reader.export import citations, clipboard_text
from reader.text.spans import Span
from tests.export.story import comparison

TEXT = "The dyke held.\n\nSubscribe for more.\n\nNobody was hurt, the warden said."
POST = Article(
    "a",
    TEXT,
    headline="Dyke holds <at last>",
    outlet="The Sluice Post",
    byline="Nia Brook",
    published="2031-02-03T08:00:00",
    url="https://sluice.example/dyke?a=1&b=2",
)


def test_words_stand_in_quotation_marks_with_their_source() -> None:
    copied = clipboard_text.cited(POST, Span(0, 14))
    assert copied.text == (
        "“The dyke held.”\n— The Sluice Post, “Dyke holds <at last>”, Nia Brook, 3 February 2031, "
        "https://sluice.example/dyke?a=1&b=2\n"
    )
    assert "<p>“The dyke held.”</p>" in copied.html
    assert "“Dyke holds &lt;at last&gt;”" in copied.html
    assert 'href="https://sluice.example/dyke?a=1&amp;b=2"' in copied.html


def test_what_was_folded_away_is_not_quoted_but_seen_to_be_left_out() -> None:
    fold = TEXT.index("Subscribe")
    copied = clipboard_text.cited(POST, Span(0, len(TEXT)), [Span(fold, fold + 19)])
    assert copied.text.startswith("“The dyke held.\n\n[…]\n\nNobody was hurt, the warden said.”\n—")


def test_words_that_hold_quotation_marks_stand_in_others() -> None:
    article = replace(POST, text="“Go,” she said.", url="", byline="", published="spring")
    assert clipboard_text.cited(article, Span(0, 15)).text == (
        "‘“Go,” she said.’\n— The Sluice Post, “Dyke holds <at last>”, spring\n"
    )


def test_an_article_of_which_nothing_is_known_has_its_name() -> None:
    assert citations.text(Article("x", "Words", path="/home/me/dyke.txt"), "plain") == "dyke"


def test_a_passage_and_an_utterance_have_every_wording_with_its_source() -> None:
    other = replace(POST, id="b", outlet="Polder Radio", headline="", url="")
    both = (Excerpt("a", Span(0, 14)), Excerpt("b", Span(36, 70)))
    found = Comparison((POST, other))
    passage = clipboard_text.passage(found, Passage(Relation.REWORDED, 71.6, both))
    assert passage.text.startswith("Shared passage: reworded, alike\n\n“The dyke held.”\n— The Sluice Post")
    assert "“Nobody was hurt, the warden said.”\n— Polder Radio, Nia Brook" in passage.text
    said = Quotation(90.0, tuple(Credit(one, "the warden") for one in both))
    assert clipboard_text.utterance(found, said).text.count("(the warden)") == 2
    assert clipboard_text.utterance(found, said).html.count("<blockquote") == 2


def test_a_row_is_a_table_in_text_and_in_html() -> None:
    found = comparison()
    line = found.ledger[0]
    copied = clipboard_text.row(found, line, "dismissed: <misread>")
    assert copied.text.splitlines()[0].startswith(f"{line.scope}: ")
    assert sum("\t" in one for one in copied.text.splitlines()) == len(line.mentions) + 1
    assert copied.html.count("<tr>") == len(line.mentions) + 1
    assert "dismissed: &lt;misread&gt;" in copied.html
    assert "Figure\tWho says it\tSentence\tSource" in copied.text
    assert "Almost 8,000\tthe county\t" in copied.text


def test_a_row_says_how_sure_it_is_and_who_says_it_only_where_somebody_does() -> None:
    found = comparison()
    look, year = clipboard_text.row(found, found.ledger[2]), clipboard_text.row(found, found.ledger[3])
    assert "1.4 metres is below two metres; not sure that both count the same: only one says where" in look.text
    assert "Figure\tSentence\tSource" in year.text


@given(st.text(), st.text(), st.integers(0, 40), st.integers(0, 40))
def test_any_words_are_copied_as_they_stand(text: str, headline: str, start: int, end: int) -> None:
    span = Span(min(start, len(text)), min(max(start, end), len(text)))
    copied = clipboard_text.cited(Article("a", text, headline=headline), span)
    told = html.unescape(re.sub("<[^>]*>", "", copied.html))
    for line in span.of(text).replace("\0", " ").splitlines():
        for word in line.encode("utf-8", "replace").decode().split():
            assert word in copied.text
            assert word in told
