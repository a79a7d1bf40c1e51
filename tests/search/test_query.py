"""The parser takes what people type, and everything else too."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.search.query import LONGEST, MOST, Query, QueryKind, QueryLabel, QueryPiece, day_number, parse


def word(text, field="body"):
    return QueryPiece(QueryKind.WORD, text, field)


@pytest.mark.parametrize(
    ("typed", "required", "excluded"),
    [
        ("dockers strike", ((word("dockers"),), (word("strike"),)), ()),
        ("dockers OR strike", ((word("dockers"), word("strike")),), ()),
        ("a OR b OR c d", ((word("a"), word("b"), word("c")), (word("d"),)), ()),
        ("dockers AND strike", ((word("dockers"),), (word("strike"),)), ()),
        ("dockers -strike", ((word("dockers"),),), (word("strike"),)),
        ("dockers NOT strike", ((word("dockers"),),), (word("strike"),)),
        ('"port velim"', ((QueryPiece(QueryKind.PHRASE, "port velim"),),), ()),
        ("“port velim”", ((QueryPiece(QueryKind.PHRASE, "port velim"),),), ()),
        ('"port velim"~3', ((QueryPiece(QueryKind.PHRASE, "port velim", slop=3),),), ()),
        ('-"port velim"', (), (QueryPiece(QueryKind.PHRASE, "port velim"),)),
        ('"port velim', ((QueryPiece(QueryKind.PHRASE, "port velim"),),), ()),
        ('"velim"', ((word("velim"),),), ()),
        ("anti-strike", ((QueryPiece(QueryKind.PHRASE, "anti-strike"),),), ()),
        ("dock*", ((QueryPiece(QueryKind.PREFIX, "dock"),),), ()),
        ("dockres~", ((QueryPiece(QueryKind.FUZZY, "dockres"),),), ()),
        ("dockres~2", ((QueryPiece(QueryKind.FUZZY, "dockres"),),), ()),
        ("title:storm", ((word("storm", "title"),),), ()),
        ("headline:storm", ((word("storm", "title"),),), ()),
        ('author:"ana moor"', ((QueryPiece(QueryKind.PHRASE, "ana moor", "author"),),), ()),
        ("outlet:post -lang:fr", ((word("post", "outlet"),),), (word("fr", "lang"),)),
        ("unknown:storm", ((QueryPiece(QueryKind.PHRASE, "unknown storm"),),), ()),
        ("https://velim.example/a", ((QueryPiece(QueryKind.PHRASE, "https //velim.example/a"),),), ()),
        ("12:30", ((QueryPiece(QueryKind.PHRASE, "12:30"),),), ()),
        ("OR", (), ()),
        ("NOT", (), ()),
        ("OR dockers", ((word("dockers"),),), ()),
        ("-", (), ()),
        ('""', (), ()),
        ("* ~ ( ) [ ] {", (), ()),
        ("(dockers OR strike)", ((word("dockers"), word("strike")),), ()),
    ],
)
def test_what_is_asked(typed, required, excluded):
    query = parse(typed)
    assert (query.required, query.excluded) == (required, excluded)


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("date:2022", 20220000, 20229999),
        ("date:2022-01", 20220100, 20220199),
        ("date:2022-01-06", 20220106, 20220106),
        ("date:2022-01-06..2022-01-11", 20220106, 20220111),
        ("date:2022-01..", 20220100, 99999999),
        ("date:..2021", 1, 20219999),
        ("after:2022-01-06", 20220106, 99999999),
        ("before:2022-01-06", 1, 20220105),
        ("after:2022 before:2023", 20220000, 20229999),
    ],
)
def test_days(typed, since, until):
    query = parse(typed)
    assert (query.since, query.until) == (since, until)
    assert query.dated
    assert not query.required


@pytest.mark.parametrize("typed", ["date:soon", "date:2022-1-1", "date:..", "date:", "before:", "after:20220101"])
def test_what_is_no_day_is_text(typed):
    assert not parse(typed).dated


@pytest.mark.parametrize(
    ("published", "day"),
    [("2031-03-05T09:00:00+01:00", 20310305), ("2031-03", 20310300), ("2031", 20310000), ("", 0), ("soon", 0)],
)
def test_day_numbers(published, day):
    assert day_number(published) == day


def words_of(query: Query) -> int:
    pieces = [*(piece for group in query.required for piece in group), *query.excluded]
    return sum(len(piece.text.split()) for piece in pieces)


def test_at_most_32_words_count():
    query = parse(" ".join(f"w{n}" for n in range(50)))
    assert words_of(query) == MOST
    assert query.cut
    phrase = parse('"' + " ".join(f"w{n}" for n in range(50)) + '"')
    assert words_of(phrase) == MOST


def test_at_most_1000_characters_count():
    query = parse("x" * 5 * LONGEST)
    assert query.cut
    assert len(query.required[0][0].text) <= LONGEST


signs = st.lists(
    st.sampled_from([*"\"'~*:-.()[]{}\\/^&|!?<>=%$#@ \t\n\0“”«»", "OR", "NOT", "AND", "date:", "title:"]), max_size=40
).map("".join)


@given(
    st.one_of(st.text(), signs, st.text(alphabet=string.printable), st.lists(st.one_of(signs, st.text())).map(" ".join))
)
@example("\ud800 \udfff")
@example("date:9999-99-99..0000-00-00")
@example('"' * 2000)
@example("-" * 2000)
@example("~1~2~*" * 300)
@example("date:٢٠٢٢-٠١")
def test_any_string_gives_a_query(typed):
    query = parse(typed)
    assert isinstance(query, Query)
    assert words_of(query) <= MOST * 4
    assert parse(typed) == query


@pytest.mark.parametrize(
    ("text", "labels", "words"),
    [
        ("story:harbour", [QueryLabel("story", "harbour")], 0),
        ('story:"Harbour  day 1" pier', [QueryLabel("story", "Harbour day 1")], 1),
        ("-tag:old NOT tag:older pier", [QueryLabel("tag", "old", True), QueryLabel("tag", "older", True)], 1),
        ("Tag:x STORY:y", [QueryLabel("tag", "x"), QueryLabel("story", "y")], 0),
        ('tag:""', [], 1),
        ("tag: x", [], 2),
        ("a OR tag:x b", [QueryLabel("tag", "x")], 2),
    ],
)
def test_what_the_library_knows_is_set_apart(text, labels, words):
    query = parse(text)
    assert list(query.labels) == labels
    assert len(query.required) == words


def test_labels_are_limited():
    assert len(parse("tag:x " * 100).labels) == 8
