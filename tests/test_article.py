"""What an article is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import LEFT_OUT, Article, Provenance, provenances
from reader.text.spans import Span


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ({"outlet": "The Post", "path": "/news/post.txt", "headline": "Fire"}, "The Post"),
        ({"path": "/news/harbour-post.txt", "headline": "Fire"}, "harbour-post"),
        ({"headline": "Fire"}, "Fire"),
        ({}, "a1"),
    ],
)
def test_the_best_known_name(known: dict[str, str], name: str) -> None:
    assert Article("a1", "Text.", **known).name == name


def test_where_fields_come_from_survives_json_and_nonsense() -> None:
    told = [["url", "page"], ["headline", "reader"], ["text", "page"], ["byline", "heaven"], "outlet", 3, ["url"]]
    known = provenances(told)
    assert known == (("headline", Provenance.READER), ("url", Provenance.PAGE))
    assert provenances(dict(known)) == known
    assert provenances(None) == ()
    article = Article("a1", "Text.", provenance=known)
    assert article.provenance_of("url") is Provenance.PAGE
    assert article.provenance_of("outlet") is None


def article_with(text: str, *folded: str) -> Article:
    starts = [(text.index(words), len(words)) for words in folded]
    return Article("a", text, boilerplate=tuple(Span(at, at + length) for at, length in starts))


@pytest.mark.parametrize(
    ("folded", "words"),
    [
        ((), "The dyke held. Share this. By noon it was dry."),
        (("Share this.",), "The dyke held. […] By noon it was dry."),
        (("The dyke held.",), " Share this. By noon it was dry."),
        (("Share this.", "By noon"), "The dyke held. […] it was dry."),
        (("The dyke held. Share this. By noon it was dry.",), "The dyke held. Share this. By noon it was dry."),
    ],
)
def test_words_for_reading_leave_boilerplate_out(folded: tuple[str, ...], words: str) -> None:
    text = "The dyke held. Share this. By noon it was dry."
    assert article_with(text, *folded).words(Span(0, len(text))) == words


def test_words_of_a_part_know_only_the_boilerplate_in_it() -> None:
    article = article_with("The dyke held. Share this. By noon it was dry.", "Share this.")
    assert article.words(Span(4, 14)) == "dyke held."
    assert article.words(Span(4, 20)) == "dyke held. "
    assert article.words(Span(15, 20)) == "Share"


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda pair: Span(pair[0], sum(pair)))


@given(st.text(alphabet="ab c\n", max_size=40), st.lists(SPANS, max_size=4), SPANS)
def test_no_word_outside_boilerplate_is_lost_and_none_added(text: str, folded: list[Span], span: Span) -> None:
    away = {at for one in folded for at in range(one.start, one.end)}
    inside = range(span.start, min(span.end, len(text)))
    kept = "".join(text[at] for at in inside if at not in away and not text[at].isspace())
    told = "".join(Article("a", text, boilerplate=tuple(folded)).words(span).replace(LEFT_OUT, "").split())
    assert told == (kept or "".join(span.of(text).split()))


@pytest.mark.parametrize(
    ("published", "updated", "revised"),
    [
        ("2031-05-03", "", ""),
        ("2031-05-03", "2031-05-03", ""),
        ("2031-05-03T14:30+02:00", "2031-05-03T12:30+00:00", ""),
        ("2031-05-03", "2031-05-03T14:30", "2031-05-03T14:30"),
        ("", "2031-05-04", "2031-05-04"),
    ],
)
def test_an_update_is_told_where_it_is_another_moment(published: str, updated: str, revised: str) -> None:
    assert Article("a", "x", published=published, updated=updated).revised == revised
