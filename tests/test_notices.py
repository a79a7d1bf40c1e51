"""Notices are kinds and values that survive any way they take, and every kind has words."""

import json

import pytest

from reader import wording
from reader.article import Article
from reader.importing.apart import wire
from reader.library import Library
from reader.notices import Notice, NoticeKind, as_json, from_json, notice

ABOVE = notice(NoticeKind.LEFT_OUT, n=3, under="Comments")


@pytest.mark.parametrize("kind", NoticeKind)
@pytest.mark.parametrize("n", [0, 1, 3])
def test_every_kind_has_words(kind: NoticeKind, n: int) -> None:
    words = wording.notice(notice(kind, n=n, under="Comments", text="It was Tuesday.", until="2031-05-06"))
    assert words.endswith((".", ")"))
    assert "{" not in words


def test_words_name_the_values() -> None:
    assert wording.notice(ABOVE) == "Partly read: 3 paragraphs under “Comments” were left out."


def test_a_notice_without_its_values_has_words_all_the_same() -> None:
    assert wording.notice(Notice(NoticeKind.CORRECTION))


def test_json_and_back() -> None:
    several = (ABOVE, notice(NoticeKind.ABSTRACT))
    assert from_json(json.loads(json.dumps(as_json(several)))) == several


@pytest.mark.parametrize("told", [None, "x", [1], [{"kind": "of tomorrow"}], [{"n": 1}]])
def test_what_is_no_notice_is_left_out(told: object) -> None:
    assert from_json(told) == ()


def test_a_notice_passes_the_wire_and_the_library(tmp_path) -> None:
    article = Article("a", "Text", notices=(ABOVE,))
    assert wire.answered(wire.answer(article)) == article
    with Library.open(tmp_path / "library.sqlite") as library:
        added = library.add(article)
        assert library.get(added.id).notices == (ABOVE,)
