"""What is known about an article is changed, told apart from what it came with, and taken back; its text stays."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import METADATA, Article, Provenance, provenances
from reader.errors import LibraryError
from reader.library import Filter, Library
from reader.library.metadata import checked


@pytest.fixture
def one(library):
    article = Article(
        "x", "The pier\nis shut.", headline="Pier shut", outlet="Velim Post", published="2031-03-04",
        provenance=provenances({"headline": "text", "outlet": "page", "published": "page"}),
    )  # fmt: skip
    return library.add(article).id


def test_where_things_come_from_is_kept(library, one):
    assert library.get(one).provenance == (
        ("headline", Provenance.TEXT), ("outlet", Provenance.PAGE), ("published", Provenance.PAGE),
    )  # fmt: skip


def test_an_edit_is_the_readers_and_lists_and_the_index_know_it(library, one):
    before = library.outbox.last_change
    library.metadata.edit(one, headline="  Pier \n open ", updated="2031-03-05 14:30+02:00", outlet="Velim Post")
    article = library.get(one)
    assert (article.headline, article.updated) == ("Pier open", "2031-03-05T14:30+02:00")
    assert article.provenance_of("headline") is Provenance.READER
    assert article.provenance_of("outlet") is Provenance.PAGE  # it is what it was
    assert article.text == "The pier\nis shut."
    assert library.rows(where=Filter(words="open"))[0].headline == "Pier open"
    (change,) = library.outbox.after(before)
    assert (change.article_id, change.kind) == (one, "update")
    assert library.metadata.received(one) == {"headline": "Pier shut", "updated": ""}


def test_edits_are_undone_done_again_and_taken_back(library, one):
    library.metadata.edit(one, headline="One")
    library.metadata.edit(one, headline="Two", byline="Ana Petrel")
    assert library.undo() == "editing what is known about an article"
    assert library.get(one).headline == "One"
    library.redo()
    assert library.get(one).headline == "Two"
    assert library.metadata.received(one)["headline"] == "Pier shut"
    before = library.outbox.last_change
    library.metadata.take_back_edits(one, "headline")
    assert library.get(one).headline == "Pier shut"
    assert library.get(one).provenance_of("headline") is Provenance.TEXT
    assert library.metadata.received(one) == {"byline": ""}
    assert library.outbox.after(before)
    library.metadata.take_back_edits(one)
    assert library.metadata.received(one) == {}
    library.undo()
    library.undo()
    assert library.get(one).headline == "Two"


def test_writing_what_it_came_with_is_no_edit(library, one):
    library.metadata.edit(one, headline="Another")
    library.metadata.edit(one, headline="Pier shut")
    assert library.metadata.received(one) == {}
    assert library.get(one).provenance_of("headline") is Provenance.TEXT


def test_an_article_in_the_bin_is_not_told_to_the_index(library, one):
    library.remove([one])
    before = library.outbox.last_change
    library.metadata.edit(one, headline="Gone")
    assert library.outbox.after(before) == []


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("published", "", ""),
        ("published", "2031-05-03", "2031-05-03"),
        ("published", "2031-05-03T14:30:59Z", "2031-05-03T14:30+00:00"),
        ("language", "pt-BR", "pt-BR"),
        ("url", "https://velim.example/a", "https://velim.example/a"),
    ],
)
def test_what_may_be_kept(field, value, kept):
    assert checked(field, value) == kept


@pytest.mark.parametrize(
    ("field", "value"),
    [("published", "yesterday"), ("updated", "2031-13-01"), ("language", "English"), ("url", "javascript:x")],
)
def test_what_cannot_be_is_refused_with_a_way_on(library, one, field, value):
    with pytest.raises(LibraryError) as caught:
        library.metadata.edit(one, **{field: value})
    assert caught.value.remedy
    assert not library.metadata.received(one)


def test_an_article_that_is_gone_and_a_field_that_is_none(library, one):
    with pytest.raises(LibraryError, match="no longer"):
        library.metadata.edit("nobody", headline="x")
    with pytest.raises(LibraryError, match="no field"):
        library.metadata.edit(one, text="x")


@given(st.sampled_from(METADATA), st.text())
def test_any_text_is_kept_on_one_line_or_refused(tmp_path_factory, field, value):
    with Library.open(tmp_path_factory.mktemp("any") / "library.sqlite") as library:
        added = library.add(Article("x", "Text", headline="Pier \ud800 shut"))
        with suppress(LibraryError):
            library.metadata.edit(added.id, **{field: value})
        article = library.get(added.id)
        assert "\n" not in getattr(article, field)
        library.metadata.take_back_edits(added.id)
        assert library.get(added.id) == Article(**{**_values(article), field: _received(field)})


def _received(field):
    return {"headline": "Pier \ud800 shut", "language": "en"}.get(field, "")


def _values(article):
    return {name: getattr(article, name) for name in Article.__dataclass_fields__ if name != "provenance"}
